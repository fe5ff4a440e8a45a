import { describe, expect, test } from 'vitest';
import { parseAge, parseDuration, parseTime, toAge } from '../../../src/core/time.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

describe('parseDuration', () => {
  test.each([
    ['0s', 0],
    ['119s', 119],
    ['2m17s', 2 * MINUTE + 17],
    ['179m', 179 * MINUTE],
    ['7h59m', 7 * HOUR + 59 * MINUTE],
    ['47h', 47 * HOUR],
    ['2d3h', 2 * DAY + 3 * HOUR],
    ['2y10d', 2 * YEAR + 10 * DAY],
    ['1y', YEAR],
    ['', undefined],
    ['5', undefined],
    ['s', undefined],
    ['3 m', undefined],
    ['1.5h', undefined],
    ['-3m', undefined],
    ['3w', undefined],
    ['<unknown>', undefined],
    ['<invalid>', undefined],
  ])('%s', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });
});

describe('parseAge', () => {
  test.each([
    ['3m', { lastSeen: 180, firstSeen: 180, count: 1 }],
    ['3m (x106 over 33m)', { lastSeen: 180, firstSeen: 1980, count: 106 }],
    ['2m1s (x12 over 2d3h)', { lastSeen: 121, firstSeen: 2 * DAY + 3 * HOUR, count: 12 }],
    ['<unknown>', { count: 1 }],
    ['<unknown> (x5 over 10m)', { firstSeen: 600, count: 5 }],
    ['10s (x2 over <unknown>)', { lastSeen: 10, count: 2 }],
    ['<invalid>', { lastSeen: 0, firstSeen: 0, count: 1 }],
    ['<invalid> (x3 over 4m)', { lastSeen: 0, firstSeen: 240, count: 3 }],
    ['  5s ', { lastSeen: 5, firstSeen: 5, count: 1 }],
    ['', { count: 1 }],
    ['yesterday', { count: 1 }],
  ])('%s', (text, age) => {
    expect(parseAge(text)).toEqual(age);
  });
});

describe('parseTime', () => {
  test.each([
    ['UTC', 'Tue, 10 Nov 2026 09:15:02 +0000', '2026-11-10T09:15:02Z'],
    ['a zone east of Greenwich', 'Tue, 10 Nov 2026 09:15:02 +0530', '2026-11-10T03:45:02Z'],
    ['a zone west of Greenwich', 'Tue, 10 Nov 2026 09:15:02 -0800', '2026-11-10T17:15:02Z'],
    ['a day of one digit', 'Sun, 1 Nov 2026 00:00:00 +0000', '2026-11-01T00:00:00Z'],
    ['no weekday', '10 Nov 2026 09:15:02 +0000', '2026-11-10T09:15:02Z'],
    ['the API', '2026-11-10T09:15:02Z', '2026-11-10T09:15:02Z'],
    ['the API, with a zone', '2026-11-10T09:15:02+05:30', '2026-11-10T03:45:02Z'],
    ['the API, with a fraction', '2026-11-10T09:15:02.987654Z', '2026-11-10T09:15:02Z'],
    ['space around it', '  Tue, 10 Nov 2026 09:15:02 +0000 ', '2026-11-10T09:15:02Z'],
  ])('%s', (_name, text, iso) => {
    expect(parseTime(text)).toBe(Date.parse(iso) / 1000);
  });

  test.each([
    ['a container that never ran', 'Thu, 01 Jan 1970 00:00:00 +0000'],
    ['a zero time of Go', 'Mon, 01 Jan 0001 00:00:00 +0000'],
    ['a zero time of the API', '0001-01-01T00:00:00Z'],
    ['a date without a time', '2026-11-10'],
    ['a month that no year has', '2026-13-10T09:15:02Z'],
    ['a month that does not exist', 'Tue, 10 Nop 2026 09:15:02 +0000'],
    ['a time that is cut', 'Tue, 10 Nov 2026 09:15'],
    ['nothing', ''],
  ])('%s is no time', (_name, text) => {
    expect(parseTime(text)).toBeUndefined();
  });
});

describe('toAge', () => {
  test.each([
    [-2, '<invalid>'],
    [-1, '0s'],
    [0, '0s'],
    [119, '119s'],
    [120, '2m'],
    [137, '2m17s'],
    [599, '9m59s'],
    [600, '10m'],
    [179 * MINUTE, '179m'],
    [3 * HOUR, '3h'],
    [3 * HOUR + 5 * MINUTE, '3h5m'],
    [8 * HOUR - 1, '7h59m'],
    [23 * HOUR, '23h'],
    [2 * DAY, '2d'],
    [2 * DAY + 3 * HOUR, '2d3h'],
    [8 * DAY, '8d'],
    [729 * DAY, '729d'],
    [2 * YEAR, '2y'],
    [2 * YEAR + 10 * DAY, '2y10d'],
    [8 * YEAR + DAY, '8y'],
  ])('%d s: %s', (seconds, age) => {
    expect(toAge(seconds)).toBe(age);
  });
});

describe('toAge', () => {
  test.each([
    [-5, '<invalid>'],
    [-0.5, '0s'],
    [0, '0s'],
    [119, '119s'],
    [2 * MINUTE, '2m'],
    [2 * MINUTE + 17, '2m17s'],
    [10 * MINUTE + 5, '10m'],
    [179 * MINUTE + 59, '179m'],
    [3 * HOUR, '3h'],
    [7 * HOUR + 59 * MINUTE, '7h59m'],
    [47 * HOUR + 30 * MINUTE, '47h'],
    [2 * DAY + 3 * HOUR, '2d3h'],
    [100 * DAY + 3 * HOUR, '100d'],
    [2 * YEAR + 10 * DAY, '2y10d'],
    [9 * YEAR + 10 * DAY, '9y'],
  ])('%d', (seconds, age) => {
    expect(toAge(seconds)).toBe(age);
  });
});
