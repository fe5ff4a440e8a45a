import { describe, expect, test } from 'vitest';
import { readLines } from '../../../../src/core/lines.ts';
import { parseDescribe } from '../../../../src/core/parse/describe.ts';

const read = (text: string) => parseDescribe(readLines(text).lines);
const objectOf = (text: string) => read(text).object;

const HEAD = 'Name:  web-0\nNamespace:  shop\n';

describe('fields of a pod', () => {
  test.each([
    {
      name: 'name and namespace',
      text: 'Name:         web-0\nNamespace:    shop',
      object: {
        kind: 'Pod',
        layout: 'describe',
        line: 1,
        name: { value: 'web-0', line: 1 },
        namespace: { value: 'shop', line: 2 },
      },
    },
    {
      name: 'a lost break behind the name',
      text: 'Name:         web-0Namespace:    shop\nStatus:  Running',
      object: { name: { value: 'web-0', line: 1 }, namespace: { value: 'shop', line: 1 } },
    },
    {
      name: 'a node with its address',
      text: `${HEAD}Node:  node-3/10.0.0.3`,
      object: { node: { value: 'node-3', line: 3 } },
    },
    {
      name: 'no node',
      text: `${HEAD}Node:  <none>`,
      object: { node: { value: '<none>', line: 3 } },
    },
    {
      name: 'no node in an old layout',
      text: `${HEAD}Node:  /`,
      object: { node: { value: '<none>', line: 3 } },
    },
    {
      name: 'a start time',
      text: `${HEAD}Start Time:  Tue, 10 Nov 2026 09:15:02 +0000`,
      object: { startTime: { value: 'Tue, 10 Nov 2026 09:15:02 +0000', line: 3 } },
    },
    {
      name: 'labels',
      text: `${HEAD}Labels:  app=web\n         team=\n         app.kubernetes.io/part-of=shop`,
      object: {
        labels: [
          { name: 'app', value: 'web', line: 3 },
          { name: 'team', value: '', line: 4 },
          { name: 'app.kubernetes.io/part-of', value: 'shop', line: 5 },
        ],
      },
    },
    { name: 'no labels', text: `${HEAD}Labels:  <none>`, object: { labels: [] } },
    {
      name: 'labels with the names of prototypes',
      text: `${HEAD}Labels:  __proto__=a\n         constructor=b`,
      object: {
        labels: [
          { name: '__proto__', value: 'a' },
          { name: 'constructor', value: 'b' },
        ],
      },
    },
    {
      name: 'annotations',
      text: `${HEAD}Annotations:  example.com/a: b: c\n              example.com/d: e=f`,
      object: {
        annotations: [
          { name: 'example.com/a', value: 'b: c', line: 3 },
          { name: 'example.com/d', value: 'e=f', line: 4 },
        ],
      },
    },
    {
      name: 'annotations up to 1.7',
      text: `${HEAD}Annotations:  example.com/a=b`,
      object: { annotations: [{ name: 'example.com/a', value: 'b' }] },
    },
    {
      name: 'a long annotation, since 1.18',
      text: `${HEAD}Annotations:  example.com/a:\n                ${'long '.repeat(30)}\n              example.com/b: c`,
      object: {
        annotations: [
          { name: 'example.com/a', value: 'long '.repeat(30).trim(), line: 3 },
          { name: 'example.com/b', value: 'c', line: 5 },
        ],
      },
    },
    {
      name: 'a long annotation that holds the separators of annotations',
      text: `${HEAD}Annotations:  example.com/a:\n                {"args": "b=c"}\n              example.com/d: e`,
      object: {
        annotations: [
          { name: 'example.com/a', value: '{"args": "b=c"}', line: 3 },
          { name: 'example.com/d', value: 'e', line: 5 },
        ],
      },
    },
    {
      name: 'a phase',
      text: `${HEAD}Status:  Running`,
      object: { status: { value: 'Running', line: 3 } },
    },
    {
      name: 'terminating for a time',
      text: `${HEAD}Status:  Terminating (lasts 5m)\nTermination Grace Period:  30s`,
      object: {
        status: { value: 'Terminating', line: 3 },
        terminatingFor: { value: '5m', line: 3 },
      },
    },
    {
      name: 'terminating within the grace period',
      text: `${HEAD}Status:  Terminating (lasts <invalid>)`,
      object: { status: { value: 'Terminating' }, terminatingFor: { value: '<invalid>' } },
    },
    {
      name: 'terminating, up to 1.8',
      text: `${HEAD}Status:  Terminating (expires Tue, 10 Nov 2026 09:15:02 +0000)`,
      object: {
        status: { value: 'Terminating' },
        terminatingFor: { value: 'Tue, 10 Nov 2026 09:15:02 +0000' },
      },
    },
    {
      name: 'reason and message of the pod',
      text: `${HEAD}Status:  Failed\nReason:  Evicted\nMessage:  The node was low on resource: memory.\nIP:`,
      object: {
        reason: { value: 'Evicted', line: 4 },
        message: { value: 'The node was low on resource: memory.', line: 5 },
      },
    },
    {
      name: 'a message that was wrapped',
      text: `${HEAD}Message:  The node was low\non resource: memory.\nIP:`,
      object: {
        message: { value: 'The node was low\non resource: memory.', line: 3, endLine: 4 },
      },
    },
    {
      name: 'addresses',
      text: `${HEAD}IP:  10.0.0.7\nIPs:\n  IP:  10.0.0.7\n  IP:  2001:db8::7`,
      object: {
        ips: [
          { value: '10.0.0.7', line: 3 },
          { value: '2001:db8::7', line: 6 },
        ],
      },
    },
    { name: 'no address', text: `${HEAD}IP:\nIPs:  <none>`, object: { ips: [] } },
    {
      name: 'its owner',
      text: `${HEAD}Controlled By:  ReplicaSet/web-6c`,
      object: { controlledBy: { value: 'ReplicaSet/web-6c', line: 3 } },
    },
    {
      name: 'quality of service',
      text: `${HEAD}QoS Class:  Burstable`,
      object: { qosClass: { value: 'Burstable', line: 3 } },
    },
    {
      name: 'node selectors',
      text: `${HEAD}Node-Selectors:  disk=ssd\n                 zone=a`,
      object: {
        nodeSelectors: [
          { value: 'disk=ssd', line: 3 },
          { value: 'zone=a', line: 4 },
        ],
      },
    },
    {
      name: 'no node selectors',
      text: `${HEAD}Node-Selectors:  <none>`,
      object: { nodeSelectors: [] },
    },
    {
      name: 'tolerations',
      text: `${HEAD}Tolerations:  dedicated=batch:NoSchedule\n              node.kubernetes.io/not-ready:NoExecute op=Exists for 300s\n              op=Exists`,
      object: {
        tolerations: [
          { value: 'dedicated=batch:NoSchedule', line: 3 },
          { value: 'node.kubernetes.io/not-ready:NoExecute op=Exists for 300s', line: 4 },
          { value: 'op=Exists', line: 5 },
        ],
      },
    },
    {
      name: 'spread over the topology',
      text: `${HEAD}Topology Spread Constraints:  zone:DoNotSchedule when max skew 1 is exceeded for selector app=web`,
      object: {
        topologySpread: [
          { value: 'zone:DoNotSchedule when max skew 1 is exceeded for selector app=web', line: 3 },
        ],
      },
    },
    {
      name: 'conditions',
      text: `${HEAD}Conditions:\n  Type   Status\n  Ready  False `,
      object: { conditions: [{ type: 'Ready', status: 'False', line: 5 }] },
    },
    {
      name: 'volumes',
      text: `${HEAD}Volumes:\n  data:\n    Type:  EmptyDir (x)\nQoS Class:  BestEffort`,
      object: { volumes: [{ name: 'data', type: 'EmptyDir', line: 4 }] },
    },
    {
      name: 'fields that have no reader',
      text: `${HEAD}Priority:  0\nService Account:  web\nSchedulingGroup:\n  PodGroupName:  x`,
      object: {
        fields: [
          { name: 'Name', line: 1 },
          { name: 'Namespace', line: 2 },
          { name: 'Priority', value: '0', line: 3 },
          { name: 'Service Account', value: 'web', line: 4 },
          { name: 'SchedulingGroup', value: 'PodGroupName:  x', line: 5 },
        ],
      },
    },
  ])('$name', ({ text, object }) => {
    const result = read(text);
    expect(result.object).toMatchObject(object);
    expect(result.skipped).toEqual([]);
  });

  test.each([
    ['init', 'Init Containers'],
    ['app', 'Containers'],
    ['ephemeral', 'Ephemeral Containers'],
  ])('containers: %s', (type, heading) => {
    expect(objectOf(`${HEAD}${heading}:\n  a:\n    Image:  a:1`)).toMatchObject({
      containers: [{ name: 'a', type, image: { value: 'a:1' } }],
    });
  });

  test('readiness gates are no conditions', () => {
    expect(
      objectOf(
        `${HEAD}Readiness Gates:\n  Type  Status\n  example.com/a  True \nConditions:\n  Type  Status\n  example.com/a  False `,
      ).conditions,
    ).toEqual([{ type: 'example.com/a', status: 'False', line: 8 }]);
  });

  test('limits of the whole pod are no container', () => {
    expect(
      objectOf(`${HEAD}Resources:\n  Limits:\n    cpu:  1\nContainers:\n  a:\n    Image:  a:1`),
    ).toMatchObject({ containers: [{ name: 'a', limits: [] }] });
  });
});

