import { LineCounter, parseAllDocuments, type Document, type ParseOptions } from 'yaml';
import type { LocatedNode, ManifestPart } from '../core/manifest/index.ts';
import { closeQuotes, widthOf } from './close-quotes.ts';
import { Locator } from './located.ts';

/**
 * A longer part is not parsed: the parser reads about two million characters in a second and cannot pause. Items of a
 * list are parts of their own, and etcd holds no object that is nearly as long.
 */
export const MAX_PART = 4_000_000;
/** How often a part is parsed again without the lines that were wrong, and up to which length. */
const MAX_REPAIRS = 8;
const MAX_REPAIRED = 200_000;

const OPTIONS = {
  // Broken text is the rule here: read what can be read.
  strict: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
  schema: 'core',
  resolveKnownTags: false,
} as const satisfies ParseOptions & Record<string, unknown>;

type Lines = ManifestPart['lines'];

interface Parsed {
  readonly nodes: readonly LocatedNode[];
  /** Positions in the lines of the part at which the parser complained. */
  readonly errors: readonly number[];
}

function parseLines(lines: Lines): Parsed {
  const lineCounter = new LineCounter();
  const text = lines.map((line) => line.text).join('\n');
  const read = parseAllDocuments(text, { ...OPTIONS, lineCounter });
  const documents: readonly Document.Parsed[] = 'empty' in read ? [] : read;
  const indexOf = (offset: number) =>
    Math.min(Math.max(lineCounter.linePos(offset).line, 1), lines.length) - 1;
  const toLines = (start: number, end: number) => {
    const last = lines[indexOf(end)];
    return [lines[indexOf(start)]?.number ?? 1, last?.endNumber ?? last?.number ?? 1] as const;
  };
  return {
    nodes: documents.flatMap(({ contents }) => new Locator(toLines).locate(contents) ?? []),
    errors: documents
      .flatMap(({ errors }) => errors.map(({ pos }) => indexOf(pos[0])))
      .sort((a, b) => a - b),
  };
}

/** The lines of a part without the one at `index` and what is indented below it: it would attach to something else. */
function dropBlock(lines: Lines, index: number): { kept: Lines; dropped: Lines } {
  const width = widthOf(lines[index]?.text ?? '');
  let end = index + 1;
  while (end < lines.length) {
    const text = lines[end]?.text ?? '';
    if (text.trim() !== '' && widthOf(text) <= width) break;
    end += 1;
  }
  return {
    kept: [...lines.slice(0, index), ...lines.slice(end)],
    dropped: lines.slice(index, end),
  };
}

const toUnread = (lines: Lines): LocatedNode[] =>
  lines.map(({ number }) => ({ kind: 'unread', line: number }));

/** Characters of a part with their line breaks. */
export function lengthOf(lines: Lines): number {
  return lines.reduce((sum, { text }) => sum + text.length + 1, 0);
}

/** Parses one part. A line that is wrong costs itself and what stands below it, and is reported. */
function parsePart({ lines, format }: ManifestPart): LocatedNode[] {
  const length = lengthOf(lines);
  if (length > MAX_PART) return [];
  const canRepair = format === 'yaml' && length <= MAX_REPAIRED;
  let left = format === 'yaml' ? closeQuotes(lines) : lines;
  const dropped: LocatedNode[] = [];
  for (let repairs = 0; ; repairs += 1) {
    const { nodes, errors } = parseLines(left);
    const last = left.findLastIndex(({ text }) => text.trim() !== '');
    // At its end a text may be cut: that spoils nothing above.
    const wrong = errors.filter((index) => index < last);
    const [first] = wrong;
    if (first === undefined || !canRepair || repairs === MAX_REPAIRS)
      return [
        ...nodes,
        ...dropped,
        ...toUnread([...new Set(wrong)].flatMap((index) => left[index] ?? [])),
      ];
    const block = dropBlock(left, first);
    dropped.push(...toUnread(block.dropped));
    left = block.kept;
  }
}

/**
 * Parses one part of a paste into the nodes that the core reads.
 *
 * Never throws: what cannot be parsed comes back as `unread`; of a part longer than `MAX_PART` nothing is read. JSON is read as YAML, whose newest version holds it.
 */
export function parseManifest(part: ManifestPart): LocatedNode[] {
  try {
    return parsePart(part);
  } catch {
    // The parser gives up on some nonsense, such as brackets nested without end.
    return toUnread(part.lines);
  }
}
