import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/core/index.ts';
import { HTML_LANG } from '../../src/i18n/index.ts';
import {
  attribute,
  findAll,
  readDistFile,
  readSite,
  textOf,
  toSitePath,
} from '../helpers/read-site.ts';

const pages = readSite();
const paths = pages.map(({ path }) => path);
/** Pages with an address of their own; those for missing addresses lead to the front page. */
const translated = pages.filter(({ path }) => !path.endsWith('/404.html'));

function localeOf(path: string) {
  return LOCALES.find((locale) => path.startsWith(`/${locale}/`)) ?? 'en';
}

function inLanguage(path: string, locale: string): string {
  const plain = path.replace(/^\/zh-cn\//u, '/');
  return locale === 'en' ? plain : `/${locale}${plain}`;
}

test.each(pages)('$path exists in every language', ({ path }) => {
  for (const locale of LOCALES) expect(paths).toContain(inLanguage(path, locale));
});

describe.each(pages)('$path', (page) => {
  test('states its language', () => {
    expect(findAll(page, 'html').map((html) => attribute(html, 'lang'))).toEqual([
      HTML_LANG[localeOf(page.path)],
    ]);
  });

  test('has no id twice', () => {
    const ids = page.elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('has one title, one description, one h1 and no skipped heading', () => {
    expect(findAll(page, 'title').map(textOf).join('')).not.toBe('');
    expect(
      findAll(page, 'meta').filter((meta) => attribute(meta, 'name') === 'description'),
    ).toHaveLength(1);
    const depths = page.elements.flatMap(({ tagName }) => /^h([1-6])$/u.exec(tagName)?.[1] ?? []);
    expect(depths.filter((depth) => depth === '1')).toEqual(['1']);
    const skipped = depths.filter(
      (depth, index) => Number(depth) > Number(depths[index - 1] ?? 0) + 1,
    );
    expect(skipped).toEqual([]);
  });
});

test.each(translated)('$path switches to the same page in the other language', (page) => {
  const switches = findAll(page, 'a').filter((link) => attribute(link, 'rel') === 'alternate');
  const others = LOCALES.filter((locale) => locale !== localeOf(page.path));
  expect(switches.map((link) => toSitePath(attribute(link, 'href') ?? '', page))).toEqual(
    others.map((locale) => inLanguage(page.path, locale)),
  );
});

test('robots.txt lets everybody read everything', () => {
  expect(readDistFile('/robots.txt')).toMatch(/^User-agent: \*\nAllow: \/\n(?:Sitemap: .*\n)?$/u);
});
