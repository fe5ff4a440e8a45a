import { readFileSync } from 'node:fs';
import { searchFiguresSchema, type SearchFigures } from '../schemas/search-figures.ts';

const FILE = 'tests/search/figures.json';

/** How search answered queries of our own, as it was measured last. Throws when the file does not fit its schema. */
export function readSearchFigures(): SearchFigures {
  const read = searchFiguresSchema.safeParse(JSON.parse(readFileSync(FILE, 'utf8')));
  if (!read.success) throw new Error(`${FILE}:\n${read.error.message}`);
  return read.data;
}
