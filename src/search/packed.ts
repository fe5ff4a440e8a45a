import type { Rule } from '../core/index.ts';
import { toTerms, type SearchEntry } from '../core/search/index.ts';
import { packRules, unpackRules, type PackedRules } from '../report/pack.ts';

/** Phrases as terms: a space between terms, a line for each phrase. */
type PackedPhrases = string;
/** `[id, title, codes, phrases]`; codes have a tab between them, since some have spaces. */
type PackedRunbook = readonly [id: string, title: string, codes: string, phrases: PackedPhrases];
/** `[position of the runbook, title, codes, phrases]`, in the order of the rules. */
type PackedCause = readonly [runbook: number, title: string, codes: string, phrases: PackedPhrases];

/** What the matcher knows of the catalogue in one language. */
export interface PackedCatalogue {
  /** What stands before the path of every page in this language, such as `/zh-cn`. */
  readonly base: string;
  readonly rules: PackedRules;
  readonly runbooks: readonly PackedRunbook[];
  readonly causes: readonly PackedCause[];
}

/**
 * Pages and sections that are not in the catalogue, by the folder they are in: `[slug, title, parent]`. The slug may
 * be empty, hold an anchor, or be left out as 0 when it is the title in lower case.
 */
export type PackedPages = readonly (readonly [
  folder: string,
  pages: readonly (readonly [slug: string | 0, title: string, parent?: string])[],
])[];

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

const packPhrases = (texts: readonly string[]): PackedPhrases =>
  [...new Set(texts.map((text) => toTerms(text).join(' ')))].filter(Boolean).join('\n');
const packCodes = (codes: readonly string[]) => codes.join('\t');
const unpackCodes = (codes: string) => codes.split('\t').filter(Boolean);
const unpackPhrases = (phrases: PackedPhrases) =>
  phrases.split('\n').map((line) => line.split(' ').filter(Boolean));

/** Packs the catalogue for the matcher; `unpackEntries` gives back what is needed of it. */
export function packCatalogue(
  base: string,
  runbooks: readonly RunbookTerms[],
  causes: readonly CauseTerms[],
): PackedCatalogue {
  return {
    base,
    rules: packRules(Object.fromEntries(causes.map((cause) => [cause.id, cause]))),
    runbooks: runbooks.map(({ id, title, codes, phrases }) => [
      id,
      title,
      packCodes(codes),
      packPhrases(phrases),
    ]),
    causes: causes.map(({ runbook, title, codes, phrases }) => [
      runbooks.findIndex(({ id }) => id === runbook),
      title,
      packCodes(codes),
      packPhrases(phrases),
    ]),
  };
}

/** The name in an address that a title has by itself. */
export function toSlug(title: string): string {
  return title.toLowerCase();
}

/** Everything that can be found, in one language. */
export function unpackEntries(catalogue: PackedCatalogue, pages: PackedPages): SearchEntry[] {
  const { base, runbooks, causes } = catalogue;
  const rules = Object.entries(unpackRules(catalogue.rules));
  return [
    ...runbooks.map(([id, title, codes, phrases]): SearchEntry => ({
      kind: 'runbook',
      href: `${base}/runbooks/${id}/`,
      title,
      codes: unpackCodes(codes),
      phrases: unpackPhrases(phrases),
    })),
    ...causes.flatMap(([at, title, codes, phrases], index): SearchEntry[] => {
      const runbook = runbooks[at];
      const own = rules[index];
      if (!runbook || !own) return [];
      const [cause, rule] = own;
      return [
        {
          kind: 'cause',
          href: `${base}/runbooks/${runbook[0]}/#${cause}`,
          title,
          parent: runbook[1],
          codes: unpackCodes(codes),
          phrases: [toTerms(cause.replaceAll('-', ' ')), ...unpackPhrases(phrases)],
          cause,
          rule,
        },
      ];
    }),
    ...pages.flatMap(([folder, members]) =>
      members.map(([slug, title, parent]): SearchEntry => ({
        kind: 'page',
        href: `${base}${folder}${slug === 0 ? `${toSlug(title)}/` : slug}`,
        title,
        ...(parent === undefined ? {} : { parent }),
        codes: [title],
        phrases: [],
      })),
    ),
  ];
}
