const PATHS = {
  certain: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 4.5v4.2M8 10.6v.9',
  likely: 'M8 1.8 14.6 13.6H1.4ZM8 6v3.6M8 11.2v.8',
  possible:
    'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM6 6.2a2 2 0 1 1 2.6 1.9c-.4.2-.6.5-.6 1.1M8 11v.6',
  good: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5 8.2l2.1 2.1L11 6.2',
  change: 'M8 1.5 15 14H1zM8 6v4m0 1.5v1',
} as const;

export type IconName = keyof typeof PATHS;

/** A small sign beside a word that says the same; never alone. */
export default function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
    </svg>
  );
}
