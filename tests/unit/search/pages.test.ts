import { expect, test } from 'vitest';
import { toExcerpt } from '../../../src/search/pages.ts';

const FILLER = 'Something else is told here. '.repeat(20);

test.each([
  ['a short text is shown whole', 'oom', 'Seen as: OOMKilled', 'Seen as: OOMKilled'],
  ['what has no word of the query begins at its beginning', 'quota', 'Seen as', 'Seen as'],
])('%s', (_, query, text, excerpt) => {
  expect(toExcerpt(query, text)).toBe(excerpt);
});

test('it begins before the part that has most of the words', () => {
  const text = `${FILLER}The limit alone. ${FILLER}Memory above the limit of the container. ${FILLER}`;
  const excerpt = toExcerpt('memory limit', text);
  expect(excerpt).toMatch(/^… .{0,40}Memory above the limit of the container\. .*[^\s,;:] …$/u);
});

test('Chinese without spaces is cut near the word', () => {
  const text = `${'这里讲的是别的事情'.repeat(40)}，容器内存超过限制，${'这里讲的是别的事情'.repeat(40)}`;
  const excerpt = toExcerpt('内存超限', text);
  expect(excerpt.indexOf('内存')).toBeLessThan(45);
  expect(excerpt).toMatch(/^… .+内存超过限制，?.* …$|^… .+内存超过限制 …$/u);
  expect(excerpt.length).toBeLessThan(170);
});
