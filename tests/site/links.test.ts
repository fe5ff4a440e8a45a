import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  attribute,
  DIST,
  findAll,
  languageOf,
  readSite,
  toSitePath,
  type SitePage,
} from '../helpers/read-site.ts';

const pages = readSite();
const byPath = new Map(pages.map((page) => [page.path, page]));
const languageOfPage = (page: SitePage) =>
  findAll(page, 'html').map((html) => attribute(html, 'lang'))[0];
const idsOf = (page: SitePage) => page.elements.flatMap((one) => attribute(one, 'id') ?? []);

/** Links to other websites are not followed; those within the site must all resolve. */
function brokenLinks(page: SitePage): string[] {
  return findAll(page, 'a').flatMap((link) => {
    const href = attribute(link, 'href');
    if (href === undefined) return ['a link without href'];
    if (href.startsWith('https://')) return [];
    const path = toSitePath(href, page);
    if (path === undefined) return [`${href} leaves the site`];
    const target = byPath.get(path);
    if (!target) return existsSync(join(DIST, path)) ? [] : [`${href} leads nowhere`];
    const fragment = decodeURIComponent(/#(.*)$/u.exec(href)?.[1] ?? '');
    if (fragment !== '' && !idsOf(target).includes(fragment))
      return [`${href} has no such section`];
    return [];
  });
}

/** A link leads to a page in the language it stands in; only the language switch does not. */
function strangeLanguages(page: SitePage): string[] {
  return findAll(page, 'a').flatMap((link) => {
    const href = attribute(link, 'href') ?? '';
    const target = byPath.get(toSitePath(href, page) ?? '');
    if (!target || target.path.endsWith('/404.html')) return [];
    const ownLanguage = attribute(link, 'lang');
    if (ownLanguage !== undefined && attribute(link, 'rel') !== 'alternate')
      return [`${href} has a language of its own but is no language switch`];
    return languageOfPage(target) === languageOf(link) ? [] : [`${href} leads to another language`];
  });
}

describe.each(pages)('$path', (page) => {
  test('every link and fragment resolves', () => {
    expect(brokenLinks(page)).toEqual([]);
  });

  test('links stay in the language', () => {
    expect(strangeLanguages(page)).toEqual([]);
  });
});
