import type { Locale, Localised } from '../types.ts';

const ENOUGH: Localised<number> = { en: 60, 'zh-cn': 26 };

/**
 * The first sentences of a meaning, as many as say something: the list of all codes is loaded whole.
 *
 * @example
 * toShortMeaning('It ended. Look at the log of the last run, which has the error and the stack. More.', 'en')
 * // => 'It ended. Look at the log of the last run, which has the error and the stack.'
 */
export function toShortMeaning(meaning: string, locale: Locale): string {
  const sentences = meaning.split(/(?<=。)|(?<=\.) (?=[^a-z])/u);
  let short = '';
  for (const sentence of sentences) {
    if (short.length >= ENOUGH[locale]) break;
    short += `${short === '' || locale !== 'en' ? '' : ' '}${sentence}`;
  }
  return short;
}
