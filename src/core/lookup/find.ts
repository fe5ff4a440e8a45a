import { letterDistance } from '../letter-distance.ts';
import { toExitCodeSteps } from './exit-code-steps.ts';
import { CODE_KINDS, type CodeKind } from './kinds.ts';
import { readTypedNumber, type TypedNumber } from './typed-number.ts';

/** What the finder needs to know of an entry of the lookup. */
export interface Findable {
  readonly kind: CodeKind;
  readonly code: string;
  /** Other names, in any language. */
  readonly aliases: readonly string[];
  /** What it means, in the language of the reader. */
  readonly meaning: string;
  /** Exit codes and signals: the number, or the first and the last of several. */
  readonly numbers?: readonly [number, number];
}

/** How an entry was found: by its name, by a part of it, by what is nearly its name, or by its words. */
export type FoundBy = 'name' | 'part' | 'spelling' | 'words';

export interface Found<T extends Findable> {
  readonly entry: T;
  readonly by: FoundBy;
  readonly score: number;
}

const HAN = /\p{Script=Han}/u;
const SHORTEST_MISSPELLING = 4;
/** Part of the typed words that a meaning must have. */
const ENOUGH_WORDS = 0.7;
/** In Chinese every second pair crosses from one word into the next. */
const ENOUGH_PAIRS = 0.6;
/** Words that say nothing about which code is meant. */
const COMMON_WORDS = new Set(
  'a an and are at by for from in is it its my of on or pod pods that the this to was what why with'.split(
    ' ',
  ),
);

/** Without case, spaces and punctuation: `image pull back-off` is `imagepullbackoff`. */
function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** The words of a name: `FailedMount` and `failed-mount` are `failed`, `mount`. */
function partsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])(?=[A-Z])/gu, '$1 ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
}

function wordsOf(text: string): string[] {
  return partsOf(text.normalize('NFKC')).filter((word) => !COMMON_WORDS.has(word));
}

interface Score {
  readonly score: number;
  readonly by: FoundBy;
}

const best = (scores: readonly Score[]): Score | undefined =>
  scores.reduce<Score | undefined>(
    (top, one) => (top && top.score >= one.score ? top : one),
    undefined,
  );

function scoreName(query: string, name: string, isAlias: boolean): Score[] {
  const full = squeeze(name);
  if (full === '') return [];
  const less = isAlias ? 4 : 0;
  if (full === query) return [{ score: 100 - less, by: 'name' }];
  if (full.startsWith(query)) return [{ score: 82 - less, by: 'part' }];
  if (query.length < 2) return [];
  if (partsOf(name).some((part) => part.startsWith(query)))
    return [{ score: 66 - less, by: 'part' }];
  if (full.includes(query)) return [{ score: query.length > 2 ? 56 - less : 30, by: 'part' }];
  return scoreSpelling(query, full, less);
}

function scoreSpelling(query: string, full: string, less: number): Score[] {
  if (query.length < SHORTEST_MISSPELLING || HAN.test(query)) return [];
  const limit = query.length >= 12 ? 3 : query.length >= 8 ? 2 : 1;
  const distance = letterDistance(query, full, limit);
  if (distance <= limit) return [{ score: 54 - 5 * distance - less, by: 'spelling' }];
  // Still being typed: compare with as much of the name.
  const begun = letterDistance(query, full.slice(0, query.length), limit - 1);
  return begun < limit ? [{ score: 40 - 5 * begun - less, by: 'spelling' }] : [];
}

/**
 * A whole name among other words: `Warning FailedMount kubelet`. A name that is an ordinary word, such as `Failed`, must
 * be spelt as Kubernetes does; names of several words may be anywhere in the line.
 */
