import { search, type SearchEntry } from '../core/search/index.ts';
import type { AskedAddress } from './address.ts';
import type { Matcher } from './load.ts';
import { mergeResults, type Result } from './merge.ts';

const MAX_FOUND = 6;

const squeeze = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** The names under which an entry may stand in an address. */
const namesOf = ({ href, cause, title }: SearchEntry) =>
  [cause ?? /([^/]+)\/$/u.exec(href)?.[1] ?? '', title].map(squeeze);

/** The pages that an address may mean: what is named so first, then what has its words. */
export function findAskedPages(
  { index }: Pick<Matcher, 'index'>,
  { names, query }: Pick<AskedAddress, 'names' | 'query'>,
): Pick<Result, 'href' | 'title' | 'parent'>[] {
  const named = names
    .map(squeeze)
    .filter((name) => name !== '')
    .flatMap((name) => index.entries.filter((entry) => namesOf(entry).includes(name)));
  const similar = query === '' ? [] : mergeResults(search(index, query), []);
  const seen = new Set<string>();
  return [...named, ...similar]
    .filter(({ href }) => !seen.has(href) && seen.add(href))
    .slice(0, MAX_FOUND);
}
