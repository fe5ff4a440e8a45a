import { describe, expect, test } from 'vitest';
import { readLines } from '../../../../src/core/lines.ts';
import { isEventHeading, parseEvents, readEvent } from '../../../../src/core/parse/events.ts';

const toLines = (text: string) => readLines(text).lines;
const firstOf = (text: string) => parseEvents(toLines(text), true).events[0];

const HEADING = `  Type     Reason            Age                From               Message
  ----     ------            ----               ----               -------
`;

describe('rows of kubectl 1.8 and newer', () => {
  test.each([
    {
      name: 'component alone, since 1.20',
      row: '  Warning  BackOff           8s (x11 over 3m40s)  kubelet            Back-off restarting failed container',
      event: {
        type: 'Warning',
        reason: 'BackOff',
        age: '8s (x11 over 3m40s)',
        lastSeen: 8,
        firstSeen: 220,
        count: 11,
        from: 'kubelet',
        message: 'Back-off restarting failed container',
      },
    },
    {
      name: 'component and host, up to 1.19',
      row: '  Normal   Pulled            10m                kubelet, node-3    Container image "a:1" already present on machine',
      event: {
        from: 'kubelet, node-3',
        message: 'Container image "a:1" already present on machine',
        lastSeen: 600,
        firstSeen: 600,
        count: 1,
      },
    },
    {
      name: 'a component of a third party',
      row: '  Normal   AddedInterface    3s                 multus             Add eth0 [10.0.0.7/24] from cilium',
      event: { from: 'multus', message: 'Add eth0 [10.0.0.7/24] from cilium' },
    },
    {
      name: 'no component',
      row: '  Warning  Failed            2m                                    Error: ImagePullBackOff',
      event: { from: '', message: 'Error: ImagePullBackOff' },
    },
    {
      name: 'a message with runs of spaces',
      row: '  Warning  Failed            2m                 kubelet            a   b: c',
      event: { from: 'kubelet', message: 'a   b: c' },
    },
    {
      name: 'no message',
      row: '  Normal   Note              2m                 kubelet',
      event: { from: 'kubelet', message: '' },
    },
    {
      name: 'an unknown age',
      row: '  Warning  FailedScheduling  <unknown>          default-scheduler  0/1 nodes are available: 1 Insufficient cpu.',
      event: {
        age: '<unknown>',
        lastSeen: undefined,
        from: 'default-scheduler',
        message: '0/1 nodes are available: 1 Insufficient cpu.',
      },
    },
    {
      name: 'an unknown age of a series',
      row: '  Warning  FailedScheduling  <unknown> (x5 over 10m)  default-scheduler  0/1 nodes are available: 1 Insufficient cpu.',
      event: { lastSeen: undefined, firstSeen: 600, count: 5 },
    },
    {
      name: 'an age in the future',
      row: '  Normal   Killing           <invalid>          kubelet            Stopping container app',
      event: { age: '<invalid>', lastSeen: 0, from: 'kubelet', container: 'app' },
    },
    {
      name: 'similar events that were combined',
      row: '  Warning  Unhealthy         3m (x106 over 33m)  kubelet           (combined from similar events): Readiness probe failed: timeout',
      event: {
        count: 106,
        firstSeen: 1980,
        message: 'Readiness probe failed: timeout',
      },
    },
    {
      name: 'spaces that a chat squeezed',
      row: 'Warning BackOff 2m1s (x12 over 5m) kubelet Back-off restarting failed container',
      event: {
        type: 'Warning',
        age: '2m1s (x12 over 5m)',
        count: 12,
        from: 'kubelet',
        message: 'Back-off restarting failed container',
      },
    },
    {
      name: 'no space before the count',
      row: '  Warning  BackOff  2m1s(x12 over 5m)  kubelet  Back-off restarting failed container',
      event: { lastSeen: 121, count: 12, firstSeen: 300, from: 'kubelet' },
    },
    {
      name: 'tabs between the columns',
      row: '  Warning\tBackOff\t2m\tkubelet\tBack-off restarting failed container',
      event: { from: 'kubelet', message: 'Back-off restarting failed container' },
    },
    {
      name: 'an unusual type',
      row: '  Error    SyncFailed        2m                 operator           it does not fit',
      event: { type: 'Error', reason: 'SyncFailed', from: 'operator', message: 'it does not fit' },
    },
  ])('$name', ({ row, event }) => {
    const read = firstOf(HEADING + row);
    expect({ ...read, lastSeen: read?.lastSeen }).toMatchObject({ line: 3, endLine: 3, ...event });
  });
});