function scoreLine(typed: string, query: string, { code, aliases }: Findable): Score[] {
  const words = typed.split(/[^\p{L}\p{N}-]+/u);
  if (words.length < 2) return [];
  const isWord = partsOf(code).length < 2;
  const isNamed = words.some((word) => (isWord ? word === code : squeeze(word) === squeeze(code)));
  if (isNamed && code.length > 4) return [{ score: 60, by: 'name' }];
  const isCalled = aliases.some(
    (alias) => partsOf(alias).length > 1 && query.includes(squeeze(alias)),
  );
  return isCalled ? [{ score: 62, by: 'name' }] : [];
}

function scoreWords(typed: string, { code, aliases, meaning }: Findable): Score[] {
  const place = [code, ...aliases, meaning].join(' ').toLowerCase();
  const squeezed = squeeze(place);
  const words = wordsOf(typed).flatMap((word) => (HAN.test(word) ? pairsOf(word) : [word]));
  if (words.length === 0) return [];
  const known = words.filter((word) =>
    HAN.test(word) ? squeezed.includes(word) : word.length > 2 && place.includes(word),
  );
  const share = known.length / words.length;
  return share >= (HAN.test(typed) ? ENOUGH_PAIRS : ENOUGH_WORDS)
    ? [{ score: 34 * share - 8, by: 'words' }]
    : [];
}

/** Chinese has no spaces: two characters each, one where there is no other. */
function pairsOf(text: string): string[] {
  const letters = Array.from(text);
  if (letters.length < 3) return [text];
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
}

/** Exit codes whose entries explain a typed number: what the kernel keeps of it, what it is without a sign. */
function relatedNumbers({ value }: TypedNumber): number[] {
  const unsigned = value < 0 ? [2 ** 32 + value] : [];
  return toExitCodeSteps(value).reduce((numbers, one) => {
    if (one.step === 'windows') return [...numbers, one.unsigned];
    return one.step === 'signal' ? numbers : [...numbers, one.result];
  }, unsigned);
}

function scoreNumber(typed: TypedNumber, { kind, numbers }: Findable): Score[] {
  if (!numbers) return [];
  const [first, last] = numbers;
  const has = (value: number) => value >= first && value <= last;
  const exact = first === last ? 20 : 0;
  if (kind === 'signal') {
    if (typed.as !== 'exit-code' && has(typed.value))
      return [{ score: (typed.as === 'signal' ? 200 : 165) + exact, by: 'name' }];
    const sent = toExitCodeSteps(typed.value).find((one) => one.step === 'signal');
    return sent && typed.as !== 'signal' && has(sent.number)
      ? [{ score: 140 + exact, by: 'name' }]
      : [];
  }
  if (typed.as === 'signal')
    return has(128 + typed.value) ? [{ score: 150 + exact, by: 'name' }] : [];
  if (has(typed.value)) return [{ score: 180 + exact, by: 'name' }];
  return relatedNumbers(typed).some(has) ? [{ score: 160 + exact, by: 'name' }] : [];
}

/**
 * Finds entries for what was typed: a code, a piece or a misspelling of it, a number, another name, or words of its
 * meaning. Best first; equally good ones in the order of their kinds, then the shorter name. Nothing for an empty text.
 */
export function findCodes<T extends Findable>(entries: readonly T[], typed: string): Found<T>[] {
  const query = squeeze(typed);
  if (query === '') return [];
  const number = readTypedNumber(typed);
  const found = entries.flatMap((entry) => {
    const names = number
      ? scoreNumber(number, entry)
      : [
          ...scoreName(query, entry.code, false),
          ...scoreLine(typed, query, entry),
          ...entry.aliases.flatMap((alias) => scoreName(query, alias, true)),
        ];
    // A number is a number: its digits in a sentence mean nothing.
    const top = best(names) ?? (number ? undefined : best(scoreWords(typed, entry)));
    return top ? [{ entry, ...top }] : [];
  });
  const rank = (entry: T) => CODE_KINDS.indexOf(entry.kind);
  return found.sort(
    (a, b) =>
      b.score - a.score ||
      rank(a.entry) - rank(b.entry) ||
      a.entry.code.length - b.entry.code.length ||
      (a.entry.code < b.entry.code ? -1 : 1),
  );
}
