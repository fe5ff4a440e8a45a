import { describe, expect, test } from 'vitest';
import { FactTable, NUMBER_FACT_NAMES, TEXT_FACT_NAMES } from '../../../src/core/facts.ts';
import { parse } from '../../../src/core/parse/index.ts';

const TEXTS = {
  'a pod': `Name:         web-0
Namespace:    shop
Node:         node-3/10.0.0.3
Status:       Failed
Reason:       Evicted
Message:      The node was low on resource: memory.
Containers:
  app:
    Image:          registry.example/web:1
    State:          Waiting
      Reason:       CrashLoopBackOff
    Last State:     Terminated
      Reason:       Error
      Message:      no such table
      Exit Code:    137
      Signal:       9
      Started:      Tue, 10 Nov 2026 09:10:00 +0000
      Finished:     Tue, 10 Nov 2026 09:11:30 +0000
    Ready:          False
    Restart Count:  4
    Limits:
      cpu:     500m
      memory:  64Mi
    Liveness:       http-get http://:8080/healthz delay=0s timeout=1s period=10s #success=1 #failure=3
Conditions:
  Type   Status
  Ready  False
Volumes:
  data:
    Type:       PersistentVolumeClaim (a reference)
    ClaimName:  data-web-0
QoS Class:    Burstable
Events:
  Type     Reason            Age  From               Message
  ----     ------            ---  ----               -------
  Warning  FailedScheduling  9m   default-scheduler  0/3 nodes are available: 1 Insufficient cpu, 2 node(s) were unschedulable.
  Warning  Failed            2m   kubelet            Failed to pull image "registry.example/web:1": not found`,

  'a pod that is deleted':
    'Name: web-0\nNamespace: shop\nStatus: Terminating (lasts 5m)\nNode: <none>\nEvents:\n  Warning  FailedScheduling  1m  default-scheduler  0/3 nodes are available: 3 Insuffi\ncient cpu.',
  'a row': 'NAME    READY   STATUS   RESTARTS      AGE\nweb-0   0/1     Error    5 (2m ago)    12m',
  'a node':
    'Name: node-3\nRoles: <none>\nConditions:\n  Type  Status  LastHeartbeatTime  LastTransitionTime  Reason  Message\n  Ready  False  Tue, 10 Nov 2026 09:15:02 +0000  Tue, 10 Nov 2026 09:10:02 +0000  KubeletNotReady  runtime is down',
  'normal progress':
    '  Normal  Pulled  1m  kubelet  Container image "registry.example/out-of-memory:1" already present on machine',
  'a log': 'panic: no such table',
  'a row of an init container': 'NAME READY STATUS RESTARTS AGE\nweb-0 0/1 Init:StartError 1 2m',
  'a reason alone': 'OOMKilled',
  'a word alone': 'Unknown',
  'an image that cannot be pulled':
    'Containers:\n  app:\n    State: Waiting\n      Reason: ErrImagePull\nEvents:\n  Warning  Failed  2m  kubelet  Error: ErrImagePull',
  'a message of the scheduler': '0/3 nodes are available: 3 Insufficient cpu.',
  'events alone':
    'Warning  BackOff  7s (x23 over 43m)  kubelet  Back-off restarting failed container app in pod web-0_shop(1)',
  'next to nothing': 'Containers:\n  app:\n    Image:  a:1',
} as const;

type TextName = keyof typeof TEXTS;

function valuesOf(text: TextName, name: string) {
  const [object] = parse(TEXTS[text]).objects;
  if (!object) return undefined;
  const [container] = object.containers;
  const subject = container && name.startsWith('container.') ? { object, container } : { object };
  return new FactTable(subject).read(name).map(({ value, line }) => [value, line]);
}

