import { describe, expect, test } from 'vitest';
import { checkPod, isHealthy } from '../../../src/core/health.ts';
import { CRASHING, NOT_READY, onlyObject, podText, RUNNING, type Pod } from './paste.ts';

const DONE =
  'State: Terminated\n  Reason: Completed\n  Exit Code: 0\nReady: True\nRestart Count: 0';
const PROBE = '\nReadiness: http-get http://:80/ delay=0s';
const VOLUMES = 'Volumes:\n  data:\n    Type: EmptyDir (x)\n';

describe('isHealthy', () => {
  test.each<{ name: string; text: string; healthy: boolean }>([
    { name: 'runs and is ready', text: podText({ fields: 'Status: Running' }), healthy: true },
    { name: 'containers alone', text: podText({}), healthy: true },
    {
      name: 'not ready',
      text: podText({ fields: 'Status: Running', containers: { app: NOT_READY } }),
      healthy: false,
    },
    { name: 'crashes', text: podText({ containers: { app: CRASHING } }), healthy: false },
    {
      name: 'one of two is not ready',
      text: podText({ containers: { app: RUNNING, proxy: NOT_READY } }),
      healthy: false,
    },
    {
      name: 'init containers are done',
      text: podText({ fields: 'Status: Running', init: { migrate: DONE } }),
      healthy: true,
    },
    {
      name: 'has done its work',
      text: podText({ fields: 'Status: Succeeded', containers: { app: DONE } }),
      healthy: true,
    },
    {
      name: 'has failed',
      text: podText({
        fields: 'Status: Failed',
        containers: { app: DONE.replace('Exit Code: 0', 'Exit Code: 1') },
      }),
      healthy: false,
    },
    {
      name: 'is pending',
      text: podText({ fields: 'Status: Pending\nNode: <none>', containers: {} }),
      healthy: false,
    },
    {
      name: 'is being deleted, within its grace period',
      text: podText({
        fields: 'Status: Terminating (lasts <invalid>)',
        containers: { app: NOT_READY },
      }),
      healthy: true,
    },
    {
      name: 'does not end',
      text: podText({ fields: 'Status: Terminating (lasts 3h)' }),
      healthy: false,
    },
    {
      name: 'events that end well',
      text: 'Events:\n  Normal  Pulled  2m  kubelet  a\n  Normal  Started  1m  kubelet  Started container app',
      healthy: true,
    },
    {
      name: 'events that do not tell',
      text: 'Events:\n  Normal  Scheduled  2m  default-scheduler  a',
      healthy: false,
    },
    {
      name: 'a row: runs',
      text: 'NAME   READY   STATUS    RESTARTS   AGE\nweb-0  1/1     Running   0          3m',
      healthy: true,
    },
    {
      name: 'a row: runs, but is not ready',
      text: 'NAME   READY   STATUS    RESTARTS   AGE\nweb-0  0/1     Running   0          3m',
      healthy: false,
    },
    {
      name: 'a row: has done its work',
      text: 'NAME   READY   STATUS      RESTARTS   AGE\nweb-0  0/1     Completed   0          3m',
      healthy: true,
    },
    {
      name: 'a row: crashes',
      text: 'NAME   READY   STATUS             RESTARTS   AGE\nweb-0  0/1     CrashLoopBackOff   5          3m',
      healthy: false,
    },
    {
      name: 'a claim that is bound',
      text: 'Name: data\nStorageClass: fast\nStatus: Bound\nUsed By: web-0',
      healthy: true,
    },
    {
      name: 'a claim that is pending',
      text: 'Name: data\nStorageClass: fast\nStatus: Pending\nUsed By: web-0',
      healthy: false,
    },
    {
      name: 'a node that is ready',
      text: 'Name: node-3\nRoles: <none>\nConditions:\n  MemoryPressure  False\n  Ready  True',
      healthy: true,
    },
    {
      name: 'a node under pressure',
      text: 'Name: node-3\nRoles: <none>\nConditions:\n  MemoryPressure  True\n  Ready  True',
      healthy: false,
    },
    {
      name: 'a node that nobody hears of',
      text: 'Name: node-3\nRoles: <none>\nConditions:\n  MemoryPressure  Unknown\n  Ready  Unknown',
      healthy: false,
    },
    {
      name: 'another kind, about which nothing is claimed',
      text: 'Name: web\nStrategyType: RollingUpdate\nReplicas: 3 desired | 3 updated',
      healthy: false,
    },
  ])('$name: $healthy', ({ text, healthy }) => {
    expect(isHealthy(onlyObject(text))).toBe(healthy);
  });
});

