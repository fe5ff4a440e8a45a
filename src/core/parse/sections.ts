import type { SourceLine } from '../types.ts';
import { readField, type Field } from './field.ts';
import {
  CONTAINER_KEYS,
  CONTAINER_SECTIONS,
  STATE_KEYS,
  STRUCTURE_KEYS,
  TOP_KEYS,
} from './keys.ts';
import { isOpenProbe } from './probe.ts';

/** A first-level field of a describe output with the lines below it. */
export interface Section {
  readonly key: string;
  readonly value: string;
  readonly head: SourceLine;
  readonly body: SourceLine[];
}

const isShared = (key: string) => CONTAINER_KEYS.has(key) || STATE_KEYS.has(key);

/** Indent at which most first-level names of these lines stand; undefined when there is none. */
function baseIndent(fields: readonly Field[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { key, indent } of fields)
    if (TOP_KEYS.has(key) && !isShared(key)) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  let best: number | undefined;
  for (const [indent, count] of [...counts].sort(([a], [b]) => a - b))
    if (best === undefined || count > (counts.get(best) ?? 0)) best = indent;
  return best;
}

/**
 * Follows a describe output line by line and tells where first-level fields begin.
 *
 * Inside a container, names that stand at both levels (`Reason`, `Port`) belong to the container; inside events only
 * `Events` begins something new. Each field stands once: what looks like one again inside a message is a line of it.
 */
export class LevelReader {
  /** Name of the first-level field that the last line belongs to. */
  key = '';
  private readonly base: number;
  private readonly seen = new Set<string>();
  /** Indent of the field whose text goes on below it: a message of a state, or the script of a probe. */
  private textIndent: number | undefined;

  /** @param base Indent of first-level fields. */
  constructor(base: number) {
    this.base = base;
  }

  /** Takes the next line in; whether a first-level field begins there. */
  begins(field: Field): boolean {
    const starts = this.startsSection(field);
    if (starts) {
      this.key = field.key;
      this.seen.add(field.key);
      this.textIndent = undefined;
    } else this.readInner(field);
    return starts;
  }

  private startsSection({ key, indent }: Field): boolean {
    if (indent > this.base || !TOP_KEYS.has(key)) return false;
    if (this.key === '') return !isShared(key) || key === 'Reason' || key === 'Message';
    if (this.key === 'Events') return key === 'Events' || (key === 'Name' && !this.seen.has(key));
    if (this.key in CONTAINER_SECTIONS)
      return this.textIndent === undefined ? !isShared(key) : STRUCTURE_KEYS.has(key);
    return this.key !== 'Message' || !(this.seen.has(key) || key === 'Reason');
  }

  private readInner({ key, value, indent }: Field): void {
    // Further lines of a text stand at the edge, where no field of a container does.
    if (this.textIndent !== undefined && indent <= this.base && this.textIndent > this.base) return;
    if (!isShared(key)) return;
    this.textIndent = key === 'Message' || isOpenProbe(key, value) ? indent : undefined;
  }
}

/**
 * Cuts a describe output at its first-level fields.
 *
 * The level is told by the names and by the indent that most of them share, never by a fixed offset, because pastes
 * are indented as a whole, or lose the indent of their first line.
 *
 * @returns The sections in order; `before` holds the lines above the first one.
 */
export function splitSections(lines: readonly SourceLine[]): {
  before: SourceLine[];
  sections: Section[];
} {
  const fields = lines.map((line) => readField(line));
  const base = baseIndent(fields.filter((field) => field !== undefined));
  const before: SourceLine[] = [];
  const sections: Section[] = [];
  const levels = base === undefined ? undefined : new LevelReader(base);
  lines.forEach((line, index) => {
    const field = fields[index];
    if (field && levels?.begins(field))
      sections.push({ key: field.key, value: field.value, head: line, body: [] });
    else (sections.at(-1)?.body ?? before).push(line);
  });
  return { before, sections };
}
