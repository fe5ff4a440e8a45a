import { describe, expect, test } from 'vitest';
import { readLines } from '../../../../src/core/lines.ts';
import { looksLikeContainerField, parseContainers } from '../../../../src/core/parse/containers.ts';
import type { ContainerType } from '../../../../src/core/types.ts';

const read = (text: string, type: ContainerType = 'app') =>
  parseContainers(readLines(text).lines, type);
const firstOf = (text: string) => read(text).containers[0];

const WHOLE = `  app:
    Container ID:  containerd://4f1d
    Image:         registry.example/shop/web:1.2
    Image ID:      registry.example/shop/web@sha256:4f1d
    Ports:         8080/TCP (http), 9090/TCP (metrics)
    Host Ports:    0/TCP, 9090/TCP
    Command:
      /bin/web
    Args:
      --port=8080
      -v
    State:          Running
      Started:      Tue, 10 Nov 2026 09:15:02 +0000
    Last State:     Terminated
      Reason:       Error
      Exit Code:    3
      Started:      Tue, 10 Nov 2026 09:10:02 +0000
      Finished:     Tue, 10 Nov 2026 09:15:01 +0000
    Ready:          True
    Restart Count:  7
    Limits:
      cpu:     500m
      memory:  128Mi
    Requests:
      cpu:      250m
    Liveness:   http-get http://:8080/healthz delay=0s timeout=1s period=10s #success=1 #failure=3
    Readiness:  tcp-socket :8080 delay=0s timeout=1s period=10s #success=1 #failure=3
    Startup:    exec [cat /ready] delay=0s timeout=1s period=10s #success=1 #failure=3
    Environment Variables from:
      settings  ConfigMap with prefix 'APP_'  Optional: false
    Environment:
      MODE:      production
      PASSWORD:  <set to the key 'password' in secret 'db'>  Optional: false
    Mounts:
      /data from data (rw,path="web")
      /var/run/secrets/kubernetes.io/serviceaccount from kube-api-access-x1 (ro)`;

describe('a whole container', () => {
  test.each([
    ['name', 'app'],
    ['type', 'app'],
    ['line', 1],
    ['containerId', { value: 'containerd://4f1d', line: 2 }],
    ['image', { value: 'registry.example/shop/web:1.2', line: 3 }],
    ['imageId', { value: 'registry.example/shop/web@sha256:4f1d', line: 4 }],
    [
      'ports',
      [
        { value: '8080/TCP (http)', line: 5 },
        { value: '9090/TCP (metrics)', line: 5 },
      ],
    ],
    [
      'hostPorts',
      [
        { value: '0/TCP', line: 6 },
        { value: '9090/TCP', line: 6 },
      ],
    ],
    ['command', [{ value: '/bin/web', line: 8 }]],
    [
      'args',
      [
        { value: '--port=8080', line: 10 },
        { value: '-v', line: 11 },
      ],
    ],
    [
      'state',
      {
        kind: 'Running',
        line: 12,
        endLine: 13,
        started: { value: 'Tue, 10 Nov 2026 09:15:02 +0000', line: 13 },
      },
    ],
    [
      'lastState',
      {
        kind: 'Terminated',
        line: 14,
        endLine: 18,
        reason: { value: 'Error', line: 15 },
        exitCode: { value: 3, line: 16 },
        started: { value: 'Tue, 10 Nov 2026 09:10:02 +0000', line: 17 },
        finished: { value: 'Tue, 10 Nov 2026 09:15:01 +0000', line: 18 },
      },
    ],
    ['ready', { value: true, line: 19 }],
    ['restartCount', { value: 7, line: 20 }],
    [
      'limits',
      [
        { name: 'cpu', value: '500m', line: 22 },
        { name: 'memory', value: '128Mi', line: 23 },
      ],
    ],
    ['requests', [{ name: 'cpu', value: '250m', line: 25 }]],
    [
      'environmentFrom',
      [{ value: "settings  ConfigMap with prefix 'APP_'  Optional: false", line: 30 }],
    ],
    [
      'environment',
      [
        { name: 'MODE', value: 'production', line: 32 },
        {
          name: 'PASSWORD',
          value: "<set to the key 'password' in secret 'db'>  Optional: false",
          line: 33,
        },
      ],
    ],
    [
      'mounts',
      [
        { value: '/data from data (rw,path="web")', line: 35 },
        {
          value: '/var/run/secrets/kubernetes.io/serviceaccount from kube-api-access-x1 (ro)',
          line: 36,
        },
      ],
    ],
  ] as const)('%s', (field, expected) => {
    expect(firstOf(WHOLE)?.[field]).toEqual(expected);
  });

  test('probes', () => {
    expect(firstOf(WHOLE)?.probes).toMatchObject([
      { kind: 'liveness', handler: 'http-get', line: 26 },
      { kind: 'readiness', handler: 'tcp-socket', line: 27 },
      { kind: 'startup', handler: 'exec', line: 28 },
    ]);
  });

  test('every line is understood', () => {
    expect(read(WHOLE).skipped).toEqual([]);
  });
});

