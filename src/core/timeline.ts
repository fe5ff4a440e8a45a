import { findLater, hasEvent, type EventTest } from './later.ts';
import { lifetimeOf } from './time.ts';
import type { ContainerReport, EventReport, ObjectReport } from './types.ts';

/** How much a fact still says about the present. */
export type Freshness = 'present' | 'fading' | 'past';

const RESTART = /^(?:BackOff|Killing|Created|Started|Pulled|Unhealthy|Failed)$/u;
const PULL_FAILURE =
  /pull(?:ing)? image|ErrImagePull|ImagePullBackOff|pull QPS|inspect image|image tag/iu;
const RESTART_BACKOFF = /restarting failed container/iu;
/** OpenShift adds the second one, with the body of the answer. */
const PROBE_EVENT = /^(?:Unhealthy|ProbeError)$/u;
const PROBE = /^(Liveness|Readiness|Startup) probe/u;

const hasReason =
  (reason: RegExp): EventTest =>
  (event) =>
    reason.test(event.reason);
const isStartup = hasReason(/^(?:Pulling|Pulled|Created|Started)$/u);
const isPulled = hasReason(/^(?:Pulled|Created|Started)$/u);
const isStarted = hasReason(/^Started$/u);
const isScheduling = hasReason(/^FailedScheduling$/u);
const isCancelling: EventTest = ({ message }) => message.startsWith('Cancelling deletion');
const isAnswer: EventTest = ({ reason, message }) =>
  reason === 'Unhealthy' && message.includes('statuscode');
const isKilledByProbe: EventTest = ({ reason, message }) =>
  reason === 'Killing' && message.includes('probe');

/** Which later event shows that the trouble of a warning is over. */
const RESOLVED_BY: readonly (readonly [warning: RegExp, by: EventTest])[] = [
  [
    /^Failed(?:Scheduling|AttachVolume)$/iu,
    hasReason(/^(?:Scheduled|Pulling|Pulled|Created|Started|SuccessfulAttachVolume)$/iu),
  ],
  [/^(?:Failed(?:Mount|MapVolume|CreatePod(?:SandBox|Container))|NetworkNotReady)$/u, isStartup],
  [/^FailedCreate\w*$/u, hasReason(/^SuccessfulCreate$/u)],
  [/^(?:ProvisioningFailed|FailedBinding)$/u, hasReason(/^ProvisioningSucceeded$/u)],
  [
    /LoadBalancerFailed$|^Failed(?:Deploy|Build)Model$|^AllocationFailed$/u,
    hasReason(/^(?:\w+dLoadBalancer|SuccessfullyReconciled|IPAllocated)$/u),
  ],
  [/^NodeNotReady$/u, hasReason(/^NodeReady$/u)],
  [/^NodeHasInsufficientMemory$/u, hasReason(/^NodeHasSufficientMemory$/u)],
  [/^NodeHasDiskPressure$/u, hasReason(/^NodeHasNoDiskPressure$/u)],
  [/^NodeHasInsufficientPID$/u, hasReason(/^NodeHasSufficientPID$/u)],
];

/** The container an event is about: named by the event, by its image, by its probe, or the only one there is. */
export function containerOf(object: ObjectReport, event: EventReport): string | undefined {
  if (event.container !== undefined) return event.container;
  const { containers } = object;
  const byImage = event.message.includes('"')
    ? containers.filter(
        ({ image }) => image !== undefined && event.message.includes(`"${image.value}"`),
      )
    : [];
  if (byImage.length === 1) return byImage[0]?.name;
  const kind = PROBE.exec(event.message)?.[1]?.toLowerCase();
  if (kind !== undefined) {
    const probed = containers.filter(({ probes }) => probes.some((probe) => probe.kind === kind));
    const byPort = probed.filter(({ probes }) =>
      probes.some((probe) => {
        const port = /:(\d+)/u.exec(probe.target)?.[1];
        return probe.kind === kind && port !== undefined && event.message.includes(`:${port}`);
      }),
    );
    const only = probed.length === 1 ? probed : byPort;
    if (only.length === 1) return only[0]?.name;
  }
  const apps = containers.filter(({ type }) => type !== 'ephemeral');
  return apps.length === 1 &&
    /^(?:Unhealthy|BackOff|Failed|Killing|InspectFailed)$/u.test(event.reason)
    ? apps[0]?.name
    : undefined;
}

const isServing = (container: ContainerReport) =>
  container.state?.kind === 'Running' && container.ready?.value === true;

