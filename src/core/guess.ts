/** What a text that is no known kubectl output may be; the words for it are in the interface. */
export const GUESSES = [
  'empty',
  'notFound',
  'forbidden',
  'noResources',
  'yaml',
  'json',
  'logs',
  'prose',
] as const;
export type Guess = (typeof GUESSES)[number];

const HEAD = 2000;
const PATTERNS: readonly (readonly [guess: Guess, pattern: RegExp])[] = [
  ['notFound', /^Error from server \(NotFound\)/mu],
  ['forbidden', /^Error from server \(Forbidden\)/mu],
  ['noResources', /^No resources found/mu],
  // A program that logs in JSON writes one object a line.
  ['logs', /^\s*\{"(?:level|lvl|severity|ts|time|timestamp|@timestamp|msg|message|log|stream)":/iu],
  ['json', /^\s*[{[]\s*(?:"|\{)/u],
  ['yaml', /^(?:apiVersion|kind|metadata|spec|status):(?:\s|$)/mu],
  [
    'logs',
    /^(?:\d{4}[-/]\d{2}[-/]\d{2}[T ]|[IWEF]\d{4} |\[?\d{2}:\d{2}:\d{2}|time=|level=|\w{3} \d{1,2} \d{2}:\d{2}:\d{2} )/mu,
  ],
];

/** Guesses from its beginning what a text is that holds no kubectl output. */
export function guessInput(text: string): Guess {
  const head = text.slice(0, HEAD);
  if (head.trim() === '') return 'empty';
  return PATTERNS.find(([, pattern]) => pattern.test(head))?.[0] ?? 'prose';
}

const MANIFEST_REACH = 200_000;
const MANIFEST =
  /(?:^|[\s{,])["']?(?:apiVersion|containerStatuses|initContainerStatuses|phase|lastState|lastTransitionTime|waiting|terminated)["']?:(?:\s|$|["'{[])/mu;

/** Whether a text may hold an object as YAML or JSON, so that the reader for those is worth loading. */
export function mayHoldManifest(text: string): boolean {
  return MANIFEST.test(text.slice(0, MANIFEST_REACH));
}