const inContainer = (lines: string) => `  app:\n    Image:  a:1\n${lines}`;

describe('states', () => {
  test.each([
    {
      name: 'running',
      lines: '    State:  Running\n      Started:  Tue, 10 Nov 2026 09:15:02 +0000',
      state: { kind: 'Running', started: { line: 4 } },
    },
    {
      name: 'waiting with a reason',
      lines: '    State:  Waiting\n      Reason:  CrashLoopBackOff',
      state: { kind: 'Waiting', reason: { value: 'CrashLoopBackOff', line: 4 } },
    },
    { name: 'waiting, or unknown', lines: '    State:  Waiting', state: { kind: 'Waiting' } },
    {
      name: 'terminated by a signal',
      lines: '    State:  Terminated\n      Reason:  Error\n      Exit Code:  0\n      Signal:  9',
      state: { kind: 'Terminated', exitCode: { value: 0 }, signal: { value: 9, line: 6 } },
    },
    {
      name: 'a negative exit code',
      lines: '    State:  Terminated\n      Exit Code:  -1',
      state: { kind: 'Terminated', exitCode: { value: -1 } },
    },
    {
      name: 'an exit code of Windows',
      lines: '    State:  Terminated\n      Exit Code:  3221225477',
      state: { kind: 'Terminated', exitCode: { value: 3_221_225_477 } },
    },
    {
      name: 'never ran',
      lines:
        '    State:  Terminated\n      Reason:  ContainerCannotRun\n      Started:  Mon, 01 Jan 0001 00:00:00 +0000\n      Finished:  Mon, 01 Jan 0001 00:00:00 +0000',
      state: { kind: 'Terminated', started: { value: 'Mon, 01 Jan 0001 00:00:00 +0000' } },
    },
  ])('$name', ({ lines, state }) => {
    expect(firstOf(inContainer(lines))?.state).toMatchObject(state);
  });

  test.each([
    ['a word that is no state', '    State:  Sleeping'],
    ['no value', '    State:'],
    ['no status yet', '    Environment:  <none>'],
  ])('%s gives none', (_name, lines) => {
    expect(firstOf(inContainer(lines))?.state).toBeUndefined();
  });
});

