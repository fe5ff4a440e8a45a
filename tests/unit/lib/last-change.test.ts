import { expect, test } from 'vitest';
import { findLastChange } from '../../../src/lib/last-change.ts';
import { toFileHref } from '../../../src/lib/repository.ts';

test('a file of the repository was changed on a day; what git does not know has none', () => {
  // A copy without its history knows no days at all.
  expect(findLastChange('README.md') ?? '2026-01-01').toMatch(/^20\d\d-\d\d-\d\d$/u);
  expect(findLastChange('no/such/file.yaml')).toBeUndefined();
});

test('a file is shown by the newest state of the repository', () => {
  expect(toFileHref('https://github.com/owner/name', 'content/trees/a.yaml')).toBe(
    'https://github.com/owner/name/blob/HEAD/content/trees/a.yaml',
  );
});
