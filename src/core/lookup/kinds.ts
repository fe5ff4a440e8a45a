/** What kinds of codes the lookup knows, in Kubernetes' own terms and in the order in which they are listed. */
export const CODE_KINDS = [
  'status',
  'waiting',
  'terminated',
  'exit-code',
  'signal',
  'state',
  'phase',
  'pod-reason',
  'event',
  'condition',
  'condition-reason',
  'condition-field',
  'node-message',
  'taint',
  'eviction-signal',
] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** What the kernel does with a process that has no handler for a signal. Source: man 7 signal. */
export const SIGNAL_ACTIONS = ['terminate', 'core', 'ignore', 'stop', 'continue'] as const;
export type SignalAction = (typeof SIGNAL_ACTIONS)[number];

/**
 * The last part of the address of a code: lower-case letters, digits and hyphens.
 *
 * @example
 * toCodeSlug('Init:N/M') // => 'init-n-m'
 */
export function toCodeSlug(code: string): string {
  return code
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
}