describe('a termination message of several lines', () => {
  const withMessage = (message: string) =>
    firstOf(
      inContainer(`    State:          Waiting
      Reason:       CrashLoopBackOff
    Last State:     Terminated
      Reason:       Error
      Message:      ${message}
      Exit Code:    3
    Ready:          False
    Restart Count:  4`),
    );

  test.each([
    { name: 'one line', message: 'no such table', value: 'no such table', endLine: 7 },
    { name: 'lines without indent', message: 'a\nb\nc', value: 'a\nb\nc', endLine: 9 },
    { name: 'an empty line inside', message: 'a\n\nb', value: 'a\n\nb', endLine: 9 },
    { name: 'empty lines at the end', message: 'a\n\n', value: 'a', endLine: 7 },
    {
      name: 'lines that name fields',
      message: 'a\nReason: b\nExit Code: 9\nImage: c\nStatus: d',
      value: 'a\nReason: b\nExit Code: 9\nImage: c\nStatus: d',
      endLine: 11,
    },
    {
      name: 'an indented stack trace',
      message: 'a\n\tat b(c:1)',
      value: 'a\n\tat b(c:1)',
      endLine: 8,
    },
    { name: 'the first line empty', message: '\nb', value: 'b', endLine: 8 },
  ])('$name', ({ message, value, endLine }) => {
    expect(withMessage(message)).toMatchObject({
      lastState: { message: { value, line: 7, endLine }, exitCode: { value: 3 } },
      ready: { value: false },
      restartCount: { value: 4 },
    });
  });
});

describe('rows below a field', () => {
  test.each([
    {
      name: 'an argument of several lines',
      lines: '    Args:\n      -c\n      set -e\n      exec app\n    State:  Running',
      container: { args: [{ value: '-c' }, { value: 'set -e' }, { value: 'exec app' }] },
    },
    {
      name: 'arguments that look like fields',
      lines: '    Args:\n      State: Waiting\n      Image: b\n    State:  Running',
      container: {
        image: { value: 'a:1' },
        state: { kind: 'Running' },
        args: [{ value: 'State: Waiting' }, { value: 'Image: b' }],
      },
    },
    {
      name: 'variables named like fields',
      lines:
        '    State:  Running\n    Environment:\n      State:    Waiting\n      Ready:    False\n      Image:    b\n      Reason:   c\n      Message:  d\n    Mounts:   <none>',
      container: {
        image: { value: 'a:1' },
        state: { kind: 'Running' },
        environment: [
          { name: 'State', value: 'Waiting' },
          { name: 'Ready', value: 'False' },
          { name: 'Image', value: 'b' },
          { name: 'Reason', value: 'c' },
          { name: 'Message', value: 'd' },
        ],
      },
    },
    {
      name: 'a value of several lines',
      lines: '    Environment:\n      CERT:  -----BEGIN\n             MIIB\n      MODE:  b',
      container: {
        environment: [
          { name: 'CERT', value: '-----BEGIN\nMIIB', line: 4 },
          { name: 'MODE', value: 'b', line: 6 },
        ],
      },
    },
    {
      name: 'values from elsewhere',
      lines:
        '    Environment:\n      NODE:   (v1:spec.nodeName)\n      CPUS:  node allocatable (limits.cpu)\n      EMPTY:',
      container: {
        environment: [
          { name: 'NODE', value: '(v1:spec.nodeName)' },
          { name: 'CPUS', value: 'node allocatable (limits.cpu)' },
          { name: 'EMPTY', value: '' },
        ],
      },
    },
    {
      name: 'variables with the names of prototypes',
      lines:
        '    Environment:\n      __proto__:    a\n      constructor:  b\n      toString:     c',
      container: {
        environment: [
          { name: '__proto__', value: 'a' },
          { name: 'constructor', value: 'b' },
          { name: 'toString', value: 'c' },
        ],
      },
    },
    {
      name: 'resources with a slash',
      lines: '    Limits:\n      nvidia.com/gpu:     1\n      ephemeral-storage:  1Gi',
      container: {
        limits: [
          { name: 'nvidia.com/gpu', value: '1' },
          { name: 'ephemeral-storage', value: '1Gi' },
        ],
      },
    },
    {
      name: 'the heading of variables up to 1.5',
      lines: '    Environment Variables:\n      MODE:  a',
      container: { environment: [{ name: 'MODE', value: 'a' }] },
    },
    {
      name: 'nothing',
      lines:
        '    Port:  <none>\n    Host Port:  <none>\n    Environment:  <none>\n    Mounts:  <none>',
      container: { ports: [], hostPorts: [], environment: [], mounts: [] },
    },
    {
      name: 'one port with its name, since 1.34',
      lines: '    Port:  8080/TCP (http)\n    Host Port:  0/TCP (http)',
      container: { ports: [{ value: '8080/TCP (http)' }], hostPorts: [{ value: '0/TCP (http)' }] },
    },
    {
      name: 'a profile of seccomp',
      lines: '    SeccompProfile:  Localhost\n    LocalhostProfile:  a.json\n    Ready:  True',
      container: { ready: { value: true } },
    },
    {
      name: 'an identity that is not known yet',
      lines: '    Container ID:\n    Image ID:\n    Ready:  False',
      container: { ready: { value: false } },
    },
  ])('$name', ({ lines, container }) => {
    const { containers, skipped } = read(inContainer(lines));
    expect(containers).toMatchObject([container]);
    expect(skipped).toEqual([]);
  });
});

