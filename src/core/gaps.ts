import type { ContainerReport, Finding, ObjectReport } from './types.ts';

/** What a paste can lack; the words for it are in the interface. */
export type GapKind =
  | 'noEventsSection'
  | 'eventsExpired'
  | 'waitingMessage'
  | 'schedulingGates'
  | 'previousLogs'
  | 'claim'
  | 'cut'
  | 'oneContainer'
  | 'tableOnly'
  | 'manifestStatus'
  | 'manifestEvents'
  | 'eventsOnly'
  | 'currentLogs'
  | 'silentKubelet'
  | 'undecided'
  | 'ownPods'
  | 'noPods';

/** Something that the paste lacks, and the one command that would show it. */
export interface Gap {
  readonly kind: GapKind;
  /** With placeholders. */
  readonly run: string;
  /** Name of the container that the command is about; otherwise it is that of the first finding. */
  readonly container?: string;
}

const DESCRIBE = 'kubectl describe pod <pod> -n <namespace>';
const EVENTS = 'kubectl events --for pod/<pod> -n <namespace>';
const YAML = 'kubectl get pod <pod> -n <namespace> -o yaml';
const LOG = 'kubectl logs <pod> -n <namespace> -c <container>';
const NODE = 'kubectl describe node <node>';
const CLAIM = 'kubectl describe pvc <pvc> -n <namespace>';
const LOG_CAUSES = [
  'app-error-exit',
  'app-completed',
  'killed-by-signal',
  'segmentation-fault',
  'process-aborted',
  'init-container-failed',
];

const PODS = 'kubectl get pods -n <namespace> -l <selector>';
const REPLICA_SETS = 'kubectl describe replicaset -n <namespace> -l <selector>';
const JOBS = 'kubectl get jobs -n <namespace>';
/** How one object of another kind is named; of what is not listed, all of the namespace are described. */
const NAMED = new Map([
  ['Service', 'service <service> -n <namespace>'],
  ['PersistentVolumeClaim', 'pvc <pvc> -n <namespace>'],
  ['PersistentVolume', 'pv <pv>'],
  ['Node', 'node <node>'],
]);
const WORKLOAD = /^(?:Deployment|StatefulSet|DaemonSet|Job)$/u;

/** What an object lacks that is no pod. A text such as `kind: $(rm)` makes no command. */
function findOtherGaps({ kind, layout, eventsSeen, conditions }: ObjectReport): Gap[] {
  const word = WORKLOAD.test(kind) ? '<workload>' : kind.toLowerCase();
  const describe = `kubectl describe ${NAMED.get(kind) ?? `${word} -n <namespace>`}`;
  const gaps: Gap[] = [];
  const add = (gap: GapKind, run: string) => gaps.push({ kind: gap, run });
  const isKnown = /^(?!Object$|Status$)[A-Za-z]{3,63}$/u.test(kind);
  if (isKnown && layout === 'table') add('tableOnly', describe);
  if (isKnown && layout === 'manifest' && eventsSeen === 'absent') add('manifestEvents', describe);
  if (layout !== 'describe' && layout !== 'manifest') return gaps;
  if (kind === 'CronJob') add('ownPods', JOBS);
  else if (conditions.some(({ type, status }) => type === 'ReplicaFailure' && status === 'True'))
    add('noPods', REPLICA_SETS);
  else if (WORKLOAD.test(kind) || /^(?:ReplicaSet|Service)$/u.test(kind)) add('ownPods', PODS);
  return gaps;
}

/** Whether the last container was cut off before its end: every kubectl prints a restart count after a state. */
function endsInContainer({ containers, eventsSeen, conditions }: ObjectReport): boolean {
  const last = containers.at(-1);
  return (
    eventsSeen === 'absent' &&
    conditions.length === 0 &&
    last !== undefined &&
    last.restartCount === undefined &&
    last.name !== ''
  );
}

