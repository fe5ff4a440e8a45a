import { addAll, indentOf, isEllipsis, isPrompt, readLinesInSteps } from '../lines.ts';
import { joinObjects } from '../join.ts';
import type { TakenManifests } from '../manifest/take.ts';
import { eachInSlices, finish, type Steps } from '../steps.ts';
import type { EventReport, ObjectReport, Report, SourceLine } from '../types.ts';
import { readCondition } from './conditions.ts';
import { looksLikeContainerField } from './containers.ts';
import { parseDescribe } from './describe.ts';
import { isEventHeading, parseEvents, readEvent } from './events.ts';
import { readField } from './field.ts';
import { CONTAINER_KEYS, CONTAINER_SECTIONS, STATE_KEYS, TOP_KEYS } from './keys.ts';
import { emptyObject } from './object.ts';
import { LevelReader } from './sections.ts';
import { TableReader } from './tables.ts';

type SegmentKind = 'describe' | 'table' | 'events' | 'text';

/** A run of lines that one reader understands. */
interface Segment {
  readonly kind: SegmentKind;
  readonly lines: SourceLine[];
  /** Indent of its `Name:`; undefined while none was seen. */
  nameIndent?: number;
  levels?: LevelReader;
  /** So many of its lines were shown to `levels`. */
  shown?: number;
}

/** Objects between two pauses. */
const OBJECTS_IN_SLICE = 40;

const isEventsHeading = (text: string) =>
  (text.includes('SEEN') || text.includes('TIME')) && LAST_SEEN.test(text);
const LAST_SEEN = /^\s*(?:NAMESPACE\s+)?(?:LAST SEEN|TIME\s+REASON|FIRST SEEN)\b/u;
const SEPARATOR = /^\s*-{3,}\s*$/u;

/** First-level fields with lines below them that somebody's program wrote. */
const HOLDS_TEXT: ReadonlySet<string> = new Set([
  'Message',
  'Events',
  ...Object.keys(CONTAINER_SECTIONS),
]);
/** What kubectl prints below a name. */
const FOLLOWS_NAME: ReadonlySet<string> = new Set(['Namespace', 'Labels', 'Roles', 'Role']);

/** Whether a line can only be part of a describe output, so that a paste may begin with it. */
function startsDescribe(line: SourceLine): boolean {
  const field = readField(line);
  if (
    field &&
    TOP_KEYS.has(field.key) &&
    !CONTAINER_KEYS.has(field.key) &&
    !STATE_KEYS.has(field.key)
  ) {
    return field.key !== 'Status' || field.value !== '';
  }
  return (
    looksLikeContainerField(line) ||
    readCondition(line) !== undefined ||
    isEventHeading(line.text) ||
    (readEvent(line)?.object === undefined && readEvent(line) !== undefined)
  );
}

/** Cuts the paste into runs of one kind: several describes, tables, lists of events, and other text. */
function* splitSegments(lines: readonly SourceLine[]): Steps<Segment[]> {
  const segments: Segment[] = [];
  const tables = new TableReader();
  let current: Segment | undefined;
  const begin = (kind: SegmentKind): Segment => {
    const segment: Segment = { kind, lines: [] };
    segments.push(segment);
    return segment;
  };

  yield* eachInSlices(lines, (line, index) => {
    const blank = line.text.trim() === '';
    if (!isInside(current, line) && isPrompt(line.text)) {
      current = undefined;
      tables.reset();
      return;
    }
    const field = readField(line);
    if (
      field?.key === 'Name' &&
      field.value !== '' &&
      beginsObject(current, line, lines[index - 1], lines[index + 1])
    ) {
      current = begin('describe');
      current.nameIndent = field.indent;
      current.levels = new LevelReader(field.indent);
    } else if (tables.readHeading(line)) current = begin('table');
    else if (isEventsHeading(line.text)) current = begin('events');
    else if (blank) {
      current?.lines.push(line);
      return;
    } else if (current?.kind === 'table') {
      if (tables.readRow(line) === undefined && !SEPARATOR.test(line.text))
        current = begin(kindOfBareLine(line));
    } else if (!current || current.kind === 'text') {
      const kind = kindOfBareLine(line, tables);
      if (!current || kind !== 'text') current = begin(kind);
    }
    current.lines.push(line);
  });
  return segments;
}

function kindOfBareLine(line: SourceLine, tables?: TableReader): SegmentKind {
  if (tables?.readRow(line)) return 'table';
  if (readEvent(line)?.object) return 'events';
  return startsDescribe(line) ? 'describe' : 'text';
}

/** Whether a line is deeper than the `Name:` of the present object, so that it can only be a part of it. */
function isInside(current: Segment | undefined, { text }: SourceLine): boolean {
  return current?.nameIndent !== undefined && indentOf(text) > current.nameIndent;
}

/** Whether a `Name:` begins another object, and is neither a field of the present one nor a line of a message. */
function beginsObject(
  current: Segment | undefined,
  line: SourceLine,
  above: SourceLine | undefined,
  below: SourceLine | undefined,
): boolean {
  if (current?.kind !== 'describe') return true;
  if (isInside(current, line)) return false;
  const { nameIndent } = current;
  // kubectl leaves two lines free between objects.
  if (nameIndent !== undefined && (above?.text ?? '').trim() === '') return true;
  const next = below && readField(below);
  if (nameIndent === undefined)
    return next !== undefined && TOP_KEYS.has(next.key) && next.indent === indentOf(line.text);
  return !HOLDS_TEXT.has(keyAtEnd(current)) || (next !== undefined && FOLLOWS_NAME.has(next.key));
}

