import { isPrompt } from '../lines.ts';
import { parseAge } from '../time.ts';
import type { EventReport, ObjectRef, SourceLine } from '../types.ts';

type Draft = { -readonly [K in keyof EventReport]: EventReport[K] };

const AGE = String.raw`(?:<unknown>|<invalid>|\d[\dsmhdy]*)(?: ?\(x\d+ over [^)\s]+\))?`;
const DATE = String.raw`\w{3}, \d{1,2} \w{3} \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z|<nil>`;
const SEEN = String.raw`(?:${AGE}|${DATE})`;
/** Of all reasons only the one of a node that lacks a resource has its name in it: `OutOfephemeral-storage`. */
const REASON = String.raw`(?:OutOf[\w./-]+|[A-Za-z][A-Za-z0-9]{2,})`;

/** `Type Reason Age From Message`, kubectl 1.8 and newer. The rest is cut into From and Message afterwards. */
const MODERN = new RegExp(
  String.raw`^\s*(Normal|Warning)\s+(${REASON})\s+(${AGE})(?:\s+([^]*))?$`,
  'u',
);
/** The same with a type of a third party; believed only below a heading. */
const MODERN_ANY_TYPE = new RegExp(
  String.raw`^  ([A-Z][a-z]+)\s{2,}(${REASON})\s{2,}(${AGE})(?:\s+([^]*))?$`,
  'u',
);
/** `FirstSeen LastSeen Count From SubobjectPath [Type] Reason Message`, kubectl up to 1.7. */
const OLD = new RegExp(
  String.raw`^\s*(${SEEN})\s+(${SEEN})\s+(\d+)\s+(\{[^}]*\}|[\w.-]+(?:, ?[\w.-]+)?)\s+` +
    String.raw`(?:(spec\.\S+|implicitly required container \S+)\s+)?(?:(Normal|Warning)\s+)?(${REASON})\s+(\S.*)$`,
  'u',
);
/** `[NAMESPACE] LAST SEEN TYPE REASON OBJECT MESSAGE`, kubectl get events and kubectl events. */
const GET = new RegExp(
  String.raw`^\s*(?:([a-z0-9][\w.-]*)\s+)?(${AGE})\s+(Normal|Warning)\s+(${REASON})\s+([A-Za-z]+(?:/\S+)?)\s+(\S.*)$`,
  'u',
);
/** `[NAMESPACE] LAST SEEN TYPE REASON OBJECT [SUBOBJECT] SOURCE MESSAGE FIRST SEEN COUNT NAME`, with -o wide. */
const GET_WIDE = new RegExp(
  String.raw`^\s*(?:([a-z0-9][\w.-]*)\s+)?(${AGE})\s+(Normal|Warning)\s+(${REASON})\s+([A-Za-z]+/\S+)\s+` +
    String.raw`(?:(spec\.\S+)\s+)?(\S+(?:, \S+)?)\s{2,}(\S.*?)(?<!\s)\s{2,}(${AGE})\s+(\d+)\s+\S+$`,
  'u',
);
/** `[NAMESPACE] LAST SEEN FIRST SEEN COUNT NAME KIND [SUBOBJECT] TYPE REASON SOURCE MESSAGE`, up to 1.14. */
const GET_OLD = new RegExp(
  String.raw`^\s*(?:([a-z0-9][\w.-]*)\s+)?(${SEEN})\s+(${SEEN})\s+(\d+)\s+(\S+)\s+((?!Normal\b|Warning\b)[A-Z][A-Za-z]+)\s+` +
    String.raw`(?:(spec\.\S+)\s+)?(?:(Normal|Warning)\s+)?(${REASON})\s+(\{[^}]*\}|[^\s,]+(?:, \S+)?)\s+(\S.*)$`,
  'u',
);
/** `TIME REASON MSG`, the custom columns that people choose for events. */
const CUSTOM = new RegExp(String.raw`^\s*(${DATE})\s+(${REASON})\s{2,}(\S[^]*)$`, 'u');

const HEADING =
  /^\s*(?:Type\s+Reason\s+Age|FirstSeen\s+LastSeen|(?:NAMESPACE\s+)?LAST SEEN|TIME\s+REASON)\b/u;
const RULE = /^\s*(?:[-─]{3,}\s+)*[-─]{3,}\s*$/u;
const PREFIX = /^spec\.(?:init|ephemeral)?[cC]ontainers\{([^}]*)\}: ?/u;
/** What client-go puts before the message of many events alike. */
const COMBINED = /^\(combined from similar events\): /u;
const SUBOBJECT = /^spec\.\w+\{([^}]*)\}/u;
const COMPONENT =
  /^(?:kubelet|default-scheduler|attachdetach-controller|persistentvolume-controller|[a-z][\w.-]*-(?:controller|scheduler|manager|provisioner|attacher)|multus)(?:, \S+)?(?=\s)/u;
const NAMES_CONTAINER =
  /^(?:(?:Created|Started) container:?|Stopping container|Container|Back-off restarting failed container) ([a-z0-9][a-z0-9-]*)(?=$| (?:failed|definition|resize|in pod ))|(?:failed to start container|for Container) "([a-z0-9][a-z0-9-]*)"/u;