describe('the container of an event', () => {
  test.each([
    {
      name: 'the prefix since 1.35 is taken off',
      message: 'spec.containers{app}: Back-off restarting failed container',
      event: { container: 'app', message: 'Back-off restarting failed container' },
    },
    {
      name: 'the prefix of an init container',
      message: 'spec.initContainers{migrate}: Error: ErrImagePull',
      event: { container: 'migrate', message: 'Error: ErrImagePull' },
    },
    {
      name: 'the prefix of an ephemeral container',
      message: 'spec.ephemeralContainers{debug}: Started container debug',
      event: { container: 'debug', message: 'Started container debug' },
    },
    {
      name: 'created, before 1.33',
      message: 'Created container app',
      event: { container: 'app' },
    },
    {
      name: 'created, since 1.33',
      message: 'Created container: app',
      event: { container: 'app' },
    },
    { name: 'stopped', message: 'Stopping container app', event: { container: 'app' } },
    {
      name: 'killed by a probe',
      message: 'Container app failed liveness probe, will be restarted',
      event: { container: 'app' },
    },
    {
      name: 'back-off since 1.27',
      message: 'Back-off restarting failed container app in pod web-0_shop(1b4e28ba)',
      event: { container: 'app' },
    },
    {
      name: 'not created by the runtime',
      message: 'Error: failed to start container "app": Error response from daemon',
      event: { container: 'app' },
    },
    {
      name: 'named by nothing',
      message: 'Back-off restarting failed container',
      event: { container: undefined },
    },
  ])('$name', ({ message, event }) => {
    const read = firstOf(
      `${HEADING}  Warning  Note              2m                 kubelet            ${message}`,
    );
    expect({ container: read?.container, message: read?.message }).toMatchObject(event);
  });
});

describe('rows of kubectl up to 1.7', () => {
  test.each([
    {
      name: 'relative ages and tabs, 1.6 and 1.7',
      row: '  33m\t\t3m\t\t106\tkubelet, node-3\tspec.containers{app}\tWarning\t\tBackOff\t\tBack-off restarting failed docker container',
      event: {
        type: 'Warning',
        reason: 'BackOff',
        age: '3m',
        lastSeen: 180,
        firstSeen: 1980,
        count: 106,
        from: 'kubelet, node-3',
        container: 'app',
        message: 'Back-off restarting failed docker container',
      },
    },
    {
      name: 'no path of a container',
      row: '  5m\t\t5m\t\t1\tkubelet, node-3\t\t\tWarning\t\tFailedMount\tUnable to mount volumes for pod',
      event: {
        reason: 'FailedMount',
        from: 'kubelet, node-3',
        container: undefined,
        message: 'Unable to mount volumes for pod',
      },
    },
    {
      name: 'a component in braces, 1.3 to 1.5',
      row: '  1m\t\t1m\t\t1\t{kubelet node-3}\tspec.containers{app}\tNormal\t\tPulling\t\tpulling image "a:1"',
      event: {
        from: '{kubelet node-3}',
        container: 'app',
        type: 'Normal',
        message: 'pulling image "a:1"',
      },
    },
    {
      name: 'a component in braces without a host',
      row: '  1m\t1m\t1\t{default-scheduler }\t\tWarning\tFailedScheduling\tno nodes available',
      event: { from: '{default-scheduler }', message: 'no nodes available' },
    },
    {
      name: 'absolute times and no type, 2015',
      row: '  Tue, 10 Nov 2015 09:15:02 +0000\tTue, 10 Nov 2015 09:17:02 +0000\t4\t{kubelet node-3}\tspec.containers{app}\tbackoff\tBack-off pulling image "a:1"',
      event: {
        type: '',
        reason: 'backoff',
        count: 4,
        from: '{kubelet node-3}',
        container: 'app',
        message: 'Back-off pulling image "a:1"',
      },
    },
    {
      name: 'columns that a chat squeezed',
      row: '33m 3m 106 kubelet, node-3 spec.containers{app} Warning BackOff Back-off restarting failed container',
      event: { lastSeen: 180, firstSeen: 1980, count: 106, container: 'app' },
    },
  ])('$name', ({ row, event }) => {
    const read = firstOf(`  FirstSeen\tLastSeen\tCount\tFrom\tSubObjectPath\tType\tReason\tMessage
  ---------\t--------\t-----\t----\t-------------\t--------\t------\t-------
${row}`);
    expect(read).toMatchObject({ line: 3, endLine: 3 });
    expect({ ...read, container: read?.container }).toMatchObject(event);
  });
});