/** First-level field that the last line of a describe output belongs to. Asked for seldom, so it is found then. */
function keyAtEnd(segment: Segment): string {
  const { levels, lines, shown = 0 } = segment;
  for (const line of lines.slice(shown)) {
    const field = readField(line);
    if (field) levels?.begins(field);
  }
  segment.shown = lines.length;
  return levels?.key ?? '';
}

function readTable(lines: readonly SourceLine[]): {
  objects: ObjectReport[];
  skipped: SourceLine[];
} {
  const reader = new TableReader();
  const objects: ObjectReport[] = [];
  const skipped: SourceLine[] = [];
  for (const line of lines) {
    if (line.text.trim() === '' || SEPARATOR.test(line.text) || reader.readHeading(line)) continue;
    const object = reader.readRow(line);
    if (object) objects.push(object);
    else if (!isEllipsis(line.text)) skipped.push(line);
  }
  return { objects: latestRows(objects), skipped };
}

/** `kubectl get -w` prints a row for every change: the last one of each object holds. */
function latestRows(objects: readonly ObjectReport[]): ObjectReport[] {
  const rows = new Map<string, ObjectReport>();
  for (const object of objects)
    rows.set(`${object.namespace?.value ?? ''}/${object.name?.value ?? ''}`, object);
  return [...rows.values()];
}

/** One object for each that the events are about; events that name none make one pod together. */
function readEvents(lines: readonly SourceLine[]): {
  objects: ObjectReport[];
  skipped: SourceLine[];
} {
  const { events, skipped } = parseEvents(lines, true);
  const groups = new Map<string, EventReport[]>();
  for (const event of events) {
    const { kind = 'Pod', namespace = '', name = '' } = event.object ?? {};
    const key = `${kind}/${namespace}/${name}`;
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  const objects = [...groups.values()].map((group): ObjectReport => {
    const line = group[0]?.line ?? 1;
    const { kind = 'Pod', namespace, name } = group[0]?.object ?? {};
    return {
      ...emptyObject(kind, 'events', line),
      ...(name === undefined ? {} : { name: { value: name, line } }),
      ...(namespace === undefined ? {} : { namespace: { value: namespace, line } }),
      events: group,
      eventsSeen: 'rows',
    };
  });
  return { objects, skipped };
}

function readSegment({ kind, lines }: Segment): { objects: ObjectReport[]; skipped: SourceLine[] } {
  if (kind === 'table') return readTable(lines);
  if (kind === 'events') return readEvents(lines);
  if (kind === 'describe') {
    const { object, skipped } = parseDescribe(lines);
    return { objects: [object], skipped };
  }
  const loose = lines.filter(({ text }) => text.trim() !== '' && !isEllipsis(text));
  if (loose.length === 0) return { objects: [], skipped: [] };
  const first = loose[0]?.number ?? 1;
  return { objects: [{ ...emptyObject('', 'text', first), loose }], skipped: loose };
}

/** Gives lines that stand beside an object, such as its log, to that object instead of making one of them. */
function attachLoose(objects: readonly ObjectReport[]): ObjectReport[] {
  const real = objects.filter(({ layout }) => layout !== 'text');
  if (real.length === 0) return [...objects];
  const extra = new Map<ObjectReport, SourceLine[]>();
  let above = real[0];
  for (const object of objects) {
    if (object.layout !== 'text') above = object;
    else if (above) {
      const lines = extra.get(above) ?? [];
      extra.set(above, lines);
      addAll(lines, object.loose);
    }
  }
  return real.map((object) => {
    const lines = extra.get(object);
    return lines ? { ...object, loose: [...object.loose, ...lines] } : object;
  });
}

/** Takes parts out of the lines of a paste that somebody with another parser has read. */
export type TakeParts = (lines: readonly SourceLine[]) => Steps<TakenManifests>;

const takeNothing: TakeParts = function* (lines) {
  return { objects: [], skipped: [], rest: [lines] };
};

/**
 * Reads a paste: any number of `kubectl describe` outputs, tables and lists of events, whole or in part.
 *
 * Never throws. Lines that no reader understood are in `skipped`; a paste without any structure gives one object of
 * layout `text` with all its lines in `loose`, because a single error line can tell a cause, too.
 *
 * @param take Takes out what another parser has read, such as YAML; it is used in place of those lines.
 */
export function parse(text: string, take: TakeParts = takeNothing): Report {
  return finish(parseInSteps(text, take));
}

/** The same in slices, for texts of many megabytes. */
export function* parseInSteps(text: string, take: TakeParts = takeNothing): Steps<Report> {
  const { lines, repairs } = yield* readLinesInSteps(text);
  const taken = yield* take(lines);
  const read: { objects: ObjectReport[]; skipped: SourceLine[] }[] = [];
  for (const rest of taken.rest) {
    const segments = yield* splitSegments(rest);
    yield* eachInSlices(segments, (segment) => read.push(readSegment(segment)), OBJECTS_IN_SLICE);
  }
  const objects = [...read.flatMap((one) => one.objects), ...taken.objects];
  return {
    objects: joinObjects(
      attachLoose(taken.objects.length > 0 ? objects.sort((a, b) => a.line - b.line) : objects),
    ),
    skipped: [...read.flatMap(({ skipped }) => skipped), ...taken.skipped],
    repairs,
    lineCount: lines.at(-1)?.number ?? 0,
  };
}
