import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const README = join(import.meta.dirname, '../../content/README.md');

/** A word that our Chinese texts do not use, and the one that they use instead. */
export interface RefusedWord {
  readonly word: string;
  readonly instead: string;
}

/**
 * Reads the table “Not | But” of `content/README.md`, which is where writers look.
 *
 * @throws when the table is gone or empty.
 */
export function readRefusedWords(): RefusedWord[] {
  const text = readFileSync(README, 'utf8');
  const [, table = ''] = /^\| Not +\| But +\|\n\|[-| ]+\|\n((?:\|.*\n)+)/mu.exec(text) ?? [];
  const words = table.split('\n').flatMap((line) => {
    const [, not = '', instead = ''] = line.split('|').map((cell) => cell.trim());
    return not.split('、').flatMap((word) => (word ? [{ word, instead }] : []));
  });
  if (words.length === 0) throw new Error('content/README.md has no table “Not | But”');
  return words;
}

/** A Latin word counts as a whole word only, so that no part of a name is taken for it. */
const toPattern = (word: string) =>
  new RegExp(/^[\x20-\x7e]+$/u.test(word) ? `(?<![\\w-])${word}(?![\\w-])` : word, 'u');

/**
 * Finds words for which the glossary has another.
 *
 * @param text Prose, as `toChineseProse` gives it.
 * @returns One text for each word; empty is good.
 */
export function glossaryProblems(
  where: string,
  text: string,
  words: readonly RefusedWord[],
): string[] {
  return words.flatMap(({ word, instead }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        toPattern(word).test(line)
          ? [`${where}:${String(index + 1)}: “${word}” is “${instead}” in our glossary`]
          : [],
      ),
  );
}
