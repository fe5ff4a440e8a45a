import type { ContainerReport, EventReport, ObjectReport } from './types.ts';

/** How much a fact still says about the present. */
export type Freshness = 'present' | 'fading' | 'past';

const STARTUP = /^(?:Pulling|Pulled|Created|Started)$/u;
const RESTART = /^(?:BackOff|Killing|Created|Started|Pulled|Unhealthy|Failed)$/u;
const PULL_FAILURE =
  /pull(?:ing)? image|ErrImagePull|ImagePullBackOff|pull QPS|inspect image|image tag/iu;
const RESTART_BACKOFF = /restarting failed container/iu;
const PROBE = /^(Liveness|Readiness|Startup) probe/u;

/** Which later event shows that the trouble of a warning is over. */
const RESOLVED_BY: readonly (readonly [warning: RegExp, by: RegExp])[] = [
  [
    /^FailedScheduling$/iu,
    /^(?:Scheduled|Pulling|Pulled|Created|Started|SuccessfulAttachVolume)$/iu,
  ],
  [/^FailedAttachVolume$/u, /^(?:SuccessfulAttachVolume|Pulling|Pulled|Created|Started)$/u],
  [
    /^(?:FailedMount|FailedMapVolume|FailedCreatePodSandBox|NetworkNotReady|FailedCreatePodContainer)$/u,
    STARTUP,
  ],
  [/^(?:FailedCreate|FailedCreate\w*)$/u, /^SuccessfulCreate$/u],
  [/^(?:ProvisioningFailed|FailedBinding)$/u, /^ProvisioningSucceeded$/u],
  [/^NodeNotReady$/u, /^NodeReady$/u],
  [/^NodeHasInsufficientMemory$/u, /^NodeHasSufficientMemory$/u],
  [/^NodeHasDiskPressure$/u, /^NodeHasNoDiskPressure$/u],
  [/^NodeHasInsufficientPID$/u, /^NodeHasSufficientPID$/u],
];

/** Whether `a` was last seen later than `b`; by age, and by the order of printing where ages do not tell. */
function isLater(a: EventReport, b: EventReport): boolean {
  if (a.lastSeen !== undefined && b.lastSeen !== undefined && a.lastSeen !== b.lastSeen)
    return a.lastSeen < b.lastSeen;
  return a.line > b.line;
}

const sameContainer = (a: EventReport, b: EventReport) =>
  a.container === undefined || b.container === undefined || a.container === b.container;

/** The container an event is about: named by the event, by its image, by its probe, or the only one there is. */
export function containerOf(object: ObjectReport, event: EventReport): string | undefined {
  if (event.container !== undefined) return event.container;
  const { containers } = object;
  const byImage = containers.filter(
    ({ image }) => image !== undefined && event.message.includes(`"${image.value}"`),
  );
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

/** Whether every container does what it should: app containers run and are ready, init containers have ended well. */
export function isSteady(object: ObjectReport): boolean {
  const apps = object.containers.filter(({ type }) => type === 'app');
  return (
    apps.length > 0 &&
    apps.every(
      (container) =>
        isServing(container) ||
        (container.state?.kind === 'Terminated' &&
          container.state.exitCode?.value === 0 &&
          object.status?.value === 'Succeeded'),
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
function hasAnsweredSince(later: readonly EventReport[], event: EventReport): boolean {
  return (
    event.message.includes('connection refused') &&
    later.some(
      (one) =>
        one.reason === 'Unhealthy' &&
        one.message.includes('statuscode') &&
        sameContainer(one, event) &&
        one.lastSeen !== event.lastSeen,
    )
  );
}

function freshnessOfProbe(
  object: ObjectReport,
  later: readonly EventReport[],
  event: EventReport,
): Freshness {
  if (hasAnsweredSince(later, event)) return 'past';
  const name = containerOf(object, event);
  const candidates = object.containers.filter(
    (container) =>
      container.type !== 'ephemeral' && (name === undefined || container.name === name),
  );
  if (candidates.length === 0 || !candidates.every(isServing)) return 'present';
  const killed = object.events.some(
    ({ reason, message }) => reason === 'Killing' && message.includes('probe'),
  );
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

/** Every rule asks anew, and each answer looks at all events. */
const judged = new WeakMap<
  EventReport,
  { readonly object: ObjectReport; readonly freshness: Freshness }
>();

const SUPERSEDED_AFTER = 300;

/** The scheduler writes anew what blocks the pod: its newest message holds. */
function freshnessOfScheduling(later: readonly EventReport[], event: EventReport): Freshness {
  const newest = later.findLast(
    ({ reason, lastSeen }) => reason === event.reason && lastSeen !== event.lastSeen,
  );
  if (!newest) return 'present';
  const gap = (event.lastSeen ?? 0) - (newest.lastSeen ?? 0);
  return gap > SUPERSEDED_AFTER ? 'past' : 'fading';
}

/**
 * Tells whether a warning still describes the present: a later event or the state of the containers may show that it
 * was resolved. Normal events are always present.
 */
export function freshnessOfEvent(object: ObjectReport, event: EventReport): Freshness {
  let known = judged.get(event);
  if (known?.object !== object) {
    known = { object, freshness: judge(object, event) };
    judged.set(event, known);
  }
  return known.freshness;
}

function judge(object: ObjectReport, event: EventReport): Freshness {
  const { reason, message } = event;
  if (event.type === 'Normal' && !/^(?:BackOff|Killing|NodeNotReady|NodeHas\w+)$/u.test(reason))
    return 'present';
  if (hasEnded(object)) return 'past';
  // Probes fail while a pod shuts down; that is no trouble of its own.
  if (isWithinGrace(object) && reason === 'Unhealthy') return 'past';
  if (isOver(object, event)) return 'past';
  if (message.startsWith('Cancelling deletion')) return 'past';
  const later = object.events.filter((one) => isLater(one, event));
  const pair = RESOLVED_BY.find(([warning]) => warning.test(reason));
  if (pair && later.some((one) => pair[1].test(one.reason))) return 'past';
  // The node came back before its pods were deleted.
  if (
    reason === 'NodeNotReady' &&
    later.some((one) => one.message.startsWith('Cancelling deletion'))
  )
    return 'past';
  if (reason === 'FailedScheduling' && object.node !== undefined && object.node.value !== '<none>')
    return 'past';
  if (reason === 'FailedScheduling') return freshnessOfScheduling(later, event);
  if (reason === 'Unhealthy') return freshnessOfProbe(object, later, event);
  if (PULL_FAILURE.test(message) && !RESTART_BACKOFF.test(message)) {
    const pulled = later.some(
      (one) => /^(?:Pulled|Created|Started)$/u.test(one.reason) && sameContainer(one, event),
    );
    if (pulled) return 'past';
  } else if (
    reason === 'Failed' &&
    later.some((one) => one.reason === 'Started' && sameContainer(one, event))
  )
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
  const recent = object.events.some(
    (event) =>
      RESTART.test(event.reason) &&
      (containerOf(object, event) ?? container.name) === container.name,
  );
  if (recent) return 'present';
  return restarts <= 1 ? 'past' : 'fading';
}
