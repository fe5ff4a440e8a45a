import { diagnose } from '../diagnose.ts';
import {
  findWords,
  indexCutPhrases,
  phrasesOfPattern,
  readWords,
  weighWords,
  type CutPhrase,
  type PhraseIndex,
} from '../errorLine.ts';
import { letterDistance } from '../letter-distance.ts';
import { finish, type Steps } from '../steps.ts';
import type { Confidence, Rule, Rules } from '../types.ts';
import { splitTerms, stem, toWords } from './words.ts';

/** What a result leads to. */
export type EntryKind = 'cause' | 'runbook' | 'page';

/** Something that can be found: a cause, a runbook, or any other page or section of the site. */
export interface SearchEntry {
  readonly kind: EntryKind;
  readonly href: string;
  readonly title: string;
  /** Title of what it is a part of. */
  readonly parent?: string;
  /** Statuses, reasons and exit codes it stands for, in Kubernetes' own spelling. */
  readonly codes: readonly string[];
  /** What people call it, as the terms of `toTerms`, one list for each phrase. */
  readonly phrases: readonly (readonly string[])[];
  /** Given for a cause: its id and how triage recognises it. */
  readonly cause?: string;
  readonly rule?: Rule;
}

/** Why a result is there: it is what the message means, what the code means, has all the words, or some of them. */
export type Reason = 'message' | 'code' | 'words' | 'similar';

export interface SearchHit {
  readonly entry: SearchEntry;
  readonly reason: Reason;
  /** Comparable within one search only. */
  readonly score: number;
}

/** Entries prepared for many searches. */
export interface SearchIndex {
  readonly entries: readonly SearchEntry[];
  readonly words: PhraseIndex;
  /** Positions of the entries that have a code, by the code in lower case. */
  readonly byCode: ReadonlyMap<string, readonly number[]>;
  readonly rules: Rules;
  /** Position of the entry of a cause, by its id. */
  readonly positions: ReadonlyMap<string, number>;
  /** Position of the runbook in which a cause is a section, by the position of the cause. */
  readonly runbookOf: readonly (number | undefined)[];
}

const patternsOf = ({ cases }: Rule) =>
  cases.flatMap(({ when }) => when).flatMap(({ matches }) => matches ?? []);

/** So many entries at a time are a few milliseconds. */
const SLICE = 10;

/**
 * Prepares entries once for many searches, in slices: on a phone it takes about a second, in which the page has to
 * answer to touch and keys.
 */
