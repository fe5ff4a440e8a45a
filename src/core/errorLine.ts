import { letterDistance } from './letter-distance.ts';
import { guessInput } from './guess.ts';
import { eachInSlices, finish, type Steps } from './steps.ts';
import type { ObjectReport, Rules, SourceLine } from './types.ts';
import { stem, toWords } from './search/words.ts';

/** A text that stands for a cause: its title, a name people use, a message, a code. */
export interface Phrase {
  readonly cause: string;
  readonly text: string;
}

/** A cause that shares words with what was typed; scores are comparable within one search only. */
export interface PhraseHit {
  readonly cause: string;
  readonly score: number;
  /** Share of the typed words, weighted by rarity, that the phrases of the cause have; 0 to 1. */
  readonly coverage: number;
}

interface IndexedPhrase {
  readonly cause: string;
  readonly words: ReadonlySet<string>;
  readonly weight: number;
}

/** Phrases prepared for comparison. */
export interface PhraseIndex {
  readonly phrases: readonly IndexedPhrase[];
  readonly byCause: ReadonlyMap<string, ReadonlySet<string>>;
  /** How much a word tells: the rarer among the causes, the more. */
  readonly rarity: ReadonlyMap<string, number>;
}

/** A phrase that is cut into its words already, as `toWords` does it. */
export interface CutPhrase {
  readonly cause: string;
  readonly words: readonly string[];
}

/** Prepares phrases once for many searches. */
function indexPhrases(phrases: readonly Phrase[]): PhraseIndex {
  return finish(
    indexCutPhrases(phrases.map(({ cause, text }) => ({ cause, words: toWords(text) }))),
  );
}

/** So many phrases at a time are a few milliseconds. */
const SLICE = 250;

/** The same for phrases that come cut, in slices. */
export function* indexCutPhrases(phrases: readonly CutPhrase[]): Steps<PhraseIndex> {
  const byCause = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  const add = ({ cause, words }: CutPhrase) => {
    const known = byCause.get(cause) ?? new Set();
    byCause.set(cause, known);
    for (const word of words) {
      if (!known.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
      known.add(word);
    }
  };
  yield* eachInSlices(phrases, add, SLICE);
  const rarity = new Map(
    [...counts].map(([word, count]) => [word, Math.log(1 + byCause.size / count)] as const),
  );
  const weighed: IndexedPhrase[] = [];
  const weigh = ({ cause, words: list }: CutPhrase) => {
    const words = new Set(list);
    let weight = 0;
    for (const word of words) weight += rarity.get(word) ?? 0;
    weighed.push({ cause, words, weight });
  };
  yield* eachInSlices(phrases, weigh, SLICE);
  return { phrases: weighed, byCause, rarity };
}

const MISSPELT_FROM = 5;
const LONG_WORD = 9;

/** The known words that an unknown one may stand for: one a letter off, two for long words, or two run together. */
function correctWord(word: string, { rarity }: PhraseIndex): string[] {
  if (rarity.has(word) || word.length < MISSPELT_FROM || !/^[a-z]/u.test(word)) return [word];
  const limit = word.length >= LONG_WORD ? 2 : 1;
  let best: string | undefined;
  let least = limit + 1;
  for (const known of rarity.keys()) {
    if (known.length < MISSPELT_FROM || !known.startsWith(word.slice(0, 1))) continue;
    const distance = letterDistance(word, known, limit);
    if (distance < least) [best, least] = [known, distance];
  }
  if (best !== undefined) return [best];
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    const parts = [stem(word.slice(0, cut)), stem(word.slice(cut))];
    if (parts.every((part) => rarity.has(part))) return parts;
  }
  return [word];
}

const WHOLE_CAUSE = 0.5;
/** How much a word that no cause knows counts against the others, as a part of their mean. */
const UNKNOWN_WORD = 0.4;

/** The words of a text as an index knows them: misspelt ones put right, unknown ones apart. */
export interface TypedWords {
  readonly known: readonly string[];
  readonly unknown: readonly string[];
  /** What the known words tell together. */
  readonly weight: number;
}

/** Reads the words of a text for a comparison with an index. */
export function readWords(index: PhraseIndex, words: readonly string[]): TypedWords {
  const all = [...new Set(words.flatMap((word) => correctWord(word, index)))];
  const known = all.filter((word) => index.rarity.has(word));
  return {
    known,
    unknown: all.filter((word) => !index.rarity.has(word)),
    weight: weighWords(index, known),
  };
}

/** What words tell together: the rarer, the more. */
export function weighWords({ rarity }: PhraseIndex, words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (rarity.get(word) ?? 0), 0);
}

