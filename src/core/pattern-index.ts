import { findRequiredTexts } from './literals.ts';

const GRAM = 3;
const TABLE_SIZE = 1 << 16;
const MAX_KNOWN = 4000;
const MAX_KNOWN_LENGTH = 500;
/** The only character that matches an ASCII letter without case (`s`) but is no capital of it. */
const LONG_S = '\u017f';

const hashAt = (text: string, at: number) =>
  ((text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) * 31 + text.charCodeAt(at + 2)) &
  (TABLE_SIZE - 1);

interface Entry {
  readonly id: number;
  readonly text: string;
  /** Where in the text the three characters stand by which it is found. */
  readonly offset: number;
}

/**
 * Finds which of many patterns match a text, without trying each of them: most need some text, and three characters of
 * it are looked up while going through the text once. Answers are remembered, because many objects say the same.
 */
export class PatternIndex {
  private readonly patterns: ReadonlyMap<number, RegExp>;
  /** Patterns that are always tried. */
  private readonly always: number[] = [];
  private readonly buckets: Entry[][] = [[]];
  private readonly table = new Uint16Array(TABLE_SIZE);
  private readonly known = new Map<string, readonly number[]>();

  /** @param sources Patterns by a number of one's own, matched without case. */
  constructor(sources: ReadonlyMap<number, string>) {
    this.patterns = new Map([...sources].map(([id, source]) => [id, new RegExp(source, 'iu')]));
    const needs = [...sources].map(([id, source]) => ({ id, texts: findRequiredTexts(source) }));
    const counts = new Uint16Array(TABLE_SIZE);
    for (const { texts = [] } of needs)
      for (const text of texts)
        for (let at = 0; at + GRAM <= text.length; at += 1) {
          const hash = hashAt(text, at);
          counts[hash] = (counts[hash] ?? 0) + 1;
        }
    for (const { id, texts } of needs) {
      if (!texts) this.always.push(id);
      for (const text of texts ?? []) this.add({ id, text, offset: rarestOffset(text, counts) });
    }
  }

  private add(entry: Entry): void {
    const hash = hashAt(entry.text, entry.offset);
    const bucket = this.table[hash] ?? 0;
    if (bucket !== 0) this.buckets[bucket]?.push(entry);
    else {
      this.table[hash] = this.buckets.length;
      this.buckets.push([entry]);
    }
  }

  /** The numbers of all patterns that match the text. */
  find(text: string): readonly number[] {
    const before = this.known.get(text);
    if (before) return before;
    const found = this.search(text);
    if (text.length <= MAX_KNOWN_LENGTH) {
      if (this.known.size >= MAX_KNOWN) this.known.clear();
      this.known.set(text, found);
    }
    return found;
  }

  private search(text: string): readonly number[] {
    const lower = text.toLowerCase();
    if (lower.includes(LONG_S))
      return [...this.patterns].flatMap(([id, pattern]) => (pattern.test(text) ? [id] : []));
    const found: number[] = [];
    const tried = new Set<number>();
    const attempt = (id: number) => {
      if (tried.has(id)) return;
      tried.add(id);
      if (this.patterns.get(id)?.test(text)) found.push(id);
    };
    for (const id of this.always) attempt(id);
    for (let at = 0; at + GRAM <= lower.length; at += 1) {
      const bucket = this.table[hashAt(lower, at)] ?? 0;
      if (bucket === 0) continue;
      for (const { id, text: needed, offset } of this.buckets[bucket] ?? [])
        if (lower.startsWith(needed, at - offset)) attempt(id);
    }
    return found;
  }
}

/** Where those three characters of a text stand that the fewest others have. */
function rarestOffset(text: string, counts: Uint16Array): number {
  let [best, fewest] = [0, Infinity];
  for (let at = 0; at + GRAM <= text.length; at += 1) {
    const count = counts[hashAt(text, at)] ?? 0;
    if (count < fewest) [best, fewest] = [at, count];
  }
  return best;
}
