import type { ContainerReport, EventReport, ObjectReport, Probe } from './types.ts';

/** What is compared, in the order in which it is shown. */
const CHANGE_TOPICS = [
  'status',
  'state',
  'last-state',
  'restarts',
  'ready',
  'condition',
  'event',
  'image',
  'command',
  'resources',
  'probe',
  'environment',
  'mount',
  'volume',
  'placement',
  'label',
  'field',
] as const;
export type ChangeTopic = (typeof CHANGE_TOPICS)[number];

/** A value of one of the two texts, and the line where it stands. */
export interface Side {
  readonly value: string;
  readonly line: number;
}

/** One difference. What only one of the two texts has lacks the other side. */
export interface Change {
  readonly topic: ChangeTopic;
  /** The container that it is about. */
  readonly container?: string;
  /** What it is called there: `MemoryPressure`, `JAVA_OPTS`, `limits.memory`. */
  readonly name: string;
  readonly before?: Side;
  readonly after?: Side;
}

/** Two objects of the same kind, one of each text. */
export interface ComparedPair {
  readonly before: ObjectReport;
  readonly after: ObjectReport;
  readonly changes: readonly Change[];
}

export interface Comparison {
  readonly pairs: readonly ComparedPair[];
  /** Without a partner of the same kind in the other text. */
  readonly onlyBefore: readonly ObjectReport[];
  readonly onlyAfter: readonly ObjectReport[];
}

interface Item extends Side {
  readonly topic: ChangeTopic;
  readonly container?: string;
  readonly name: string;
}

const item = (
  topic: ChangeTopic,
  name: string,
  read: { readonly value: string | number | boolean; readonly line: number } | undefined,
): Item[] => (read ? [{ topic, name, value: String(read.value), line: read.line }] : []);

/** Times, addresses and ids differ between any two texts, and say nothing. */
const NOISE =
  /^(?:Start Time|IPs?|Host IPs?|Controlled By|Age|Creation ?Timestamp|UID|Resource ?Version)$/iu;
/** Compared under a topic of their own, or the name of the object itself. */
const OWN_TOPIC =
  /^(?:Name|Namespace|Status|Reason|Message|Labels|Annotations|Node|QoS Class|Node-Selectors|Tolerations|Ready|Restarts)$/iu;
const NOISY_LABEL =
  /^(?:pod-template-hash|controller-revision-hash|pod-template-generation|statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index|kubectl\.kubernetes\.io\/restartedAt)$/u;
/** Each pod gets a volume of this kind under a name of its own. */
const OWN_TOKEN = /kube-api-access-[a-z0-9]{5}/gu;

function toProbeText({
  handler,
  target,
  initialDelay,
  timeout,
  period,
  successThreshold,
  failureThreshold,
}: Probe): string {
  const numbers = Object.entries({
    initialDelay,
    timeout,
    period,
    successThreshold,
    failureThreshold,
  })
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join(' ');
  return `${handler} ${target} ${numbers}`.trim();
}

function readState(state: ContainerReport['state']): Item['value'] {
  if (!state) return '';
  const code = state.exitCode && `exit code ${state.exitCode.value}`;
  const details = [state.reason?.value, code].filter((one) => one !== undefined && one !== '');
  return details.length > 0 ? `${state.kind} (${details.join(', ')})` : state.kind;
}

function listContainer(container: ContainerReport): Item[] {
  const { state, lastState } = container;
  const found: Item[] = [
    ...(state
      ? [{ topic: 'state' as const, name: '', value: readState(state), line: state.line }]
      : []),
    ...(lastState
      ? [
          {
            topic: 'last-state' as const,
            name: '',
            value: readState(lastState),
            line: lastState.line,
          },
        ]
      : []),
    ...item('restarts', '', container.restartCount),
    ...item('ready', '', container.ready),
    ...item('image', 'Image', container.image),
    // The digest tells when the same tag has become another image.
    ...item('image', 'Image ID', container.imageId),
    ...container.limits.flatMap((one) => item('resources', `limits.${one.name}`, one)),
    ...container.requests.flatMap((one) => item('resources', `requests.${one.name}`, one)),
    ...container.probes.map((probe) => ({
      topic: 'probe' as const,
      name: probe.kind,
      value: toProbeText(probe),
      line: probe.line,
    })),
    ...container.environment.flatMap((one) => item('environment', one.name, one)),
    ...container.environmentFrom.flatMap((one) => item('environment', `from ${one.value}`, one)),
    ...container.mounts.flatMap((one) =>
      item('mount', one.value.replaceAll(OWN_TOKEN, 'kube-api-access'), one),
    ),
  ];
  for (const [name, list] of [
    ['Command', container.command],
    ['Args', container.args],
  ] as const) {
    const [first] = list;
    if (first)
      found.push({
        topic: 'command',
        name,
        value: list.map(({ value }) => value).join(' '),
        line: first.line,
      });
  }
  return found.map((one) => ({ ...one, container: container.name }));
}

