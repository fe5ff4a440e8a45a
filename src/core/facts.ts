import { hideChosenNames } from './chosen-names.ts';
import { earliestKillOf, slackOf } from './insights.ts';
import { findLater, type EventTest } from './later.ts';
import { looseTextsOf } from './loose-texts.ts';
import { eventIn, reasonIn } from './loose.ts';
import { READ_FIELDS } from './parse/describe.ts';
import { parseQuantity } from './quantity.ts';
import { readSchedulerMessage } from './scheduler.ts';
import { lifetimeOf } from './time.ts';
import {
  containerOf,
  freshnessOfEvent,
  freshnessOfLastState,
  isSidecar,
  type Freshness,
} from './timeline.ts';
import type { ContainerReport, ContainerState, EventReport, ObjectReport } from './types.ts';

/** One value of a fact, where it stands, and whether it still describes the present. */
export interface FactValue {
  readonly value: string | number;
  readonly line: number;
  readonly endLine: number;
  readonly freshness: Freshness;
  /** The container that the line itself names. */
  readonly container?: string | undefined;
  /** Seconds since it was last seen, for events that tell. */
  readonly lastSeen?: number | undefined;
  /** Part of the nodes that it was counted on, for the reasons of a scheduler message; 0 to 1. */
  readonly share?: number;
  /** It only says what the rule is asked about: its line proves nothing. */
  readonly isContext?: boolean;
}

/** What a rule is tested against: an object, and one of its containers for facts about containers. */
export interface Subject {
  readonly object: ObjectReport;
  readonly container?: ContainerReport;
}

type Reader = (subject: Subject) => readonly FactValue[];
/** @param read Gives the values of another fact of the same subject. */
type DerivedReader = (
  subject: Subject,
  read: (name: string) => readonly FactValue[],
) => readonly FactValue[];

interface Place {
  readonly line: number;
  readonly endLine?: number;
}

const fact = (value: string | number, at: Place, freshness: Freshness = 'present'): FactValue => ({
  value,
  line: at.line,
  endLine: at.endLine ?? at.line,
  freshness,
});

/** What an object or container is, such as its kind: needed by rules, but no evidence. */
const context = (value: string, at: Place): FactValue => ({ ...fact(value, at), isContext: true });

const of = (
  read: (Place & { readonly value: string | number }) | undefined,
  freshness?: Freshness,
) => (read === undefined ? [] : [fact(read.value, read, freshness)]);

interface DatedState {
  readonly state: ContainerState;
  readonly freshness: Freshness;
}

/** A container for debugging ends when its shell does, whatever the code: nothing waits for it. */
const isLeft = ({ type, state }: ContainerReport) =>
  type === 'ephemeral' && state?.kind === 'Terminated';

function statesOf({ object, container }: Subject): DatedState[] {
  if (!container) return [];
  const { state, lastState } = container;
  return [
    ...(state
      ? [{ state, freshness: isLeft(container) ? ('past' as const) : ('present' as const) }]
      : []),
    ...(lastState
      ? [{ state: lastState, freshness: freshnessOfLastState(object, container) }]
      : []),
  ];
}

/** The states in which the container had ended. */
const endsOf = (subject: Subject) =>
  statesOf(subject).filter(({ state }) => state.kind === 'Terminated');

interface JudgedEvent {
  readonly event: EventReport;
  readonly freshness: Freshness;
  readonly container: string | undefined;
}

const judged = new WeakMap<ObjectReport, readonly JudgedEvent[]>();

/** The events of an object with what they say about the present, judged once for all facts. */
function judgeEvents(object: ObjectReport): readonly JudgedEvent[] {
  let all = judged.get(object);
  if (!all) {
    all = object.events.map((event) => ({
      event,
      freshness: freshnessOfEvent(object, event),
      container: containerOf(object, event),
    }));
    judged.set(object, all);
  }
  return all;
}

/** Events about this container or about the object as a whole. */
function eventsOf({ object, container }: Subject): readonly JudgedEvent[] {
  const all = judgeEvents(object);
  return container
    ? all.filter((one) => one.container === undefined || one.container === container.name)
    : all;
}

