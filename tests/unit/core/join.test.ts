import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/core/parse/index.ts';
import { CRASHING, podText } from './paste.ts';
import { readText } from '../manifest/manifest.ts';

const POD = podText({ containers: { app: CRASHING }, events: [] });
const TABLE =
  'NAME    READY   STATUS             RESTARTS   AGE\nweb-0   0/1     CrashLoopBackOff   3          4m\nweb-1   1/1     Running            0          4m';
const EVENTS =
  'LAST SEEN   TYPE      REASON    OBJECT      MESSAGE\n2m          Warning   BackOff   pod/web-0   Back-off restarting failed container';
const MANIFEST = `apiVersion: v1
kind: Pod
metadata:
  name: web-0
  namespace: shop
spec:
  nodeSelector:
    disk: ssd
  containers:
  - name: app
    image: web:1
status:
  containerStatuses:
  - name: app
    state:
      waiting:
        reason: CrashLoopBackOff
        message: back-off 40s restarting failed container
`;
const SERVICE = `Name:              web
Namespace:         shop
Selector:          app=web
Type:              ClusterIP
Endpoints:         <none>
Session Affinity:  None
Events:            <none>`;
const ENDPOINTS = `Name:         web
Namespace:    shop
Subsets:
  Addresses:          <none>
  NotReadyAddresses:  10.1.2.3
Events:  <none>`;

const objectsOf = (...texts: string[]) => readText(texts.join('\n\n\n')).objects;

describe('outputs that tell of one object become one', () => {
  test('a describe and its row of a table', () => {
    const objects = objectsOf(POD, TABLE);
    expect(objects.map(({ layout, name }) => [layout, name?.value])).toEqual([
      ['describe', 'web-0'],
      ['table', 'web-1'],
    ]);
  });

  test('a describe and its events: those that it has itself are there once', () => {
    const [pod, ...others] = objectsOf(POD, EVENTS, EVENTS.replace('2m ', '3m '));
    expect(others).toEqual([]);
    expect(pod?.events.map(({ message }) => message)).toEqual([
      'Back-off restarting failed container',
    ]);
  });

  test('a describe and its YAML: what only YAML has is added', () => {
    const [pod, ...others] = objectsOf(POD, MANIFEST);
    expect(others).toEqual([]);
    expect(pod?.layout).toBe('describe');
    expect(pod?.nodeSelectors.map(({ value }) => value)).toEqual(['disk=ssd']);
    const [app] = pod?.containers ?? [];
    expect(app?.state?.message?.value).toBe('back-off 40s restarting failed container');
    expect(app?.lastState?.exitCode).toBeDefined();
  });

  test('the order does not matter', () => {
    const [pod, ...others] = objectsOf(MANIFEST, POD);
    expect([pod?.layout, others]).toEqual(['describe', []]);
  });

  test('a Service and its Endpoints', () => {
    const [service, ...others] = objectsOf(ENDPOINTS, SERVICE);
    expect([service?.kind, others]).toEqual(['Service', []]);
    expect(service?.fields.find(({ name }) => name === 'Subsets')?.value).toContain('10.1.2.3');
  });
});

describe('what stays apart', () => {
  test.each([
    ['two describes of one pod, at two times', POD, POD],
    ['pods of two namespaces', POD, MANIFEST.replace('namespace: shop', 'namespace: other')],
    ['a pod and a Service of one name', POD, SERVICE.replace('web\n', 'web-0\n')],
    ['pods of two names', POD, MANIFEST.replace('name: web-0', 'name: web-9')],
  ])('%s', (_name, first, second) => {
    expect(objectsOf(first, second)).toHaveLength(2);
  });

  test('containers without a name of the pod', () => {
    const state = 'State: Waiting\n  Reason: CrashLoopBackOff';
    expect(parse(`${state}\n\n$ kubectl get pods\n${TABLE}`).objects).toHaveLength(3);
  });
});

describe('a pod knows that its node is not ready', () => {
  const PODS =
    'NAME    READY   STATUS        RESTARTS   AGE   IP         NODE\nweb-0   1/1     Terminating   0          4m    10.1.2.3   n1\nweb-1   1/1     Running       0          4m    10.1.2.4   n2';
  const NODES =
    'NAME   STATUS     ROLES    AGE   VERSION\nn1     NotReady   <none>   9d    v1.31.0\nn2     Ready      <none>   9d    v1.31.0';

  test('when the node is in the same paste', () => {
    const states = objectsOf(PODS, NODES).map(({ name, fields }) => [
      name?.value,
      fields.find((field) => field.name === 'Node status'),
    ]);
    expect(states).toEqual([
      ['web-0', { name: 'Node status', value: 'NotReady', line: 7 }],
      ['web-1', undefined],
      ['n1', undefined],
      ['n2', undefined],
    ]);
  });
});