describe('events of a describe', () => {
  test.each([
    {
      name: 'rows',
      text: 'Events:\n  Type  Reason  Age  From  Message\n  ----  ----  ----  ----  ----\n  Normal  Pulled  3m  kubelet  ok',
      seen: 'rows',
    },
    { name: 'none, since 1.7', text: 'Events:  <none>', seen: 'none' },
    { name: 'none, on the next line', text: 'Events:\n  <none>', seen: 'none' },
    { name: 'none, up to 1.6', text: 'No events.', seen: 'none' },
    { name: 'no section, since 1.36', text: 'QoS Class:  BestEffort', seen: 'absent' },
    {
      name: 'cut behind the heading',
      text: 'Events:\n  Type  Reason  Age  From  Message',
      seen: 'absent',
    },
  ])('$name', ({ text, seen }) => {
    expect(objectOf(HEAD + text)).toMatchObject({ eventsSeen: seen });
  });
});

describe('a part of a describe', () => {
  test.each([
    {
      name: 'from inside a container',
      text: '      Exit Code:    137\n      Started:      Tue, 10 Nov 2026 09:10:02 +0000\n    Ready:          False\n    Restart Count:  4\nConditions:\n  Type   Status\n  Ready  False ',
      object: {
        name: undefined,
        containers: [
          { name: '', lastState: { exitCode: { value: 137 } }, restartCount: { value: 4 } },
        ],
        conditions: [{ type: 'Ready' }],
      },
    },
    {
      name: 'a state alone',
      text: '    Last State:     Terminated\n      Reason:       OOMKilled\n      Exit Code:    137',
      object: { containers: [{ name: '', lastState: { reason: { value: 'OOMKilled' } } }] },
    },
    {
      name: 'events without their heading',
      text: '  Warning  BackOff  3m  kubelet  Back-off restarting failed container',
      object: { events: [{ reason: 'BackOff' }], eventsSeen: 'rows', containers: [] },
    },
    {
      name: 'conditions without their heading',
      text: '  Initialized   True \n  Ready         False \nVolumes:  <none>',
      object: { conditions: [{ type: 'Initialized' }, { type: 'Ready' }], containers: [] },
    },
    {
      name: 'containers and events',
      text: 'Containers:\n  app:\n    Image:  a:1\n    State:  Running\nEvents:  <none>',
      object: { kind: 'Pod', containers: [{ name: 'app' }], eventsSeen: 'none' },
    },
  ])('$name', ({ text, object }) => {
    const read = objectOf(text);
    expect({ ...read, name: read.name }).toMatchObject(object);
  });

  test('lines that fit nothing are skipped and kept as loose', () => {
    const line = { number: 1, text: 'panic: no such table' };
    expect(read('panic: no such table\nEvents:  <none>')).toMatchObject({
      skipped: [line],
      object: { loose: [line], containers: [] },
    });
  });
});

