// Runs the command line as a person would: as a process, with files and standard input.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = mkdtempSync(join(tmpdir(), 'triage-'));
afterAll(() => {
  rmSync(FOLDER, { recursive: true });
});

function write(name: string, content: string | Uint8Array): string {
  const file = join(FOLDER, name);
  writeFileSync(file, content);
  return file;
}

function triage(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/cli/triage.ts', ...args],
    { cwd: ROOT, input, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

/** What was printed, one value for each line. */
const toValues = (stdout: string): unknown[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

const CRASHING = `Name:         web-0
Namespace:    shop
Node:         node-3/10.0.0.3
Status:       Running
Init Containers:
  migrate:
    Image:          registry.example/migrate:1
    State:          Terminated
      Reason:       Completed
      Exit Code:    0
    Ready:          True
    Restart Count:  0
Containers:
  app:
    Image:          registry.example/web:1
    State:          Waiting
      Reason:       CrashLoopBackOff
    Last State:     Terminated
      Reason:       OOMKilled
      Exit Code:    137
    Ready:          False
    Restart Count:  5
Conditions:
  Type   Status
  Ready  False
Events:
  Type     Reason   Age                From     Message
  ----     ------   ---                ----     -------
  Warning  BackOff  8s (x11 over 5m)   kubelet  Back-off restarting failed container
`;
const HEALTHY = `Name:       web-1
Namespace:  shop
Status:     Running
Containers:
  app:
    Image:          registry.example/web:1
    State:          Running
    Ready:          True
    Restart Count:  0
Events:       <none>
`;

const CRASHING_FILE = write('crashing.txt', CRASHING);
const HEALTHY_FILE = write('healthy.txt', HEALTHY);
const WINDOWS_FILE = write('windows.txt', CRASHING.replaceAll('\n', '\r\n'));
const PROSE_FILE = write('prose.txt', 'hello\n');
const EMPTY_FILE = write('empty.txt', '');
const BINARY_FILE = write('binary.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]));

const CONFIDENCES = ['certain', 'likely', 'possible'];

describe('--json', () => {
  test('one object for each input, causes best first', () => {
    const { status, stdout, stderr } = triage(['--json', CRASHING_FILE]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(toValues(stdout)).toEqual([
      { input: CRASHING_FILE, verdict: 'causes', causes: expect.any(Array) as unknown },
    ]);
    const [{ causes }] = toValues(stdout) as [{ causes: { confidence: string }[] }];
    expect(causes[0]).toEqual({
      id: 'oom-killed',
      confidence: 'certain',
      past: false,
      object: { kind: 'Pod', namespace: 'shop', name: 'web-0' },
      container: 'app',
      alsoContainers: [],
      evidence: [{ line: 19, text: '      Reason:       OOMKilled' }],
      rivals: expect.arrayContaining(['killed-by-signal']) as unknown,
    });
    const order = causes.map(({ confidence }) => CONFIDENCES.indexOf(confidence));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test('healthy and undetermined are verdicts, not causes', () => {
    const { status, stdout } = triage(['--json', HEALTHY_FILE, PROSE_FILE, EMPTY_FILE]);
    expect(status).toBe(0);
    expect(toValues(stdout)).toEqual([
      { input: HEALTHY_FILE, verdict: 'healthy', causes: [] },
      { input: PROSE_FILE, verdict: 'undetermined', causes: [] },
      { input: EMPTY_FILE, verdict: 'undetermined', causes: [] },
    ]);
  });

  test('what the text does not tell is null', () => {
    const events =
      '  Warning  FailedScheduling  1m  default-scheduler  0/3 nodes are available: 3 Insufficient cpu.\n';
    expect(toValues(triage(['--json'], events).stdout)).toMatchObject([
      {
        causes: [
          {
            id: 'insufficient-cpu',
            object: { kind: 'Pod', namespace: null, name: null },
            container: null,
          },
        ],
      },
    ]);
  });
});

describe('--facts', () => {
  test('everything that was read, without a conclusion', () => {
    const { status, stdout } = triage(['--facts'], `what is this\n${CRASHING}`);
    expect(status).toBe(0);
    expect(toValues(stdout)).toEqual([
      {
        input: '-',
        objects: [
          {
            kind: 'Pod',
            namespace: 'shop',
            name: 'web-0',
            node: 'node-3',
            status: 'Running',
            reason: null,
            containers: [
              {
                name: 'migrate',
                type: 'init',
                image: 'registry.example/migrate:1',
                state: 'Terminated',
                stateReason: 'Completed',
                exitCode: 0,
                lastState: null,
                lastStateReason: null,
                lastExitCode: null,
                ready: true,
                restartCount: 0,
              },
              {
                name: 'app',
                type: 'app',
                image: 'registry.example/web:1',
                state: 'Waiting',
                stateReason: 'CrashLoopBackOff',
                exitCode: null,
                lastState: 'Terminated',
                lastStateReason: 'OOMKilled',
                lastExitCode: 137,
                ready: false,
                restartCount: 5,
              },
            ],
            conditions: [{ type: 'Ready', status: 'False' }],
            events: [
              {
                type: 'Warning',
                reason: 'BackOff',
                age: '8s (x11 over 5m)',
                count: 11,
                from: 'kubelet',
                message: 'Back-off restarting failed container',
              },
            ],
          },
        ],
        skipped: [{ line: 1, text: 'what is this' }],
      },
    ]);
  });

  test.each([
    ['no text', '', []],
    ['no kubectl output', 'hello\n', [{ line: 1, text: 'hello' }]],
  ])('%s', (_name, input, skipped) => {
    expect(toValues(triage(['--facts'], input).stdout)).toEqual([
      { input: '-', objects: [], skipped },
    ]);
  });
});

describe('plain text', () => {
  test.each([
    ['English', [], /^Pod shop\/web-0 on node node-3, container app: [^\n]*\n\n1\. \[Certain\] /u],
    [
      'Chinese',
      ['--lang', 'zh-cn'],
      /^Pod shop\/web-0（节点 node-3），容器 app：[^\n]*\n\n1\. \[确定\] /u,
    ],
  ])('in %s', (_name, args, expected) => {
    const { status, stdout, stderr } = triage(args, CRASHING);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(expected);
  });

  test('several files are told apart by their names', () => {
    const { status, stdout } = triage([HEALTHY_FILE, EMPTY_FILE, WINDOWS_FILE]);
    expect(status).toBe(0);
    expect(stdout.split(/\n?^== /mu)).toEqual([
      '',
      expect.stringMatching(/^\S+healthy\.txt\nPod shop\/web-1: Nothing wrong is visible/u),
      expect.stringMatching(/^\S+empty\.txt\nThere is no text\./u),
      expect.stringMatching(/^\S+windows\.txt\nPod shop\/web-0 on node node-3, container app: /u),
    ]);
  });
});

describe('inputs', () => {
  test.each([
    ['files, in their order', [HEALTHY_FILE, CRASHING_FILE], ''],
    ['a file and standard input', [CRASHING_FILE, '-'], HEALTHY],
    ['standard input by its name', ['-'], HEALTHY],
  ])('%s', (_name, files, input) => {
    const { stdout } = triage(['--facts', ...files], input);
    expect(toValues(stdout)).toMatchObject(files.map((file) => ({ input: file })));
  });
});

test('--help says every option, and reads nothing', () => {
  const { status, stdout, stderr } = triage(['--help', 'missing.txt']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  for (const one of ['--json', '--facts', '--lang zh-cn']) expect(stdout).toContain(`\n  ${one} `);
});

describe('what cannot be read ends with 2 and one sentence', () => {
  test.each([
    ['a missing file', ['missing.txt'], '', /^missing\.txt: there is no such file\.\n$/u],
    ['a folder', ['src'], '', /^src: this is a folder, not a file\.\n$/u],
    ['a binary file', [BINARY_FILE], '', /^\S+binary\.png: this is a binary file, not text\.\n$/u],
    ['binary standard input', [], 'a\u0000b', /^-: this is a binary file, not text\.\n$/u],
    ['one of several files', [CRASHING_FILE, 'missing.txt'], '', /^missing\.txt: there is/u],
    ['an unknown language', ['--lang', 'fr'], '', /^--lang fr: choose one of en, zh-cn\.\n$/u],
    ['an unknown option', ['--yaml'], '', /^[^\n]*--yaml[^\n]*\n$/u],
  ])('%s', (_name, args, input, sentence) => {
    const { status, stdout, stderr } = triage(args, input);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
  });
});