/** The container that a message of the kubelet names. */
export function containerIn(message: string): string | undefined {
  const found = NAMES_CONTAINER.exec(message);
  return found?.[1] ?? found?.[2];
}

function draftEvent(
  line: SourceLine,
  parts: Pick<Draft, 'type' | 'reason' | 'age' | 'from' | 'message'>,
): Draft {
  const named = PREFIX.exec(parts.message);
  const message = (named ? parts.message.slice(named[0].length) : parts.message).replace(
    COMBINED,
    '',
  );
  const container = named?.[1] ?? containerIn(message);
  const { type, reason, from } = parts;
  const { count, lastSeen, firstSeen } = parseAge(
    parts.age.includes('(') ? parts.age.replace(/\(x/u, ' (x').replace(/\s+/gu, ' ') : parts.age,
  );
  const number = line.number;
  const draft: Draft = {
    type,
    reason,
    age: parts.age,
    count,
    from,
    message,
    line: number,
    endLine: number,
  };
  if (lastSeen !== undefined) draft.lastSeen = lastSeen;
  if (firstSeen !== undefined) draft.firstSeen = firstSeen;
  if (container !== undefined) draft.container = container;
  return draft;
}

/** Cuts what follows the age into From and Message. */
function splitRest(rest: string, offset: number, messageColumn: number): [string, string] {
  const cells = /^(\S+(?:,? \S+){0,3}?)\s{2,}(\S.*)$/u.exec(rest);
  if (cells?.[1] !== undefined && cells[2] !== undefined && !/[:"]$/u.test(cells[1])) {
    // The printer leaves From empty when no component is known: then the first cell is the message.
    if (messageColumn > 0 && offset >= messageColumn && !COMPONENT.test(rest)) return ['', rest];
    return [cells[1], cells[2]];
  }
  const component = COMPONENT.exec(rest);
  if (component) return [component[0], rest.slice(component[0].length).trim()];
  if (/^(?:[a-z][\w.-]*)(?:, [\w.-]+)?$/u.test(rest)) return [rest, ''];
  return ['', rest];
}

/** Rows that a web console or a Markdown table has cut by bars or dashes. */
const SEPARATED = /^\s*(?:\|\s*)?(?:Normal|Warning)\s+[|–-]\s/u;
const SEPARATOR = /(?<!\s)\s+[|–-]\s+|^\s*\|\s*/gu;

function readModern(line: SourceLine, messageColumn: number, headed: boolean): Draft | undefined {
  if (!headed && !/Normal|Warning/u.test(line.text)) return undefined;
  const text = (
    SEPARATED.test(line.text) ? line.text.replace(SEPARATOR, '  ') : line.text
  ).replaceAll('\t', '  ');
  const found = MODERN.exec(text) ?? (headed ? MODERN_ANY_TYPE.exec(text) : null);
  if (!found) return undefined;
  const [whole, type = '', reason = '', age = '', rest = ''] = found;
  const [from, message] = splitRest(rest, whole.length - rest.length, messageColumn);
  return draftEvent(line, { type, reason, age, from, message });
}

function seconds(text: string): number | undefined {
  return parseAge(text).lastSeen;
}

function readOld(line: SourceLine): Draft | undefined {
  const [, first = '', last, count, from = '', path, type = '', reason = '', message = ''] =
    OLD.exec(line.text) ?? [];
  if (last === undefined) return undefined;
  return {
    ...draftEvent(line, { type, reason, age: last, from, message }),
    count: Number(count),
    ...named(SUBOBJECT.exec(path ?? '')?.[1]),
    ...optional('firstSeen', seconds(first)),
  };
}

const named = (container: string | undefined) => (container === undefined ? {} : { container });
function optional<K extends string>(key: K, value: number | undefined): Partial<Record<K, number>> {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<K, number>>;
}

/** Kinds by how `kubectl get events` writes them, in the spelling of the API. */
const KINDS = new Map(
  (
    'Pod Node PersistentVolumeClaim PersistentVolume ReplicaSet Deployment StatefulSet DaemonSet Job CronJob ' +
    'Service Endpoints Ingress HorizontalPodAutoscaler Namespace'
  )
    .split(' ')
    .map((kind) => [kind.toLowerCase(), kind]),
);

function objectRef(text: string, namespace: string | undefined): ObjectRef {
  const [kind = '', name] = text.split('/', 2);
  return {
    kind: KINDS.get(kind.toLowerCase()) ?? kind,
    ...(namespace === undefined ? {} : { namespace }),
    ...(name === undefined ? {} : { name }),
  };
}

function readGet(line: SourceLine): Draft | undefined {
  const [, namespace, age, type = '', reason = '', object = '', message = ''] =
    GET.exec(line.text) ?? [];
  if (age === undefined) return undefined;
  return {
    ...draftEvent(line, { type, reason, age, from: '', message }),
    object: objectRef(object, namespace),
  };
}

function readGetWide(line: SourceLine): Draft | undefined {
  const [
    ,
    namespace,
    age,
    type = '',
    reason = '',
    object = '',
    path,
    from = '',
    message = '',
    first = '',
    count,
  ] = GET_WIDE.exec(line.text) ?? [];
  if (age === undefined) return undefined;
  const draft = draftEvent(line, { type, reason, age, from, message });
  return {
    ...draft,
    count: Number(count),
    ...named(SUBOBJECT.exec(path ?? '')?.[1] ?? draft.container),
    ...optional('firstSeen', seconds(first)),
    object: objectRef(object, namespace),
  };
}

function readGetOld(line: SourceLine): Draft | undefined {
  const found = GET_OLD.exec(line.text);
  if (!found) return undefined;
  const [
    ,
    namespace,
    last = '',
    first = '',
    count,
    name = '',
    kind = '',
    path,
    type,
    reason,
    from,
    message,
  ] = found;
  const draft = draftEvent(line, {
    type: type ?? '',
    reason: reason ?? '',
    age: last,
    from: from ?? '',
    message: message ?? '',
  });
  return {
    ...draft,
    count: Number(count),
    ...named(SUBOBJECT.exec(path ?? '')?.[1] ?? draft.container),
    ...optional('firstSeen', seconds(first)),
    object: objectRef(`${kind}/${name.replace(/\.[0-9a-f]{14,16}$/u, '')}`, namespace),
  };
}

function readCustom(line: SourceLine): Draft | undefined {
  const [, time, reason, message] = CUSTOM.exec(line.text) ?? [];
  if (time === undefined || reason === undefined || message === undefined) return undefined;
  return draftEvent(line, {
    type: '',
    reason,
    age: '<unknown>',
    from: '',
    message: message.trimEnd(),
  });
}

/** Reads one row of an events table in any layout; undefined when the line is none. */
export function readEvent(
  line: SourceLine,
  messageColumn = 0,
  headed = false,
): EventReport | undefined {
  return (
    readModern(line, messageColumn, headed) ??
    readGetOld(line) ??
    readOld(line) ??
    readGetWide(line) ??
    readGet(line) ??
    (headed ? readCustom(line) : undefined)
  );
}

const CJK = /[\u3400-\u9fff\uff00-\uffef]/u;

/**
 * Whether a line between two rows goes on with the message above. Remarks of the person who pasted do not: words in
 * another script, or a line behind a gap below a message of one line.
 */
function continues(message: string, text: string, blanks: number): boolean {
  if (CJK.test(text) && !CJK.test(message)) return false;
  return blanks === 0 || message.includes('\n');
}

/** Whether the line is the heading of an events table. */
export function isEventHeading(text: string): boolean {
  return HEADING.test(text);
}

/** `parseEvents` line by line, for lists that are too long to be held. */
export class EventsReader {
  readonly events: Draft[] = [];
  readonly skipped: SourceLine[] = [];
  private readonly headed: boolean;
  private messageColumn = 0;
  private blanks = 0;

  /** @param headed Whether the lines are known to be events, so that unusual types are believed. */
  constructor(headed: boolean) {
    this.headed = headed;
  }

  read(line: SourceLine): void {
    const { text, number } = line;
    if (text.trim() === '') {
      this.blanks += 1;
      return;
    }
    if (RULE.test(text)) return;
    if (isEventHeading(text)) {
      this.messageColumn = Math.max(text.indexOf('Message'), 0);
      return;
    }
    const event = readEvent(line, this.messageColumn, this.headed);
    const last = this.events.at(-1);
    if (event) this.events.push(event);
    else if (last && !isPrompt(text) && continues(last.message, text, this.blanks)) {
      last.message += `${'\n'.repeat(1 + this.blanks)}${text}`;
      last.endLine = number;
    } else if (!isPrompt(text)) this.skipped.push(line);
    this.blanks = 0;
  }
}

/**
 * Reads events below `Events:`, from `kubectl get events`, or copied as bare rows.
 *
 * Rows are found by `Normal` or `Warning`, a reason and an age, not by the columns of the heading: chats squeeze
 * spaces, and the widths change behind a message of several lines. Lines between two rows belong to the message above
 * them. Source: DescribeEvents in kubectl/pkg/describe/describe.go, and its older layouts.
 *
 * @param lines The lines of the section without `Events:`.
 * @param headed Whether the lines are known to be events, so that unusual types are believed.
 *
 * @example
 * parseEvents(toLines('  Warning  BackOff  2m1s (x12 over 5m)  kubelet  Back-off restarting failed container'), true)
 * // => { events: [{ type: 'Warning', reason: 'BackOff', age: '2m1s (x12 over 5m)', count: 12, … }], skipped: [] }
 */
export function parseEvents(
  lines: readonly SourceLine[],
  headed: boolean,
): { events: EventReport[]; skipped: SourceLine[] } {
  const reader = new EventsReader(headed);
  for (const line of lines) reader.read(line);
  const { events, skipped } = reader;
  return { events, skipped };
}