describe('the kind of an object', () => {
  test.each([
    ['Pod', 'QoS Class:  BestEffort'],
    ['Node', 'Roles:  worker\nUnschedulable:  true'],
    ['Node', 'Capacity:\n  cpu:  4\nAllocatable:\n  cpu:  4'],
    ['Node', 'Conditions:\n  Type  Status\n  MemoryPressure  False\n  DiskPressure  True'],
    ['PersistentVolumeClaim', 'StorageClass:  fast\nStatus:  Pending\nUsed By:  web-0'],
    ['PersistentVolume', 'StorageClass:  fast\nReclaim Policy:  Retain\nAccess Modes:  RWO'],
    ['Deployment', 'Replicas:  3 desired | 3 updated\nStrategyType:  RollingUpdate'],
    ['ReplicaSet', 'Replicas:  3 current / 3 desired\nPods Status:  2 Running / 1 Waiting'],
    ['StatefulSet', 'Update Strategy:  RollingUpdate\nVolume Claims:  <none>'],
    ['DaemonSet', 'Desired Number of Nodes Scheduled: 3'],
    ['Job', 'Parallelism:  1\nCompletions:  1'],
    ['CronJob', 'Schedule:  */5 * * * *\nConcurrency Policy:  Forbid'],
    ['Service', 'Type:  ClusterIP\nEndpoints:  <none>\nSession Affinity:  None'],
    ['Endpoints', 'Subsets:'],
    ['Ingress', 'Ingress Class:  nginx\nRules:'],
    ['HorizontalPodAutoscaler', 'Reference:  Deployment/web\nMin replicas:  1'],
    ['EndpointSlice', 'AddressType:  IPv4\nEndpoints:  <none>'],
    ['Namespace', 'Status:  Active\nResource Quotas'.concat(':')],
    ['Namespace', 'Status:  Active\n\nNo resource quota.\n\nNo LimitRange resource.'],
    ['ResourceQuota', 'Resource  Used  Hard\n--------  ----  ----\npods      20    20'],
    ['LimitRange', 'Type       Resource  Min  Max  Default Request\n----       --------  ---  ---'],
  ])('%s: %j', (kind, text) => {
    expect(objectOf(HEAD + text).kind).toBe(kind);
  });

  test('containers of a template are not those of a pod', () => {
    const { kind, containers } = objectOf(
      `${HEAD}StrategyType:  RollingUpdate\nPod Template:\n  Containers:\n   web:\n    Image:  a:1\nEvents:  <none>`,
    );
    expect({ kind, containers }).toEqual({ kind: 'Deployment', containers: [] });
  });
});
