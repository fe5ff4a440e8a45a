import type { Repair } from './types.ts';

/** What editors, log viewers and comments put before every line, and frames of ASCII behind it, too. */
export interface Prefix {
  readonly kind: Repair['kind'];
  readonly pattern: RegExp;
  readonly suffix?: RegExp;
  /** Its numbers count up, so that a column of numbers is not mistaken for it. */
  readonly counts?: boolean;
}

const PREFIXES: readonly Prefix[] = [
  { kind: 'line-numbers', pattern: /^\s*\d{1,6}(?:[:|)\]]\s?|\t|\s{2}|$)/u },
  { kind: 'line-numbers', pattern: /^\s*\d{1,6}(?: [|│:]? ?|$)/u, counts: true },
  {
    kind: 'timestamps',
    pattern:
      /^\s*\[?(?:\d{4}[-/]\d{2}[-/]\d{2}[T ])?\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?\]?\s?/u,
  },
  {
    kind: 'timestamps',
    pattern:
      /^[A-Z][a-z]{2} {1,2}\d{1,2} \d{2}:\d{2}:\d{2} \S{1,100} [\w./@-]{1,60}(?:\[\d{1,9}\])?: ?/u,
  },
  { kind: 'box-frame', pattern: /^\s{0,3}\|(?: |$)/u, suffix: /(?<!\s)\s*\|\s*$/u },
  { kind: 'line-marks', pattern: /^\s{0,3}(?:\/{2,}|#+|;+|\+)(?: |$|(?=\S))/u },
  { kind: 'line-marks', pattern: /^\s{0,3}`(?!`)/u, suffix: /`\s*$/u },
];
const MOST = 0.8;

/** Whether most numbers are one more than the one above. */
function doesCount(hits: readonly string[]): boolean {
  const numbers = hits.map((line) => Number(/\d+/u.exec(line)?.[0] ?? 0));
  const steps = numbers.filter(
    (number, index) => index > 0 && number === (numbers[index - 1] ?? 0) + 1,
  );
  return steps.length >= (numbers.length - 1) * MOST;
}

const strip = (line: string, { pattern, suffix }: Prefix) =>
  suffix ? line.replace(pattern, '').replace(suffix, '') : line.replace(pattern, '');

/** Takes a prefix off; undefined when the line has none. */
export function takeOffPrefix(line: string, prefix: Prefix): string | undefined {
  return prefix.pattern.test(line) ? strip(line, prefix) : undefined;
}

/** The prefixes that most lines have. */
function findCandidates(lines: readonly string[]): Prefix[] {
  return PREFIXES.filter(({ pattern, counts = false }) => {
    const hits = lines.filter((line) => pattern.test(line));
    return hits.length >= 3 && hits.length >= lines.length * MOST && (!counts || doesCount(hits));
  });
}

/**
 * Finds what most of the lines have before them, outermost first: nothing, one thing, or two such as line numbers
 * before timestamps.
 *
 * @param isKnown Whether what is left looks like an output of kubectl: nothing is taken off other texts.
 */
export function findPrefixes(
  lines: readonly string[],
  isKnown: (text: string) => boolean,
): readonly Prefix[] {
  const filled = lines.filter((line) => line.trim() !== '');
  for (const first of findCandidates(filled)) {
    const left = filled
      .map((line) => takeOffPrefix(line, first) ?? line)
      .filter((line) => line.trim() !== '');
    if (isKnown(left.join('\n'))) return [first];
    const second = findCandidates(left).find((one) =>
      isKnown(left.map((line) => takeOffPrefix(line, one) ?? line).join('\n')),
    );
    if (second) return [first, second];
  }
  return [];
}
