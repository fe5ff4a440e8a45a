import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { LOCALES } from '../../src/core/index.ts';
import { unpackEntries, type PackedCatalogue, type PackedPages } from '../../src/search/packed.ts';
import { attribute, DIST, findAll, readDistFile, readSite, textOf } from '../helpers/read-site.ts';

interface SearchModule {
  readonly catalogue: PackedCatalogue;
  readonly pages: PackedPages;
}

const DATA_BUDGET = 40;
/** What a first search loads besides the page: our data, Pagefind, and for two words the pieces of its index. */
const FIRST_SEARCH_BUDGET = 200;
const WORDS = 2;
const RESULTS_READ = 8;

const pages = new Map(readSite().map((page) => [page.path, page]));
const kb = (bytes: number) => bytes / 1000;
const gzipKb = (text: string) => kb(gzipSync(text, { level: 9 }).length);
const load = async (locale: string) =>
  (await import(join(DIST, 'search', `${locale}.js`))) as SearchModule;
const sizesOf = (pattern: string) =>
  globSync(pattern, { cwd: join(DIST, 'pagefind') })
    .map((file) => kb(statSync(join(DIST, 'pagefind', file)).size))
    .sort((a, b) => b - a);

test.each(LOCALES)('%s: what the matcher knows is small', async (locale) => {
  const { catalogue, pages: named } = await load(locale);
  expect(gzipKb(JSON.stringify([Object.values(catalogue), named]))).toBeLessThanOrEqual(
    DATA_BUDGET,
  );
});

test.each(LOCALES)('%s: every entry leads to a page or a section that exists', async (locale) => {
  const { catalogue, pages: named } = await load(locale);
  const base = process.env['BASE_PATH']?.replace(/\/+$/u, '') ?? '';
  const dead = [...unpackEntries(catalogue, named)].filter(({ href }) => {
    const [path = '', anchor] = href.slice(base.length).split('#');
    const page = pages.get(path);
    return (
      !page ||
      (anchor !== undefined && !page.elements.some((one) => attribute(one, 'id') === anchor))
    );
  });
  expect(dead.map(({ href }) => href)).toEqual([]);
});

test.each(LOCALES)('%s: every page for reading can be found by its title', async (locale) => {
  const { catalogue, pages: named } = await load(locale);
  const found = new Set([...unpackEntries(catalogue, named)].map(({ href }) => href));
  const own = [...pages.values()].filter(
    ({ path }) =>
      path.startsWith('/zh-cn/') === (locale === 'zh-cn') && !path.endsWith('/404.html'),
  );
  const base = process.env['BASE_PATH']?.replace(/\/+$/u, '') ?? '';
  const missing = own
    .filter(
      (page) => !findAll(page, 'meta').some((meta) => attribute(meta, 'content') === 'noindex'),
    )
    .map(({ path }) => path)
    .filter((path) => !found.has(`${base}${path}`));
  expect(missing.map((path) => path.replace('/zh-cn/', '/')).sort()).toEqual([
    '/',
    '/offline/',
    '/search/',
  ]);
});

test.each([
  ['en', 'en'],
  ['zh-cn', 'unknown'],
])('%s: a first search stays within its budget', (locale, wasm) => {
  const [meta = 0] = sizesOf(`pagefind.${locale}_*.pf_meta`);
  const [program = 0] = sizesOf(`wasm.${wasm}.pagefind`);
  const pieces = sizesOf(`index/${locale}_*.pf_index`);
  const fragments = sizesOf(`fragment/${locale}_*.pf_fragment`);
  const median = (sizes: readonly number[]) => sizes[sizes.length >> 1] ?? 0;
  const total =
    gzipKb(readDistFile(`/search/${locale}.js`)) +
    gzipKb(readDistFile('/pagefind/pagefind.js')) +
    gzipKb(readDistFile('/pagefind/pagefind-entry.json')) +
    program +
    meta +
    WORDS * median(pieces) +
    RESULTS_READ * median(fragments);
  expect(pieces.length).toBeGreaterThan(0);
  expect(total).toBeLessThanOrEqual(FIRST_SEARCH_BUDGET);
});

/** What Pagefind keeps of each section, by address: a line of its own, then JSON. */
const fragments = globSync('fragment/*.pf_fragment', { cwd: join(DIST, 'pagefind') }).map(
  (file) => {
    const text = gunzipSync(readFileSync(join(DIST, 'pagefind', file))).toString();
    return JSON.parse(text.slice(text.indexOf('{'))) as { url: string; content: string };
  },
);

test('no words of neighbouring elements run together in what the search shows', () => {
  const base = process.env['BASE_PATH']?.replace(/\/+$/u, '') ?? '';
  const contents = new Map<string, string>();
  for (const { url, content } of fragments) {
    const path = url.slice(base.length).replace(/#.*$/u, '');
    contents.set(path, `${contents.get(path) ?? ''}${content.replaceAll('\u200b', '')}\n`);
  }
  const SEAM = 12;
  const glued = [...pages.values()].flatMap((page) => {
    const content = contents.get(page.path);
    if (content === undefined) return [];
    const texts = page.elements
      .filter(({ tagName }) => /^(?:h[1-6]|dt|dd|li|td|th|p|summary)$/u.test(tagName))
      .map((element) => textOf(element).trim())
      // Shorter ones may follow each other by chance.
      .filter((text) => text.length >= SEAM / 2);
    return texts.flatMap((text, at) => {
      const next = texts[at + 1];
      const seam = `${text.slice(-SEAM)}${next?.slice(0, SEAM) ?? ''}`;
      return next !== undefined && content.includes(seam) ? [`${page.path}: ${seam}`] : [];
    });
  });
  expect(fragments.length).toBeGreaterThan(1000);
  expect(glued).toEqual([]);
});
