// Pastes of every sort and size that the benchmarks read, made of the fixtures. The same each time.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../src/core/index.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
export const MB = 1e6;
const TEN_MB = 10 * MB;

/** Whole describe outputs of pods, as kubectl printed them. */
const PODS = readdirSync(join(FIXTURES, 'describe'))
  .sort()
  .map((name) => readFileSync(join(FIXTURES, 'describe', name, 'input.txt'), 'utf8').trimEnd())
  .filter((text) => {
    const { objects, repairs } = parse(text);
    const [object] = objects;
    const isWhole = object?.containers[0] && object.eventsSeen === 'rows' && repairs.length === 0;
    return text.startsWith('Name: ') && objects.length === 1 && isWhole;
  });

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const pick = <T>(items: readonly T[], index: number) => items[index % items.length];

/** So many different pods, each with a name of its own. */
function manyPods(count: number): string {
  return times(count, (i) =>
    (pick(PODS, i) ?? '').replace(/^(Name: +\S+)/u, `$1-${String(i)}`),
  ).join('\n\n\n');
}

function tenMegabytes(): string {
  const perPod = manyPods(PODS.length).length / PODS.length;
  return manyPods(Math.ceil(TEN_MB / perPod));
}

const STATUSES = ['Running', 'CrashLoopBackOff', 'ImagePullBackOff', 'Pending', 'Completed'];

function podTable(count: number): string {
  const rows = times(
    count,
    (i) =>
      `shop        web-${String(i)}-x7   ${i % 3 === 0 ? '1/1' : '0/1'}     ${pick(STATUSES, i) ?? ''}   ${String(i % 7)}          ${String(i % 60)}m`,
  );
  return ['NAMESPACE   NAME   READY   STATUS   RESTARTS   AGE', ...rows].join('\n');
}

const EVENTS = [
  'Warning   BackOff   {}   Back-off restarting failed container app in pod web-0_shop(abc)',
  'Warning   FailedScheduling   {}   0/9 nodes are available: 4 Insufficient cpu, 5 Insufficient memory.',
  'Normal    Pulled    {}   Container image "registry.example/web:1" already present on machine',
  'Warning   Unhealthy   {}   Readiness probe failed: HTTP probe failed with statuscode: 503',
  'Warning   FailedMount   {}   MountVolume.SetUp failed for volume "config" : configmap "web" not found',
];

/** Events of so many pods. */
function eventList(count: number, pods: number): string {
  const rows = times(count, (i) => {
    const row = (pick(EVENTS, i) ?? '').replace('{}', `pod/web-${String(i % pods)}`);
    return `${String(i % 59)}m   ${row}`;
  });
  return ['LAST SEEN   TYPE   REASON   OBJECT   MESSAGE', ...rows].join('\n');
}

const LOG = [
  'E1121 10:11:12.345678 1234 pod_workers.go:1301] "Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"app\\" with CrashLoopBackOff" pod="shop/web-0"',
  'I1121 10:11:12.345678 1234 kubelet.go:2430] "SyncLoop (PLEG): event for pod" pod="shop/web-1" event={"Type":"ContainerStarted"}',
  'W1121 10:11:13.345678 1234 eviction_manager.go:344] "Attempting to reclaim" resourceName="ephemeral-storage"',
];

function kubeletLog(): string {
  const perLine = LOG.join('\n').length / LOG.length;
  return times(Math.ceil(TEN_MB / perLine), (i) => pick(LOG, i)).join('\n');
}

/** A pod as the API gives it, with a container that was killed. */
const apiPod = (i: number) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: `web-${String(i)}`,
    namespace: 'shop',
    labels: { app: 'web', 'pod-template-hash': '7d9f8b6c5' },
    annotations: Object.fromEntries(times(5, (k) => [`example.com/k${String(k)}`, 'v'.repeat(80)])),
  },
  spec: {
    nodeName: `node-${String(i % 20)}`,
    containers: times(2, (c) => ({
      name: `c${String(c)}`,
      image: 'registry.example/web:1',
      env: times(8, (e) => ({ name: `E${String(e)}`, value: 'x'.repeat(20) })),
      resources: { limits: { memory: '128Mi' } },
    })),
  },
  status: {
    phase: 'Running',
    conditions: [{ type: 'Ready', status: 'False', reason: 'ContainersNotReady' }],
    containerStatuses: times(2, (c) => ({
      name: `c${String(c)}`,
      ready: false,
      restartCount: 4,
      state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 5m0s restarting' } },
      lastState: {
        terminated: {
          exitCode: 137,
          reason: 'OOMKilled',
          startedAt: '2026-11-21T10:00:00Z',
          finishedAt: '2026-11-21T10:01:00Z',
        },
      },
    })),
  },
});
const apiList = (count: number) => ({
  apiVersion: 'v1',
  kind: 'List',
  items: times(count, apiPod),
});

/** YAML as kubectl prints it, for values that need no quotes. */
function toYaml(value: unknown, indent = ''): string {
  if (Array.isArray(value))
    return value.map((one) => `\n${indent}- ${toYaml(one, `${indent}  `).trimStart()}`).join('');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, one]) => {
        const isList = Array.isArray(one);
        const isScalar = typeof one !== 'object';
        return `\n${indent}${key}:${isScalar ? ' ' : ''}${toYaml(one, isList ? indent : `${indent}  `)}`;
      })
      .join('');
  return typeof value === 'string' && !/^[A-Za-z][\w ./:-]*$/u.test(value)
    ? JSON.stringify(value)
    : String(value);
}

/** By name: what is measured most thoroughly comes first. */
export const TEXTS: Readonly<Record<string, () => string>> = {
  'one pod': () => manyPods(1),
  '400 pods': () => manyPods(400),
  '10 MB': tenMegabytes,
  'table of 4,000 pods': () => podTable(4000),
  '50,000 events': () => eventList(50_000, 2500),
  '50,000 events of one pod': () => eventList(50_000, 1),
  'kubelet log of 10 MB': kubeletLog,
  'one line of 5 MB': () => 'connection refused '.repeat((5 * MB) / 19),
  'YAML list of 400': () => toYaml(apiList(400)).trimStart(),
  'YAML list of 4,000': () => toYaml(apiList(4000)).trimStart(),
  'JSON list of 4,000': () => JSON.stringify(apiList(4000), null, 4),
  'JSON list of 4,000 on one line': () => JSON.stringify(apiList(4000)),
};