describe('rows of a list of events', () => {
  test.each([
    {
      name: 'kubectl get events',
      text: 'LAST SEEN   TYPE      REASON    OBJECT      MESSAGE\n2m          Warning   BackOff   pod/web-0   Back-off restarting failed container',
      event: {
        line: 2,
        lastSeen: 120,
        type: 'Warning',
        reason: 'BackOff',
        message: 'Back-off restarting failed container',
        object: { kind: 'Pod', name: 'web-0' },
      },
    },
    {
      name: 'kubectl get events -A',
      text: 'NAMESPACE   LAST SEEN   TYPE      REASON       OBJECT                       MESSAGE\nshop        2m          Normal    Provisioning persistentvolumeclaim/data   External provisioner is provisioning volume',
      event: {
        object: { kind: 'PersistentVolumeClaim', namespace: 'shop', name: 'data' },
        message: 'External provisioner is provisioning volume',
      },
    },
    {
      name: 'kubectl get events -o wide',
      text: 'LAST SEEN   TYPE      REASON    OBJECT      SUBOBJECT              SOURCE            MESSAGE                                FIRST SEEN   COUNT   NAME\n2m          Warning   BackOff   pod/web-0   spec.containers{app}   kubelet, node-3   Back-off restarting failed container   33m          106     web-0.17a1b2c3d4e5f607',
      event: {
        container: 'app',
        from: 'kubelet, node-3',
        count: 106,
        firstSeen: 1980,
        message: 'Back-off restarting failed container',
        object: { kind: 'Pod', name: 'web-0' },
      },
    },
    {
      name: 'kubectl events, with a count',
      text: 'LAST SEEN               TYPE      REASON    OBJECT      MESSAGE\n3m (x106 over 33m)      Warning   BackOff   Pod/web-0   Back-off restarting failed container',
      event: { count: 106, lastSeen: 180, firstSeen: 1980, object: { kind: 'Pod', name: 'web-0' } },
    },
    {
      name: 'kubectl events -A',
      text: 'NAMESPACE  LAST SEEN  TYPE  REASON  OBJECT  MESSAGE\nshop  <unknown>  Warning  FailedScheduling  Pod/web-0  0/1 nodes are available: 1 Insufficient cpu.',
      event: {
        lastSeen: undefined,
        object: { kind: 'Pod', namespace: 'shop', name: 'web-0' },
        message: '0/1 nodes are available: 1 Insufficient cpu.',
      },
    },
    {
      name: 'a kind that has no known spelling',
      text: '2m  Warning  Degraded  widget/a  It is broken',
      event: { object: { kind: 'widget', name: 'a' } },
    },
    {
      name: 'kubectl get events up to 1.14',
      text: 'LAST SEEN   FIRST SEEN   COUNT     NAME                     KIND      SUBOBJECT              TYPE      REASON    SOURCE            MESSAGE\n3m          33m          106       web-0.15a1b2c3d4e5f607   Pod       spec.containers{app}   Warning   BackOff   {kubelet node-3}  Back-off restarting failed container',
      event: {
        line: 2,
        lastSeen: 180,
        firstSeen: 1980,
        count: 106,
        container: 'app',
        from: '{kubelet node-3}',
        message: 'Back-off restarting failed container',
        object: { kind: 'Pod', name: 'web-0' },
      },
    },
    {
      name: 'the same for all namespaces and without a container',
      text: 'shop  3m  33m  2  web-0.15a1b2c3d4e5f607  Pod  Warning  FailedScheduling  default-scheduler  no nodes available',
      event: {
        count: 2,
        from: 'default-scheduler',
        object: { kind: 'Pod', namespace: 'shop', name: 'web-0' },
        message: 'no nodes available',
      },
    },
    {
      name: 'columns that somebody chose',
      text: 'TIME                   REASON    MSG\n2026-11-10T09:15:02Z   BackOff   Back-off restarting failed container',
      event: { line: 2, reason: 'BackOff', message: 'Back-off restarting failed container' },
    },
  ])('$name', ({ text, event }) => {
    const read = firstOf(text);
    expect({ ...read, lastSeen: read?.lastSeen }).toMatchObject(event);
  });
});

