import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../src/cli/catalogue.ts';
import { searchFiguresSchema } from '../../src/schemas/search-figures.ts';
import { attribute, findAll, readSite, textOf } from '../helpers/read-site.ts';
import { FIGURES } from '../search/files.ts';

const ROOT = join(import.meta.dirname, '../..');
const fixtures = globSync('tests/fixtures/**/expected.yaml', { cwd: ROOT }).length;
const pages = readSite().filter(({ path }) => path.endsWith('/accuracy/'));
const cells = (name: string, page: (typeof pages)[number]) => findAll(page, name).map(textOf);

describe.each(pages)('$path', (page) => {
  test('every fixture is counted', () => {
    const [total] = findAll(page, 'tfoot').map(textOf);
    expect(total).toMatch(new RegExp(`\\D${String(fixtures)}\\s*$`, 'u'));
  });

  test('every cause is named, with a link to its section', () => {
    const named = new Set(
      findAll(page, 'a').map((link) => attribute(link, 'href')?.replace(/^.*#/u, '')),
    );
    expect(Object.keys(readCatalogue(ROOT)).filter((id) => !named.has(id))).toEqual([]);
  });

  test('tables that may be wider than the screen can be reached and have a name', () => {
    const groups = page.elements.filter((one) => attribute(one, 'role') === 'group');
    expect(groups.map((one) => attribute(one, 'tabindex'))).toEqual(groups.map(() => '0'));
    const ids = page.elements.map((one) => attribute(one, 'id'));
    for (const group of groups) expect(ids).toContain(attribute(group, 'aria-labelledby'));
    expect(groups.map((one) => attribute(one, 'aria-labelledby'))).toContain('causes');
  });
});

test('the figures are the same in every language', () => {
  const [first, ...others] = pages.map((page) =>
    cells('td', page).filter((cell) => /^\d+$/u.test(cell.trim())),
  );
  expect(first?.length).toBeGreaterThan(0);
  expect(others).not.toEqual([]);
  for (const other of others) expect(other).toEqual(first);
});

test.each(pages)('$path shows how the search answers each kind of query', (page) => {
  const { measured, groups } = searchFiguresSchema.parse(JSON.parse(readFileSync(FIGURES, 'utf8')));
  const section = page.elements.find(
    (one) => attribute(one, 'aria-labelledby') === 'search-figures',
  );
  const text = section ? textOf(section) : '';
  expect(text).toContain(measured);
  const rows = text.match(/\d+(?:\.\d+)? ?%/gu) ?? [];
  expect(rows).toHaveLength(2 * groups.length);
});
