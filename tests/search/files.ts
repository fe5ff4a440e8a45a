import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const QUERIES = join(import.meta.dirname, 'queries.yaml');
export const FIGURES = join(import.meta.dirname, 'figures.json');

/** Changes with every change of the queries. */
export function hashQueries(): string {
  return createHash('sha256').update(readFileSync(QUERIES)).digest('base64url');
}
