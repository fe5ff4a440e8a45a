import { addAll, indentOf, isEllipsis, isPrompt, readLinesInSteps, splitLines } from '../lines.ts';
import { joinObjects } from '../join.ts';
import type { TakenManifests } from '../manifest/take.ts';
import { eachInSlices, finish, type Steps } from '../steps.ts';
import type { ObjectReport, Report, SourceLine } from '../types.ts';
import { readCondition } from './conditions.ts';
import { looksLikeContainerField } from './containers.ts';
import { parseDescribe } from './describe.ts';
import { EventsReader, isEventHeading, readEvent } from './events.ts';
import { readField } from './field.ts';
import { CONTAINER_KEYS, CONTAINER_SECTIONS, STATE_KEYS, TOP_KEYS } from './keys.ts';
import { emptyObject, toEventObjects } from './object.ts';
import { LevelReader } from './sections.ts';
import { TableReader } from './tables.ts';

interface ReadObjects {
  readonly objects: readonly ObjectReport[];
  readonly skipped: readonly SourceLine[];
}

/** A run of lines that one reader understands. */
interface Segment {
  readonly kind: 'describe' | 'table' | 'events' | 'text';
  add(line: SourceLine): void;
  /** Reads what has not been read line by line. */
  finish(): ReadObjects;
}

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

function kindOfBareLine(line: SourceLine, tables?: TableReader): Segment['kind'] {
  if (tables?.readRow(line)) return 'table';
  if (readEvent(line)?.object) return 'events';
  return startsDescribe(line) ? 'describe' : 'text';
}

/** Whether a `Name:` begins another object, and is neither a field of the present one nor a line of a message. */
function beginsObject(
  current: Segment | undefined,
  line: SourceLine,
  above: SourceLine | undefined,
  below: SourceLine | undefined,
): boolean {
  if (!(current instanceof DescribeSegment)) return true;
  if (current.holds(line)) return false;
  const { nameIndent } = current;
  // kubectl leaves two lines free between objects.
  if (nameIndent !== undefined && (!above || isBlank(above))) return true;
  const next = below && readField(below);
  if (nameIndent === undefined)
    return next !== undefined && TOP_KEYS.has(next.key) && next.indent === indentOf(line.text);
  return (
    !HOLDS_TEXT.has(current.findLastKey()) || (next !== undefined && FOLLOWS_NAME.has(next.key))
  );
}

/** Whether conditions of a node begin, which its describe prints before any event. */
const beginsNodeConditions = ({ text }: SourceLine, below: SourceLine | undefined) =>
  text.startsWith('Conditions:') && below !== undefined && NODE_CONDITIONS.test(below.text);
const NODE_CONDITIONS = /^\s*Type\s+Status\s+LastHeartbeatTime\b/u;

/** The lines of one describe output: what a line means depends on others, so they are read together. */
class DescribeSegment implements Segment {
  readonly kind = 'describe';
  /** Indent of its `Name:`; undefined while none was seen. */
  readonly nameIndent: number | undefined;
  private readonly lines: SourceLine[] = [];
  private readonly levels: LevelReader;
  /** So many of its lines were shown to `levels`. */
  private shown = 0;

  constructor(nameIndent?: number) {
    this.nameIndent = nameIndent;
    this.levels = new LevelReader(nameIndent ?? 0);
  }

  add(line: SourceLine): void {
    this.lines.push(line);
  }

  /** Whether a line is deeper than the `Name:`, so that it can only be a part of this object. */
  holds({ text }: SourceLine): boolean {
    return this.nameIndent !== undefined && indentOf(text) > this.nameIndent;
  }

  /** First-level field that its last line belongs to. Asked for seldom, so it is found then. */
  findLastKey(): string {
    for (const line of this.lines.slice(this.shown)) {
      const field = readField(line);
      if (field) this.levels.begins(field);
    }
    this.shown = this.lines.length;
    return this.levels.key;
  }

  finish(): ReadObjects {
    const { object, skipped } = parseDescribe(this.lines);
    return { objects: [object], skipped };
  }
}

/** Rows of `kubectl get`. */
class TableSegment implements Segment {
  readonly kind = 'table';
  private readonly reader = new TableReader();
  /** `kubectl get -w` prints a row for every change: the last one of each object holds. */
  private readonly rows = new Map<string, ObjectReport>();
  private readonly skipped: SourceLine[] = [];

  add(line: SourceLine): void {
    if (isBlank(line) || SEPARATOR.test(line.text) || this.reader.readHeading(line)) return;
    const row = this.reader.readRow(line);
    if (row) this.rows.set(`${row.namespace?.value ?? ''}/${row.name?.value ?? ''}`, row);
    else if (!isEllipsis(line.text)) this.skipped.push(line);
  }

  finish(): ReadObjects {
    return { objects: [...this.rows.values()], skipped: this.skipped };
  }
}

/** Rows of `kubectl get events`. */
class EventsSegment implements Segment {
  readonly kind = 'events';
  private readonly reader = new EventsReader(true);

  add(line: SourceLine): void {
    this.reader.read(line);
  }

  finish(): ReadObjects {
    const { events, skipped } = this.reader;
    return { objects: toEventObjects(events), skipped };
  }
}

