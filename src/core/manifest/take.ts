import type { ObjectReport, SourceLine } from '../types.ts';
import { cutManifests, type ManifestPart } from './cut.ts';
import type { LocatedNode } from './node.ts';
import { isManifest, readManifests } from './read.ts';

/** What the parsed parts of a paste hold, and the lines that are left for the other readers. */
export interface TakenManifests {
  readonly objects: readonly ObjectReport[];
  /** Lines inside of those parts that their parser did not understand. */
  readonly skipped: readonly SourceLine[];
  /** Runs of lines before, between and behind them. */
  readonly rest: readonly (readonly SourceLine[])[];
}

/** Sorts nodes to the parts that they come from. Both are in the order of the text. */
function groupByPart(
  parts: readonly ManifestPart[],
  nodes: readonly LocatedNode[],
): LocatedNode[][] {
  const groups = parts.map((): LocatedNode[] => []);
  const sorted = [...nodes].sort((a, b) => a.line - b.line);
  let index = 0;
  for (const node of sorted) {
    while (index < parts.length && (parts[index]?.to ?? 0) < node.line) index += 1;
    if ((parts[index]?.from ?? Infinity) <= node.line) groups[index]?.push(node);
  }
  return groups;
}

/**
 * Takes what was parsed out of the lines of a paste.
 *
 * A part from which no object could be read stays where it is: the readers of text look at its lines then.
 */
export function takeManifests(
  lines: readonly SourceLine[],
  nodes: readonly LocatedNode[],
): TakenManifests {
  if (nodes.length === 0) return { objects: [], skipped: [], rest: [lines] };
  const parts = cutManifests(lines);
  const groups = groupByPart(parts, nodes);
  const roots: LocatedNode[] = [];
  const unread: LocatedNode[] = [];
  const rest: SourceLine[][] = [];
  let next = 0;
  parts.forEach(({ from, to }, index) => {
    const group = groups[index] ?? [];
    if (!group.some(isManifest)) return;
    roots.push(...group.filter(({ kind }) => kind !== 'unread'));
    unread.push(...group.filter(({ kind }) => kind === 'unread'));
    rest.push(lines.slice(next, from - 1));
    next = to;
  });
  rest.push(lines.slice(next));
  return {
    objects: readManifests(roots),
    skipped: unread
      .flatMap(({ line, endLine }) => lines.slice(line - 1, endLine ?? line))
      .filter(({ text }) => text.trim() !== ''),
    rest: rest.filter((run) => run.length > 0),
  };
}