const hasSucceeded = ({ state }: ContainerReport) =>
  state?.kind === 'Terminated' && state.exitCode?.value === 0;

/**
 * Whether an init container is one that goes on running beside the app: the pod is initialised, and it has not ended
 * well, as every other one then has. Source: GeneratePodInitializedCondition in kubernetes/pkg/kubelet/status.
 */
export const isSidecar = ({ conditions }: ObjectReport, container: ContainerReport): boolean =>
  container.type === 'init' &&
  container.state !== undefined &&
  !hasSucceeded(container) &&
  conditions.some(({ type, status }) => type === 'Initialized' && status === 'True');

/** Whether every container does what it should: app containers and sidecars run and are ready. */
export function isSteady(object: ObjectReport): boolean {
  const apps = object.containers.filter(
    (container) => container.type === 'app' || isSidecar(object, container),
  );
  return (
    apps.length > 0 &&
    apps.every(
      (container) =>
        isServing(container) || (hasSucceeded(container) && object.status?.value === 'Succeeded'),
    )
  );
}

const hasEnded = (object: ObjectReport) =>
  object.status?.value === 'Succeeded' || object.status?.value === 'Completed';

/** Whether the pod is being deleted and its grace period has not run out: the age then lies in the future. */
export function isWithinGrace(object: ObjectReport): boolean {
  return object.status?.value === 'Terminating' && object.terminatingFor?.value === '<invalid>';
}

/** A probe failed over and over for a long time, although the container is ready at this moment. */
function isRecurrent(event: EventReport): boolean {
  const span = (event.firstSeen ?? 0) - (event.lastSeen ?? 0);
  return event.count >= 10 && span >= 600;
}

/** A refused connection is over once the same port has answered, even badly. */
function hasAnsweredSince(object: ObjectReport, event: EventReport): boolean {
  return (
    event.message.includes('connection refused') &&
    findLater(object, event, isAnswer, { ofSameContainer: true, atAnotherTime: true }) !== undefined
  );
}

/** Ephemeral containers have no probes, and an init container that has ended was none that goes on running. */
const isProbed = ({ type, state }: ContainerReport) =>
  type !== 'ephemeral' && !(type === 'init' && state?.kind === 'Terminated');

const isRestart: EventTest = ({ reason, count }) =>
  /^(?:BackOff|Killing)$/u.test(reason) || (reason === 'Started' && count > 1);

/**
 * Whether events alone show that a probe failed at the start and no more: a container began once, and a probe that goes
 * on failing is seen again within seconds.
 */
const wasAtStart = (object: ObjectReport, { count, lastSeen = 0 }: EventReport) =>
  object.containers.length === 0 &&
  count <= 3 &&
  lastSeen >= 120 &&
  hasEvent(object, isStarted) &&
  !hasEvent(object, isRestart);

function freshnessOfProbe(object: ObjectReport, event: EventReport): Freshness {
  if (hasAnsweredSince(object, event) || wasAtStart(object, event)) return 'past';
  const name = containerOf(object, event);
  const candidates = object.containers.filter(
    (container) => isProbed(container) && (name === undefined || container.name === name),
  );
  if (candidates.length === 0 || !candidates.every(isServing)) return 'present';
  const killed = hasEvent(object, isKilledByProbe);
  const restarted = candidates.some(({ restartCount }) => (restartCount?.value ?? 0) > 0);
  if (!event.message.startsWith('Readiness') && (killed || restarted)) return 'present';
  return isRecurrent(event) ? 'fading' : 'past';
}

/** Which condition of a node a warning announces. */
const NODE_WARNING: readonly (readonly [warning: RegExp, condition: string, good: string])[] = [
  [
    /DiskPressure|ephemeral-storage|FreeDiskSpaceFailed|ImageGCFailed|inodes/u,
    'DiskPressure',
    'False',
  ],
  [/InsufficientMemory|reclaim memory/u, 'MemoryPressure', 'False'],
  [/InsufficientPID|reclaim pids/u, 'PIDPressure', 'False'],
  [/NodeNotReady/u, 'Ready', 'True'],
];

