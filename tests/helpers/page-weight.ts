import { gzipSync } from 'node:zlib';
import {
  attribute,
  findAll,
  readDistFile,
  textOf,
  toSitePath,
  type SitePage,
} from './read-site.ts';

/** Kilobytes (1000 bytes) after gzip, as a reader receives them. */
export interface PageWeight {
  readonly html: number;
  readonly styles: number;
  readonly scripts: number;
  /** Scripts, and the data that islands get in an attribute or in a script that is no program. */
  readonly code: number;
  readonly total: number;
}

export interface Budget {
  readonly kind: string;
  readonly pages: RegExp;
  /** kB of script and data. */
  readonly code: number;
  /** kB of everything that a first visit loads. */
  readonly total: number;
}

/** The first that fits counts. */
export const BUDGETS: readonly Budget[] = [
  { kind: 'triage', pages: /^\/(?:zh-cn\/)?$/u, total: 100, code: 71 },
  { kind: 'runbook', pages: /^\/(?:zh-cn\/)?runbooks\/[^/]+\/$/u, total: 45, code: 12 },
  { kind: 'explainer', pages: /^\/(?:zh-cn\/)?explainers\/[^/]+\/$/u, total: 18, code: 12 },
  { kind: 'commands', pages: /^\/(?:zh-cn\/)?commands\/$/u, total: 20, code: 12 },
  // The list of all codes, once for every reader and for the widget.
  { kind: 'lookup', pages: /^\/(?:zh-cn\/)?lookup\/$/u, total: 70, code: 20 },
  { kind: 'code', pages: /^\/(?:zh-cn\/)?lookup\/./u, total: 15, code: 5 },
  // With the matcher's program; its data and those of Pagefind: see search.test.ts.
  { kind: 'search', pages: /^\/(?:zh-cn\/)?search\/$/u, total: 60, code: 51 },
  // The tree and what it leads to are data of the island; the drawing and the list are text.
  { kind: 'tree', pages: /^\/(?:zh-cn\/)?trees\/[^/]+\/$/u, total: 45, code: 25 },
  { kind: 'compare', pages: /^\/(?:zh-cn\/)?compare\/$/u, total: 60, code: 50 },
  { kind: 'sources', pages: /^\/(?:zh-cn\/)?sources\/$/u, total: 22, code: 3 },
  // Grows with every cause that has a fixture.
  { kind: 'accuracy', pages: /^\/(?:zh-cn\/)?accuracy\/$/u, total: 22, code: 3 },
  { kind: 'other', pages: /^/u, total: 15, code: 5 },
];
export const STYLE_BUDGET = 8;

export function budgetOf({ path }: SitePage): Budget {
  const budget = BUDGETS.find(({ pages }) => pages.test(path));
  if (!budget) throw new Error(`There is no budget for ${path}.`);
  return budget;
}

/** Imports that a browser follows at once; `import()` waits until it is called for. */
const MODULE_IMPORT = /\b(?:from|import)\s*["'](\.\.?\/[^"']+\.js)["']/gu;

const gzipKb = (text: string) => gzipSync(text, { level: 9 }).length / 1000;

const weighed = new Map<string, number>();
/** Many pages load the same file: it is packed once. */
function weighFile(path: string): number {
  const known = weighed.get(path);
  if (known !== undefined) return known;
  const weight = gzipKb(readDistFile(path));
  weighed.set(path, weight);
  return weight;
}

const weighFiles = (paths: Iterable<string>) =>
  [...paths].reduce((sum, path) => sum + weighFile(path), 0);

/** Scripts of a page: those it names, those its islands load, and everything these import. */
function scriptsOf(page: SitePage): Set<string> {
  const named = [
    ...findAll(page, 'script').map((script) => attribute(script, 'src')),
    ...findAll(page, 'link')
      .filter((link) => attribute(link, 'rel') === 'modulepreload')
      .map((link) => attribute(link, 'href')),
    ...findAll(page, 'astro-island').flatMap((island) =>
      ['component-url', 'renderer-url', 'before-hydration-url'].map((name) =>
        attribute(island, name),
      ),
    ),
  ];
  const found = new Set<string>();
  const visit = (href: string | undefined, from: string) => {
    const path = href && toSitePath(href, { ...page, path: from });
    if (!path || found.has(path)) return;
    found.add(path);
    for (const [, next] of readDistFile(path).matchAll(MODULE_IMPORT)) visit(next, path);
  };
  for (const href of named) visit(href, page.path);
  return found;
}

function stylesOf(page: SitePage): string[] {
  return findAll(page, 'link')
    .filter((link) => attribute(link, 'rel') === 'stylesheet')
    .map((link) => toSitePath(attribute(link, 'href') ?? '', page) ?? '');
}

/** Data for islands: in an attribute of theirs, or in a script that is no program. */
function dataOf(page: SitePage): string {
  return [
    ...findAll(page, 'astro-island').map((island) => attribute(island, 'props') ?? ''),
    ...findAll(page, 'script')
      .filter((script) => attribute(script, 'type') === 'application/json')
      .map(textOf),
  ].join('');
}

/** What a first visit to a built page loads. Icons are left out: no page waits for them. */
export function weighPage(page: SitePage): PageWeight {
  const html = weighFile(page.path);
  const styles = weighFiles(stylesOf(page));
  const scripts = weighFiles(scriptsOf(page));
  const data = dataOf(page);
  return {
    html,
    styles,
    scripts,
    code: scripts + (data === '' ? 0 : gzipKb(data)),
    total: html + styles + scripts,
  };
}
