import { isAlias, isMap, isScalar, isSeq, type Pair, type Range } from 'yaml';
import type { LocatedEntry, LocatedNode } from '../core/manifest/index.ts';

/** Deeper than any object of the API. */
const MAX_DEPTH = 100;
/** kubectl writes no aliases; people write a few. */
const MAX_ALIASES = 100;

interface Place {
  readonly line: number;
  readonly endLine?: number;
}

/** Gives the first and last line of the paste for two offsets of the text that was parsed. */
export type LinesOf = (start: number, end: number) => readonly [line: number, endLine: number];

/** Makes the nodes of the core of those of the parser, for one document. */
export class Locator {
  private readonly toLines: LinesOf;
  private readonly anchors = new Map<string, LocatedNode>();
  private aliases = 0;

  constructor(toLines: LinesOf) {
    this.toLines = toLines;
  }

  /** Undefined for what has no value that the core could use. */
  locate(node: unknown, depth = 0): LocatedNode | undefined {
    if (depth > MAX_DEPTH) return undefined;
    if (isAlias(node)) {
      this.aliases += 1;
      return this.aliases > MAX_ALIASES ? undefined : this.anchors.get(node.source);
    }
    const before = this.aliases;
    const made = this.make(node, depth);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    // What holds an alias is never repeated itself: that is how ten lines become a billion.
    if (made && anchor !== undefined && this.aliases === before) this.anchors.set(anchor, made);
    return made;
  }

  private make(node: unknown, depth: number): LocatedNode | undefined {
    if (isScalar(node))
      return { kind: 'scalar', value: toValue(node.value), ...this.placeOf(node) };
    if (isSeq(node)) {
      const items = node.items.flatMap((item) => this.locate(item, depth + 1) ?? []);
      return { kind: 'list', items, ...this.around(node, items) };
    }
    if (!isMap(node)) return undefined;
    const entries = new Map<string, LocatedEntry>();
    for (const pair of node.items) {
      const entry = this.readEntry(pair, depth);
      // Of a key that stands there twice the first counts: the second may be the rest of something broken.
      if (entry && !entries.has(entry.key)) entries.set(entry.key, entry);
    }
    const values = [...entries.values()].map((entry) => entry.node);
    return { kind: 'map', entries, ...this.around(node, values) };
  }

  private readEntry({ key, value }: Pair, depth: number): LocatedEntry | undefined {
    if (!isScalar(key)) return undefined;
    const { line } = this.placeOf(key);
    const node = this.locate(value, depth + 1) ?? { kind: 'scalar', value: null, line };
    return { key: String(key.value), line, node };
  }

  private placeOf({ range }: { readonly range?: Range | null | undefined }): Place {
    const [start, end] = range ?? [0, 0];
    const [line, endLine] = this.toLines(start, Math.max(start, end - 1));
    return endLine > line ? { line, endLine } : { line };
  }

  /** A collection ends with its last value; the parser counts the space behind it, too. */
  private around(
    node: { readonly range?: Range | null | undefined },
    values: readonly LocatedNode[],
  ): Place {
    const { line } = this.placeOf(node);
    const last = values.at(-1);
    const endLine = last?.endLine ?? last?.line ?? line;
    return endLine > line ? { line, endLine } : { line };
  }
}

function toValue(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null;
}
