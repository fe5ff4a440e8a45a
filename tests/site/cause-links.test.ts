import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../src/cli/catalogue.ts';
import { findAll, readSite, textOf } from '../helpers/read-site.ts';

const ids = new Set(Object.keys(readCatalogue(join(import.meta.dirname, '../..'))));
const pages = readSite().filter(({ path }) => /\/runbooks\/[^/]+\/$/u.test(path));

describe.each(pages)('$path', (page) => {
  test('a link to a cause shows its title, never its id', () => {
    const labels = findAll(page, 'a').map((link) => textOf(link).trim());
    expect(labels.filter((label) => ids.has(label))).toEqual([]);
  });

  test('what to expect of a command names causes by their title', () => {
    const words = findAll(page, 'dd')
      .filter((note) => !note.attrs.some(({ name }) => name === 'class'))
      .flatMap((note) => textOf(note).match(/[a-z]+(?:-[a-z]+)+/gu) ?? []);
    expect(words.filter((word) => ids.has(word))).toEqual([]);
  });
});