/**
 * Finds the causes whose phrases share the most telling words with a text, best first.
 *
 * A phrase counts by the shared words, weighted by rarity, against its own length; the other phrases of the same cause
 * add a part of what they share. Words that no cause knows lower the coverage. Returns nothing for a text without
 * any known word.
 */
function findPhrases(index: PhraseIndex, text: string): PhraseHit[] {
  return findWords(index, readWords(index, toWords(text)));
}

/** The same for words that are read already. */
export function findWords(index: PhraseIndex, typed: TypedWords): PhraseHit[] {
  const { known: words, weight: total } = typed;
  const rarityOf = (word: string) => index.rarity.get(word) ?? 0;
  if (total === 0) return [];
  const weightOfAll = total + (UNKNOWN_WORD * typed.unknown.length * total) / words.length;
  const best = new Map<string, number>();
  for (const { cause, words: own, weight } of index.phrases) {
    let shared = 0;
    for (const word of words) if (own.has(word)) shared += rarityOf(word);
    if (shared === 0) continue;
    const score = (shared * shared) / (Math.sqrt(weight) * Math.sqrt(total));
    if (score > (best.get(cause) ?? 0)) best.set(cause, score);
  }
  return [...best]
    .map(([cause, score]) => {
      const own = index.byCause.get(cause) ?? new Set();
      const whole = words.reduce((sum, word) => sum + (own.has(word) ? rarityOf(word) : 0), 0);
      return {
        cause,
        score: score + (WHOLE_CAUSE * whole * whole) / total,
        coverage: whole / weightOfAll,
      };
    })
    .sort((a, b) => b.score - a.score || (a.cause < b.cause ? -1 : 1));
}

const META = /\\[bBdDsSwW]|\(\?[:=!<]+|[\\^$.*+?()[\]{}|]/gu;

/** The readable words of a pattern, one phrase for each alternative; a pattern is a message with holes. */
export function phrasesOfPattern(pattern: string): string[] {
  return pattern
    .split('|')
    .map((part) => part.replace(META, ' ').replace(/\s+/gu, ' ').trim())
    .filter((part) => /[a-z]{4}/iu.test(part));
}

const indexes = new WeakMap<Rules, PhraseIndex>();

/** Prepares a catalogue once: the phrases of its causes and the words of their patterns. */
function indexRules(rules: Rules): PhraseIndex {
  let index = indexes.get(rules);
  if (!index) {
    const phrases = Object.entries(rules).flatMap(([cause, { rule, phrases: own = [] }]) =>
      [
        ...own,
        ...rule.cases
          // What needs a certain name says nothing about its other words: `CrashLoopBackOff` of kube-proxy.
          .filter(({ when }) => when.every(({ fact }) => fact !== 'object.name'))
          .flatMap(({ when }) => when)
          .flatMap(({ matches }) => (matches === undefined ? [] : phrasesOfPattern(matches))),
      ].map((text): Phrase => ({ cause, text })),
    );
    index = indexPhrases(phrases);
    indexes.set(rules, index);
  }
  return index;
}

/** A cause that loose lines speak of, with the lines that share its words. */
interface LooseHit extends PhraseHit {
  readonly lines: readonly SourceLine[];
}

/** Longer texts are logs; in them single words mean little. */
const MAX_LINES = 12;
const MAX_LENGTH = 2000;
const MIN_COVERAGE = 0.3;
/** A log has words enough of its own: they must say more before they mean anything. */
const MIN_COVERAGE_OF_LOGS = 0.5;
const MAX_HITS = 5;
const MAX_EVIDENCE = 4;

/**
 * Finds the causes that a few lines without any structure speak of: a question, the title of a report, an error line
 * that no rule knows. What it finds is never more than possible.
 */
export function findInLooseLines(object: ObjectReport, rules: Rules): LooseHit[] {
  const { loose, layout } = object;
  const text = loose.map((line) => line.text).join('\n');
  if (layout !== 'text' || loose.length > MAX_LINES || text.length > MAX_LENGTH) return [];
  const index = indexRules(rules);
  const least = guessInput(text) === 'logs' ? MIN_COVERAGE_OF_LOGS : MIN_COVERAGE;
  return findPhrases(index, text)
    .filter(({ coverage }) => coverage >= least)
    .slice(0, MAX_HITS)
    .map((hit) => {
      const own = index.byCause.get(hit.cause);
      const lines = loose.filter((line) => toWords(line.text).some((word) => own?.has(word)));
      return { ...hit, lines: lines.slice(0, MAX_EVIDENCE) };
    });
}
