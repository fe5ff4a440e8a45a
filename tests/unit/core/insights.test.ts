import { describe, expect, test } from 'vitest';
import { findInsights } from '../../../src/core/insights.ts';
import { CRASHING, onlyObject, podText, RUNNING, type Pod } from './paste.ts';

const insightsOf = (pod: Pod) => findInsights(onlyObject(podText(pod)));
const kindsOf = (pod: Pod) => insightsOf(pod).map(({ kind }) => kind);

const run = (seconds: number, code: number, restarts: number, more = '') => `State: Waiting
  Reason: CrashLoopBackOff
Last State: Terminated
  Reason: Error
  Exit Code: ${code}
  Started: Tue, 10 Nov 2026 09:00:00 +0000
  Finished: Tue, 10 Nov 2026 09:00:${String(seconds).padStart(2, '0')} +0000
Ready: False
Restart Count: ${restarts}${more}`;

const PENDING = { fields: 'Node: <none>\nStatus: Pending', containers: {} };
const scheduling = (message: string) =>
  `Warning  FailedScheduling  1m  default-scheduler  0/3 nodes are available: ${message}`;

describe('what the counts of the scheduler say', () => {
  test.each([
    ['equal', '1 Insufficient cpu, 2 node(s) were unschedulable.'],
    ['overlapping', '2 Insufficient cpu, 3 Insufficient memory.'],
    ['incomplete', '1 Insufficient cpu ...'],
    ['unknown', 'persistentvolumeclaim "data" not found.'],
  ])('%s', (sum, message) => {
    expect(insightsOf({ ...PENDING, events: [scheduling(message)] })).toMatchObject([
      { kind: 'scheduler', message: { nodes: 3 }, sum },
    ]);
  });

  test.each<[string, Pod]>([
    [
      'the pod was scheduled since',
      {
        ...PENDING,
        events: [
          scheduling('3 Insufficient cpu.'),
          'Normal  Scheduled  1s  default-scheduler  Successfully assigned',
        ],
      },
    ],
    [
      'the message counts nothing',
      { ...PENDING, events: ['Warning  FailedScheduling  1m  default-scheduler  no such claim'] },
    ],
    ['there is no such event', { ...PENDING, events: [] }],
  ])('nothing when %s', (_name, pod) => {
    expect(kindsOf(pod)).toEqual([]);
  });

  test.each([
    ['nothing about it', '3 Insufficient cpu.', []],
    [
      'on which nodes it helps',
      '3 Insufficient cpu. preemption: 0/3 nodes are available: 1 Preemption is not helpful for scheduling, 2 No preemption victims found for incoming pod.',
      [
        { effect: 'useless', nodes: 1 },
        { effect: 'noVictims', nodes: 2 },
      ],
    ],
    [
      'that the pod may not',
      '3 Insufficient cpu. preemption: not eligible due to preemptionPolicy=Never.',
      [{ effect: 'forbidden', nodes: 0 }],
    ],
    [
      'words that nobody knows',
      '3 Insufficient cpu. preemption: 0/3 nodes are available: 3 Insufficient cpu.',
      [],
    ],
  ])('preemption: %s', (_name, message, preemption) => {
    expect(insightsOf({ ...PENDING, events: [scheduling(message)] })).toMatchObject([
      { kind: 'scheduler', preemption },
    ]);
  });

  test('the newest message is the one that holds', () => {
    const events = [
      scheduling('3 Insufficient cpu.').replace('1m', '9m'),
      scheduling('3 Insufficient memory.'),
    ];
    expect(insightsOf({ ...PENDING, events })).toMatchObject([
      { message: { blockers: [{ text: 'Insufficient memory' }] } },
    ]);
  });
});

const LIVENESS =
  '\nLiveness: http-get http://:80/ delay=5s timeout=1s period=10s #success=1 #failure=3';

