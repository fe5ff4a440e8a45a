import { describe, expect, test } from 'vitest';
import {
  containerOf,
  freshnessOfEvent,
  freshnessOfLastState,
  isSteady,
  isWithinGrace,
} from '../../../src/core/timeline.ts';
import { CRASHING, NOT_READY, onlyObject, podText, RUNNING, type Pod } from './paste.ts';

const PENDING = { fields: 'Node: <none>\nStatus: Pending', containers: {} };
const WAITING = {
  containers: { app: 'State: Waiting\n  Reason: ContainerCreating\nReady: False' },
};
const SERVING_AGAIN =
  'State: Running\nLast State: Terminated\n  Reason: Error\n  Exit Code: 1\nReady: True\nRestart Count:';

/** Freshness of the first event. */
function freshnessOf(pod: Pod | string) {
  const object = onlyObject(typeof pod === 'string' ? pod : podText(pod));
  const [event] = object.events;
  return event && freshnessOfEvent(object, event);
}

describe('a warning that a later event resolved is past', () => {
  test.each([
    ['FailedScheduling', 'Scheduled', PENDING],
    ['FailedScheduling', 'Pulling', PENDING],
    ['FailedAttachVolume', 'SuccessfulAttachVolume', WAITING],
    ['FailedMount', 'Pulling', WAITING],
    ['FailedMapVolume', 'Pulled', WAITING],
    ['FailedCreatePodSandBox', 'Created', WAITING],
    ['NetworkNotReady', 'Started', WAITING],
    ['FailedCreate', 'SuccessfulCreate', PENDING],
    ['ProvisioningFailed', 'ProvisioningSucceeded', PENDING],
  ])('%s by %s', (warning, by, pod) => {
    const old = `Warning  ${warning}  10m  kubelet  it failed`;
    const late = `Normal  ${by}  2m  kubelet  it worked`;
    expect(freshnessOf({ ...pod, events: [old, late] })).toBe('past');
    expect(freshnessOf({ ...pod, events: [old] })).toBe('present');
  });

  test.each([
    ['NodeNotReady', 'NodeReady'],
    ['NodeHasInsufficientMemory', 'NodeHasSufficientMemory'],
    ['NodeHasDiskPressure', 'NodeHasNoDiskPressure'],
    ['NodeHasInsufficientPID', 'NodeHasSufficientPID'],
  ])('%s of a node by %s', (warning, by) => {
    const node = 'Name: node-3\nRoles: <none>\nEvents:\n';
    const old = `  Normal  ${warning}  10m  kubelet  Node node-3 status is now: ${warning}\n`;
    const late = `  Normal  ${by}  2m  kubelet  Node node-3 status is now: ${by}\n`;
    expect(freshnessOf(node + old + late)).toBe('past');
    expect(freshnessOf(node + old)).toBe('present');
  });
});

const PULL_FAILED =
  'Warning  Failed  10m  kubelet  Failed to pull image "registry.example/app:1": not found';
const READINESS = 'kubelet  Readiness probe failed: HTTP probe failed with statuscode: 503';
const LIVENESS = 'kubelet  Liveness probe failed: HTTP probe failed with statuscode: 503';

