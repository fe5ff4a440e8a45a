import type { Locale } from '../core/index.ts';

/**
 * Words of one feature, apart from those of the whole site, so that a page sends only what it
 * needs to its island. A key that one of the languages lacks does not compile.
 */
export function defineText<Key extends string>(
  words: Readonly<Record<Locale, Readonly<Record<Key, string>>>>,
): Readonly<Record<Locale, Readonly<Record<Key, string>>>> {
  return words;
}
