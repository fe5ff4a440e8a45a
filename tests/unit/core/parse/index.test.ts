import { describe, expect, test } from 'vitest';
import { parse } from '../../../../src/core/parse/index.ts';

const pod = (name: string, events = 'Events:  <none>') => `Name:         ${name}
Namespace:    shop
Status:       Running
Containers:
  app:
    Image:          registry.example/web:1
    State:          Running
    Ready:          True
    Restart Count:  0
Volumes:
  settings:
    Type:      ConfigMap (a volume populated by a ConfigMap)
    Name:      web-settings
    Optional:  false
QoS Class:    BestEffort
${events}`;

const EVENTS = `Events:
  Type     Reason   Age  From     Message
  ----     ------   ---  ----     -------
  Warning  BackOff  3m   kubelet  Back-off restarting failed container`;
const TABLE = `NAME    READY   STATUS             RESTARTS   AGE
web-0   0/1     CrashLoopBackOff   5          3m
web-1   1/1     Running            0          3m`;

const named = (...names: string[]) => names.map((value) => ({ name: { value } }));

describe('objects in a paste', () => {
  test.each([
    { name: 'one describe', text: pod('web-0'), objects: named('web-0') },
    {
      name: 'describes with empty lines between',
      text: `${pod('web-0')}\n\n\n${pod('web-1')}`,
      objects: named('web-0', 'web-1'),
    },
    {
      name: 'describes without anything between',
      text: `${pod('web-0', EVENTS)}\n${pod('web-1')}`,
      objects: named('web-0', 'web-1'),
    },
    {
      name: 'describes that are indented as a whole',
      text: `${pod('web-0')}\n\n${pod('web-1')}`.replaceAll(/^/gmu, '    '),
      objects: named('web-0', 'web-1'),
    },
    {
      name: 'describes with prompts between',
      text: `$ kubectl describe pod web-0\n${pod('web-0')}\n$ kubectl describe pod web-1\n${pod('web-1')}\n$ `,
      objects: named('web-0', 'web-1'),
    },
    {
      name: 'a pod and its claim',
      text: `${pod('web-0')}\n\n\nName:          data\nNamespace:     shop\nStorageClass:  fast\nStatus:        Pending\nUsed By:       web-0`,
      objects: [
        { kind: 'Pod', name: { value: 'web-0' } },
        { kind: 'PersistentVolumeClaim', name: { value: 'data' }, status: { value: 'Pending' } },
      ],
    },
    {
      name: 'a table above a describe',
      text: `${TABLE}\n\n${pod('web-0')}`,
      objects: [
        { layout: 'describe', name: { value: 'web-0' } },
        { layout: 'table', name: { value: 'web-1' } },
      ],
    },
    {
      name: 'a list of events below a describe',
      text: `${pod('web-0')}\n$ kubectl get events\nLAST SEEN   TYPE      REASON    OBJECT      MESSAGE\n2m          Warning   BackOff   pod/web-1   Back-off`,
      objects: [
        { layout: 'describe', name: { value: 'web-0' } },
        { layout: 'events', name: { value: 'web-1' }, events: [{ reason: 'BackOff' }] },
      ],
    },
    {
      name: 'events of several objects',
      text: 'LAST SEEN   TYPE      REASON         OBJECT           MESSAGE\n2m          Warning   BackOff        pod/web-1        a\n1m          Normal    NodeNotReady   node/node-3      b\n1m          Normal    Pulled         pod/web-1        c',
      objects: [
        { kind: 'Pod', name: { value: 'web-1' }, events: [{ message: 'a' }, { message: 'c' }] },
        { kind: 'Node', name: { value: 'node-3' }, events: [{ message: 'b' }] },
      ],
    },
    {
      name: 'rows of a table without a heading',
      text: 'web-0   0/1     CrashLoopBackOff   5          3m',
      objects: [{ kind: 'Pod', layout: 'table', status: { value: 'CrashLoopBackOff' } }],
    },
    {
      name: 'every change of a watched pod',
      text: 'NAME    READY   STATUS    RESTARTS   AGE\nweb-0   0/1     Pending   0          1s\nweb-0   0/1     Error     1          5s',
      objects: [{ name: { value: 'web-0' }, status: { value: 'Error' } }],
    },
    {
      name: 'events alone',
      text: EVENTS,
      objects: [{ kind: 'Pod', layout: 'describe', eventsSeen: 'rows' }],
    },
    {
      name: 'rows of events alone',
      text: '  Warning  BackOff  3m   kubelet  Back-off restarting failed container',
      objects: [{ kind: 'Pod', events: [{ reason: 'BackOff', line: 1 }] }],
    },
    {
      name: 'a state alone',
      text: '    State:  Waiting\n      Reason:  CrashLoopBackOff',
      objects: [{ containers: [{ state: { reason: { value: 'CrashLoopBackOff' } } }] }],
    },
    {
      name: 'a message alone',
      text: 'standard_init_linux.go:228: exec user process caused: exec format error',
      objects: [{ kind: '', layout: 'text', loose: [{ number: 1 }] }],
    },
    {
      name: 'names of prototypes',
      text: `${pod('constructor')}\n\n${pod('__proto__')}`,
      objects: named('constructor', '__proto__'),
    },
    { name: 'nothing', text: '', objects: [] },
    { name: 'empty lines', text: '\n \n\t\n', objects: [] },
    { name: 'a prompt alone', text: '$ kubectl describe pod web-0', objects: [] },
  ])('$name', ({ text, objects }) => {
    expect(parse(text).objects).toMatchObject(objects);
    expect(parse(text).objects.slice(objects.length)).toEqual([]);
  });

  test('the object of a ConfigMap volume is no object of its own', () => {
    expect(parse(pod('web-0')).objects).toMatchObject([
      { name: { value: 'web-0' }, volumes: [{ name: 'settings' }] },
    ]);
  });

  test.each([
    ['an argument that ends like a prompt', '      25%'],
    ['an argument that is a command of kubectl', '      kubectl get nodes'],
    ['an argument in brackets', '      (default)'],
    ['a script', '      set -e\n      $\n      kubectl logs web-0 | tail'],
  ])('%s is no prompt', (_name, lines) => {
    const text = pod('web-0').replace('    State:', `    Args:\n      -c\n${lines}\n    State:`);
    const args = `-c\n${lines}`.split('\n').map((line) => ({ value: line.trim() }));
    expect(parse(text)).toMatchObject({
      objects: [{ containers: [{ args, state: { kind: 'Running' } }] }],
      skipped: [],
    });
  });

  test('a termination message that names something begins no object', () => {
    const text = pod('web-0').replace(
      '    Ready:',
      '    Last State:  Terminated\n      Message:   bad settings\nName: x\n      Exit Code: 3\n    Ready:',
    );
    expect(parse(text).objects).toMatchObject([
      {
        name: { value: 'web-0' },
        containers: [
          { lastState: { message: { value: 'bad settings\nName: x' }, exitCode: { value: 3 } } },
        ],
      },
    ]);
  });

  test('lines of a log go to the object above them', () => {
    const text = `${pod('web-0')}\n$ kubectl logs web-0\npanic: no such table`;
    expect(parse(text).objects).toMatchObject([
      { name: { value: 'web-0' }, loose: [{ number: 18, text: 'panic: no such table' }] },
    ]);
  });
});