describe('freshness of an event', () => {
  test.each<{ name: string; pod: Pod; freshness: string }>([
    {
      name: 'an older event resolves nothing',
      pod: {
        ...WAITING,
        events: ['Warning  FailedMount  2m  kubelet  a', 'Normal  Pulled  10m  kubelet  b'],
      },
      freshness: 'present',
    },
    {
      name: 'without ages the order of printing tells',
      pod: {
        ...PENDING,
        events: [
          'Warning  FailedScheduling  <unknown>  default-scheduler  a',
          'Normal  Scheduled  <unknown>  default-scheduler  b',
        ],
      },
      freshness: 'past',
    },
    {
      name: 'a pod that has a node was scheduled',
      pod: {
        fields: 'Node: node-3/10.0.0.3',
        containers: { app: NOT_READY },
        events: ['Warning  FailedScheduling  2m  default-scheduler  a'],
      },
      freshness: 'past',
    },
    {
      name: 'the scheduler said something else soon after',
      pod: {
        ...PENDING,
        events: [
          'Warning  FailedScheduling  5m  default-scheduler  a',
          'Warning  FailedScheduling  4m  default-scheduler  b',
        ],
      },
      freshness: 'fading',
    },
    {
      name: 'the scheduler said something else long after',
      pod: {
        ...PENDING,
        events: [
          'Warning  FailedScheduling  40m  default-scheduler  a',
          'Warning  FailedScheduling  4m  default-scheduler  b',
        ],
      },
      freshness: 'past',
    },
    {
      name: 'the image was pulled later',
      pod: {
        containers: { app: CRASHING },
        events: [
          PULL_FAILED,
          'Normal  Pulled  2m  kubelet  Successfully pulled image "registry.example/app:1"',
        ],
      },
      freshness: 'past',
    },
    {
      name: 'the image of another container was pulled later',
      pod: {
        containers: { app: NOT_READY, proxy: RUNNING },
        events: [
          PULL_FAILED.replace('Failed to', 'spec.containers{app}: Failed to'),
          'Normal  Pulled  2m  kubelet  spec.containers{proxy}: Successfully pulled image "registry.example/proxy:1"',
        ],
      },
      freshness: 'present',
    },
    {
      name: 'a failed start that is tried again and again',
      pod: {
        containers: { app: CRASHING },
        events: [
          'Warning  Failed  10m  kubelet  Error: failed to start container "app": no such file',
          'Normal  Started  2m  kubelet  Started container app',
        ],
      },
      freshness: 'present',
    },
    {
      name: 'a failed start of a container that serves now',
      pod: {
        events: [
          'Warning  Failed  10m  kubelet  Error: failed to start container "app": no such file',
          'Normal  Started  2m  kubelet  Started container app',
        ],
      },
      freshness: 'past',
    },
    {
      name: 'readiness of a container that is not ready',
      pod: { containers: { app: NOT_READY }, events: [`Warning  Unhealthy  10s  ${READINESS}`] },
      freshness: 'present',
    },
    {
      name: 'readiness of a container that is ready now',
      pod: { events: [`Warning  Unhealthy  10s (x3 over 30s)  ${READINESS}`] },
      freshness: 'past',
    },
    {
      name: 'readiness that fails over and over',
      pod: { events: [`Warning  Unhealthy  10s (x40 over 2h)  ${READINESS}`] },
      freshness: 'fading',
    },
    {
      name: 'readiness of one container beside another that is ready',
      pod: {
        containers: { app: NOT_READY, proxy: RUNNING },
        events: [
          `Warning  Unhealthy  10s  ${READINESS.replace('Readiness', 'spec.containers{app}: Readiness')}`,
        ],
      },
      freshness: 'present',
    },
    {
      name: 'liveness of a container that was restarted',
      pod: {
        containers: { app: 'State: Running\nReady: True\nRestart Count: 3' },
        events: [`Warning  Unhealthy  10s  ${LIVENESS}`],
      },
      freshness: 'present',
    },
    {
      name: 'liveness of a container that was never restarted',
      pod: { events: [`Warning  Unhealthy  10s  ${LIVENESS}`] },
      freshness: 'past',
    },
    {
      name: 'a refused connection before the port answered',
      pod: {
        containers: { app: NOT_READY },
        events: [
          'Warning  Unhealthy  10m  kubelet  Readiness probe failed: dial tcp 10.0.0.7:80: connect: connection refused',
          `Warning  Unhealthy  10s  ${READINESS}`,
        ],
      },
      freshness: 'past',
    },
    {
      name: 'probes fail while the pod shuts down',
      pod: {
        fields: 'Status: Terminating (lasts <invalid>)',
        containers: { app: NOT_READY },
        events: [`Warning  Unhealthy  10s  ${READINESS}`],
      },
      freshness: 'past',
    },
    {
      name: 'probes fail although the grace period is over',
      pod: {
        fields: 'Status: Terminating (lasts 5m)',
        containers: { app: NOT_READY },
        events: [`Warning  Unhealthy  10s  ${READINESS}`],
      },
      freshness: 'present',
    },
    {
      name: 'any warning of a pod that has done its work',
      pod: {
        fields: 'Status: Succeeded',
        containers: { app: 'State: Terminated\n  Exit Code: 0\nReady: False' },
        events: ['Warning  BackOff  10m  kubelet  Back-off restarting failed container'],
      },
      freshness: 'past',
    },
    {
      name: 'a warning of a pod that serves now',
      pod: { events: ['Warning  BackOff  10m  kubelet  Back-off restarting failed container'] },
      freshness: 'past',
    },
    {
      name: 'an eviction, which holds although the pod serves',
      pod: { events: ['Warning  Evicted  10m  kubelet  The node was low on resource: memory.'] },
      freshness: 'present',
    },
    {
      name: 'a normal event',
      pod: { events: ['Normal  Pulled  10m  kubelet  Container image already present'] },
      freshness: 'present',
    },
  ])('$name: $freshness', ({ pod, freshness }) => {
    expect(freshnessOf(pod)).toBe(freshness);
  });

  test.each([
    ['bound', 'Bound', 'past'],
    ['still pending', 'Pending', 'present'],
  ])('a provisioning failure of a claim that is %s', (_name, status, freshness) => {
    expect(
      freshnessOf(
        `Name: data\nNamespace: shop\nStorageClass: fast\nStatus: ${status}\nAccess Modes:\nUsed By: web-0\nEvents:\n  Warning  ProvisioningFailed  10m  persistentvolume-controller  storageclass "fast" not found`,
      ),
    ).toBe(freshness);
  });
});

