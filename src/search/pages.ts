import { splitTerms, toTerms, toWords, type SearchIndex } from '../core/search/index.ts';

/** What Pagefind gives for one result, as far as it is used here. */
interface PagefindData {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** The part of Pagefind's own program that is used here. */
interface Pagefind {
  readonly options: (options: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (query: string) => Promise<{
    readonly results: readonly { readonly data: () => Promise<PagefindData> }[];
  }>;
}

/** A section of the site that has words of the query, checked. */
export interface PageHit {
  readonly href: string;
  readonly title: string;
  readonly parent?: string;
  /** Whether it has every word, or only some of them. */
  readonly reason: 'words' | 'similar';
  /** Some text around the first word that was found. */
  readonly excerpt: string;
}

/** Searches the text of all pages. */
export type SearchPages = (query: string, index: SearchIndex) => Promise<PageHit[]>;

const MAX_READ = 8;
/** Each word costs a piece of the index, about 30 kB; what has all words has these, and is checked for the others. */
const MAX_WORDS = 2;
const EXCERPT = 160;
const MIN_SHARE = 0.5;
const ZERO_WIDTH = /\u200b/gu;
/** What may be a word that only pages know: no digits, as names of pods and nodes have. */
const PLAIN_WORD = /^(?:[a-z]{4,}|[\u3400-\u9fff]{2,})$/u;

/**
 * What Pagefind is asked for, one after the other until it finds something: the most telling words of the line. All of
 * them at once stand nowhere together, and a word that no page has would make it answer nothing, or something else.
 */
function toPagefindQueries(query: string, { words }: SearchIndex): string[] {
  const terms = toTerms(query);
  const known = terms
    .map((term) => ({ term, rarity: rarityOf(term, words.rarity) }))
    .filter(({ rarity }) => rarity > 0)
    .sort((a, b) => b.rarity - a.rarity)
    .map(({ term }) => term);
  const [unknown] = terms
    .filter((term) => !known.includes(term) && PLAIN_WORD.test(term))
    .sort((a, b) => b.length - a.length);
  const [rarest] = known;
  return [
    ...(unknown === undefined ? [] : [[unknown, rarest].filter(Boolean).join(' ')]),
    known.slice(0, MAX_WORDS).join(' '),
  ].filter(Boolean);
}

/** Rarity of a term; of a Chinese run that of its rarest pair, 0 when one of them is unknown. */
function rarityOf(term: string, rarity: ReadonlyMap<string, number>): number {
  const all = splitTerms([term]).map((word) => rarity.get(word) ?? 0);
  return all.includes(0) ? 0 : Math.max(...all);
}

/** The share of the words of a query that a text has, weighted by rarity; unknown words weigh as much as rare ones. */
function shareOfWords(query: string, content: string, { words }: SearchIndex): number {
  const has = new Set(toWords(content));
  const rarest = Math.max(1, ...words.rarity.values());
  let found = 0;
  let all = 0;
  for (const word of toWords(query)) {
    const weight = words.rarity.get(word) ?? rarest;
    all += weight;
    if (has.has(word)) found += weight;
  }
  return all === 0 ? 0 : found / all;
}

/** Where a text may be cut. */
const GAP = /[\s，。；：、]/u;
const TO_GAP = /^[^\s，。；：、]*[\s，。；：、]+/u;
const FROM_GAP = /[\s，。；：、]+[^\s，。；：、]*$/u;
/** Behind the title and between parts of a page there is a dot or a colon: `section-words.ts`. */
const SEPARATORS = /^[\s·.:：]+/u;

/** Full-width signs bring their own space. */
const FULL_WIDTH = /(?<=[。，：；、！？]) /gu;

/** The text of a section without its title, which stands above it in the list. */
function toBody(content: string, title: string): string {
  const plain = content.replace(ZERO_WIDTH, '').replace(FULL_WIDTH, '');
  return plain.startsWith(title) ? plain.slice(title.length).replace(SEPARATORS, '') : plain;
}

/**
 * The part of a text that has most of the words of a query, from a little before the first of them.
 *
 * @example
 * toExcerpt('oom', 'Seen as · OOMKilled') // => 'Seen as · OOMKilled'
 */
export function toExcerpt(query: string, text: string): string {
  const lower = text.toLowerCase();
  const words = splitTerms(toTerms(query));
  const places = words
    .flatMap((word) => {
      const found: { word: string; at: number }[] = [];
      for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length))
        found.push({ word, at });
      return found;
    })
    .sort((a, b) => a.at - b.at);
  const ahead = EXCERPT / 4;
  let start = 0;
  let most = 0;
  for (const { at } of places) {
    const inReach = places.filter((other) => other.at >= at && other.at < at + EXCERPT - ahead);
    const count = new Set(inReach.map(({ word }) => word)).size;
    if (count <= most) continue;
    most = count;
    start = at;
  }
  if (start <= ahead) start = 0;
  else {
    const before = text.slice(start - ahead, start);
    start -= GAP.test(before) ? before.replace(TO_GAP, '').length : ahead;
  }
  const cut = text.slice(start, start + EXCERPT);
  const isWhole = start + EXCERPT >= text.length;
  return `${start > 0 ? '… ' : ''}${isWhole ? cut : `${cut.replace(FROM_GAP, '')} …`}`;
}

/**
 * Loads Pagefind, and gives a function that searches with it.
 *
 * Pagefind returns pages for words that no page has, and nothing for a line with one unknown word. So it is asked for
 * the most telling words of the line only, and every result is checked for the words it claims.
 *
 * @param base Folder of its files.
 */
export async function loadPages(base: string): Promise<SearchPages> {
  const pagefind = (await import(/* @vite-ignore */ `${base}pagefind.js`)) as Pagefind;
  // Without its worker, which would be the same program once more.
  await pagefind.options({ basePath: base, excerptLength: 0, noWorker: true });
  await pagefind.init();
  return async (query, index) => {
    for (const asked of toPagefindQueries(query, index)) {
      const { results } = await pagefind.search(asked);
      const data = await Promise.all(results.slice(0, MAX_READ).map((result) => result.data()));
      const hits = data.flatMap(({ url, content, meta }): (PageHit & { share: number })[] => {
        const { title = url, parent } = meta;
        const text = toBody(content, title);
        const share = shareOfWords(query, `${title} ${text}`, index);
        if (share < MIN_SHARE) return [];
        return [
          {
            href: url,
            title,
            ...(parent === undefined ? {} : { parent }),
            reason: share >= 1 ? 'words' : 'similar',
            excerpt: toExcerpt(query, text),
            share,
          },
        ];
      });
      if (hits.length > 0) return hits.sort((a, b) => b.share - a.share);
    }
    return [];
  };
}
