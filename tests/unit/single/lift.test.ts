import { expect, test } from 'vitest';
import { joinTexts, liftTexts } from '../../../src/single/lift.ts';

test.each([
  { name: 'no texts', value: { a: [1, 'x', null, true] }, texts: [] },
  { name: 'a text', value: { title: { en: 'a', 'zh-cn': '甲' } }, texts: ['a'] },
  {
    name: 'texts in lists, and lists as texts',
    value: [
      { run: 'ls', purpose: { en: 'a', 'zh-cn': '甲' } },
      { en: ['b', ['c']], 'zh-cn': [] },
    ],
    texts: ['a', ['b', ['c']]],
  },
  { name: 'one language is no text', value: { en: 'a' }, texts: [] },
])('$name: what is lifted can be joined again', ({ value, texts }) => {
  const lifted = liftTexts(value);
  expect(lifted.texts.en).toEqual(texts);
  expect(joinTexts(JSON.parse(JSON.stringify(lifted)) as typeof lifted)).toEqual(value);
});
