import type { ObjectReport } from './types.ts';

/** Value of a first-level field or of a column; empty when there is none. */
const fieldOf = (object: ObjectReport, name: string) =>
  object.fields.find((field) => field.name === name)?.value ?? '';

/** Numbers of a text such as `3 desired | 3 updated | 3 total | 2 available | 1 unavailable`, by their word. */
function countsOf(text: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [, digits, word = ''] of text.matchAll(/(?<!\d)(\d+) (\w+)/gu))
    counts[word.toLowerCase()] = Number(digits);
  return counts;
}

/** Whether `2/2` or `2/2 (…)` has the same number on both sides. */
function isFull(text: string): boolean {
  const [, have, want] = /^(\d+)\/(\d+)/u.exec(text) ?? [];
  return have !== undefined && have === want;
}

const hasStatus = (object: ObjectReport, pattern: RegExp) =>
  pattern.test(object.status?.value ?? '');

/** What shows in a row of `kubectl get` that an object is as it should be. */
const BY_ROW: Readonly<Record<string, (object: ObjectReport) => boolean>> = {
  Pod: (object) =>
    hasStatus(object, /^(?:Completed|Succeeded)$/u) ||
    (hasStatus(object, /^Running$/u) && isFull(fieldOf(object, 'READY'))),
  Deployment: (object) =>
    isFull(fieldOf(object, 'READY')) &&
    `${fieldOf(object, 'UP-TO-DATE')}/` === /^\d+\//u.exec(fieldOf(object, 'READY'))?.[0],
  StatefulSet: (object) => isFull(fieldOf(object, 'READY')),
  ReplicaSet: (object) => fieldOf(object, 'DESIRED') === fieldOf(object, 'READY'),
  DaemonSet: (object) => fieldOf(object, 'DESIRED') === fieldOf(object, 'READY'),
  Job: (object) => hasStatus(object, /^Complete$/u) || isFull(fieldOf(object, 'COMPLETIONS')),
  CronJob: (object) => fieldOf(object, 'LAST SCHEDULE') !== '<none>',
  Service: (object) =>
    fieldOf(object, 'EXTERNAL-IP') !== '<pending>' && fieldOf(object, 'ENDPOINTS') !== '<none>',
  Endpoints: (object) => !/^(?:<none>)?$/u.test(fieldOf(object, 'ENDPOINTS')),
  Ingress: (object) => fieldOf(object, 'ADDRESS') !== '',
  HorizontalPodAutoscaler: (object) => !fieldOf(object, 'TARGETS').includes('<unknown>'),
  Node: (object) => hasStatus(object, /^Ready$/u),
  Namespace: (object) => hasStatus(object, /^Active$/u),
  PersistentVolumeClaim: (object) => hasStatus(object, /^Bound$/u),
  PersistentVolume: (object) => hasStatus(object, /^(?:Bound|Available)$/u),
  ComponentStatus: (object) => hasStatus(object, /^Healthy$/u),
};

function isServiceServed(object: ObjectReport): boolean {
  const type = fieldOf(object, 'Type');
  if (type === 'ExternalName') return true;
  if (/^(?:<none>)?$/u.test(fieldOf(object, 'Endpoints'))) return false;
  return type !== 'LoadBalancer' || fieldOf(object, 'LoadBalancer Ingress') !== '';
}

/** Whether as many pods run as are wanted and none waits or has failed. */
function hasAllPods(object: ObjectReport): boolean {
  const { desired } = countsOf(fieldOf(object, 'Replicas').replace(' / ', ' | '));
  const { running, waiting = 1, failed = 1 } = countsOf(fieldOf(object, 'Pods Status'));
  return waiting === 0 && failed === 0 && (desired === undefined || desired === running);
}

const isTrue = (object: ObjectReport, condition: string) =>
  object.conditions.some(({ type, status }) => type === condition && status === 'True');

/** Conditions of a node that are good when they are true; all others tell of a trouble. */
const IS_GOOD = /(?:Ready|Healthy|OK|Ok|IsVoter)$/u;

/** What shows in a describe output that an object other than a pod is as it should be. */
const BY_DESCRIBE: Readonly<Record<string, (object: ObjectReport) => boolean>> = {
  Deployment: (object) => {
    const { desired, available, unavailable } = countsOf(fieldOf(object, 'Replicas'));
    return desired !== undefined && desired === available && unavailable === 0;
  },
  ReplicaSet: hasAllPods,
  StatefulSet: hasAllPods,
  DaemonSet: hasAllPods,
  Job: (object) => fieldOf(object, 'Completed At') !== '' || isTrue(object, 'Complete'),
  CronJob: (object) =>
    !/^(?:<unset>|<none>)?$/u.test(fieldOf(object, 'Last Schedule Time')) &&
    !object.events.some(({ message }) => message.includes('status: Failed')),
  Service: isServiceServed,
  Endpoints: (object) => /^Addresses:\s+\d/mu.test(fieldOf(object, 'Subsets')),
  EndpointSlice: (object) => /Ready:\s+true/u.test(fieldOf(object, 'Endpoints')),
  Ingress: (object) =>
    /\(\d/u.test(fieldOf(object, 'Rules')) && !/\((?:<|\))/u.test(fieldOf(object, 'Rules')),
  Namespace: (object) => hasStatus(object, /^Active$/u),
  HorizontalPodAutoscaler: (object) =>
    isTrue(object, 'AbleToScale') && isTrue(object, 'ScalingActive'),
  PersistentVolumeClaim: (object) => hasStatus(object, /^Bound$/u),
  PersistentVolume: (object) => hasStatus(object, /^(?:Bound|Available)$/u),
  Node: (object) =>
    isTrue(object, 'Ready') &&
    fieldOf(object, 'Unschedulable') !== 'true' &&
    // A cloud controller, an autoscaler or a network plugin has yet to set the node up.
    !/uninitialized|unregistered|-not-ready/u.test(fieldOf(object, 'Taints')) &&
    object.conditions.every(
      ({ type, status }) => status === (IS_GOOD.test(type) ? 'True' : 'False'),
    ),
};

/** Whether the text shows that an object other than a described pod is in its good state. */
export function isSteadyKind(object: ObjectReport): boolean {
  const shows = object.layout === 'table' ? BY_ROW : BY_DESCRIBE;
  return Object.hasOwn(shows, object.kind) && shows[object.kind]?.(object) === true;
}