describe('messages of several lines', () => {
  test.each([
    {
      name: 'output of a probe',
      text: `${HEADING}  Warning  Unhealthy  3m  kubelet  Readiness probe failed: first
second
  third: indented
  Normal   Pulled     2m  kubelet  Container image "a:1" already present on machine`,
      expected: [
        {
          line: 3,
          endLine: 5,
          message: 'Readiness probe failed: first\nsecond\n  third: indented',
        },
        { line: 6, endLine: 6, message: 'Container image "a:1" already present on machine' },
      ],
    },
    {
      name: 'an empty line inside',
      text: `${HEADING}  Warning  Unhealthy  3m  kubelet  Liveness probe failed: first
second

third`,
      expected: [{ line: 3, endLine: 6, message: 'Liveness probe failed: first\nsecond\n\nthird' }],
    },
    {
      name: 'empty lines behind the last event',
      text: `${HEADING}  Warning  BackOff  3m  kubelet  Back-off\n\n\n`,
      expected: [{ line: 3, endLine: 3, message: 'Back-off' }],
    },
    {
      name: 'a prompt behind the last event',
      text: `${HEADING}  Warning  BackOff  3m  kubelet  Back-off\n$ kubectl get pods`,
      expected: [{ line: 3, endLine: 3, message: 'Back-off' }],
    },
    {
      name: 'a line that names a field',
      text: `${HEADING}  Warning  Unhealthy  3m  kubelet  Liveness probe failed: a\nStatus: down\nReason: b`,
      expected: [
        { line: 3, endLine: 5, message: 'Liveness probe failed: a\nStatus: down\nReason: b' },
      ],
    },
  ])('$name', ({ text, expected }) => {
    const { events, skipped } = parseEvents(toLines(text), true);
    expect(events.map(({ line, endLine, message }) => ({ line, endLine, message }))).toEqual(
      expected,
    );
    expect(skipped).toEqual([]);
  });
});

describe('parseEvents keeps what it does not understand', () => {
  test.each([
    ['a remark behind a gap', '\n', 'Can anybody help?', 5],
    ['a remark in another script', '', '这个怎么处理？', 4],
  ])('%s is no part of the last message', (_name, gap, text, number) => {
    const row = '  Warning  BackOff  3m  kubelet  Back-off\n';
    const { events, skipped } = parseEvents(toLines(HEADING + row + gap + text), true);
    expect(events).toMatchObject([{ message: 'Back-off', endLine: 3 }]);
    expect(skipped).toEqual([{ number, text }]);
  });

  test.each([
    ['a line above the first event', `${HEADING}  <none>`, [{ number: 3, text: '  <none>' }]],
    ['no row', HEADING, []],
    ['nothing', '', []],
    ['lines of dashes in another style', '───  ─────\n', []],
  ])('%s', (_name, text, skipped) => {
    expect(parseEvents(toLines(text), true)).toEqual({ events: [], skipped });
  });
});

describe('readEvent outside a list of events', () => {
  test.each([
    ['a sentence with numbers', '3 pods were created 5m ago'],
    ['an unusual type', '  Error    SyncFailed  2m  operator  it does not fit'],
    ['a condition', '  Ready  True '],
    ['a row of a table', 'web-0   1/1   Running   0   3m'],
    ['a field', 'Status:  Running'],
    ['a type without a reason', 'Warning  2m'],
    ['an age that is none', 'Warning  BackOff  soon  kubelet  Back-off'],
  ])('%s is no event', (_name, text) => {
    expect(readEvent({ number: 1, text })).toBeUndefined();
  });
});

describe('isEventHeading', () => {
  test.each([
    ['  Type     Reason   Age   From   Message', true],
    ['Type Reason Age From Message', true],
    ['  FirstSeen\tLastSeen\tCount\tFrom\tSubobjectPath\tReason\tMessage', true],
    ['LAST SEEN   TYPE   REASON   OBJECT   MESSAGE', true],
    ['NAMESPACE   LAST SEEN   TYPE   REASON   OBJECT   MESSAGE', true],
    ['TIME   REASON   MSG', true],
    ['  Type   Status', false],
    ['  ----   ------', false],
    ['Reason:  Error', false],
  ])('%s: %s', (text, expected) => {
    expect(isEventHeading(text)).toBe(expected);
  });
});
