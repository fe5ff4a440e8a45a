import { describe, expect, test } from 'vitest';
import { formatText, uiText } from '../../../src/i18n/index.ts';
import { toTextPieces } from '../../../src/i18n/inline-code.ts';

describe('formatText', () => {
  test.each([
    ['{count} causes', { count: 3 }, '3 causes'],
    ['{a} and {a}', { a: 'x' }, 'x and x'],
    ['{missing} stays', {}, '{missing} stays'],
    ['$& is text', { a: 1 }, '$& is text'],
  ])('%s', (text, values, result) => {
    expect(formatText(text, values)).toBe(result);
  });
});

describe('toTextPieces', () => {
  test.each([
    ['plain', [{ text: 'plain', code: false }]],
    [
      'reason `OOMKilled`, exit',
      [
        { text: 'reason ', code: false },
        { text: 'OOMKilled', code: true },
        { text: ', exit', code: false },
      ],
    ],
    ['one ` alone', [{ text: 'one ` alone', code: false }]],
    ['', []],
  ])('%j', (text, pieces) => {
    expect(toTextPieces(text)).toEqual(pieces);
  });
});

describe('words of the interface', () => {
  const slots = (text: string) => [...text.matchAll(/\{\w+\}/gu)].map(([slot]) => slot).sort();

  test.each(Object.entries(uiText.en))(
    '%s has the same slots in every language',
    (key, english) => {
      const chinese = uiText['zh-cn'][key as keyof typeof uiText.en];
      expect(slots(chinese)).toEqual(slots(english));
      // Only what is empty in English, such as the gap between sentences, may be empty here.
      expect(chinese.trim() === '').toBe(english.trim() === '');
    },
  );
});