export function* indexInSteps(source: Iterable<SearchEntry>): Steps<SearchIndex> {
  const entries: SearchEntry[] = [];
  const phrases: CutPhrase[] = [];
  for (const entry of source) {
    const cause = String(entries.length);
    const { title, codes, phrases: own, rule } = entry;
    entries.push(entry);
    const texts = [title, ...codes, ...(rule ? patternsOf(rule).flatMap(phrasesOfPattern) : [])];
    for (const text of new Set(texts)) phrases.push({ cause, words: toWords(text) });
    for (const terms of own) phrases.push({ cause, words: splitTerms(terms) });
    if (entries.length % SLICE === 0) yield;
  }
  const words = yield* indexCutPhrases(phrases);
  const runbooks = new Map(
    entries.flatMap(({ kind, href }, at) => (kind === 'runbook' ? [[href, at] as const] : [])),
  );
  const runbookOf = entries.map(({ href }) => runbooks.get(href.replace(/#[^]*$/u, '')));
  yield;
  return {
    entries,
    positions: new Map(entries.flatMap(({ cause }, at) => (cause ? [[cause, at] as const] : []))),
    runbookOf,
    words,
    byCode: indexCodes(entries, runbookOf),
    rules: Object.fromEntries(
      entries.flatMap(({ cause, rule }) =>
        cause && rule ? [[cause, { rule, rivals: [] }] as const] : [],
      ),
    ),
  };
}

/** The same at once. */
export function indexEntries(entries: Iterable<SearchEntry>): SearchIndex {
  return finish(indexInSteps(entries));
}

/** So many causes of one runbook share a code that it stands for the runbook, too. */
const SHARED_BY = 3;

/** Positions of the entries that have a code; a runbook also has the codes that several of its causes share. */
function indexCodes(
  entries: readonly SearchEntry[],
  runbookOf: readonly (number | undefined)[],
): Map<string, number[]> {
  const byCode = new Map<string, number[]>();
  entries.forEach(({ codes }, index) => {
    for (const code of codes) {
      const key = code.toLowerCase().replace(EDGE, '');
      const known = byCode.get(key) ?? [];
      if (!known.includes(index)) byCode.set(key, [...known, index]);
    }
  });
  for (const positions of byCode.values()) {
    const runbooks = positions.flatMap((at) =>
      entries[at]?.kind === 'cause' ? (runbookOf[at] ?? []) : [],
    );
    for (const runbook of new Set(runbooks))
      if (
        runbooks.filter((one) => one === runbook).length >= SHARED_BY &&
        !positions.includes(runbook)
      )
        positions.push(runbook);
  }
  return byCode;
}

const EDGE = /^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu;
const BETWEEN = /[\s"'`,;()[\]{}=|，。；：、（）“”]+/u;
const ABOUT_NUMBER = /exit|code|status|signal|退出|状态码|信号/iu;
const NUMBER = /^\d+$/u;
/** Shorter words differ from each other by as little as from a misspelling. */
const MISSPELT_CODE_FROM = 8;
const LONG_WORD = /[a-z]{8,}/giu;
const MISSPELT_BY = 2;

/** Whether a number in the text may be an exit code. */
const mayNameNumber = (query: string) => ABOUT_NUMBER.test(query) || NUMBER.test(query.trim());

/** Every code that a text names, with the entries that have it. */
export function findCodes(
  { byCode }: SearchIndex,
  query: string,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  const withNumbers = mayNameNumber(query);
  const tokens = query.split(BETWEEN);
  const parts = tokens.flatMap((token) => token.split(/[:：]/u));
  for (const token of [query, ...tokens, ...parts]) {
    const code = token.replace(EDGE, '').toLowerCase();
    const entries = byCode.get(code);
    if (entries && (withNumbers || !NUMBER.test(code))) found.set(code, entries);
  }
  return found;
}

/** Puts misspelt codes right: long words that nothing knows, and that are a letter or two from a code. */
function correctCodes({ entries, byCode, words }: SearchIndex, text: string): string {
  return text.replaceAll(LONG_WORD, (word) => {
    const lower = word.toLowerCase();
    if (byCode.has(lower)) return word;
    const isKnown = words.rarity.has(stem(lower));
    let best: string | undefined;
    let least = MISSPELT_BY + 1;
    for (const code of byCode.keys()) {
      if (code.length < MISSPELT_CODE_FROM || !code.startsWith(lower.slice(0, 1))) continue;
      // A known word is only another form of a code that has the same stem.
      if (isKnown && stem(code) !== stem(lower)) continue;
      const distance = letterDistance(lower, code, least - 1);
      if (distance < least) [best, least] = [code, distance];
    }
    const [at = -1] = byCode.get(best ?? '') ?? [];
    return entries[at]?.codes.find((code) => code.toLowerCase() === best) ?? word;
  });
}

/** What a sign adds to the likeness, which is at most 1.5. */
const MESSAGE: Readonly<Record<Confidence, number>> = { certain: 2, likely: 0.9, possible: 0.25 };
const CODE: Readonly<Record<EntryKind, number>> = { cause: 1.2, runbook: 0.9, page: 0.5 };
/** How much less a code counts for each one that a cause names before it. */
const LATER_CODE = 0.3;
/** How much less each further cause of the same text counts. */
const NEXT_MESSAGE = 0.15;
const MAX_STEPS = 4;
/** Part of what speaks for a runbook that also speaks for its causes. */
const WITHIN = 0.5;
/** The other pages stand behind causes and runbooks that are as like. */
const PAGE = 0.7;
const MIN_COVERAGE = 0.2;
const ALL = 0.999;
const MAX_HITS = 20;

/** What speaks for one entry. */
interface Signs {
  reason: Reason;
  /** By words and codes; at most about 2.5. */
  own: number;
  message: number;
  /** Share of the typed words that it has. */
  coverage: number;
}

/**
 * Finds what an error line, a code or a question means, best first.
 *
 * Three things count: what triage recognises in the text, the codes it names, and the words it shares with an entry,
 * weighted by rarity. Names, addresses and numbers of one cluster don't count. A cause gains with its runbook; a
 * runbook stands before its causes only when it has the words that tell. Returns nothing for a text that shares next to
 * nothing with any entry.
 */
export function search(index: SearchIndex, text: string): SearchHit[] {
  const query = correctCodes(index, text);
  const signs = new Map<number, Signs>();
  const signsOf = (at: number): Signs => {
    const known = signs.get(at) ?? { reason: 'similar', own: 0, message: 0, coverage: 0 };
    signs.set(at, known);
    return known;
  };
  addWords(index, query, signsOf);
  addMessages(index, query, signsOf);
  const { entries, runbookOf } = index;
  return [...signs]
    .flatMap(([at, { reason, own, message, coverage }]) => {
      const entry = entries[at];
      if (!entry) return [];
      const runbook = signs.get(runbookOf[at] ?? -1);
      const score = {
        cause: own + message + WITHIN * (runbook?.own ?? 0),
        runbook: (1 + WITHIN) * own * coverage ** 2,
        page: own * PAGE,
      }[entry.kind];
      return [{ entry, reason, score }];
    })
    .sort((a, b) => b.score - a.score || (a.entry.href < b.entry.href ? -1 : 1))
    .slice(0, MAX_HITS);
}

/** Adds what the words and the codes of a text speak for. */
function addWords(index: SearchIndex, query: string, signsOf: (at: number) => Signs): void {
  const { entries, words } = index;
  const withNumbers = mayNameNumber(query);
  const typed = readWords(
    words,
    toWords(query).filter((word) => withNumbers || !NUMBER.test(word)),
  );
  for (const { cause, score, coverage } of findWords(words, typed)) {
    if (coverage < MIN_COVERAGE) continue;
    const sign = signsOf(Number(cause));
    sign.own = score / typed.weight;
    sign.coverage = coverage;
    if (coverage >= ALL) sign.reason = 'words';
  }
  for (const [code, found] of findCodes(index, query)) {
    const share = Math.min(1, weighWords(words, toWords(code)) / Math.max(typed.weight, 1));
    const causes = found.filter((at) => entries[at]?.kind === 'cause').length;
    for (const at of found) {
      const entry = entries[at];
      if (!entry) continue;
      const sign = signsOf(at);
      sign.own += share * weighCode(entry, code, causes);
      sign.coverage = Math.max(sign.coverage, share);
      sign.reason = 'code';
    }
  }
}

/**
 * What a code says for an entry: for a cause the more, the fewer have it and the earlier it names it; for a runbook
 * the more, the more of its causes could be meant, and all of it when it is named after the code.
 */
function weighCode({ kind, codes, title }: SearchEntry, code: string, causes: number): number {
  if (kind === 'page') return CODE.page;
  if (kind === 'runbook')
    return title.toLowerCase().includes(code)
      ? CODE.runbook
      : CODE.runbook * (1 - 1 / (causes + 1));
  const place = codes.findIndex((one) => one.toLowerCase() === code);
  return CODE.cause / Math.sqrt(causes) / (1 + LATER_CODE * place);
}

/** Adds what triage recognises in a text. */
function addMessages(
  { positions, rules }: SearchIndex,
  query: string,
  signsOf: (at: number) => Signs,
): void {
  const seen = new Set<string>();
  for (const { cause, confidence } of diagnose(query, rules).findings) {
    const at = positions.get(cause);
    if (at === undefined || seen.has(cause)) continue;
    const sign = signsOf(at);
    sign.message = MESSAGE[confidence] * (1 - NEXT_MESSAGE * Math.min(seen.size, MAX_STEPS));
    if (confidence !== 'possible') sign.reason = 'message';
    seen.add(cause);
  }
}