/** What waits before its first start, with the reasons that the kubelet gives by default. */
const isBeforeStart = ({ state }: ContainerReport) =>
  state?.kind === 'Waiting' &&
  /^(?:ContainerCreating|PodInitializing)$/u.test(state.reason?.value ?? '');

/**
 * The container for which a pod waits while nothing is reported: an init container that has not ended, or one that runs
 * and is not ready.
 */
function findBusyContainer({ containers }: ObjectReport): ContainerReport | undefined {
  const isBusy = ({ state, ready }: ContainerReport) =>
    state?.kind === 'Running' && ready?.value === false;
  const init = containers.findLast((one) => one.type === 'init' && isBusy(one));
  return init ?? containers.find(isBusy);
}

/** Whether a pod has its node, and neither a container nor an event says that the kubelet has begun. */
function isKubeletSilent({ containers, node, events }: ObjectReport): boolean {
  return (
    node !== undefined &&
    node.value !== '<none>' &&
    containers.length > 0 &&
    containers.every(isBeforeStart) &&
    events.every(({ reason }) => reason === 'Scheduled')
  );
}

/**
 * Tells what an object's text lacks that would help to decide, most helpful first.
 *
 * Nothing is asked for that the findings do not need: with a certain cause the logs are not missed.
 */
export function findGaps(
  object: ObjectReport,
  findings: readonly Finding[],
  healthy: boolean,
): Gap[] {
  const present = findings.filter(({ past }) => !past);
  const sure = present.some(({ confidence }) => confidence === 'certain');
  const firm = present.some(({ confidence }) => confidence !== 'possible');
  if (healthy || object.layout === 'text') return [];
  if (object.kind !== 'Pod') return sure ? [] : findOtherGaps(object);
  if (object.layout === 'table') return [{ kind: 'tableOnly', run: DESCRIBE }];
  if (object.layout !== 'describe' && object.layout !== 'manifest') return [];
  const isManifest = object.layout === 'manifest';
  const gaps: Gap[] = [];
  const add = (kind: GapKind, run: string, container?: string) =>
    gaps.push({ kind, run, ...(container === undefined ? {} : { container }) });
  const waits = object.containers.some(
    ({ state }) =>
      state?.kind === 'Waiting' &&
      /^(?:Create|Run|InvalidImage|ErrImage|ImagePull)/u.test(state.reason?.value ?? ''),
  );
  const unscheduled = object.node?.value === '<none>';

  if (isManifest) {
    // A file that was never applied, or a text that ends before its last part.
    if (object.status === undefined || object.cut === true) add('manifestStatus', YAML);
    if (object.eventsSeen === 'absent' && !sure) add('manifestEvents', EVENTS);
  } else if (endsInContainer(object)) add('cut', DESCRIBE);
  else if (object.eventsSeen === 'absent' && object.name !== undefined)
    add('noEventsSection', EVENTS);
  else if (object.eventsSeen === 'absent' && object.containers.length > 0)
    add('oneContainer', DESCRIBE);
  if (waits && !isManifest && object.eventsSeen !== 'rows') add('waitingMessage', YAML);
  if (unscheduled && !isManifest && object.eventsSeen !== 'rows') add('schedulingGates', YAML);
  else if (object.eventsSeen === 'none' && !sure) add('eventsExpired', YAML);
  if (present.some(({ cause }) => cause === 'pvc-unbound')) add('claim', CLAIM);
  const ended = present.find(({ cause }) => LOG_CAUSES.includes(cause));
  if (ended) add('previousLogs', `${LOG} --previous`, ended.container);
  if (
    object.status === undefined &&
    object.containers.length === 0 &&
    object.eventsSeen === 'rows' &&
    !sure
  )
    add('eventsOnly', DESCRIBE);
  if (firm) return gaps;
  const busy = findBusyContainer(object);
  if (busy && present.length === 0) add('currentLogs', LOG, busy.name);
  else if (isKubeletSilent(object)) add('silentKubelet', NODE);
  else if (gaps.length === 0) add('undecided', YAML);
  return gaps;
}