describe('containerOf', () => {
  const probed = (probe: string) => `${RUNNING}\n${probe}`;

  test.each<{ name: string; pod: Pod; row: string; container: string | undefined }>([
    {
      name: 'named by the event',
      pod: { containers: { app: RUNNING, proxy: RUNNING } },
      row: 'Normal  Started  1m  kubelet  Started container proxy',
      container: 'proxy',
    },
    {
      name: 'told by its image',
      pod: { containers: { app: RUNNING, proxy: RUNNING } },
      row: 'Normal  Pulled  1m  kubelet  Container image "registry.example/proxy:1" already present',
      container: 'proxy',
    },
    {
      name: 'told by its kind of probe',
      pod: {
        containers: {
          app: probed('Liveness: http-get http://:80/ delay=0s'),
          proxy: probed('Readiness: http-get http://:81/ delay=0s'),
        },
      },
      row: 'Warning  Unhealthy  1m  kubelet  Readiness probe failed: timeout',
      container: 'proxy',
    },
    {
      name: 'told by the port of its probe',
      pod: {
        containers: {
          app: probed('Readiness: http-get http://:80/ delay=0s'),
          proxy: probed('Readiness: http-get http://:81/ delay=0s'),
        },
      },
      row: 'Warning  Unhealthy  1m  kubelet  Readiness probe failed: dial tcp 10.0.0.7:81: connect: connection refused',
      container: 'proxy',
    },
    {
      name: 'the only one',
      pod: { containers: { app: RUNNING } },
      row: 'Warning  BackOff  1m  kubelet  Back-off restarting failed container',
      container: 'app',
    },
    {
      name: 'one of several, not told which',
      pod: { containers: { app: RUNNING, proxy: RUNNING } },
      row: 'Warning  BackOff  1m  kubelet  Back-off restarting failed container',
      container: undefined,
    },
    {
      name: 'an event about the whole pod',
      pod: { containers: { app: RUNNING } },
      row: 'Warning  FailedScheduling  1m  default-scheduler  0/1 nodes are available',
      container: undefined,
    },
  ])('$name', ({ pod, row, container }) => {
    const object = onlyObject(podText({ ...pod, events: [row] }));
    const [event] = object.events;
    expect(event && containerOf(object, event)).toBe(container);
  });
});

