// Pods at random, as an API server could hold them.
import fc, { type Arbitrary } from 'fast-check';
import type { ApiPod, ApiToleration, ApiVolume, EventCase, PodCase } from './pod-case.ts';
import { withStatuses } from './random-container.ts';
import {
  annotations,
  dnsName,
  eventText,
  labels,
  text,
  time,
  unique,
  word,
} from './random-text.ts';

const toleration: Arbitrary<ApiToleration> = fc.oneof(
  fc.record(
    {
      key: word.map((key) => `node.kubernetes.io/${key}`),
      operator: fc.constant('Exists'),
      effect: fc.constantFrom('NoSchedule', 'NoExecute'),
      tolerationSeconds: fc.nat(600),
    },
    { requiredKeys: ['key', 'operator'] },
  ),
  fc.record({ key: word, value: word, effect: fc.constantFrom('NoSchedule', 'PreferNoSchedule') }),
  fc.constant({ operator: 'Exists' }),
);

const volume: Arbitrary<ApiVolume> = fc
  .tuple(
    dnsName,
    fc.oneof(
      fc.constant({ emptyDir: {} }),
      dnsName.map((name) => ({ configMap: { name } })),
      dnsName.map((secretName) => ({ secret: { secretName } })),
      dnsName.map((claimName) => ({ persistentVolumeClaim: { claimName } })),
      word.map((part) => ({ hostPath: { path: `/var/${part}` } })),
      word.map((driver) => ({ csi: { driver: `${driver}.example.com` } })),
      dnsName.map((name) => ({
        projected: {
          sources: [
            { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
            { configMap: { name } },
            { downwardAPI: { items: [] } },
          ],
        },
      })),
      fc.constant({
        downwardAPI: {
          items: [{ path: 'labels', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.labels' } }],
        },
      }),
    ),
  )
  .map(([name, source]) => ({ name, ...source }));

const condition = fc.record({
  type: fc.constantFrom(
    'Initialized',
    'Ready',
    'ContainersReady',
    'PodScheduled',
    'DisruptionTarget',
    'PodReadyToStartContainers',
    'example.com/gate',
  ),
  status: fc.constantFrom('True', 'False', 'Unknown'),
});

const event: Arbitrary<EventCase> = fc
  .record({
    type: fc.constantFrom('Normal', 'Warning'),
    reason: fc.constantFrom('Scheduled', 'Pulled', 'BackOff', 'FailedMount', 'Unhealthy', 'Failed'),
    message: eventText,
    component: fc.constantFrom(
      'kubelet',
      'default-scheduler',
      'attachdetach-controller',
      'gke.io/optimize-utilization-scheduler',
      'kubelet, node-1.example',
    ),
    count: fc.integer({ min: 1, max: 5000 }),
    lastDays: fc.integer({ min: 8, max: 300 }),
    longer: fc.nat(300),
    series: fc.boolean(),
  })
  .map(({ longer, ...rest }) => ({ ...rest, firstDays: rest.lastDays + longer }));

const spread = fc.record(
  {
    topologyKey: word,
    whenUnsatisfiable: fc.constantFrom('DoNotSchedule', 'ScheduleAnyway'),
    maxSkew: fc.integer({ min: 1, max: 9 }),
    labelSelector: fc.record({ matchLabels: labels }),
  },
  { requiredKeys: ['topologyKey', 'whenUnsatisfiable', 'maxSkew'] },
);

const ip = fc.oneof(fc.ipV4(), fc.constantFrom('2001:db8::7', 'fd00:10:244::1f', '::1'));
const oneIn = <T>(few: number, arbitrary: Arbitrary<T>) =>
  fc.oneof({ weight: few - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
/** Leaves out what is undefined, as JSON does. */
const defined = <T extends object>(object: T) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const metadata = fc.record({
  name: dnsName,
  namespace: fc.constant('shop'),
  labels: oneIn(2, labels),
  annotations: oneIn(2, annotations),
  ownerReferences: oneIn(
    2,
    fc
      .record({ kind: fc.constantFrom('ReplicaSet', 'StatefulSet', 'Job'), name: dnsName })
      .map((owner) => [{ ...owner, apiVersion: 'apps/v1', uid: 'owner', controller: true }]),
  ),
});

const spec = fc.record({
  nodeName: oneIn(2, dnsName),
  volumes: oneIn(
    2,
    unique(volume, ({ name }) => name, 4),
  ),
  nodeSelector: oneIn(3, labels),
  tolerations: oneIn(
    2,
    unique(toleration, ({ key = '' }) => key, 4),
  ),
  topologySpreadConstraints: oneIn(
    3,
    unique(spread, ({ topologyKey }) => topologyKey, 3),
  ),
  readinessGates: oneIn(
    4,
    fc.constant([{ conditionType: 'example.com/gate' }, { conditionType: 'example.com/other' }]),
  ),
  priority: oneIn(3, fc.nat()),
  priorityClassName: oneIn(3, dnsName),
  serviceAccountName: oneIn(2, dnsName),
  runtimeClassName: oneIn(4, dnsName),
  securityContext: oneIn(4, fc.constant({ seccompProfile: { type: 'RuntimeDefault' } })),
});

const status = fc.record({
  phase: fc.constantFrom('Running', 'Pending', 'Failed', 'Succeeded', 'Unknown'),
  reason: oneIn(3, fc.constantFrom('Evicted', 'NodeLost', 'OutOfcpu')),
  message: oneIn(3, text),
  hostIP: fc.constant('10.0.0.1'),
  podIPs: oneIn(2, fc.uniqueArray(ip, { minLength: 1, maxLength: 2 })),
  startTime: oneIn(2, time),
  nominatedNodeName: oneIn(4, dnsName),
  conditions: oneIn(
    2,
    unique(condition, ({ type }) => type, 5),
  ),
});

/** Any pod with its events. Names are not unique: give each its own before several are served together. */
export const podCase: Arbitrary<PodCase> = fc
  .record({
    ...{ metadata, spec, status },
    app: withStatuses(3, 1),
    init: oneIn(2, withStatuses(2)),
    ephemeral: oneIn(4, withStatuses(1)),
    deletedDays: oneIn(4, fc.integer({ min: 8, max: 300 })),
    events: fc.array(event, { maxLength: 5 }),
  })
  .map(({ app, init, ephemeral, deletedDays, events, ...pod }): PodCase => {
    const { podIPs: ips, ...status } = pod.status;
    const full: ApiPod = {
      kind: 'Pod',
      metadata: defined(pod.metadata),
      spec: {
        ...defined(pod.spec),
        containers: app[0],
        ...(init && { initContainers: init[0] }),
        ...(ephemeral && { ephemeralContainers: ephemeral[0] }),
      },
      status: {
        ...defined(status),
        ...(ips && { podIP: ips[0] ?? '', podIPs: ips.map((one) => ({ ip: one })) }),
        containerStatuses: app[1],
        ...(init && { initContainerStatuses: init[1] }),
        ...(ephemeral && { ephemeralContainerStatuses: ephemeral[1] }),
      },
    };
    // Whether an ended pod is printed as Terminating depends on the version of kubectl.
    const isGoing = deletedDays !== undefined && !/^(?:Failed|Succeeded)$/u.test(status.phase);
    return { pod: full, events, ...(isGoing ? { deletedDays } : {}) };
  });
