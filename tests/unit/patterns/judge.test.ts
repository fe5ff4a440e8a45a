import { describe, expect, test } from 'vitest';
import { findPatterns } from '../../patterns/find-patterns.ts';
import { patternProblems } from '../../patterns/judge.ts';

describe('patternProblems', () => {
  test.each([
    ['a repetition of a repetition', '(?:a+)+$', 'line'],
    ['alternatives that overlap', '^(?:a|a)*b', 'text'],
    ['two gaps that meet, on a line of any length', 'a.*b.*c$', 'line'],
    ['one bad alternative among good ones', 'not found|(?:x+)+y', 'text'],
  ] as const)('%s is named', (_name, source, reach) => {
    expect(patternProblems({ source, flags: 'u', reach })).not.toEqual([]);
  });

  test.each([
    ['words', 'OOMKilled|out of memory', 'text'],
    ['a gap with a limit', '^a.{0,20}b', 'line'],
    ['one gap in a text of limited length', 'failed to pull .* not found', 'text'],
  ] as const)('%s are good', (_name, source, reach) => {
    expect(patternProblems({ source, flags: 'iu', reach })).toEqual([]);
  });
});

test('patterns of content, of code and of islands are found, with the file to open', () => {
  const files = findPatterns().patterns.map(({ file }) => file);
  expect(files).toContain('content/causes/oom-killed/cause.yaml');
  expect(files.some((file) => file.startsWith('src/core/lines.ts:'))).toBe(true);
  expect(files.some((file) => file.startsWith('src/islands/'))).toBe(true);
});