const checksOf = (pod: Pod, rest = '') =>
  checkPod(onlyObject(podText({ ...pod, fields: [pod.fields, rest].join('\n').trim() }))).map(
    ({ check }) => check,
  );

const HEALTHY: Pod = {
  fields: 'Node: node-3/10.0.0.3\nStatus: Running',
  init: { migrate: DONE },
  containers: { app: `${RUNNING}${PROBE}` },
  events: ['Normal  Pulled  1m  kubelet  a'],
};

describe('checkPod', () => {
  test('everything is clean', () => {
    const text = podText(HEALTHY).replace('Events:', `${VOLUMES}Events:`);
    expect(checkPod(onlyObject(text)).map(({ check }) => check)).toEqual([
      'scheduled',
      'initialised',
      'noPullFailure',
      'noMountFailure',
      'noProbeFailure',
      'noRestarts',
      'noOomKill',
      'allReady',
      'noWarnings',
    ]);
  });

  test.each<[string, Pod, string[]]>([
    ['scheduled', { fields: 'Node: <none>', containers: {} }, ['it has no node']],
    ['initialised', { init: { migrate: CRASHING } }, ['an init container crashes']],
    ['noPullFailure', { containers: { app: 'State: Waiting' } }, ['it has not started']],
    [
      'noProbeFailure',
      {
        containers: { app: `${NOT_READY}${PROBE}` },
        events: ['Warning  Unhealthy  1m  kubelet  Readiness probe failed: a'],
      },
      ['a probe failed'],
    ],
    ['noRestarts', { containers: { app: CRASHING } }, ['it restarted']],
    [
      'noOomKill',
      { containers: { app: CRASHING.replace('Reason: Error', 'Reason: OOMKilled') } },
      ['it was killed over memory'],
    ],
    ['allReady', { containers: { app: NOT_READY } }, ['it is not ready']],
    ['noWarnings', { events: ['Warning  BackOff  1m  kubelet  a'] }, ['there is a warning']],
  ])('not %s', (check, pod) => {
    expect(checksOf(pod)).not.toContain(check);
  });

  test.each<[string, Pod]>([
    ['scheduled', { containers: { app: RUNNING } }],
    ['initialised', {}],
    ['noPullFailure', { containers: {} }],
    ['noMountFailure', { events: ['Normal  Pulled  1m  kubelet  a'] }],
    ['noProbeFailure', { containers: { app: `${RUNNING}${PROBE}` } }],
    ['noRestarts', { containers: { app: 'State: Running' } }],
    ['noOomKill', { containers: { app: 'Ready: True' } }],
    ['allReady', { containers: {} }],
    ['noWarnings', { events: [] }],
  ])('%s is not claimed of what the text does not show', (check, pod) => {
    expect(checksOf(pod)).not.toContain(check);
  });

  test('a check names its lines', () => {
    expect(checkPod(onlyObject(podText({ containers: { app: RUNNING } })))).toContainEqual({
      check: 'noRestarts',
      lines: [8],
    });
  });

  test.each([
    [
      'a row of a table',
      'NAME   READY   STATUS    RESTARTS   AGE\nweb-0  1/1     Running   0          3m',
    ],
    ['another kind', 'Name: data\nStorageClass: fast\nStatus: Bound\nUsed By: web-0'],
    ['a log', 'panic: no such table'],
  ])('nothing of %s', (_name, text) => {
    expect(checkPod(onlyObject(text))).toEqual([]);
  });
});