/** Whether the object's own state says that what the event warned of is over. */
function isOver(
  { kind, status, conditions, fields }: ObjectReport,
  { reason, message }: EventReport,
): boolean {
  const is = (type: string, wanted: string) =>
    conditions.some((one) => one.type === type && one.status === wanted);
  if (kind === 'PersistentVolumeClaim') return status?.value === 'Bound';
  if (kind === 'HorizontalPodAutoscaler') return is('ScalingActive', 'True');
  if (kind === 'Job')
    return (
      is('Complete', 'True') ||
      fields.some(({ name, value }) => name === 'Completed At' && value !== '')
    );
  if (kind !== 'Node') return false;
  const known = NODE_WARNING.find(([warning]) => warning.test(`${reason} ${message}`));
  return known !== undefined && is(known[1], known[2]);
}

const SUPERSEDED_AFTER = 300;

/** The scheduler writes anew what blocks the pod: its newest message holds. */
function freshnessOfScheduling(object: ObjectReport, event: EventReport): Freshness {
  const newest = findLater(object, event, isScheduling, { atAnotherTime: true });
  if (!newest) return 'present';
  const gap = (event.lastSeen ?? 0) - (newest.lastSeen ?? 0);
  return gap > SUPERSEDED_AFTER ? 'past' : 'fading';
}

/**
 * Tells whether a warning still describes the present: a later event or the state of the containers may show that it
 * was resolved. Normal events are always present.
 */
export function freshnessOfEvent(object: ObjectReport, event: EventReport): Freshness {
  const { reason, message } = event;
  if (event.type === 'Normal' && !/^(?:BackOff|Killing|NodeNotReady|NodeHas\w+)$/u.test(reason))
    return 'present';
  if (hasEnded(object)) return 'past';
  // Probes fail while a pod shuts down; that is no trouble of its own.
  if (isWithinGrace(object) && PROBE_EVENT.test(reason)) return 'past';
  if (isOver(object, event)) return 'past';
  if (message.startsWith('Cancelling deletion')) return 'past';
  const pair = RESOLVED_BY.find(([warning]) => warning.test(reason));
  if (pair && findLater(object, event, pair[1])) return 'past';
  // The node came back before its pods were deleted.
  if (reason === 'NodeNotReady' && findLater(object, event, isCancelling)) return 'past';
  if (reason === 'FailedScheduling' && object.node !== undefined && object.node.value !== '<none>')
    return 'past';
  if (reason === 'FailedScheduling') return freshnessOfScheduling(object, event);
  if (PROBE_EVENT.test(reason)) return freshnessOfProbe(object, event);
  if (PULL_FAILURE.test(message) && !RESTART_BACKOFF.test(message)) {
    if (findLater(object, event, isPulled, { ofSameContainer: true })) return 'past';
  } else if (reason === 'Failed' && findLater(object, event, isStarted, { ofSameContainer: true }))
    return isSteady(object) || object.containers.length === 0 ? 'past' : 'present';
  if (
    isSteady(object) &&
    !/^(?:Evicted|Preempted|TaintManagerEviction|SystemOOM|OOMKilling|NodeNotReady|Killing|FailedKillPod|FailedPreStopHook|ExceededGracePeriod)$/u.test(
      reason,
    )
  )
    return 'past';
  return 'present';
}

/** After ten minutes without an end the kubelet itself forgets the earlier ones. Seconds. */
const SETTLED = 600;

/**
 * Tells whether the last run of a container still matters: a container that runs and is ready, restarted once at most
 * and without any recent event about a restart, has recovered; with more restarts its past counts for less.
 */
export function freshnessOfLastState(object: ObjectReport, container: ContainerReport): Freshness {
  if (hasEnded(object)) return 'past';
  if (!isServing(container)) return 'present';
  const restarts = container.restartCount?.value ?? 0;
  // YAML and JSON never have events: that they are missing says nothing there.
  const isFew = restarts > 0 && (restarts <= 1 || object.layout === 'manifest');
  if (object.eventsSeen === 'absent') return isFew ? 'fading' : 'present';
  // A run that is longer by now than the one that ended badly has shown that it is another.
  const lived = container.lastState && lifetimeOf(container.lastState);
  const proven = lived === undefined ? Infinity : Math.max(lived, SETTLED);
  // An event that names no container is about one that is in trouble, where there is one.
  const unnamed = object.containers.every(
    (one) => one.type !== 'app' || isServing(one) || one.state?.kind === 'Terminated',
  );
  const recent = object.events.some((event) => {
    if (!RESTART.test(event.reason) || (event.lastSeen ?? 0) > proven) return false;
    const name = containerOf(object, event);
    return name === undefined ? unnamed : name === container.name;
  });
  if (recent) return 'present';
  return restarts <= 1 ? 'past' : 'fading';
}
