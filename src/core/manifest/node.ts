import type { Located, NamedValue, Read } from '../types.ts';

/** A single value of a YAML or JSON document. */
export interface LocatedScalar extends Located {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

/** A key, the line where it stands, and what it holds. */
export interface LocatedEntry {
  readonly key: string;
  readonly line: number;
  readonly node: LocatedNode;
}

export interface LocatedMap extends Located {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, LocatedEntry>;
}

export interface LocatedList extends Located {
  readonly kind: 'list';
  readonly items: readonly LocatedNode[];
}

/** A line in the middle of a document that the parser could not make sense of. */
export interface LocatedUnread extends Located {
  readonly kind: 'unread';
}

/**
 * A node of a YAML or JSON document with its place in the pasted text, whatever parser made it.
 *
 * The core has no parser for these formats: an adapter outside makes these trees, so that it is loaded only when such
 * a text is seen.
 */
export type LocatedNode = LocatedScalar | LocatedMap | LocatedList | LocatedUnread;

type Path = readonly string[];

/** The entry of a key; undefined for anything but a map that has it. */
export function entryOf(node: LocatedNode | undefined, key: string): LocatedEntry | undefined {
  return node?.kind === 'map' ? node.entries.get(key) : undefined;
}

/** The entry at the end of a path of keys. */
export function entryAt(node: LocatedNode | undefined, ...path: Path): LocatedEntry | undefined {
  let entry: LocatedEntry | undefined;
  let here = node;
  for (const key of path) {
    entry = entryOf(here, key);
    here = entry?.node;
  }
  return entry;
}

/** What stands at the end of a path of keys. */
export function nodeAt(node: LocatedNode | undefined, ...path: Path): LocatedNode | undefined {
  return entryAt(node, ...path)?.node;
}

/** Whether a node holds anything: no `null`, no empty map or list. */
export function isFilled(node: LocatedNode | undefined): node is LocatedNode {
  if (node === undefined) return false;
  if (node.kind === 'scalar') return node.value !== null && node.value !== '';
  if (node.kind === 'map') return node.entries.size > 0;
  return node.kind === 'list' && node.items.length > 0;
}

/** The lines of an entry, from its key to the end of its value. */
export function placeOf({ line, node }: LocatedEntry): Located {
  const endLine = node.endLine ?? node.line;
  return endLine > line ? { line, endLine } : { line };
}

/** A scalar as text; undefined for `null`, an empty text, and maps and lists. */
export function textOf(node: LocatedNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null || node.value === '') return undefined;
  return String(node.value);
}

/** The text at the end of a path, with the lines from its key to its end. */
export function textAt(node: LocatedNode | undefined, ...path: Path): Read<string> | undefined {
  const entry = entryAt(node, ...path);
  const value = textOf(entry?.node);
  return entry === undefined || value === undefined
    ? undefined
    : { value: value.trimEnd(), ...placeOf(entry) };
}

/** The number at the end of a path; a number that was written as a text is read, too. */
export function numberAt(node: LocatedNode | undefined, ...path: Path): Read<number> | undefined {
  const read = textAt(node, ...path);
  return read !== undefined && /^-?\d{1,15}$/u.test(read.value)
    ? { ...read, value: Number(read.value) }
    : undefined;
}

/** Whether `true` stands at the end of a path; undefined when neither `true` nor `false` does. */
export function booleanAt(node: LocatedNode | undefined, ...path: Path): Read<boolean> | undefined {
  const read = textAt(node, ...path);
  if (read?.value === 'true') return { ...read, value: true };
  return read?.value === 'false' ? { ...read, value: false } : undefined;
}

/** The items of the list at the end of a path. */
export function listAt(node: LocatedNode | undefined, ...path: Path): readonly LocatedNode[] {
  const found = path.length === 0 ? node : nodeAt(node, ...path);
  return found?.kind === 'list' ? found.items : [];
}

/** The texts of the list at the end of a path. */
export function textsAt(node: LocatedNode | undefined, ...path: Path): Read<string>[] {
  return listAt(node, ...path).flatMap((item) => {
    const value = textOf(item);
    if (value === undefined) return [];
    const { line, endLine } = item;
    return [endLine === undefined ? { value, line } : { value, line, endLine }];
  });
}

/** The rows of the map at the end of a path, such as labels. An empty value stays a row. */
export function rowsAt(node: LocatedNode | undefined, ...path: Path): NamedValue[] {
  const found = nodeAt(node, ...path);
  if (found?.kind !== 'map') return [];
  return [...found.entries.values()].map((entry) => ({
    name: entry.key,
    value: textOf(entry.node) ?? '',
    ...placeOf(entry),
  }));
}
