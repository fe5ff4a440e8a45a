import { describe, expect, test } from 'vitest';
import { readLines } from '../../../../src/core/lines.ts';
import { TableReader } from '../../../../src/core/parse/tables.ts';

function read(text: string) {
  const reader = new TableReader();
  return readLines(text).lines.flatMap((line) =>
    reader.readHeading(line) ? [] : (reader.readRow(line) ?? []),
  );
}

describe('rows of kubectl get', () => {
  test.each([
    {
      name: 'pods',
      text: 'NAME    READY   STATUS             RESTARTS        AGE\nweb-0   0/1     CrashLoopBackOff   5 (2m14s ago)   12m',
      object: {
        kind: 'Pod',
        layout: 'table',
        line: 2,
        name: { value: 'web-0', line: 2 },
        status: { value: 'CrashLoopBackOff', line: 2 },
        fields: [
          { name: 'NAME', value: 'web-0' },
          { name: 'READY', value: '0/1' },
          { name: 'STATUS', value: 'CrashLoopBackOff' },
          { name: 'RESTARTS', value: '5 (2m14s ago)' },
          { name: 'AGE', value: '12m' },
        ],
      },
    },
    {
      name: 'pods of all namespaces',
      text: 'NAMESPACE   NAME    READY   STATUS    RESTARTS   AGE\nshop        web-0   0/1     Pending   0          12m',
      object: { kind: 'Pod', namespace: { value: 'shop' }, name: { value: 'web-0' } },
    },
    {
      name: 'pods with their nodes',
      text: 'NAME    READY   STATUS    RESTARTS   AGE   IP         NODE     NOMINATED NODE   READINESS GATES\nweb-0   1/1     Running   0          12m   10.0.0.7   node-3   <none>           <none>',
      object: { kind: 'Pod', node: { value: 'node-3' } },
    },
    {
      name: 'pods without a node',
      text: 'NAME    READY   STATUS    RESTARTS   AGE   IP       NODE     NOMINATED NODE   READINESS GATES\nweb-0   0/1     Pending   0          12m   <none>   <none>   <none>           <none>',
      object: { kind: 'Pod', status: { value: 'Pending' } },
    },
    {
      name: 'an init container that fails',
      text: 'NAME    READY   STATUS                  RESTARTS   AGE\nweb-0   0/2     Init:CrashLoopBackOff   5          12m',
      object: { status: { value: 'Init:CrashLoopBackOff' } },
    },
    {
      name: 'progress of init containers',
      text: 'NAME    READY   STATUS     RESTARTS   AGE\nweb-0   0/2     Init:1/2   0          12m',
      object: { status: { value: 'Init:1/2' } },
    },
    {
      name: 'squeezed spaces',
      text: 'NAME READY STATUS RESTARTS AGE\nweb-0 0/1 ImagePullBackOff 0 12m',
      object: { name: { value: 'web-0' }, status: { value: 'ImagePullBackOff' } },
    },
    {
      name: 'a pod without a heading',
      text: 'shop   web-0   0/1   Error   3 (41s ago)   12m',
      object: {
        kind: 'Pod',
        namespace: { value: 'shop' },
        name: { value: 'web-0' },
        status: { value: 'Error' },
      },
    },
    {
      name: 'claims',
      text: 'NAME   STATUS    VOLUME   CAPACITY   ACCESS MODES   STORAGECLASS   AGE\ndata   Pending                                      fast           12m',
      object: {
        kind: 'PersistentVolumeClaim',
        name: { value: 'data' },
        status: { value: 'Pending' },
      },
    },
    {
      name: 'volumes',
      text: 'NAME   CAPACITY   ACCESS MODES   RECLAIM POLICY   STATUS     CLAIM       STORAGECLASS   REASON   AGE\npv-1   10Gi       RWO            Retain           Released   shop/data   fast                    12m',
      object: { kind: 'PersistentVolume', status: { value: 'Released' } },
    },
    {
      name: 'nodes',
      text: 'NAME     STATUS                     ROLES    AGE   VERSION\nnode-3   Ready,SchedulingDisabled   <none>   12d   v1.33.1',
      object: { kind: 'Node', status: { value: 'Ready,SchedulingDisabled' } },
    },
    {
      name: 'deployments',
      text: 'NAME   READY   UP-TO-DATE   AVAILABLE   AGE\nweb    0/3     3            0           12m',
      object: { kind: 'Deployment', name: { value: 'web' } },
    },
    {
      name: 'jobs',
      text: 'NAME     COMPLETIONS   DURATION   AGE\nimport   0/1           12m        12m',
      object: { kind: 'Job', name: { value: 'import' } },
    },
    {
      name: 'services',
      text: 'NAME   TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE\nweb    ClusterIP   10.96.0.7    <none>        80/TCP    12m',
      object: { kind: 'Service', name: { value: 'web' } },
    },
    {
      name: 'endpoints',
      text: 'NAME   ENDPOINTS   AGE\nweb    <none>      12m',
      object: { kind: 'Endpoints', name: { value: 'web' } },
    },
    {
      name: 'a service beside others in one table',
      text: 'NAMESPACE   NAME          TYPE           CLUSTER-IP   EXTERNAL-IP   PORT(S)         AGE   SELECTOR\nshop        service/web   LoadBalancer   10.96.0.7    <pending>     443:31222/TCP   12m   app=web',
      object: { kind: 'Service', name: { value: 'web' }, namespace: { value: 'shop' } },
    },
    {
      name: 'cron jobs',
      text: 'NAME                   SCHEDULE      TIMEZONE   SUSPEND   ACTIVE   LAST SCHEDULE   AGE\ncronjob.batch/import   */5 * * * *   <none>     False     0        <none>          12m',
      object: {
        kind: 'CronJob',
        name: { value: 'import' },
        fields: expect.arrayContaining([
          { name: 'SCHEDULE', value: '*/5 * * * *', line: 2 },
          { name: 'LAST SCHEDULE', value: '<none>', line: 2 },
        ]) as unknown,
      },
    },
    {
      name: 'ingresses',
      text: 'NAME                            CLASS   HOSTS         ADDRESS   PORTS   AGE\ningress.networking.k8s.io/web   nginx   web.example             80      12m',
      object: { kind: 'Ingress', name: { value: 'web' } },
    },
    {
      name: 'endpoint slices',
      text: 'NAME        ADDRESSTYPE   PORTS   ENDPOINTS   AGE\nweb-x7k2p   IPv4          8080    <unset>     12m',
      object: { kind: 'EndpointSlice', name: { value: 'web-x7k2p' } },
    },
    {
      name: 'quotas',
      text: 'NAME   AGE   REQUEST                               LIMIT\nteam   12d   pods: 20/20, requests.cpu: 3200m/8    limits.memory: 4Gi/4Gi',
      object: { kind: 'ResourceQuota', name: { value: 'team' } },
    },
    {
      name: 'a kind that is not known',
      text: 'NAME      READY   SECRET    AGE\nweb-tls   False   web-tls   12m',
      object: { kind: 'Object', name: { value: 'web-tls' } },
    },
    {
      name: 'a kind that is not known, with its name before the slash',
      text: 'NAME                                 READY   SECRET    AGE\ncertificate.cert-manager.io/web-tls   False   web-tls   12m',
      object: { kind: 'certificate', name: { value: 'web-tls' } },
    },
    {
      name: 'something with a status that is no namespace',
      text: 'NAME   STATUS   AGE\nweb    Synced   12m',
      object: { kind: 'Object', name: { value: 'web' } },
    },
    {
      name: 'a pod named like a prototype',
      text: 'NAME          READY   STATUS    RESTARTS   AGE\nconstructor   1/1     Running   0          12m',
      object: { kind: 'Pod', name: { value: 'constructor' } },
    },
  ])('$name', ({ text, object }) => {
    expect(read(text)).toMatchObject([object]);
  });

  test('a pod without a node has none', () => {
    expect(
      read(
        'NAME    READY   STATUS    RESTARTS   AGE   IP       NODE     NOMINATED NODE   READINESS GATES\nweb-0   0/1     Pending   0          12m   <none>   <none>   <none>           <none>',
      )[0]?.node,
    ).toBeUndefined();
  });

  test.each([
    ['a sentence', 'web-0 does not start'],
    ['a field', 'Name:  web-0'],
    ['an event', '  Warning  BackOff  3m  kubelet  Back-off'],
    ['a heading of something unknown', 'NAME   COLOUR\nweb-0   red'],
    [
      'what helm lists',
      'NAME\tNAMESPACE\tREVISION\tUPDATED\tSTATUS\tCHART\tAPP VERSION\nweb\tshop\t3\t2026-11-20\tfailed\tweb-1.2.0\t1.2.0',
    ],
    ['what docker lists', 'CONTAINER ID   IMAGE   COMMAND   CREATED   STATUS   NAMES'],
    ['nothing', ''],
  ])('%s is no row', (_name, text) => {
    expect(read(text)).toEqual([]);
  });

  test('a heading holds until it is reset', () => {
    const reader = new TableReader();
    const [heading, row] = readLines('NAME   ENDPOINTS   AGE\nweb    <none>      12m').lines;
    expect(heading && reader.readHeading(heading)).toBe(true);
    expect(row && reader.readRow(row)).toMatchObject({ kind: 'Endpoints' });
    reader.reset();
    expect(row && reader.readRow(row)).toBeUndefined();
  });
});
