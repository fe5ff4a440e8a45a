import { containerIn } from '../parse/events.ts';
import { parseTime, toAge } from '../time.ts';
import type { EventReport, ObjectRef, Read } from '../types.ts';
import { nodeAt, numberAt, textAt, type LocatedNode } from './node.ts';

/** An event of the API before its age is known. */
export interface ManifestEvent {
  readonly about: ObjectRef;
  /** Uid of the object it is about; another one than the object's is an earlier object of that name. */
  readonly uid: string | undefined;
  readonly last: number | undefined;
  readonly first: number | undefined;
  readonly report: EventReport;
}

const SUBOBJECT = /^spec\.\w+\{([^}]*)\}/u;

function firstText(root: LocatedNode, ...paths: readonly (readonly string[])[]) {
  for (const path of paths) {
    const read = textAt(root, ...path);
    if (read) return read;
  }
  return undefined;
}

const timeOf = (read: Read<string> | undefined) => read && parseTime(read.value);

/**
 * Reads an Event of `v1` or `events.k8s.io/v1`; undefined when it names no object or no reason.
 *
 * Its line is that of its message: the object itself has twenty more that prove nothing.
 */
export function readManifestEvent(root: LocatedNode): ManifestEvent | undefined {
  const about = nodeAt(root, 'involvedObject') ?? nodeAt(root, 'regarding');
  const kind = textAt(about, 'kind');
  const name = textAt(about, 'name');
  const reason = textAt(root, 'reason');
  if (!kind || !reason) return undefined;
  const namespace = textAt(about, 'namespace');
  const message = firstText(root, ['message'], ['note']);
  const last = firstText(
    root,
    ['series', 'lastObservedTime'],
    ['lastTimestamp'],
    ['deprecatedLastTimestamp'],
    ['eventTime'],
    ['firstTimestamp'],
    ['metadata', 'creationTimestamp'],
  );
  const first = firstText(
    root,
    ['firstTimestamp'],
    ['deprecatedFirstTimestamp'],
    ['eventTime'],
    ['metadata', 'creationTimestamp'],
  );
  const from = firstText(
    root,
    ['source', 'component'],
    ['reportingComponent'],
    ['reportingController'],
    ['deprecatedSource', 'component'],
  );
  const times =
    numberAt(root, 'series', 'count') ??
    numberAt(root, 'count') ??
    numberAt(root, 'deprecatedCount');
  const container =
    SUBOBJECT.exec(textAt(about, 'fieldPath')?.value ?? '')?.[1] ??
    containerIn(message?.value ?? '');
  const { line, endLine } = message ?? reason;
  return {
    about: {
      kind: kind.value,
      ...(namespace ? { namespace: namespace.value } : {}),
      ...(name ? { name: name.value } : {}),
    },
    uid: textAt(about, 'uid')?.value,
    last: timeOf(last),
    first: timeOf(first),
    report: {
      type: textAt(root, 'type')?.value ?? '',
      reason: reason.value,
      age: '<unknown>',
      count: Math.max(1, times?.value ?? 1),
      from: from?.value ?? '',
      message: message?.value ?? '',
      line,
      ...(endLine === undefined ? {} : { endLine }),
      ...(container === undefined ? {} : { container }),
    },
  };
}

/** Gives an event its age against the newest time of the paste, as kubectl would have printed it then. */
export function toDatedEvent(
  { report, about, last, first }: ManifestEvent,
  newest: number | undefined,
): EventReport {
  const object = { ...report, object: about };
  if (newest === undefined || last === undefined) return object;
  const lastSeen = Math.max(0, newest - last);
  const firstSeen = Math.max(lastSeen, newest - (first ?? last));
  const age = toAge(lastSeen);
  return {
    ...object,
    age: report.count > 1 ? `${age} (x${report.count} over ${toAge(firstSeen)})` : age,
    lastSeen,
    firstSeen,
  };
}

/** Oldest first, as describe prints them. */
export function compareEvents(a: EventReport, b: EventReport): number {
  return (b.lastSeen ?? 0) - (a.lastSeen ?? 0) || a.line - b.line;
}
