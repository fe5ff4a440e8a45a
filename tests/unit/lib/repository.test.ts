import { expect, test } from 'vitest';
import { toRepository } from '../../../src/lib/repository.ts';

test.each([
  [undefined, undefined],
  ['', undefined],
  ['https://github.com/owner/name', 'https://github.com/owner/name'],
  [
    'https://git.example.org:8443/team/sub/name.js/',
    'https://git.example.org:8443/team/sub/name.js',
  ],
])('%s is understood', (value, expected) => {
  expect(toRepository(value)).toBe(expected);
});

test.each([
  'http://github.com/owner/name',
  'javascript:alert(1)',
  'github.com/owner/name',
  'https://github.com',
  'https://user:secret@github.com/owner/name',
  'https://github.com/owner/name?x=1',
])('%s stops the build', (value) => {
  expect(() => toRepository(value)).toThrow('REPOSITORY_URL');
});
