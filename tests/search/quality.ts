// How well search answers queries of our own making, on the built site, beside stock Pagefind on the same pages:
// npm run search:quality [-- --misses | --write]. Ends with 1 when search is worse than it has to be.
//   --misses  prints what was asked and found where the right section does not come first
//   --write   keeps the figures in figures.json, for the accuracy page
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { close, createIndex } from 'pagefind';
import { parse } from 'yaml';
import { LOCALES, type Locale } from '../../src/core/index.ts';
import type { SearchFigures } from '../../src/schemas/search-figures.ts';
import { BROWSER_ARGS, ensureBrowser } from '../helpers/ensure-browser.ts';
import { startSiteServer } from '../helpers/site-server.ts';
import { FIGURES, hashQueries, QUERIES } from './files.ts';

interface Query {
  readonly kind: string;
  readonly locale: Locale;
  readonly q: string;
  /** Ids of causes; of runbooks with a slash behind. */
  readonly expect: readonly string[];
}

interface Answer {
  /** Links in order. */
  readonly links: readonly string[];
  readonly milliseconds: number;
}

/** What has to hold, in per cent. */
const FLOOR = { first: 85, three: 93 };
const READ = 10;
const ROOT = join(import.meta.dirname, '../..');
const STOCK = '/stock-pagefind/';
const TIMEOUT = 15_000;

const queries = parse(readFileSync(QUERIES, 'utf8')) as Query[];

/** Whether a link is one of the right ones: the section of a cause, or anything in a runbook. */
function isRight(link: string, expect: readonly string[]): boolean {
  const { pathname, hash } = new URL(link, 'http://site');
  return expect.some((one) =>
    one.endsWith('/') ? pathname.includes(`/runbooks/${one}`) : hash === `#${one}`,
  );
}

/** The search page, as a reader meets it. */
async function askSearch(page: Page, base: string, { locale, q }: Query): Promise<Answer> {
  const folder = locale === 'en' ? '' : `/${locale}`;
  const start = performance.now();
  await page.goto(`${base}${folder}/search/?q=${encodeURIComponent(q)}`);
  await page.waitForSelector('[data-search-state=done]', { state: 'attached', timeout: TIMEOUT });
  const milliseconds = performance.now() - start;
  const links = await page.$$eval('a[data-search-result]', (found) =>
    found.map((link) => (link as HTMLAnchorElement).href),
  );
  return { links: links.slice(0, READ), milliseconds };
}

/** Pagefind as it comes: the query as typed, its own order, pages with their sections. */
async function askStock(page: Page, q: string): Promise<Answer> {
  const start = performance.now();
  const links = await page.evaluate(
    async ([folder, query, count]) => {
      interface Found {
        readonly url: string;
        readonly sub_results: readonly { readonly url: string }[];
      }
      const pagefind = (await import(`${folder}pagefind.js`)) as {
        options: (options: object) => Promise<void>;
        search: (text: string) => Promise<{ results: { data: () => Promise<Found> }[] }>;
      };
      await pagefind.options({ basePath: folder, noWorker: true });
      const { results } = await pagefind.search(query);
      const pages = await Promise.all(results.slice(0, count).map((result) => result.data()));
      return pages.flatMap(({ url, sub_results: sections }) =>
        sections.length > 0 ? sections.map((section) => section.url) : [url],
      );
    },
    [STOCK, q, READ] as const,
  );
  return { links: links.slice(0, READ), milliseconds: performance.now() - start };
}

/** Milliseconds from the last key to the answer of the matcher on the page, once everything is loaded. */
async function timeKeys(page: Page, base: string): Promise<number[]> {
  await page.goto(`${base}/search/?q=pod`);
  await page.waitForSelector('[data-search-state=done]', { state: 'attached', timeout: TIMEOUT });
  const english = queries.filter(({ locale }) => locale === 'en').map(({ q }) => q);
  return page.evaluate(async (texts) => {
    const box = document.querySelector<HTMLInputElement>('main .search-box');
    const list = document.querySelector('main .search');
    const times: number[] = [];
    if (!box || !list) return times;
    const type = (text: string) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(performance.now() - start);
        });
        observer.observe(list, { subtree: true, childList: true, characterData: true });
        box.value = text;
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      });
    for (const text of texts) {
      await type('');
      times.push(await type(text));
    }
    return times;
  }, english);
}

