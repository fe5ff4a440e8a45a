import type { Steps } from '../steps.ts';
import type { ObjectReport, SourceLine, TooLong } from '../types.ts';
import type { ManifestPart } from './cut.ts';
import type { LocatedNode } from './node.ts';
import { isManifest, readManifestsInSteps, type ManifestRoot } from './read.ts';

/** A part of a paste with what a parser made of it. */
export interface ParsedPart extends Pick<ManifestPart, 'from' | 'to' | 'kind'> {
  readonly nodes: readonly LocatedNode[];
  /** Given when it was too long to be parsed. */
  readonly tooLong?: Pick<TooLong, 'characters' | 'limit'>;
}

/** What the parsed parts of a paste hold, and the lines that are left for the other readers. */
export interface TakenManifests {
  readonly objects: readonly ObjectReport[];
  /** Lines inside of those parts that their parser did not understand. */
  readonly skipped: readonly SourceLine[];
  /** Parts that nobody has read. */
  readonly tooLong: readonly TooLong[];
  /** Runs of lines before, between and behind them. */
  readonly rest: readonly (readonly SourceLine[])[];
}

/**
 * Takes what was parsed out of the lines of a paste.
 *
 * A part from which no object could be read stays where it is: the readers of text look at its lines then.
 *
 * @param parts In the order of the text.
 */
export function* takeParts(
  lines: readonly SourceLine[],
  parts: readonly ParsedPart[],
): Steps<TakenManifests> {
  const roots: ManifestRoot[] = [];
  const tooLong: TooLong[] = [];
  const unread = new Set<number>();
  const rest: SourceLine[][] = [];
  let next = 0;
  for (const { from, to, kind, nodes, tooLong: length } of parts) {
    if (length) tooLong.push({ line: from, endLine: to, ...length });
    else if (!nodes.some((node) => isManifest({ node, kind }))) continue;
    for (const node of nodes)
      if (node.kind === 'unread') unread.add(node.line);
      else roots.push({ node, kind });
    // Several lines can have one number, where one line of the paste was taken apart.
    const start = next;
    while ((lines[next]?.number ?? Infinity) < from) next += 1;
    if (next > start) rest.push(lines.slice(start, next));
    while ((lines[next]?.number ?? Infinity) <= to) next += 1;
  }
  if (next < lines.length) rest.push(lines.slice(next));
  return {
    objects: yield* readManifestsInSteps(roots),
    skipped: lines.filter(({ number, text }) => unread.has(number) && text.trim() !== ''),
    tooLong,
    rest,
  };
}
