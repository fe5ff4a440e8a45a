const SECONDS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  y: 31_536_000,
};
const DURATION = /^(?:\d+[smhdy])+$/u;
const PART = /(\d+)([smhdy])/gu;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const RFC1123Z =
  /^(?:\w{3}, )?(\d{1,2}) (\w{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/u;

/**
 * Reads an age as kubectl prints it (`17s`, `2m17s`, `3h5m`, `2d3h`, `2y10d`) in seconds.
 *
 * Returns undefined for `<unknown>`, `<invalid>` and anything else.
 * Source: k8s.io/apimachinery/pkg/util/duration, HumanDuration and ShortHumanDuration.
 */
export function parseDuration(text: string): number | undefined {
  if (!DURATION.test(text)) return undefined;
  let seconds = 0;
  for (const [, digits, unit] of text.matchAll(PART))
    seconds += Number(digits) * (SECONDS[unit ?? ''] ?? 0);
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
 * Reads a time as describe prints it (`Tue, 10 Nov 2026 09:15:02 +0000`) in seconds since 1970, UTC.
 *
 * Returns undefined for anything else, and for the zero times of containers that never ran.
 */
export function parseTime(text: string): number | undefined {
  const [, day, month, year, hour, minute, second, sign, zoneHours, zoneMinutes] =
    RFC1123Z.exec(text.trim()) ?? [];
  const monthIndex = MONTHS.indexOf(month ?? '');
  if (monthIndex < 0 || Number(year) <= 1970) return undefined;
  const utc =
    Date.UTC(Number(year), monthIndex, Number(day), Number(hour), Number(minute), Number(second)) /
    1000;
  const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60;
  return sign === '-' ? utc + zone : utc - zone;
}
