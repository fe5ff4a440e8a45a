import { describe, expect, test } from 'vitest';
import { findWords, staleProblems, toHash } from '../../../src/lib/confirmed.ts';

test('findWords keeps one language, whatever stands around it', () => {
  const value = {
    title: { en: 'A', 'zh-cn': '甲' },
    rule: { is: 'x' },
    list: [{ run: 'y', purpose: { en: 'B', 'zh-cn': '乙' } }],
    aliases: { en: ['C'], 'zh-cn': ['丙'] },
  };
  expect(findWords(value, 'en')).toEqual([
    '.title.en "A"',
    '.list.0.purpose.en "B"',
    '.aliases.en ["C"]',
  ]);
  expect(findWords({ ...value, rule: { is: 'z' } }, 'zh-cn')).toEqual(findWords(value, 'zh-cn'));
});

test('toHash is the same on every system', () => {
  expect(toHash(['a\r\nb'])).toBe(toHash(['a\nb']));
  expect(toHash(['a'])).not.toBe(toHash(['b']));
});

describe('staleProblems', () => {
  const kept = { 'causes/a': { en: '1', 'zh-cn': '2' } };

  test.each([
    ['nothing changed', kept, []],
    [
      'one language changed',
      { 'causes/a': { en: '3', 'zh-cn': '2' } },
      [
        'content/causes/a: en changed since the languages were confirmed: compare them, then npm run confirm -- causes/a',
      ],
    ],
    [
      'both changed',
      { 'causes/a': { en: '3', 'zh-cn': '4' } },
      [
        'content/causes/a: en and zh-cn changed since the languages were confirmed: compare them, then npm run confirm -- causes/a',
      ],
    ],
    [
      'a new text',
      { ...kept, 'causes/b': { en: '1', 'zh-cn': '2' } },
      [
        'content/causes/b: nobody has confirmed that the languages say the same: compare them, then npm run confirm -- causes/b',
      ],
    ],
    [
      'a text that is gone',
      {},
      ['content/confirmed.json: there is no causes/a any more: npm run confirm'],
    ],
  ])('%s', (_name, now, problems) => {
    expect(staleProblems(now, kept)).toEqual(problems);
  });
});