/** Indexes the built site with Pagefind's defaults, outside of it. */
async function indexStock(folder: string): Promise<void> {
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind does not start.');
  await index.addDirectory({ path: join(ROOT, 'dist') });
  await index.writeFiles({ outputPath: folder });
  await close();
}

const percent = (count: number, of: number) =>
  of === 0 ? 0 : Math.round((1000 * count) / of) / 10;

function sumUp(name: string, places: readonly number[], times: readonly number[]) {
  const within = (limit: number) => places.filter((at) => at >= 0 && at < limit).length;
  const reciprocal = places.reduce((sum, at) => sum + (at < 0 ? 0 : 1 / (at + 1)), 0);
  const sorted = times.toSorted((a, b) => a - b);
  return {
    search: name,
    queries: places.length,
    first: percent(within(1), places.length),
    'first three': percent(within(3), places.length),
    'mean reciprocal rank': Math.round((1000 * reciprocal) / places.length) / 1000,
    'nothing right': places.filter((at) => at < 0).length,
    'median ms': Math.round(sorted[sorted.length >> 1] ?? 0),
  };
}

const showMisses = process.argv.includes('--misses');
const { origin: base, stop } = await startSiteServer();
const stock = mkdtempSync(join(tmpdir(), 'stock-pagefind-'));
try {
  await indexStock(stock);
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: [...BROWSER_ARGS],
  });
  const page = await browser.newPage();
  await page.route(`**${STOCK}**`, (route) =>
    route.fulfill({
      path: join(stock, new URL(route.request().url()).pathname.slice(STOCK.length)),
    }),
  );
  const answers: {
    query: Query;
    own: number;
    stock: number;
    ownTime: number;
    stockTime: number;
  }[] = [];
  for (const query of queries) {
    const own = await askSearch(page, base, query);
    const other = await askStock(page, query.q);
    const place = ({ links }: Answer) => links.findIndex((link) => isRight(link, query.expect));
    answers.push({
      query,
      own: place(own),
      stock: place(other),
      ownTime: own.milliseconds,
      stockTime: other.milliseconds,
    });
    if (showMisses && place(own) !== 0)
      console.log(`${place(own)} ${query.q} → ${own.links.slice(0, 3).join(' ')}`);
  }
  const keys = (await timeKeys(page, base)).toSorted((a, b) => a - b);
  await browser.close();
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  const groups = [
    { name: 'all', isIn: () => true },
    ...LOCALES.map((locale) => ({ name: locale, isIn: (query: Query) => query.locale === locale })),
    ...kinds.map((kind) => ({ name: kind, isIn: (query: Query) => query.kind === kind })),
  ];
  console.table(
    groups.flatMap(({ name, isIn }) => {
      const own = answers.filter(({ query }) => isIn(query));
      const times = (key: 'ownTime' | 'stockTime') => own.map((answer) => answer[key]);
      return [
        sumUp(
          `${name}: ours`,
          own.map((answer) => answer.own),
          times('ownTime'),
        ),
        sumUp(
          `${name}: stock Pagefind`,
          own.map((answer) => answer.stock),
          times('stockTime'),
        ),
      ];
    }),
  );
  console.log(
    `First result after the last key: median ${Math.round(keys[keys.length >> 1] ?? 0)} ms, slowest ${Math.round(keys.at(-1) ?? 0)} ms.`,
  );
  if (process.argv.includes('--write')) {
    const figures = {
      measured: new Date().toISOString().slice(0, 10),
      queries: hashQueries(),
      groups: groups.map(({ name, isIn }) => {
        const asked = answers.filter(({ query }) => isIn(query));
        const within = (limit: number) => asked.filter(({ own }) => own >= 0 && own < limit).length;
        return { name, queries: asked.length, first: within(1), three: within(3) };
      }),
    } satisfies SearchFigures;
    writeFileSync(FIGURES, `${JSON.stringify(figures, undefined, 2)}\n`);
  }
  const { first, 'first three': three } = sumUp(
    '',
    answers.map(({ own }) => own),
    [],
  );
  if (first < FLOOR.first || three < FLOOR.three) {
    console.error(
      `Search has to be right first for ${FLOOR.first} %, in the first three for ${FLOOR.three} %.`,
    );
    process.exitCode = 1;
  }
} finally {
  stop();
  rmSync(stock, { recursive: true, force: true });
}