const fromEvent = (
  value: string,
  { event: { line, endLine = line, lastSeen }, freshness, container }: JudgedEvent,
): FactValue => ({ value, line, endLine, freshness, container, lastSeen });

const endsPull: EventTest = ({ reason, message }) =>
  /^(?:Pulled|Created|Started|Failed|BackOff|Killing|InspectFailed)$/u.test(reason) &&
  !message.includes('restarting failed container');

/**
 * Whether a pull has ended: an event of the same container tells how, or the container has begun; with the same age the
 * order of printing decides.
 */
function hasPullEnded(object: ObjectReport, event: EventReport): boolean {
  if (findLater(object, event, endsPull, { ofSameContainer: true })) return true;
  const name = containerOf(object, event);
  const pulling = object.containers.filter((one) => name === undefined || one.name === name);
  if (pulling.length === 0) return object.status?.value === 'Running';
  return pulling.every(({ state }) => state !== undefined && state.kind !== 'Waiting');
}

const quantity = (rows: ContainerReport['limits'], name: string) =>
  rows.flatMap((row) => {
    const value = row.name === name ? parseQuantity(row.value) : undefined;
    return value === undefined ? [] : [fact(value, row)];
  });

/** Normal events of a pod that gets on: nothing in their messages is a sign of trouble, whatever names they hold. */
const PROGRESS =
  /^(?:Scheduled|Pulling|Pulled|Created|Started|SuccessfulAttachVolume|SuccessfulMountVolume|SuccessfulCreate|AddedInterface|ScalingReplicaSet)$/u;

/** Events that are about neither an image nor the start of a container, whatever words are in them. */
const NO_PULL =
  /^(?:Unhealthy|Killing|Evicted|Preempted|Provisioning\w*|ExternalProvisioning|Failed(?:Mount|AttachVolume|MapVolume|Binding|Scheduling|Create|KillPod|PostStartHook|PreStopHook))$/u;
const NO_START_LINE = /\bprobe (?:failed|errored)|lifecycle hook|MountVolume|\bsandbox\b/iu;
const isNoPull = ({ reason }: EventReport) => NO_PULL.test(reason);
const isNoStart = (event: EventReport) =>
  isNoPull(event) || event.reason === 'FailedCreatePodSandBox';

function fromTroubles(
  subject: Subject,
  toText: (event: EventReport) => string,
  leavesOut: (event: EventReport) => boolean = () => false,
): FactValue[] {
  const values: FactValue[] = [];
  for (const one of eventsOf(subject))
    if ((one.event.type !== 'Normal' || !PROGRESS.test(one.event.reason)) && !leavesOut(one.event))
      values.push(fromEvent(hideChosenNames(toText(one.event)), one));
  return values;
}

const isRestartBackOff = ({ reason, message }: EventReport) =>
  reason === 'BackOff' && message.includes('restarting failed container');

/** Whether the text shows with which code or reason a run of the container ended; of any container without a name. */
const showsEndOf = (object: ObjectReport, name: string | undefined) =>
  object.containers.some(
    (container) =>
      (name === undefined || container.name === name) &&
      endsOf({ object, container }).some(
        ({ state: { exitCode, reason } }) => exitCode !== undefined || reason !== undefined,
      ),
  );

/** With these the program ended by itself; its message is its own. With others it is that of the runtime. */
const ENDED_ITSELF = /^(?:Error|Completed)$/u;

/** Termination messages of this container, or of all of them when the whole object is asked about. */
const terminationMessages =
  (fits: (state: ContainerState) => boolean): Reader =>
  ({ object, container }) =>
    (container ? [container] : object.containers).flatMap((one) =>
      endsOf({ object, container: one }).flatMap(({ state, freshness }) =>
        fits(state)
          ? of(state.message, freshness).map((value) => ({ ...value, container: one.name }))
          : [],
      ),
    );
const isOfProgram = ({ reason }: ContainerState) =>
  reason === undefined || ENDED_ITSELF.test(reason.value);
const programWords = terminationMessages(isOfProgram);
const runtimeWords = terminationMessages((state) => !isOfProgram(state));

