import { describe, expect, test } from 'vitest';
import { readContentTexts } from '../../helpers/content-texts.ts';
import { englishProblems, toEnglishProse } from '../../helpers/english.ts';

const problemsOf = (where: string, text: string) => englishProblems(where, toEnglishProse(text));

test('texts: no empty words, no doubled words, no endless sentences', () => {
  const texts = readContentTexts().filter(({ locale }) => locale === 'en');
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.flatMap(({ file, body }) => problemsOf(file, body))).toEqual([]);
});

describe('englishProblems', () => {
  test.each([
    ['It ends. `simply` is code.', 0],
    ['Nodes on on-demand capacity.', 0],
    ['`a` `a`', 0],
    ['| a table may simply be long |', 0],
    ['```text\nsimply\n```', 0],
    ['Simply restart it.', 1],
    ['Restart the the pod.', 1],
    [`It is ${'very, '.repeat(45)}long.`, 1],
  ])('%s', (text, count) => {
    expect(problemsOf('x', text)).toHaveLength(count);
  });
});