describe('facts', () => {
  test.each<[string, TextName, [string | number, number][]]>([
    ['object.kind', 'a pod', [['Pod', 1]]],
    ['object.name', 'a pod', [['web-0', 1]]],
    ['object.name', 'a log', []],
    ['object.layout', 'a pod', [['describe', 1]]],
    ['object.layout', 'a row', [['table', 2]]],
    ['object.layout', 'a log', [['text', 1]]],
    ['pod.status', 'a pod', [['Failed', 4]]],
    ['pod.status', 'a pod that is deleted', [['Terminating', 3]]],
    ['pod.status', 'a row', []],
    ['pod.reason', 'a pod', [['Evicted', 5]]],
    ['pod.message', 'a pod', [['The node was low on resource: memory.', 6]]],
    ['pod.node', 'a pod', [['node-3', 3]]],
    ['pod.node', 'a pod that is deleted', [['<none>', 4]]],
    ['pod.terminatingFor', 'a pod that is deleted', [['5m', 3]]],
    ['table.status', 'a row', [['Error', 2]]],
    ['table.status', 'a pod', []],
    [
      'state.reason',
      'a pod',
      [
        ['CrashLoopBackOff', 11],
        ['Error', 13],
      ],
    ],
    ['state.reason', 'a row of an init container', [['StartError', 2]]],
    ['state.reason', 'a reason alone', [['OOMKilled', 1]]],
    ['state.reason', 'a word alone', []],
    ['state.unexplained', 'a pod', []],
    ['state.unexplained', 'a row', [['Error', 2]]],
    ['state.unexplained', 'an image that cannot be pulled', [['ErrImagePull', 4]]],
    ['table.ready', 'a row', [['0/1', 2]]],
    ['table.restarts', 'a row', [[5, 2]]],
    ['condition', 'a pod', [['Ready=False', 27]]],
    ['condition', 'a node', [['Ready=False KubeletNotReady: runtime is down', 5]]],
    ['volume', 'a pod', [['PersistentVolumeClaim data', 29]]],
    ['container.type', 'a pod', [['app', 8]]],
    ['container.state', 'a pod', [['Waiting', 10]]],
    ['container.waitingReason', 'a pod', [['CrashLoopBackOff', 11]]],
    ['container.terminationReason', 'a pod', [['Error', 13]]],
    ['container.terminationMessage', 'a pod', [['no such table', 14]]],
    ['container.exitCode', 'a pod', [[137, 15]]],
    ['container.signal', 'a pod', [[9, 16]]],
    ['container.lifetime', 'a pod', [[90, 18]]],
    ['container.ready', 'a pod', [['False', 19]]],
    ['container.restartCount', 'a pod', [[4, 20]]],
    ['container.memoryLimit', 'a pod', [[67_108_864, 23]]],
    ['container.image', 'a pod', [['registry.example/web:1', 9]]],
    ['container.probeBudget', 'a pod', [[20, 24]]],
    ['container.probeSlack', 'a pod', [[40, 18]]],
    ['event.unseenEnd', 'a pod', []],
    [
      'event.unseenEnd',
      'events alone',
      [['Back-off restarting failed container app in pod web-0_shop(1)', 1]],
    ],
    ['container.probe', 'a pod', [['liveness http-get http://:8080/healthz', 24]]],
    [
      'event.reason',
      'a pod',
      [
        ['FailedScheduling', 36],
        ['Failed', 37],
      ],
    ],
    [
      'event',
      'a pod',
      [
        [
          'FailedScheduling: 0/3 nodes are available: 1 Insufficient cpu, 2 node(s) were unschedulable.',
          36,
        ],
        ['Failed: Failed to pull image "registry.example/name:reference": not found', 37],
      ],
    ],
    [
      'scheduler.blocker',
      'a pod',
      [
        ['Insufficient cpu', 36],
        ['node(s) were unschedulable', 36],
      ],
    ],
    ['scheduler.blocker', 'a message of the scheduler', [['Insufficient cpu', 1]]],
    [
      'pull.error',
      'a pod',
      [['Failed to pull image "registry.example/name:reference": not found', 37]],
    ],
    ['loose', 'a log', [['panic: no such table', 1]]],
    ['event.reason', 'normal progress', [['Pulled', 1]]],
    ['event', 'normal progress', []],
    ['message', 'normal progress', []],
    ['container.colour', 'a pod', []],
  ])('%s of %s', (name, text, values) => {
    expect(valuesOf(text, name)).toEqual(values);
  });

  test.each(['Insufficient cpu', 'The node was low', 'no such table', 'Failed to pull image'])(
    'messages stand in an event, the pod or a termination: %s',
    (message) => {
      expect(valuesOf('a pod', 'message.any')?.join('\n')).toContain(message);
    },
  );

  test('what a program wrote is no message of Kubernetes', () => {
    expect(valuesOf('a pod', 'message')?.join('\n')).not.toContain('no such table');
    expect(valuesOf('a pod', 'start.error')).toContainEqual(['no such table', 14]);
  });

  test.each([...TEXT_FACT_NAMES, ...NUMBER_FACT_NAMES])('%s of next to nothing', (name) => {
    expect(valuesOf('next to nothing', name)).toBeDefined();
  });

  test('a scheduler message that was broken inside a word', () => {
    expect(valuesOf('a pod that is deleted', 'scheduler.blocker')).toContainEqual([
      'Insufficient cpu',
      6,
    ]);
  });
});
