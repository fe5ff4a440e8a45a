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

/** Whether a text of several lines goes on below this one: a message of a state, or the script of a probe. */
function opensText({ key, value }: Field, isOpen: boolean): boolean {
  if (STATE_KEYS.has(key)) return key === 'Message';
  return CONTAINER_KEYS.has(key) ? isOpenProbe(key, value) : isOpen;
}

/**
 * Cuts a describe output at its first-level fields.
 *
 * The level is told by the names and by the indent that most of them share, never by a fixed offset, because pastes
 * are indented as a whole, or lose the indent of their first line. Inside a container, names that stand at both levels
 * (`Reason`, `Port`) belong to the container; inside events only `Events` begins something new. Each field stands once:
 * what looks like one again inside a message is a line of it.
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
  const seen = new Set<string>();
  let inText = false;

  lines.forEach((line, index) => {
    const field = fields[index];
    const current = sections.at(-1);
    if (field && base !== undefined && startsSection(field, base, current, inText, seen)) {
      sections.push({ key: field.key, value: field.value, head: line, body: [] });
      seen.add(field.key);
      inText = false;
      return;
    }
    if (field) inText = opensText(field, inText);
    (current?.body ?? before).push(line);
  });
  return { before, sections };
}

function startsSection(
  { key, indent }: Field,
  base: number,
  current: Section | undefined,
  inText: boolean,
  seen: ReadonlySet<string>,
): boolean {
  if (indent > base || !TOP_KEYS.has(key)) return false;
  if (!current) return !isShared(key) || key === 'Reason' || key === 'Message';
  if (current.key === 'Events') return key === 'Events' || (key === 'Name' && !seen.has(key));
  if (current.key in CONTAINER_SECTIONS) return inText ? STRUCTURE_KEYS.has(key) : !isShared(key);
  return current.key !== 'Message' || !seen.has(key);
}