describe('line numbers', () => {
  test.each([
    ['a leading prompt', `$ kubectl describe pod web-0\n${pod('web-0')}`, 2],
    ['a fence', `\`\`\`\n${pod('web-0')}\n\`\`\``, 2],
    ['a remark above', `Please help:\n\n${pod('web-0')}`, 3],
    ['Windows line ends', pod('web-0').replaceAll('\n', '\r\n'), 1],
    ['a byte order mark', `\ufeff${pod('web-0')}`, 1],
  ])('%s', (_name, text, line) => {
    expect(parse(text).objects).toMatchObject([{ name: { value: 'web-0', line } }]);
  });
});

describe('lines that were not understood', () => {
  test.each([
    { name: 'none in a whole describe', text: pod('web-0', EVENTS), skipped: [] },
    {
      name: 'a remark above',
      text: `Please help:\n${pod('web-0')}`,
      skipped: [{ number: 1, text: 'Please help:' }],
    },
    {
      name: 'prompts are not among them',
      text: `$ kubectl describe pod web-0\n${pod('web-0')}`,
      skipped: [],
    },
    { name: 'dots are not among them', text: `...\n${pod('web-0')}`, skipped: [] },
    {
      name: 'a row that fits no column',
      text: `${TABLE}\n!!! and nothing else`,
      skipped: [{ number: 4, text: '!!! and nothing else' }],
    },
  ])('$name', ({ text, skipped }) => {
    expect(parse(text).skipped).toEqual(skipped);
  });
});
