import { z } from 'astro/zod';

const count = z.int().nonnegative();

/**
 * `tests/search/figures.json`: how search answered the queries of `tests/search/queries.yaml`, written by
 * `npm run search:quality -- --write`.
 */
export const searchFiguresSchema = z.strictObject({
  /** The day on which it was measured. */
  measured: z.iso.date(),
  /** SHA-256 of the queries, so that a test sees that they were changed since. */
  queries: z.string(),
  /** How often the right section came first, and among the first three; by language and by kind of query, `all` first. */
  groups: z.array(z.strictObject({ name: z.string(), queries: count, first: count, three: count })),
});

export type SearchFigures = z.infer<typeof searchFiguresSchema>;
