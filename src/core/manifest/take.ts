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
  const unread = new Set<number>();
  const rest: SourceLine[][] = [];
  let next = 0;
  parts.forEach(({ from, to }, index) => {
    const group = groups[index] ?? [];
    if (!group.some(isManifest)) return;
    for (const node of group)
      if (node.kind === 'unread') unread.add(node.line);
      else roots.push(node);
    // Several lines can have one number, where one line of the paste was taken apart.
    const start = next;
    while ((lines[next]?.number ?? Infinity) < from) next += 1;
    if (next > start) rest.push(lines.slice(start, next));
    while ((lines[next]?.number ?? Infinity) <= to) next += 1;
  });
  if (next < lines.length) rest.push(lines.slice(next));
  return {
    objects: readManifests(roots),
    skipped: lines.filter(({ number, text }) => unread.has(number) && text.trim() !== ''),
    rest,
  };
}
