import type { RSSOptions } from '@astrojs/rss';
import type { Locale } from '../core/index.ts';
import { feedText } from '../i18n/feed.ts';
import { HTML_LANG } from '../i18n/index.ts';
import { toTextPieces } from '../i18n/inline-code.ts';
import type { Change } from '../schemas/change.ts';

/**
 * What the feed of a language holds, newest first.
 *
 * Throws when two changes lead to the same address: readers of feeds would take them for one.
 *
 * @param toAddress Gives the absolute address of a path in the language.
 */
export function toFeed(
  changes: readonly Change[],
  locale: Locale,
  toAddress: (path: string) => string,
): RSSOptions {
  const paths = changes.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined)
    throw new Error(`content/changes.yaml: two changes lead to ${twice}; add an anchor to one.`);
  return {
    ...feedText[locale],
    site: toAddress('/'),
    trailingSlash: false,
    customData: `<language>${HTML_LANG[locale]}</language>`,
    items: changes
      .toSorted((a, b) => b.date.getTime() - a.date.getTime())
      .map(({ date, path, title, text }) => ({
        title: title[locale],
        link: toAddress(path),
        pubDate: date,
        description: toTextPieces(text[locale])
          .map((piece) => piece.text)
          .join(''),
      })),
  };
}