/** Lines without any structure, such as a log. */
class TextSegment implements Segment {
  readonly kind = 'text';
  private readonly loose: SourceLine[] = [];

  add(line: SourceLine): void {
    if (!isBlank(line) && !isEllipsis(line.text)) this.loose.push(line);
  }

  finish(): ReadObjects {
    const { loose } = this;
    const [first] = loose;
    if (!first) return { objects: [], skipped: [] };
    return { objects: [{ ...emptyObject('', 'text', first.number), loose }], skipped: loose };
  }
}

function beginSegment(kind: Segment['kind']): Segment {
  if (kind === 'table') return new TableSegment();
  if (kind === 'events') return new EventsSegment();
  return kind === 'describe' ? new DescribeSegment() : new TextSegment();
}

/** Trailing spaces were taken off. */
const isBlank = ({ text }: SourceLine) => text === '';

/**
 * Cuts lines into runs of one kind: several describes, tables, lists of events, and other text. Each run is read as
 * soon as it ends: so lines die young, and no more of a long paste is held than one object of it.
 */
class PasteReader {
  readonly objects: ObjectReport[] = [];
  readonly skipped: SourceLine[] = [];
  private tables = new TableReader();
  private current: Segment | undefined;
  private above: SourceLine | undefined;
  /** The last line: what it is may depend on the one below. */
  private waiting: SourceLine | undefined;

  add(line: SourceLine): void {
    if (this.waiting) this.place(this.waiting, line);
    this.waiting = line;
  }

  /** Reads the rest. What is added afterwards stands apart from it. */
  finish(): void {
    if (this.waiting) this.place(this.waiting, undefined);
    this.end();
    this.tables = new TableReader();
    this.above = this.waiting = undefined;
  }

  private end(): void {
    if (!this.current) return;
    const { objects, skipped } = this.current.finish();
    addAll(this.objects, objects);
    addAll(this.skipped, skipped);
    this.current = undefined;
  }

  private begin(segment: Segment): Segment {
    this.end();
    return (this.current = segment);
  }

  private place(line: SourceLine, below: SourceLine | undefined): void {
    const { current } = this;
    const isInside = current instanceof DescribeSegment && current.holds(line);
    if (!isInside && isPrompt(line.text)) {
      this.end();
      this.tables.reset();
    } else (this.findSegment(line, below) ?? current)?.add(line);
    this.above = line;
  }

  /** The segment that the line begins; undefined when it belongs to the present one. */
  private findSegment(line: SourceLine, below: SourceLine | undefined): Segment | undefined {
    const { current, tables, above } = this;
    const field = line.text.includes('Name:') ? readField(line) : undefined;
    if (field?.key === 'Name' && field.value !== '' && beginsObject(current, line, above, below))
      return this.begin(new DescribeSegment(field.indent));
    if (
      current instanceof DescribeSegment &&
      beginsNodeConditions(line, below) &&
      current.findLastKey() === 'Events'
    )
      return this.begin(new DescribeSegment());
    if (tables.readHeading(line)) return this.begin(new TableSegment());
    if (isEventsHeading(line.text)) return this.begin(new EventsSegment());
    if (isBlank(line)) return undefined;
    if (current?.kind === 'table') {
      if (tables.readRow(line) === undefined && !SEPARATOR.test(line.text))
        return this.begin(beginSegment(kindOfBareLine(line)));
    } else if (!current || current.kind === 'text') {
      const kind = kindOfBareLine(line, tables);
      if (!current || kind !== 'text') return this.begin(beginSegment(kind));
    }
    return undefined;
  }
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

/**
 * Reads a paste: any number of `kubectl describe` outputs, tables and lists of events, whole or in part.
 *
 * Never throws. Lines that no reader understood are in `skipped`; a paste without any structure gives one object of
 * layout `text` with all its lines in `loose`, because a single error line can tell a cause, too.
 *
 * @param take Takes out what another parser has read, such as YAML; it is used in place of those lines.
 */
export function parse(text: string, take?: TakeParts): Report {
  return finish(parseInSteps(text, splitLines(text), take));
}

/**
 * The same in slices, for texts of many megabytes.
 *
 * @param raw The lines of the text, as `splitLines` gives them.
 */
export function* parseInSteps(
  text: string,
  raw: readonly string[],
  take?: TakeParts,
): Steps<Report> {
  const reader = new PasteReader();
  // Whoever takes parts out has to see all lines.
  const all: SourceLine[] = [];
  const repairs = yield* readLinesInSteps(text, raw, (line) => {
    if (take) all.push(line);
    else reader.add(line);
  });
  const taken = take && (yield* take(all));
  for (const rest of taken?.rest ?? []) {
    yield* eachInSlices(rest, (line) => {
      reader.add(line);
    });
    reader.finish();
  }
  reader.finish();
  const { objects, skipped } = reader;
  if (taken) {
    addAll(objects, taken.objects);
    addAll(skipped, taken.skipped);
    if (taken.objects.length > 0) objects.sort((a, b) => a.line - b.line);
  }
  return {
    objects: joinObjects(attachLoose(objects)),
    skipped,
    repairs,
    ...(taken && taken.tooLong.length > 0 ? { tooLong: taken.tooLong } : {}),
    lineCount: raw.length,
  };
}
