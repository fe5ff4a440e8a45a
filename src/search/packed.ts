import type { Condition, Rule } from '../core/index.ts';
import { toTerms, type SearchEntry } from '../core/search/index.ts';
import { packRules, unpackRules, type PackedRules } from '../report/pack.ts';

/** Stands between texts. A line break would be two characters in JSON, and the data has a budget. */
export const NEXT = '|';
/** Stands between the title of a page and its name in the address. */
export const NAME = '~';

/** Phrases as terms, with a space between terms; a word with capitals stands for itself and its parts. */
type PackedPhrases = string;
/** `[id, title, codes, phrases]`. */
type PackedRunbook = readonly [id: string, title: string, codes: string, phrases: PackedPhrases];
/** `[position of the runbook, title, codes]`, in the order of the ids. */
type PackedCause = readonly [runbook: number, title: string, codes: string];

/**
 * What the matcher knows of the catalogue in one language. The phrases of the causes stand right behind the patterns,
 * which are made of the same words: that is 1 kB less.
 */
export interface PackedCatalogue {
  /** What stands before the path of every page in this language, such as `/zh-cn`. */
  readonly base: string;
  readonly ids: PackedRules[3];
  readonly facts: PackedRules[0];
  readonly patterns: PackedRules[2];
  /** Of the causes, in the order of the ids. */
  readonly phrases: readonly PackedPhrases[];
  readonly runbooks: readonly PackedRunbook[];
  readonly causes: readonly PackedCause[];
  readonly rules: PackedRules[1];
}

/**
 * Pages that are not in the catalogue, by the folder they are in: the title of each and, unless it
 * follows from the title, its name in the address.
 */
export type PackedPages = Readonly<Record<string, string>>;

/** A runbook as it goes into the matcher. */
export interface RunbookTerms {
  readonly id: string;
  readonly title: string;
  readonly codes: readonly string[];
  readonly phrases: readonly string[];
}

/** A cause as it goes into the matcher. */
export interface CauseTerms extends RunbookTerms {
  readonly runbook: string;
  readonly rule: Rule;
}

const readsText = ({ matches, is }: Condition) =>
  matches !== undefined || [is].flat().some((one) => typeof one === 'string');

/**
 * What search needs of a rule: the cases that a line can fulfil, and that say more than “possible”, which words say
 * better.
 */
const toFirmRule = ({ cases }: Rule): Rule => ({
  cases: cases.filter(({ confidence, when }) => confidence !== 'possible' && when.some(readsText)),
});

const LATIN_WORD = /[a-z][a-z0-9]*/giu;
const CAPITAL = /[A-Z]/u;

/** The terms of a text; those that one word in CamelCase has are written as that word. */
function packTerms(text: string, terms: readonly string[]): string {
  let left = [...terms];
  const words: string[] = [];
  for (const [word] of text.matchAll(LATIN_WORD)) {
    const own = toTerms(word);
    if (own.length < 2 || !CAPITAL.test(word) || !own.every((term) => left.includes(term)))
      continue;
    left = left.filter((term) => !own.includes(term));
    words.push(word);
  }
  return [...words, ...left].join(' ');
}

/** A phrase whose words all stand in a longer one tells nothing more. */
function packPhrases(texts: readonly string[]): PackedPhrases {
  const phrases = texts
    .map((text) => ({ text, terms: toTerms(text) }))
    .filter(({ terms }) => terms.length > 0);
  const isIn = (terms: readonly string[], other: readonly string[]) =>
    terms.every((term) => other.includes(term));
  return phrases
    .filter(
      ({ terms }, at) =>
        !phrases.some(
          ({ terms: other }, place) =>
            (other.length > terms.length || (other.length === terms.length && place < at)) &&
            isIn(terms, other),
        ),
    )
    .map(({ text, terms }) => packTerms(text, terms))
    .join(NEXT);
}
const packCodes = (codes: readonly string[]) => codes.join(NEXT);
const unpackCodes = (codes: string) => codes.split(NEXT).filter(Boolean);
const unpackPhrases = (phrases: PackedPhrases) =>
  phrases.split(NEXT).map((line) =>
    line
      .split(' ')
      .filter(Boolean)
      .flatMap((word) => (CAPITAL.test(word) ? toTerms(word) : [word])),
  );

/** Packs the catalogue for the matcher; `unpackEntries` gives back what is needed of it. */
export function packCatalogue(
  base: string,
  runbooks: readonly RunbookTerms[],
  causes: readonly CauseTerms[],
): PackedCatalogue {
  const [facts, rules, patterns, ids] = packRules(
    Object.fromEntries(causes.map(({ id, rule }) => [id, { rule: toFirmRule(rule) }])),
  );
  return {
    base,
    ids,
    facts,
    patterns,
    phrases: causes.map(({ phrases }) => packPhrases(phrases)),
    runbooks: runbooks.map(({ id, title, codes, phrases }) => [
      id,
      title,
      packCodes(codes),
      packPhrases(phrases),
    ]),
    causes: causes.map(({ runbook, title, codes }) => [
      runbooks.findIndex(({ id }) => id === runbook),
      title,
      packCodes(codes),
    ]),
    rules,
  };
}

/** The name in an address that a title has by itself. */
export function toSlug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
}

/** Everything that can be found, in one language, one entry after the other. */
export function* unpackEntries(
  { base, ids, facts, patterns, phrases, runbooks, causes, rules }: PackedCatalogue,
  pages: PackedPages,
): Generator<SearchEntry, void, undefined> {
  for (const [id, title, codes, own] of runbooks)
    yield {
      kind: 'runbook',
      href: `${base}/runbooks/${id}/`,
      title,
      codes: unpackCodes(codes),
      phrases: unpackPhrases(own),
    };
  const unpacked = Object.entries(unpackRules([facts, rules, patterns, ids]));
  for (const [index, [at, title, codes]] of causes.entries()) {
    const runbook = runbooks[at];
    const own = unpacked[index];
    if (!runbook || !own) continue;
    const [cause, rule] = own;
    yield {
      kind: 'cause',
      href: `${base}/runbooks/${runbook[0]}/#${cause}`,
      title,
      parent: runbook[1],
      codes: unpackCodes(codes),
      phrases: [toTerms(cause.replaceAll('-', ' ')), ...unpackPhrases(phrases[index] ?? '')],
      cause,
      rule,
    };
  }
  for (const [folder, members] of Object.entries(pages))
    for (const line of members.split(NEXT)) {
      const [title = '', name = toSlug(title)] = line.split(NAME);
      yield { kind: 'page', href: `${base}${folder}${name}/`, title, codes: [title], phrases: [] };
    }
}
