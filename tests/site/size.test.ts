import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import {
  attribute,
  findAll,
  readDistFile,
  readSite,
  textOf,
  toSitePath,
  type SitePage,
} from '../helpers/read-site.ts';

/** Kilobytes (1000 bytes) after gzip, as a reader receives them. `code` is script and data. */
const BUDGETS = [
  { kind: 'triage', pages: /^\/(?:zh-cn\/)?$/u, total: 100, code: 62 },
  { kind: 'runbook', pages: /^\/(?:zh-cn\/)?runbooks\/[^/]+\/$/u, total: 45, code: 5 },
  // Grows with every cause that has a fixture.
  { kind: 'accuracy', pages: /^\/(?:zh-cn\/)?accuracy\/$/u, total: 18, code: 1 },
  { kind: 'other', pages: /^/u, total: 15, code: 5 },
];
const STYLE_BUDGET = 8;

/** Imports that a browser follows at once; `import()` waits until it is called for. */
const MODULE_IMPORT = /\b(?:from|import)\s*["'](\.\.?\/[^"']+\.js)["']/gu;

const gzipKb = (text: string) => gzipSync(text, { level: 9 }).length / 1000;
const sumKb = (paths: Iterable<string>) =>
  [...paths].reduce((sum, path) => sum + gzipKb(readDistFile(path)), 0);

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

test.each(readSite())('$path stays within its budget', (page) => {
  const budget = BUDGETS.find(({ pages }) => pages.test(page.path));
  const scripts = sumKb(scriptsOf(page));
  const styles = sumKb(stylesOf(page));
  const code = scripts + gzipKb(dataOf(page));
  const total = gzipKb(readDistFile(page.path)) + scripts + styles;

  expect(styles, 'kB of style').toBeLessThanOrEqual(STYLE_BUDGET);
  expect(code, 'kB of script and data').toBeLessThanOrEqual(budget?.code ?? 0);
  expect(total, 'kB in all').toBeLessThanOrEqual(budget?.total ?? 0);
});