describe('where containers begin', () => {
  test.each([
    {
      name: 'two containers',
      text: '  web:\n    Image:  a:1\n  proxy:\n    Image:  b:1',
      containers: [
        { name: 'web', line: 1, image: { value: 'a:1' } },
        { name: 'proxy', line: 3, image: { value: 'b:1' } },
      ],
    },
    {
      name: 'three spaces, as in a template',
      text: '   web:\n    Image:  a:1',
      containers: [{ name: 'web' }],
    },
    { name: 'no indent', text: 'web:\nImage: a:1', containers: [{ name: 'web' }] },
    {
      name: 'a placeholder for the name',
      text: '  <name>:\n    Image:  a:1',
      containers: [{ name: '<name>' }],
    },
    {
      name: 'names of prototypes',
      text: '  constructor:\n    Image:  a:1\n  valueof:\n    Image:  b:1',
      containers: [{ name: 'constructor' }, { name: 'valueof' }],
    },
    {
      name: 'the rest of a container whose name is missing',
      text: '    State:  Waiting\n      Reason:  CrashLoopBackOff\n    Ready:  False',
      containers: [{ name: '', state: { reason: { value: 'CrashLoopBackOff' } } }],
    },
    {
      name: 'a paste that begins behind `Last State:`',
      text: '      Reason:  Error\n      Exit Code:  3\n    Ready:  False',
      containers: [{ name: '', lastState: { kind: 'Terminated', exitCode: { value: 3 } } }],
    },
    {
      name: 'a variable whose value is empty is no container',
      text: '  web:\n    Image:  a:1\n    Environment:\n      mode:\n      other:  b',
      containers: [{ name: 'web', environment: [{ name: 'mode' }, { name: 'other' }] }],
    },
  ])('$name', ({ text, containers }) => {
    expect(read(text).containers).toMatchObject(containers);
  });

  test.each(['init', 'app', 'ephemeral'] as const)('%s containers', (type) => {
    expect(read(WHOLE, type).containers).toMatchObject([{ name: 'app', type }]);
  });

  test.each([
    ['words', 'no field at all', [{ number: 1, text: 'no field at all' }]],
    ['nothing', '', []],
    ['empty lines', '\n\n', []],
  ])('%s make no container', (_name, text, skipped) => {
    expect(read(text)).toEqual({ containers: [], skipped });
  });

  test.each([
    ['a line without a field', '    what is this', [{ number: 3, text: '    what is this' }]],
    ['dots for what was left out', '    ...', []],
  ])('%s', (_name, line, skipped) => {
    expect(read(inContainer(line)).skipped).toEqual(skipped);
  });
});

describe('looksLikeContainerField', () => {
  test.each([
    ['    State:  Waiting', true],
    ['Last State: Terminated', true],
    ['      Exit Code:  137', true],
    ['    Restart Count:  3', true],
    ['    Limits:', true],
    ['State:  California', false],
    ['Exit Code: unknown', false],
    ['Limits:', false],
    ['Image: a:1', false],
    ['no field', false],
  ])('%s: %s', (text, expected) => {
    expect(looksLikeContainerField({ number: 1, text })).toBe(expected);
  });
});