/** Messages of the state in which a container waits, which only YAML and JSON have; of those with a reason that fits. */
const waitingMessages =
  (reason: RegExp, toText = (message: string) => message): Reader =>
  ({ object, container }) =>
    (container ? [container] : object.containers).flatMap(({ state, name }) =>
      state?.kind === 'Waiting' && state.message && reason.test(state.reason?.value ?? '')
        ? [
            {
              ...fact(hideChosenNames(toText(state.message.value)), state.message),
              container: name,
            },
          ]
        : [],
    );

/**
 * Reasons of a scheduler message, in every reading of one that was cut into lines.
 *
 * Nodes with a taint that bears the name of a resource are those that have it: when the others lack it, nothing on them
 * matters, as if all nodes were tainted.
 */
const blockersOf = (message: string) =>
  readSchedulerMessage(message).flatMap(({ blockers, nodes = 0 }) => {
    const texts = new Set(blockers.map(({ text }) => text));
    return blockers.map(({ text, nodes: on }) => ({
      text,
      ...(nodes > 0 && {
        share: texts.has(`Insufficient ${TAINT.exec(text)?.[1] ?? ''}`) ? 1 : on / nodes,
      }),
    }));
  });
const TAINT = /taint \{([^:]+)/u;

/** The events that say why the pod has no node: the scheduler's, or for want of them those of the autoscaler. */
function schedulingsOf(subject: Subject): JudgedEvent[] {
  const of = (reason: RegExp) => eventsOf(subject).filter(({ event }) => reason.test(event.reason));
  const failed = of(/^FailedScheduling$/iu);
  return failed.length > 0 ? failed : of(/^NotTriggerScaleUp$/u);
}

const PULL = /pull|image|manifest|\/v2\/|registry|repository/iu;
/** What only an image pull says, so that it needs no other sign when it stands alone. */
const ONLY_PULL =
  /toomanyrequests|server gave HTTP response|unauthorized|^(?:[\w ]{1,40}: ){0,3}x509|denied: requested|no basic auth|invalid reference format|layer|tag\b/iu;

/** What shows that such words are about something else than an image. */
const NO_PULL_LINE =
  /plugin type=|ClusterInformation|connection is unauthorized|StorageClass|Volume|\bprobe\b|\bfrom server \(|to the server\b/u;

const speaksOfPull = ({ value }: FactValue) => PULL.test(String(value));

const looseLines: Reader = ({ object }) =>
  looseTextsOf(object).map(({ text, freshness, ...place }) => fact(text, place, freshness));

/** Messages of events among lines without any column, as values of the fact `event`. */
const looseEvents: Reader = (subject) =>
  looseLines(subject).flatMap((value) => {
    const event = eventIn(String(value.value).replaceAll('\n', ' '));
    return event === undefined ? [] : [{ ...value, value: event }];
  });

const messages: Reader = (subject) => [
  ...fromTroubles(subject, ({ message }) => message),
  ...runtimeWords(subject),
  ...waitingMessages(/^/u)(subject),
  ...of(subject.object.message),
  ...subject.object.conditions.flatMap((one) =>
    one.message === undefined ? [] : [fact(one.message, one)],
  ),
  ...looseLines(subject),
];

const INIT = /^Init:/u;
/** What stands in an event about a start and is no more than a reason: `Error: ErrImagePull`. */
const ONLY_REASON = /^(?:Error: )?\S*$/u;
const isExplained = (object: ObjectReport) =>
  object.events.some(
    ({ reason, message }) =>
      /^(?:Failed|InspectFailed|FailedCreatePodSandBox|Evicted)$/u.test(reason) &&
      !ONLY_REASON.test(message),
  );

/** Reasons of states, present and last, also where only a status shows them; of those with or without a message. */
const reasons =
  (fits: (state: ContainerState) => boolean): Reader =>
  ({ object, container }) => [
    ...(container ? [container] : object.containers).flatMap((one) =>
      statesOf({ object, container: one }).flatMap(({ state, freshness }) =>
        fits(state)
          ? of(state.reason, freshness).map((value) => ({ ...value, container: one.name }))
          : [],
      ),
    ),
    ...(object.layout === 'table' ? of(object.status) : []).map((value) => ({
      ...value,
      value: String(value.value).replace(INIT, ''),
    })),
    ...(object.layout === 'text' ? object.loose : []).flatMap(({ text, number }) => {
      const reason = reasonIn(text);
      return reason === undefined ? [] : [fact(reason, { line: number })];
    }),
  ];
const allReasons = reasons(() => true);
const bareReasons = reasons(({ message }) => message === undefined);

const column = (name: string, pattern: RegExp) => (subject: Subject) =>
  subject.object.layout === 'table'
    ? subject.object.fields.flatMap((field) => {
        const found = field.name === name ? pattern.exec(field.value)?.[0] : undefined;
        return found === undefined ? [] : [{ found, line: field.line }];
      })
    : [];

/**
 * Every fact with a text that a rule may test, and where it is read from. A new kind of evidence is one line here.
 * Names that begin with `container.` are read from one container at a time.
 */
const TEXT_FACTS = {
  'object.kind': ({ object }) => [context(object.kind, object)],
  'object.name': ({ object }) => of(object.name),
  'object.layout': ({ object }) => [context(object.layout, object)],
  'pod.status': ({ object }) => (object.layout === 'table' ? [] : of(object.status)),
  /** Why the system ended or refused the pod; the STATUS of a row has the same words. */
  'pod.reason': ({ object }) => of(object.layout === 'table' ? object.status : object.reason),
  'pod.message': ({ object }) => of(object.message),
  'pod.node': ({ object }) => of(object.node),
  'pod.terminatingFor': ({ object }) => of(object.terminatingFor),
  /** The STATUS column of a table, for example `Init:CrashLoopBackOff`. */
  'table.status': ({ object }) => (object.layout === 'table' ? of(object.status) : []),
  /** Why a container waits or has ended, by its state, a STATUS column (without `Init:`) or a word that stands alone. */
  'state.reason': allReasons,
  /** The same, and the reason of the pod, where neither a message beside it nor an event says more. */
  'state.unexplained': (subject) => {
    const { object } = subject;
    if (isExplained(object)) return [];
    return [...bareReasons(subject), ...(object.message ? [] : of(object.reason))];
  },
  'table.ready': (subject) =>
    column('READY', /^\d+\/\d+/u)(subject).map(({ found, line }) => fact(found, { line })),
  /** `Type=Status`, with ` Reason: message` behind it where the layout has them. */
  condition: ({ object }) =>
    object.conditions.map((one) => {
      const detail = [one.reason, one.message].filter((part) => part !== undefined).join(': ');
      return fact(`${one.type}=${one.status}${detail === '' ? '' : ` ${detail}`}`, one);
    }),
  /** `Name=value` of a first-level field or a column, but for those that other facts are about. */
  field: ({ object }) =>
    object.fields.flatMap((one) =>
      READ_FIELDS.has(one.name) ? [] : [fact(`${one.name}=${one.value}`, one)],
    ),
  /** `Type name`, such as `PersistentVolumeClaim data`. */
  volume: ({ object }) => object.volumes.map((one) => fact(`${one.type} ${one.name}`, one)),
  /** `key=value`. */
  label: ({ object }) => object.labels.map((one) => fact(`${one.name}=${one.value}`, one)),
  'events.seen': ({ object }) => {
    const heading = object.fields.find(({ name }) => name === 'Events');
    return [heading ? fact(object.eventsSeen, heading) : context(object.eventsSeen, object)];
  },
  /** `init`, `app` or `ephemeral`; a sidecar among the init containers is an `app`. */
  'container.type': ({ object, container }) =>
    container ? [context(isSidecar(object, container) ? 'app' : container.type, container)] : [],
  'container.state': ({ container }) =>
    container?.state ? [fact(container.state.kind, { line: container.state.line })] : [],
  'container.waitingReason': ({ container }) =>
    container?.state?.kind === 'Waiting' ? of(container.state.reason) : [],
  /** Reason of the present or last termination. */
  'container.terminationReason': (subject) =>
    endsOf(subject).flatMap(({ state, freshness }) => of(state.reason, freshness)),
  'container.terminationMessage': (subject) =>
    endsOf(subject).flatMap(({ state, freshness }) => of(state.message, freshness)),
  /** Why a container waits, for example `configmap "web" not found`; in YAML and JSON only. */
  'container.waitingMessage': (subject) =>
    subject.container ? waitingMessages(/^/u)(subject) : [],
  'container.ready': ({ container }) =>
    container?.ready ? [fact(container.ready.value ? 'True' : 'False', container.ready)] : [],
  'container.image': ({ container }) => of(container?.image),
  /** `kind handler target`, such as `liveness http-get http://:8080/healthz`. */
  'container.probe': ({ container }) =>
    (container?.probes ?? []).map((one) => fact(`${one.kind} ${one.handler} ${one.target}`, one)),
  'event.reason': (subject) => eventsOf(subject).map((one) => fromEvent(one.event.reason, one)),
  /** Messages of back-offs before a restart of which the text does not show how the run ended. */
  'event.unseenEnd': (subject) =>
    eventsOf(subject).flatMap((one) =>
      isRestartBackOff(one.event) && !showsEndOf(subject.object, one.container)
        ? fromEvent(one.event.message, one)
        : [],
    ),
  /** `Reason: message` of every event but those of normal progress, and of the event that a waiting container had. */
  event: (subject) => [
    ...fromTroubles(subject, ({ reason, message }) => `${reason}: ${message}`),
    // The kubelet writes the same error into the state and into an event `Failed`.
    ...waitingMessages(
      /^(?:Create|Run)\w*Error$/u,
      (message) => `Failed: Error: ${message}`,
    )(subject),
    ...looseEvents(subject),
  ],
  /** One reason of a FailedScheduling message, or of `PodScheduled=False`, without its count: `Insufficient cpu`. */
  'scheduler.blocker': (subject) => [
    ...schedulingsOf(subject).flatMap((one) =>
      blockersOf(one.event.message).map(({ text, ...share }) => ({
        ...fromEvent(text, one),
        ...share,
      })),
    ),
    ...subject.object.conditions.flatMap((one) =>
      one.type === 'PodScheduled' && one.status === 'False' && one.reason !== 'SchedulingGated'
        ? blockersOf(one.message ?? '').map(({ text, ...share }) => ({
            ...fact(text, one),
            ...share,
          }))
        : [],
    ),
    ...looseLines(subject).flatMap((line) =>
      /nodes are (?:un)?available|fit failure on node|didn't trigger scale-up/iu.test(
        String(line.value),
      )
        ? blockersOf(String(line.value)).map(({ text, ...share }) => ({
            ...line,
            value: text,
            ...share,
          }))
        : [],
    ),
  ],
  /** The message of a failed image pull: of an event, a state or a loose line that speaks of an image. */
  'pull.error': (subject) => [
    ...fromTroubles(subject, ({ message }) => message, isNoPull).filter(speaksOfPull),
    ...runtimeWords(subject).filter(speaksOfPull),
    ...waitingMessages(/^/u)(subject).filter(speaksOfPull),
    ...of(subject.object.message).filter(speaksOfPull),
    ...looseLines(subject).filter(
      (line) =>
        (speaksOfPull(line) ||
          (subject.object.layout === 'text' && ONLY_PULL.test(String(line.value)))) &&
        !NO_PULL_LINE.test(String(line.value)),
    ),
    ...waitingMessages(/Image|^RegistryUnavailable$|^SignatureValidationFailed$/u)(subject),
  ],
  /** A line without any column around it, such as a log line or a single message. */
  loose: looseLines,
  /** What Kubernetes or the runtime says: of an event that is no normal progress, a state, the pod or a condition; or a loose line. */
  message: messages,
  /** The same, and what a program wrote before it ended. */
  'message.any': (subject) => [...messages(subject), ...programWords(subject)],
  /** What a program wrote: before it ended, or in a loose line. */
  program: (subject) => [...programWords(subject), ...looseLines(subject)],
  /** Why a container cannot be started: of an event or state that is about its start, or a loose line. */
  'start.error': (subject) => [
    ...fromTroubles(subject, ({ message }) => message, isNoStart),
    ...terminationMessages(() => true)(subject),
    ...waitingMessages(/^/u)(subject),
    ...of(subject.object.message),
    ...looseLines(subject).filter(({ value }) => !NO_START_LINE.test(String(value))),
  ],
} satisfies Record<string, DerivedReader>;

const NUMBER_FACTS = {
  'container.exitCode': (subject) =>
    endsOf(subject).flatMap(({ state, freshness }) => of(state.exitCode, freshness)),
  'container.signal': (subject) =>
    endsOf(subject).flatMap(({ state, freshness }) => of(state.signal, freshness)),
  'container.restartCount': ({ container }) => of(container?.restartCount),
  /** Seconds between Started and Finished of a run that has ended. */
  'container.lifetime': (subject) =>
    endsOf(subject).flatMap(({ state, freshness }) => {
      const seconds = lifetimeOf(state);
      return seconds === undefined ? [] : [fact(seconds, state.finished ?? state, freshness)];
    }),
  /** Memory limit in bytes. */
  'container.memoryLimit': ({ container }) => quantity(container?.limits ?? [], 'memory'),
  /** Seconds after the start at which a liveness or startup probe may kill at the earliest; the smallest of them. */
  'container.probeBudget': ({ container }) =>
    (container?.probes ?? [])
      .filter(({ kind }) => kind !== 'readiness')
      .map((probe) => fact(earliestKillOf(probe), probe)),
  /** Seconds that a run lived longer than a probe that never succeeds needs to end it; a run cut off by SIGKILL also had its grace period. */
  'container.probeSlack': ({ object, container }) =>
    endsOf({ object, ...(container && { container }) }).flatMap(({ state, freshness }) => {
      const slack = container && slackOf(container, state);
      return slack === undefined ? [] : [fact(slack, state.finished ?? state, freshness)];
    }),
  /** Seconds since an image pull began of which no event tells the end. */
  'pull.waiting': ({ object }) =>
    object.events.flatMap((event) =>
      event.reason === 'Pulling' && event.lastSeen !== undefined && !hasPullEnded(object, event)
        ? [fact(event.lastSeen, event)]
        : [],
    ),
  'table.restarts': (subject) =>
    column('RESTARTS', /^\d+/u)(subject).map(({ found, line }) => fact(Number(found), { line })),
} satisfies Record<string, Reader>;

export type TextFact = keyof typeof TEXT_FACTS;
export type NumberFact = keyof typeof NUMBER_FACTS;

export const TEXT_FACT_NAMES = Object.keys(TEXT_FACTS) as readonly TextFact[];
export const NUMBER_FACT_NAMES = Object.keys(NUMBER_FACTS) as readonly NumberFact[];

const NOTHING: readonly FactValue[] = [];
const READERS: ReadonlyMap<string, { readonly index: number; readonly read: DerivedReader }> =
  new Map(
    Object.entries({ ...TEXT_FACTS, ...NUMBER_FACTS }).map(([name, read], index) => [
      name,
      { index, read },
    ]),
  );

/** The facts of one subject, each read once, since many rules ask for the same. */
export class FactTable {
  readonly subject: Subject;
  /** By the index of the reader. */
  private readonly values: (readonly FactValue[] | undefined)[] = [];
  private readonly whole: FactTable | undefined;

  /** @param whole Facts of the same object without a container: what does not depend on the container is read there. */
  constructor(subject: Subject, whole?: FactTable) {
    this.subject = subject;
    this.whole = whole && isOnlyContainer(subject) ? whole : undefined;
  }

  /** All values of a fact; an unknown name has none. */
  read(name: string): readonly FactValue[] {
    const reader = READERS.get(name);
    return reader
      ? (this.values[reader.index] ??=
          this.whole && !name.startsWith('container.')
            ? this.whole.read(name)
            : reader.read(this.subject, (other) => this.read(other)))
      : NOTHING;
  }
}

/** Whether all that is said about the object is said about this container. */
function isOnlyContainer({ object, container }: Subject): boolean {
  return (
    container !== undefined &&
    object.containers.length === 1 &&
    judgeEvents(object).every(
      (one) => one.container === undefined || one.container === container.name,
    )
  );
}
