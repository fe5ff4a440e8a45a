import type { ContainerState } from './types.ts';

const SECONDS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  y: 31_536_000,
};
const DURATION = /^(?:\d+[smhdy])+$/u;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const RFC1123Z =
  /^(?:\w{3}, )?(\d{1,2}) (\w{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/u;
const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|([+-])(\d{2}):(\d{2}))$/u;

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

/** Which of the parts of a date that match a pattern is which. */
interface DateParts {
  readonly date: readonly [year: number, month: number, day: number];
  readonly clock: readonly [hour: number, minute: number, second: number];
  /** Seconds east of Greenwich. */
  readonly zone: number;
}

const zoneOf = (sign: string | undefined, hours: string | undefined, minutes: string | undefined) =>
  (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60);

function readRfc1123(text: string): DateParts | undefined {
  const found = RFC1123Z.exec(text);
  const month = MONTHS.indexOf(found?.[2] ?? '');
  if (!found || month < 0) return undefined;
  const [, day, , year, hour, minute, second, sign, hours, minutes] = found;
  return {
    date: [Number(year), month, Number(day)],
    clock: [Number(hour), Number(minute), Number(second)],
    zone: zoneOf(sign, hours, minutes),
  };
}

function readRfc3339(text: string): DateParts | undefined {
  const found = RFC3339.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, sign, hours, minutes] = found;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  return {
    date: [Number(year), Number(month) - 1, Number(day)],
    clock: [Number(hour), Number(minute), Number(second)],
    zone: zoneOf(sign, hours, minutes),
  };
}

/**
 * Reads a time as describe prints it (`Tue, 10 Nov 2026 09:15:02 +0000`) or as YAML and JSON hold it
 * (`2026-11-10T09:15:02Z`) in seconds since 1970, UTC. Fractions of a second are cut off.
 *
 * Returns undefined for anything else, and for the zero times of containers that never ran.
 */
export function parseTime(text: string): number | undefined {
  const parts = readRfc1123(text.trim()) ?? readRfc3339(text.trim());
  if (!parts || parts.date[0] <= 1970) return undefined;
  return Date.UTC(...parts.date, ...parts.clock) / 1000 - parts.zone;
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