describe('isSteady', () => {
  test.each<{ name: string; pod: Pod; steady: boolean }>([
    { name: 'runs and is ready', pod: {}, steady: true },
    { name: 'runs and is not ready', pod: { containers: { app: NOT_READY } }, steady: false },
    {
      name: 'one of two is not ready',
      pod: { containers: { app: RUNNING, proxy: NOT_READY } },
      steady: false,
    },
    { name: 'crashes', pod: { containers: { app: CRASHING } }, steady: false },
    {
      name: 'has done its work',
      pod: {
        fields: 'Status: Succeeded',
        containers: { app: 'State: Terminated\n  Exit Code: 0' },
      },
      steady: true,
    },
    {
      name: 'has ended in a pod that should run',
      pod: { fields: 'Status: Running', containers: { app: 'State: Terminated\n  Exit Code: 0' } },
      steady: false,
    },
    { name: 'has no containers', pod: { containers: {} }, steady: false },
  ])('$name: $steady', ({ pod, steady }) => {
    expect(isSteady(onlyObject(podText(pod)))).toBe(steady);
  });
});

describe('isWithinGrace', () => {
  test.each([
    ['Terminating (lasts <invalid>)', true],
    ['Terminating (lasts 5m)', false],
    ['Running', false],
  ])('%s: %s', (status, within) => {
    expect(isWithinGrace(onlyObject(podText({ fields: `Status: ${status}` })))).toBe(within);
  });
});

describe('freshness of the last state', () => {
  test.each<{ name: string; pod: Pod; freshness: string }>([
    {
      name: 'it crashes',
      pod: { containers: { app: CRASHING }, events: [] },
      freshness: 'present',
    },
    {
      name: 'it runs but is not ready',
      pod: {
        containers: { app: SERVING_AGAIN.replace('Ready: True', 'Ready: False').concat(' 4') },
        events: [],
      },
      freshness: 'present',
    },
    {
      name: 'it recovered after one restart',
      pod: { containers: { app: `${SERVING_AGAIN} 1` }, events: [] },
      freshness: 'past',
    },
    {
      name: 'it serves after many restarts',
      pod: { containers: { app: `${SERVING_AGAIN} 9` }, events: [] },
      freshness: 'fading',
    },
    {
      name: 'an event speaks of the restart',
      pod: {
        containers: { app: `${SERVING_AGAIN} 1` },
        events: ['Warning  BackOff  1m  kubelet  Back-off restarting failed container'],
      },
      freshness: 'present',
    },
    ...[
      ['the run that ended was shorter than this one', '09:10:00', '96m', 'fading'],
      ['the run that ended was longer than this one', '19:10:00', '96m', 'present'],
      ['this run is younger than ten minutes', '09:10:00', '9m', 'present'],
    ].map(([name = '', finished = '', age = '', freshness = '']) => ({
      name,
      pod: {
        containers: {
          app: SERVING_AGAIN.replace(
            '\nReady',
            `\n  Started: Tue, 10 Nov 2026 09:00:00 +0000\n  Finished: Tue, 10 Nov 2026 ${finished} +0000\nReady`,
          ).concat(' 4'),
        },
        events: [`Warning  BackOff  ${age}  kubelet  Back-off restarting failed container`],
      },
      freshness,
    })),
    {
      name: 'an event speaks of the restart of another container',
      pod: {
        containers: { app: `${SERVING_AGAIN} 1`, proxy: RUNNING },
        events: ['Normal  Started  1m  kubelet  Started container proxy'],
      },
      freshness: 'past',
    },
    {
      name: 'an event without a name, and another container is in trouble',
      pod: {
        containers: { app: `${SERVING_AGAIN} 1`, proxy: NOT_READY },
        events: ['Warning  Failed  1m  kubelet  Error: secret "proxy-tls" not found'],
      },
      freshness: 'past',
    },
    {
      name: 'one restart, and events are not in the paste',
      pod: { containers: { app: `${SERVING_AGAIN} 1` } },
      freshness: 'fading',
    },
    {
      name: 'many restarts, and events are not in the paste',
      pod: { containers: { app: `${SERVING_AGAIN} 9` } },
      freshness: 'present',
    },
    {
      name: 'the pod has done its work',
      pod: { fields: 'Status: Succeeded', containers: { app: CRASHING }, events: [] },
      freshness: 'past',
    },
  ])('$name: $freshness', ({ pod, freshness }) => {
    const object = onlyObject(podText(pod));
    const [container] = object.containers;
    expect(container && freshnessOfLastState(object, container)).toBe(freshness);
  });
});
