import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { LOCALES } from '../../src/core/index.ts';
import type { Change } from '../../src/schemas/change.ts';
import { attribute, readSite } from '../helpers/read-site.ts';

const FILE = join(import.meta.dirname, '../../content/changes.yaml');
const changes = parse(readFileSync(FILE, 'utf8')) as readonly Change[];
const pages = new Map(readSite().map((page) => [page.path, page]));

test.each(LOCALES)('%s: every change leads to a page or a section that exists', (locale) => {
  const dead = changes.filter(({ path }) => {
    const [own = '', anchor] = path.split('#');
    const page = pages.get(`${locale === 'en' ? '' : `/${locale}`}${own}`);
    const isThere =
      anchor === undefined || page?.elements.some((one) => attribute(one, 'id') === anchor);
    return !page || isThere !== true;
  });
  expect(dead.map(({ id }) => id)).toEqual([]);
});
