import type { Reason, SearchHit } from '../core/search/index.ts';
import type { PageHit } from './pages.ts';

/** One row of the list. */
export interface Result {
  readonly href: string;
  readonly title: string;
  readonly parent?: string | undefined;
  readonly reason: Reason;
  readonly excerpt?: string;
}

const MAX_RESULTS = 10;
/** What scores less than this part of the best is left out. */
const MIN_OF_BEST = 0.3;
/** A weak likeness stands behind pages that have all the words. */
const WEAK = 0.35;

/** The matcher's results without those that are far behind the best. */
function toRows(hits: readonly SearchHit[]): (Result & { readonly score: number })[] {
  const best = hits[0]?.score ?? 0;
  return hits
    .filter(({ score }) => score >= MIN_OF_BEST * best)
    .map(({ entry: { href, title, parent }, reason, score }) => ({
      href,
      title,
      parent,
      reason,
      score,
    }));
}

/**
 * Makes one list of both stages: what the matcher knows first, then pages that have all the words, then what is only
 * similar. Nothing stands twice.
 */
export function mergeResults(hits: readonly SearchHit[], pages: readonly PageHit[]): Result[] {
  const rows = toRows(hits);
  const isStrong = ({ reason, score }: (typeof rows)[number]) =>
    reason !== 'similar' || score >= WEAK;
  const excerpts = new Map(pages.map(({ href, excerpt }) => [href, excerpt]));
  const list: Result[] = [
    ...rows.filter(isStrong),
    ...pages.filter(({ reason }) => reason === 'words'),
    ...rows.filter((row) => !isStrong(row)),
    ...pages.filter(({ reason }) => reason === 'similar'),
  ];
  const seen = new Set<string>();
  return list
    .filter(({ href }) => !seen.has(href) && seen.add(href))
    .slice(0, MAX_RESULTS)
    .map(({ href, title, parent, reason }) => {
      const excerpt = excerpts.get(href);
      return { href, title, parent, reason, ...(excerpt === undefined ? {} : { excerpt }) };
    });
}
