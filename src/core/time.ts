import type { ContainerState } from './types.ts';

const SECONDS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  y: 31_536_000,
};
const DURATION = /^(?:\d+[smhdy])+$/u;
/** RFC 1123 with a numeric zone, or RFC 3339; containers that never ran have times of the years 1 and 1970. */
const TIME =
  /^(?:(?:\w{3}, )?\d{1,2} [A-Z][a-z]{2} [12]\d{3} [\d:]{8} [+-]\d{4}|[12]\d{3}-\d{2}-\d{2}T[\d:]{8}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2}))$/u;
const YEAR_1971 = 31_536_000;

/**
 * Reads an age as kubectl prints it (`17s`, `2m17s`, `3h5m`, `2d3h`, `2y10d`) in seconds.
 *
 * Returns undefined for `<unknown>`, `<invalid>` and anything else.
 * Source: k8s.io/apimachinery/pkg/util/duration, HumanDuration and ShortHumanDuration.
 */
export function parseDuration(text: string): number | undefined {
  if (!DURATION.test(text)) return undefined;
  let seconds = 0;
  let digits = '';
  for (const char of text) {
    const unit = SECONDS[char];
    if (unit === undefined) digits += char;
    else {
      seconds += Number(digits) * unit;
      digits = '';
    }
  }
  return seconds;
}

/** An age column taken apart; seconds, undefined where the text does not tell. */
export interface Age {
  readonly lastSeen?: number;
  readonly firstSeen?: number;
  readonly count: number;
}

const AGE = /^(\S+)(?: \(x(\d+) over (\S+)\))?$/u;

/** Reads the `Age` of an event: `3m`, `3m (x106 over 33m)`, `<unknown>`, `<invalid>`. */
export function parseAge(text: string): Age {
  const [, last = '', times, first] = AGE.exec(text.trim()) ?? [];
  const lastSeen = last === '<invalid>' ? 0 : parseDuration(last);
  const firstSeen = first === undefined ? lastSeen : parseDuration(first);
  return {
    count: times === undefined ? 1 : Number(times),
    ...(lastSeen === undefined ? {} : { lastSeen }),
    ...(firstSeen === undefined ? {} : { firstSeen }),
  };
}

/**
 * Reads a time as describe prints it (`Tue, 10 Nov 2026 09:15:02 +0000`) or as YAML and JSON hold it
 * (`2026-11-10T09:15:02Z`) in seconds since 1970, UTC. Fractions of a second are cut off.
 *
 * Returns undefined for anything else, and for the zero times of containers that never ran.
 */
export function parseTime(text: string): number | undefined {
  const trimmed = text.trim();
  const seconds = TIME.test(trimmed) ? Math.floor(Date.parse(trimmed) / 1000) : 0;
  return seconds >= YEAR_1971 ? seconds : undefined;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/**
 * Writes seconds as kubectl prints an age: `17s`, `2m17s`, `3h5m`, `47h`, `2d3h`, `2y10d`; `<invalid>` for what
 * lies in the future.
 *
 * Source: HumanDuration in k8s.io/apimachinery/pkg/util/duration.
 */
export function toAge(seconds: number): string {
  const two = (big: number, bigUnit: string, small: number, smallUnit: string) => {
    const rest = Math.floor((seconds % big) / small);
    return `${Math.floor(seconds / big)}${bigUnit}${rest === 0 ? '' : `${rest}${smallUnit}`}`;
  };
  if (seconds < -1) return '<invalid>';
  if (seconds < 2 * MINUTE) return `${Math.max(0, Math.floor(seconds))}s`;
  if (seconds < 10 * MINUTE) return two(MINUTE, 'm', 1, 's');
  if (seconds < 3 * HOUR) return `${Math.floor(seconds / MINUTE)}m`;
  if (seconds < 8 * HOUR) return two(HOUR, 'h', MINUTE, 'm');
  if (seconds < 2 * DAY) return `${Math.floor(seconds / HOUR)}h`;
  if (seconds < 8 * DAY) return two(DAY, 'd', HOUR, 'h');
  if (seconds < 2 * YEAR) return `${Math.floor(seconds / DAY)}d`;
  if (seconds < 8 * YEAR) return two(YEAR, 'y', DAY, 'd');
  return `${Math.floor(seconds / YEAR)}y`;
}

/** Seconds between start and end of a run; undefined when the times are missing or not in order. */
export function lifetimeOf({ started, finished }: ContainerState): number | undefined {
  const from = started && parseTime(started.value);
  const to = finished && parseTime(finished.value);
  return from === undefined || to === undefined || to < from ? undefined : to - from;
}