describe('whether a probe can have ended a run', () => {
  test.each([
    [
      'a run long enough',
      run(25, 137, 1, LIVENESS),
      { earliestKill: 25, lived: 25, canKill: true },
    ],
    ['a run too short', run(24, 137, 1, LIVENESS), { earliestKill: 25, lived: 24, canKill: false }],
    ['an end by request', run(30, 143, 1, LIVENESS), { canKill: true }],
    ['an end without an error', run(30, 0, 1, LIVENESS), { canKill: true }],
    [
      'a startup probe',
      run(30, 137, 1, LIVENESS.replace('Liveness', 'Startup')),
      { probe: { kind: 'startup' } },
    ],
    [
      'a probe that does not tell its numbers',
      run(20, 137, 1, '\nLiveness: tcp-socket :80'),
      { earliestKill: 20, canKill: true },
    ],
  ])('%s', (_name, lines, insight) => {
    expect(insightsOf({ containers: { app: lines } })).toContainEqual(
      expect.objectContaining({ kind: 'probe', container: 'app' }),
    );
    expect(
      insightsOf({ containers: { app: lines } }).find(({ kind }) => kind === 'probe'),
    ).toMatchObject(insight);
  });

  test.each([
    ['an error of the program', run(30, 1, 1, LIVENESS)],
    ['a kill over memory', run(30, 137, 1, LIVENESS).replace('Reason: Error', 'Reason: OOMKilled')],
    ['readiness, which ends nothing', run(30, 137, 1, LIVENESS.replace('Liveness', 'Readiness'))],
    ['no probe', run(30, 137, 1)],
    ['no times', `${CRASHING}${LIVENESS}`],
    ['no run that ended', `${RUNNING}${LIVENESS}`],
  ])('nothing for %s', (_name, lines) => {
    expect(kindsOf({ containers: { app: lines } })).not.toContain('probe');
  });
});

describe('how long runs live', () => {
  test.each([
    [2, 20],
    [3, 40],
    [5, 160],
    [6, 300],
    [900, 300],
  ])('after %d restarts the kubelet waits %d s', (restarts, backOff) => {
    expect(insightsOf({ containers: { app: run(7, 1, restarts) } })).toContainEqual({
      kind: 'cycle',
      line: 8,
      container: 'app',
      lived: 7,
      restarts,
      backOff,
    });
  });

  test.each([
    ['ten minutes', '10:00', 160],
    ['more than ten minutes, which begins anew', '10:01', 10],
  ])('after a run of %s', (_name, finished, backOff) => {
    const lines = run(0, 1, 5).replace(/09:00:00 \+0000\nReady/u, `09:${finished} +0000\nReady`);
    expect(insightsOf({ containers: { app: lines } })).toContainEqual(
      expect.objectContaining({ kind: 'cycle', backOff }),
    );
  });

  test.each([
    [
      'it runs at the moment',
      run(7, 1, 4).replace('Waiting\n  Reason: CrashLoopBackOff', 'Running'),
      [undefined],
    ],
    ['one restart', run(7, 1, 1), []],
    ['no times', CRASHING, []],
    [
      'times that are not in order',
      run(7, 1, 4).replace('Finished: Tue, 10', 'Finished: Mon, 09'),
      [],
    ],
  ])('%s', (_name, lines, expected) => {
    const cycles = insightsOf({ containers: { app: lines } }).flatMap((one) =>
      one.kind === 'cycle' ? [one.backOff] : [],
    );
    expect(cycles).toEqual(expected);
  });
});

describe('conditions that only repeat others', () => {
  const conditions = (ready: string) =>
    `Conditions:\n  Type  Status\n  Initialized  True\n  Ready  ${ready}\n  ContainersReady  ${ready}`;

  test.each([
    ['a container is not ready', 'False', CRASHING, [['Ready', 'ContainersReady']]],
    ['all are ready', 'True', RUNNING, []],
    ['all containers are ready, but the pod is not', 'False', RUNNING, []],
  ])('%s', (_name, ready, lines, expected) => {
    const text = `${podText({ containers: { app: lines } })}\n${conditions(ready)}`;
    const circular = findInsights(onlyObject(text)).flatMap((one) =>
      one.kind === 'circular' ? [one.conditions] : [],
    );
    expect(circular).toEqual(expected);
  });
});
