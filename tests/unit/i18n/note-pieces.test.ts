import { expect, test } from 'vitest';
import { toNotePieces } from '../../../src/i18n/note-pieces.ts';

const CAUSES = new Set(['node-lost', 'node-disk-full']);

test.each([
  ['words stay words', 'some seconds old', [['text', 'some seconds old']]],
  [
    'an id becomes a cause',
    'Older: node-lost.',
    [
      ['text', 'Older: '],
      ['cause', 'node-lost'],
      ['text', '.'],
    ],
  ],
  [
    'between Chinese words, too',
    '为 True：node-disk-full。',
    [
      ['text', '为 True：'],
      ['cause', 'node-disk-full'],
      ['text', '。'],
    ],
  ],
  ['an id in code stays code', '`node-lost`', [['code', 'node-lost']]],
  ['another word with a hyphen is none', 'kube-proxy', [['text', 'kube-proxy']]],
  ['nor is a longer word that holds one', 'my-node-lost-app', [['text', 'my-node-lost-app']]],
  ['nothing gives nothing', '', []],
])('%s', (_, note, expected) => {
  const pieces = toNotePieces(note, (word) => CAUSES.has(word));
  expect(pieces.map(({ kind, text }) => [kind, text])).toEqual(expected);
});