/** An event by what it says: numbers, names and ids in its message differ between pods. */
function toEventName({ reason, message }: EventReport): string {
  const kept = message
    .replaceAll(/\b[a-z0-9-]{1,63}-[a-z0-9]{5,10}-[a-z0-9]{5}\b/gu, '…')
    .replaceAll(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gu, '…')
    .replaceAll(/\b\d+(?:\.\d+)*(?:ms|s|m|h)?\b/gu, '…');
  return `${reason}: ${kept}`;
}

function listObject(object: ObjectReport): Item[] {
  const { fields, labels, conditions, events, volumes } = object;
  return [
    ...item('status', 'Status', object.status),
    ...item('status', 'Reason', object.reason),
    ...item('status', 'Message', object.message),
    ...object.containers.flatMap(listContainer),
    ...conditions.map(({ type, status, reason, line }) => ({
      topic: 'condition' as const,
      name: type,
      value: reason === undefined || reason === '' ? status : `${status} (${reason})`,
      line,
    })),
    ...events.map((event) => ({
      topic: 'event' as const,
      name: toEventName(event),
      value: `${event.reason}: ${event.message}`,
      line: event.line,
    })),
    ...volumes
      .filter(({ name }) => name.replaceAll(OWN_TOKEN, '') !== '')
      .map(({ name, type, fields: parts, line }) => ({
        topic: 'volume' as const,
        name,
        value: [type, ...parts.map((part) => `${part.name}=${part.value}`)].join(' '),
        line,
      })),
    ...item('placement', 'Node', object.node),
    ...item('placement', 'QoS Class', object.qosClass),
    ...object.nodeSelectors.flatMap((one) => item('placement', `Node-Selectors ${one.value}`, one)),
    ...object.tolerations.flatMap((one) => item('placement', `Tolerations ${one.value}`, one)),
    ...labels
      .filter(({ name }) => !NOISY_LABEL.test(name))
      .flatMap((one) => item('label', one.name, one)),
    ...fields
      .filter(({ name }) => !NOISE.test(name) && !OWN_TOPIC.test(name))
      .flatMap((one) => item('field', one.name, one)),
  ];
}

/** Where an item stands, whatever its value. */
const keyOf = ({ topic, container = '', name }: Item) => JSON.stringify([topic, container, name]);

/** How often something happened is no difference of kind, so that events are equal when their names are. */
const isSame = (a: Item, b: Item) => a.topic === 'event' || a.value === b.value;

function toChange(before: Item | undefined, after: Item | undefined): Change[] {
  const one = before ?? after;
  if (!one) return [];
  const toSide = (side: Item | undefined) => side && { value: side.value, line: side.line };
  const sides = { before: toSide(before), after: toSide(after) };
  return [
    {
      topic: one.topic,
      ...(one.container === undefined ? {} : { container: one.container }),
      name: one.topic === 'event' ? '' : one.name,
      ...(sides.before ? { before: sides.before } : {}),
      ...(sides.after ? { after: sides.after } : {}),
    },
  ];
}

/** What differs between two objects of one kind, by topic; what always differs is left out. */
function compareObjects(before: ObjectReport, after: ObjectReport): Change[] {
  const old = new Map(listObject(before).map((one) => [keyOf(one), one]));
  const now = new Map(listObject(after).map((one) => [keyOf(one), one]));
  const changes = [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [a, b] = [old.get(key), now.get(key)];
    return a && b && isSame(a, b) ? [] : toChange(a, b);
  });
  return changes.sort((a, b) => CHANGE_TOPICS.indexOf(a.topic) - CHANGE_TOPICS.indexOf(b.topic));
}

const nameOf = ({ kind, namespace, name }: ObjectReport) =>
  JSON.stringify([kind, namespace?.value ?? '', name?.value ?? '']);

/**
 * Pairs the objects of two texts and compares each pair.
 *
 * The same object is one pair; of the others the first of a kind goes with the first of that kind,
 * as with a good and a bad pod of one Deployment.
 */
export function compareReports(
  before: readonly ObjectReport[],
  after: readonly ObjectReport[],
): Comparison {
  const left = [...before];
  const right = [...after];
  const pairs: ComparedPair[] = [];
  for (const isPair of [
    (a: ObjectReport, b: ObjectReport) => nameOf(a) === nameOf(b),
    (a: ObjectReport, b: ObjectReport) => a.kind === b.kind,
  ])
    for (const a of [...left]) {
      const index = right.findIndex((b) => isPair(a, b));
      const b = right[index];
      if (!b) continue;
      right.splice(index, 1);
      left.splice(left.indexOf(a), 1);
      pairs.push({ before: a, after: b, changes: compareObjects(a, b) });
    }
  return { pairs, onlyBefore: left, onlyAfter: right };
}
