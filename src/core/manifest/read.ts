import { eachInSlices, finish, type Steps } from '../steps.ts';
import { toEventObjects } from '../parse/object.ts';
import { parseTime } from '../time.ts';
import type { EventReport, ObjectReport } from '../types.ts';
import { compareEvents, readManifestEvent, toDatedEvent, type ManifestEvent } from './events.ts';
import { completeFragment, isFlattened, type Found } from './fragments.ts';
import { readerOf } from './kinds.ts';
import { readMetadata, type Draft } from './metadata.ts';
import { listAt, nodeAt, textAt, textOf, type LocatedNode } from './node.ts';

/** Objects between two pauses. */
const OBJECTS_IN_SLICE = 100;
const KIND = /^[A-Z][A-Za-z0-9]{1,62}$/u;

const isList = (root: LocatedNode, kind: string) =>
  kind === 'List' || (kind.endsWith('List') && nodeAt(root, 'items') !== undefined);

/** Finds the objects of a document: itself, the items of a list, or what a part of an object can tell. */
function findObjects(root: LocatedNode, inherited = ''): Found[] {
  // An item that was cut out of a YAML list still has its dash.
  if (root.kind === 'list' && inherited !== '')
    return root.items.flatMap((item) => findObjects(item, inherited));
  const kind = textAt(root, 'kind')?.value ?? inherited;
  if (isList(root, kind)) {
    // Items of a typed list, as the API itself answers, do not repeat their kind.
    const own = kind.slice(0, -'List'.length);
    return listAt(root, 'items').flatMap((item) => findObjects(item, own));
  }
  // Audit logs have events of their own, which are about requests.
  if (kind === 'Event' && !nodeAt(root, 'involvedObject') && !nodeAt(root, 'regarding')) return [];
  if (kind !== '') return KIND.test(kind) && !isFlattened(root) ? [{ kind, root }] : [];
  if (root.kind === 'list') {
    const objects = root.items.filter((item) => textAt(item, 'kind') !== undefined);
    if (objects.length > 0) return objects.flatMap((item) => findObjects(item));
  }
  if (nodeAt(root, 'items')?.kind === 'list')
    return listAt(root, 'items').flatMap((item) => findObjects(item));
  if (isFlattened(root)) return [];
  const fragment = completeFragment(root);
  return fragment ? [fragment] : [];
}

/** A document, or an item of a list that was taken out of it. */
export interface ManifestRoot {
  readonly node: LocatedNode;
  /** What it is when it does not say so itself. */
  readonly kind?: string | undefined;
}

/** Whether a document is one of the API, with objects in it or as the frame of a list whose items come apart. */
export function isManifest({ node: root, kind: inherited }: ManifestRoot): boolean {
  const kind = textAt(root, 'kind')?.value ?? '';
  const isFrame = textAt(root, 'apiVersion') !== undefined && nodeAt(root, 'items') !== undefined;
  return isFrame || isList(root, kind) || findObjects(root, inherited).length > 0;
}

const TIMES = new Set([
  'creationTimestamp',
  'startTime',
  'startedAt',
  'finishedAt',
  'completionTime',
  'lastTransitionTime',
  'lastProbeTime',
  'lastHeartbeatTime',
  'lastUpdateTime',
  'lastScheduleTime',
  'firstTimestamp',
  'lastTimestamp',
  'lastObservedTime',
  'eventTime',
]);

/** The newest time that an object holds. Times that may lie ahead, such as the end of a grace period, do not count. */
function findNewest(node: LocatedNode): number {
  let newest = 0;
  const take = (time: number) => {
    if (time > newest) newest = time;
  };
  if (node.kind === 'list') for (const item of node.items) take(findNewest(item));
  if (node.kind === 'map')
    for (const { key, node: value } of node.entries.values())
      take(TIMES.has(key) ? (parseTime(textOf(value) ?? '') ?? 0) : findNewest(value));
  return newest;
}

interface Reading {
  readonly draft: Draft;
  readonly uid: string | undefined;
}

function readObject({ kind, root }: Found, newest: number | undefined): Reading {
  const draft = readMetadata(root, kind);
  readerOf(kind)?.(root, draft, newest);
  return { draft, uid: textAt(root, 'metadata', 'uid')?.value };
}

const keyOf = (kind: string, namespace: string | undefined, name: string | undefined) =>
  `${kind}/${namespace ?? ''}/${name ?? ''}`;

/** Gives events to the objects they are about and returns those that are about others. */
function attachEvents(
  objects: readonly Reading[],
  events: readonly ManifestEvent[],
  newest: number | undefined,
): EventReport[] {
  const byKey = new Map(
    objects.map((one) => [
      keyOf(one.draft.kind, one.draft.namespace?.value, one.draft.name?.value),
      one,
    ]),
  );
  const others: EventReport[] = [];
  for (const event of events) {
    const { kind, namespace, name } = event.about;
    const owner =
      byKey.get(keyOf(kind, namespace, name)) ?? byKey.get(keyOf(kind, undefined, name));
    const isSame = owner?.uid === undefined || event.uid === undefined || owner.uid === event.uid;
    const dated = toDatedEvent(event, newest);
    if (owner && isSame) {
      owner.draft.events.push(dated);
      owner.draft.eventsSeen = 'rows';
    } else others.push(dated);
  }
  for (const { draft } of objects) draft.events.sort(compareEvents);
  return others.sort(compareEvents);
}

/**
 * Reads all objects of the API in the documents of one paste.
 *
 * Events are given to the objects they are about, with ages against the newest time in the paste, because such a text
 * does not say when it was printed. A document that holds no object gives none.
 */
export function* readManifestsInSteps(roots: readonly ManifestRoot[]): Steps<ObjectReport[]> {
  const found = roots.flatMap(({ node, kind }) => findObjects(node, kind));
  let latest = 0;
  yield* eachInSlices(
    found,
    ({ root }) => {
      latest = Math.max(latest, findNewest(root));
    },
    OBJECTS_IN_SLICE,
  );
  const newest = latest === 0 ? undefined : latest;
  const events: ManifestEvent[] = [];
  const objects: Reading[] = [];
  yield* eachInSlices(
    found,
    (one) => {
      const event = one.kind === 'Event' ? readManifestEvent(one.root) : undefined;
      if (event) events.push(event);
      else objects.push(readObject(one, newest));
    },
    OBJECTS_IN_SLICE,
  );
  const others = attachEvents(objects, events, newest);
  return [...objects.map(({ draft }) => draft), ...toEventObjects(others)].sort(
    (a, b) => a.line - b.line,
  );
}

/** Reads the objects of one document, as is done for all documents of a paste. */
export function readManifest(root: LocatedNode): ObjectReport[] {
  return finish(readManifestsInSteps([{ node: root }]));
}
