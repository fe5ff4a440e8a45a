// What programs write stands between the fields of a describe output and may look like one. Found by round trips.
import { describe, expect, test } from 'vitest';
import { parse } from '../../../../src/core/parse/index.ts';

const HEAD = 'Name:         web-0\nNamespace:    shop';
const container = (lines: string) => `${HEAD}
Containers:
  web:
    Image:          registry.example/web:1
${lines}
    Ready:          False
    Restart Count:  3
Conditions:
  Type    Status
  Ready   False
Events:   <none>`;
const read = (text: string) => {
  const { objects, skipped, repairs } = parse(text);
  expect({ names: objects.map(({ name }) => name?.value), skipped, repairs }).toEqual({
    names: ['web-0'],
    skipped: [],
    repairs: [],
  });
  const [object] = objects;
  expect(object?.eventsSeen).not.toBe('absent');
  return object;
};
const readContainer = (lines: string) => {
  const object = read(container(lines));
  expect(object?.containers).toMatchObject([{ name: 'web', restartCount: { value: 3 } }]);
  expect(object?.conditions).toHaveLength(1);
  return object?.containers[0];
};
const pairs = (rows: readonly { name: string; value: string }[] = []) =>
  rows.map(({ name, value }) => [name, value]);

describe('the script of a probe', () => {
  const script = (line: string) =>
    `    Liveness:       exec [sh -c set -e\n${line}\ncurl -f localhost] delay=5s timeout=1s period=10s #success=1 #failure=3`;

  test.each(['Status: 500', 'Reason: unknown', 'web:', 'Name: x', 'echo delay=9s', 'Port: 80', ''])(
    'goes on with “%s”',
    (line) => {
      expect(readContainer(script(line))?.probes).toMatchObject([
        {
          ...{ kind: 'liveness', handler: 'exec', line: 6, endLine: 8 },
          target: `[sh -c set -e\n${line}\ncurl -f localhost]`,
          ...{ initialDelay: 5, timeout: 1, period: 10, successThreshold: 1, failureThreshold: 3 },
        },
      ]);
    },
  );

  test('ends where the paste was cut', () => {
    const lines = '    Liveness:       exec [sh -c set -e\n    Environment:    <none>';
    expect(readContainer(lines)?.probes).toMatchObject([{ target: '[sh -c set -e', line: 6 }]);
  });
});

describe('the value of a variable', () => {
  test('goes on below it, whatever it looks like', () => {
    const lines = `    Environment:
      CONFIG:  server:
                 port: 80
               name: web
      NEXT:    x`;
    expect(pairs(readContainer(lines)?.environment)).toEqual([
      ['CONFIG', 'server:\nport: 80\nname: web'],
      ['NEXT', 'x'],
    ]);
    expect(readContainer(lines)?.environment[0]).toMatchObject({ line: 7, endLine: 9 });
  });

  test.each(['    Environment:\nA:  1\nB:  2', '    Environment:\n A: 1\n B: 2'])(
    'does not go on where the indent was lost',
    (lines) => {
      expect(pairs(readContainer(lines)?.environment)).toEqual([
        ['A', '1'],
        ['B', '2'],
      ]);
    },
  );
});

describe('an argument', () => {
  test.each(['kubectl get pods -n shop', '$ ls', '$', '#', '50%', 'web:', 'Name: x'])(
    'like “%s” ends nothing',
    (line) => {
      const lines = `    Args:\n      ${line}\n    State:          Running`;
      expect(readContainer(lines)).toMatchObject({
        args: [{ value: line, line: 7 }],
        state: { kind: 'Running' },
      });
    },
  );
});

describe('a message', () => {
  const below = (field: string) => `${HEAD}
Status:       Failed
Reason:       Evicted
Message:      The node was low on resource: memory.
${field}
IP:           10.0.0.7
Events:       <none>`;

  test.each(['Reason: unknown', 'Status: 500', 'Name: x', 'Message: more'])(
    'of a pod goes on with “%s”',
    (line) => {
      expect(read(below(line))).toMatchObject({
        status: { value: 'Failed' },
        reason: { value: 'Evicted' },
        message: { value: `The node was low on resource: memory.\n${line}` },
      });
    },
  );

  test('of a pod ends before its security profile', () => {
    expect(read(below('SeccompProfile:  RuntimeDefault'))?.message?.value).toBe(
      'The node was low on resource: memory.',
    );
  });

  test('of an event goes on with a name', () => {
    const text = `${HEAD}
Events:
  Type     Reason  Age  From     Message
  ----     ------  ---  ----     -------
  Warning  Failed  9d   kubelet  hook failed
Name: web
  Warning  Failed  8d   kubelet  again`;
    expect(read(text)?.events.map(({ message }) => message)).toEqual([
      'hook failed\nName: web',
      'again',
    ]);
  });
});

test('an annotation goes on below its key', () => {
  const text = `${HEAD}
Annotations:  example.com/config:
                server: 80
                goroutine 1 [running]:
              example.com/note: x
Events:       <none>`;
  expect(pairs(read(text)?.annotations)).toEqual([
    ['example.com/config', 'server: 80\ngoroutine 1 [running]:'],
    ['example.com/note', 'x'],
  ]);
});

test('readiness gates are no conditions of their own', () => {
  const text = `${HEAD}
Readiness Gates:
  Type                Status
  example.com/gate    True
Conditions:
  Type                Status
  example.com/gate    True
Events:               <none>`;
  expect(read(text)?.conditions).toMatchObject([{ type: 'example.com/gate', line: 8 }]);
});

test('names of two pods without a line between them', () => {
  const names = ['Name: a\nStatus: Running\nName: b\nStatus: Failed', 'Name: a\n\n\nName: b'].map(
    (text) => parse(text).objects.map(({ name }) => name?.value),
  );
  expect(names).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
});

test('a field of a state in its place is not taken for one that a chat moved', () => {
  const lines = '    State:          Terminated\n      Reason:       Error by us';
  expect(readContainer(lines)?.state).toMatchObject({ reason: { value: 'Error by us', line: 7 } });
});
