import { describe, expect, test } from 'vitest';
import { splitLines } from '../../../src/core/lines.ts';
import { parse } from '../../../src/core/parse/index.ts';
import { rankCauses } from '../../../src/core/rank.ts';
import type { Confidence, Condition, Rule, Rules } from '../../../src/core/types.ts';
import { CRASHING, NOT_READY, podText, RUNNING, type Pod } from './paste.ts';

const crashes: Condition = { fact: 'container.waitingReason', is: 'CrashLoopBackOff' };
const backsOff: Condition = { fact: 'event.reason', is: 'BackOff' };
const failsToMount: Condition = { fact: 'event.reason', is: 'FailedMount' };

const rule = (
  confidence: Confidence,
  when: Condition | readonly Condition[],
  changed: Partial<Rule> & { weight?: number } = {},
): Rules[string] => {
  const { weight, ...rest } = changed;
  return { rule: { cases: [{ confidence, weight, when: [when].flat() }], ...rest }, rivals: [] };
};

function rank(pod: Pod | string, rules: Rules) {
  const text = typeof pod === 'string' ? pod : podText(pod);
  const lines = splitLines(text);
  return rankCauses(parse(text), rules, (line) => lines[line - 1] ?? '');
}

const order = (pod: Pod | string, rules: Rules) =>
  rank(pod, rules).map(({ cause, confidence }) => `${cause} ${confidence}`);

const BACK_OFF = 'Warning  BackOff  1m  kubelet  spec.containers{app}: Back-off restarting';
const CRASH: Pod = { containers: { app: CRASHING }, events: [BACK_OFF] };
const MOUNTED: Pod = {
  ...CRASH,
  events: ['Warning  FailedMount  9m  kubelet  a', 'Normal  Pulled  8m  kubelet  b', BACK_OFF],
};
const RECOVERED: Pod = {
  containers: {
    app: 'State: Running\nLast State: Terminated\n  Reason: Error\n  Exit Code: 1\nReady: True\nRestart Count: 9',
  },
  events: [],
};
const exits: Condition = { fact: 'container.exitCode', is: 1 };

describe('the order of findings', () => {
  test.each<{ name: string; pod: Pod; rules: Rules; expected: string[] }>([
    {
      name: 'by confidence',
      pod: CRASH,
      rules: {
        a: rule('possible', crashes, { weight: 99 }),
        b: rule('likely', crashes, { weight: 99 }),
        c: rule('certain', crashes, { weight: 0 }),
      },
      expected: ['c certain', 'b likely', 'a possible'],
    },
    {
      name: 'by weight',
      pod: CRASH,
      rules: {
        a: rule('likely', crashes, { weight: 10 }),
        b: rule('likely', crashes),
        c: rule('likely', crashes, { weight: 60 }),
      },
      expected: ['c likely', 'b likely', 'a likely'],
    },
    {
      name: 'by what supports them',
      pod: CRASH,
      rules: {
        a: rule('likely', crashes),
        b: rule('likely', crashes, { supports: [{ fact: 'container.exitCode', is: 3 }] }),
      },
      expected: ['b likely', 'a likely'],
    },
    {
      name: 'supports never lift a confidence',
      pod: CRASH,
      rules: {
        a: rule('likely', crashes, { weight: 0 }),
        b: rule('possible', crashes, { weight: 50, supports: Array<Condition>(40).fill(crashes) }),
      },
      expected: ['a likely', 'b possible'],
    },
    {
      name: 'by id where nothing else decides',
      pod: CRASH,
      rules: {
        c: rule('likely', crashes),
        a: rule('likely', crashes),
        b: rule('likely', backsOff),
      },
      expected: ['a likely', 'b likely', 'c likely'],
    },
    {
      name: 'what is over comes last and is only possible',
      pod: MOUNTED,
      rules: { a: rule('certain', failsToMount), b: rule('possible', crashes, { weight: 0 }) },
      expected: ['b possible', 'a possible'],
    },
    {
      name: 'a container that serves again counts one step less',
      pod: RECOVERED,
      rules: {
        a: rule('certain', exits),
        b: rule('likely', exits),
        c: rule('possible', exits),
      },
      expected: ['a likely', 'b possible', 'c possible'],
    },
    {
      name: 'nothing found',
      pod: { events: [] },
      rules: { a: rule('certain', crashes) },
      expected: [],
    },
    { name: 'no rules', pod: CRASH, rules: {}, expected: [] },
  ])('$name', ({ pod, rules, expected }) => {
    expect(order(pod, rules)).toEqual(expected);
  });

  test('does not depend on the order of the catalogue', () => {
    const entries = Object.entries({
      a: rule('likely', crashes),
      b: rule('likely', backsOff),
      c: rule('certain', failsToMount),
      d: rule('certain', crashes),
    });
    const forward = rank(MOUNTED, Object.fromEntries(entries));
    const backward = rank(MOUNTED, Object.fromEntries(entries.toReversed()));
    expect(backward).toEqual(forward);
  });

  test('is the same every time', () => {
    const rules = { a: rule('likely', crashes), b: rule('likely', backsOff) };
    expect(rank(CRASH, rules)).toEqual(rank(CRASH, rules));
  });
});

describe('causes that give way', () => {
  test.each<{ name: string; pod: Pod; rules: Rules; expected: string[] }>([
    {
      name: 'the general below the specific, whatever the weight',
      pod: CRASH,
      rules: {
        general: rule('certain', crashes, { weight: 99, yieldsTo: ['specific'] }),
        specific: rule('likely', crashes, { weight: 0 }),
      },
      expected: ['specific likely', 'general certain'],
    },
    {
      name: 'below all that are more specific',
      pod: CRASH,
      rules: {
        general: rule('likely', crashes, { yieldsTo: ['one', 'two'] }),
        one: rule('certain', crashes),
        two: rule('likely', crashes, { weight: 0 }),
      },
      expected: ['one certain', 'two likely', 'general likely'],
    },
    {
      name: 'not below what is only possible',
      pod: CRASH,
      rules: {
        general: rule('likely', crashes, { yieldsTo: ['specific'] }),
        specific: rule('possible', crashes, { weight: 99 }),
      },
      expected: ['general likely', 'specific possible'],
    },
    {
      name: 'not below what is over',
      pod: MOUNTED,
      rules: {
        general: rule('likely', crashes, { yieldsTo: ['specific'] }),
        specific: rule('certain', failsToMount),
      },
      expected: ['general likely', 'specific possible'],
    },
    {
      name: 'not below what concerns another container',
      pod: { containers: { app: CRASHING, proxy: NOT_READY } },
      rules: {
        general: rule('certain', crashes, { yieldsTo: ['specific'] }),
        specific: rule('likely', { fact: 'container.state', is: 'Running' }),
      },
      expected: ['general certain', 'specific likely'],
    },
    {
      name: 'what another cause explains is only possible',
      pod: CRASH,
      rules: {
        effect: rule('certain', backsOff, { weight: 99, secondaryTo: ['origin'] }),
        origin: rule('likely', crashes, { weight: 0 }),
      },
      expected: ['origin likely', 'effect possible'],
    },
    {
      name: 'what nothing explains keeps its confidence',
      pod: CRASH,
      rules: {
        effect: rule('certain', backsOff, { secondaryTo: ['origin'] }),
        origin: rule('likely', failsToMount),
      },
      expected: ['effect certain'],
    },
    {
      name: 'what is only possible explains nothing',
      pod: CRASH,
      rules: {
        effect: rule('likely', backsOff, { secondaryTo: ['origin'] }),
        origin: rule('possible', crashes),
      },
      expected: ['effect likely', 'origin possible'],
    },
    {
      name: 'ids that the catalogue lacks',
      pod: CRASH,
      rules: { a: rule('likely', crashes, { yieldsTo: ['constructor'], secondaryTo: ['none'] }) },
      expected: ['a likely'],
    },
  ])('$name', ({ pod, rules, expected }) => {
    expect(order(pod, rules)).toEqual(expected);
  });
});

describe('what blocks a pod on all nodes', () => {
  const everywhere = { fact: 'scheduler.blocker', matches: 'node selector' };
  const somewhere = { fact: 'scheduler.blocker', matches: '^Insufficient cpu' };
  const schedulesNot = (message: string): Pod => ({
    containers: { app: 'State: Waiting' },
    events: [`Warning  FailedScheduling  10m  default-scheduler  ${message}`],
  });

  test.each([
    {
      name: 'comes before what blocks it on some of them',
      message: "0/9 nodes are available: 9 node(s) didn't match node selector, 4 Insufficient cpu.",
      expected: ['selector certain', 'cpu certain'],
    },
    {
      name: 'comes as its rule says when others do, too',
      message: "0/9 nodes are available: 9 node(s) didn't match node selector, 9 Insufficient cpu.",
      expected: ['cpu certain', 'selector possible'],
    },
  ])('$name', ({ message, expected }) => {
    const rules = {
      selector: rule('certain', everywhere, { weight: 10, secondaryTo: ['cpu'] }),
      cpu: rule('certain', somewhere, { weight: 90 }),
    };
    expect(order(schedulesNot(message), rules)).toEqual(expected);
  });
});

describe('what a finding tells', () => {
  test('its lines as they stand in the paste, in their order', () => {
    const rules = { a: rule('likely', [{ fact: 'container.exitCode', is: 3 }, crashes]) };
    expect(rank(podText({ containers: { app: CRASHING } }), rules)).toMatchObject([
      {
        evidence: [
          { line: 7, text: '      Reason: CrashLoopBackOff' },
          { line: 10, text: '      Exit Code: 3' },
        ],
      },
    ]);
  });

  test('all lines of a message, without those that are empty', () => {
    const text =
      'Events:\n  Warning  Unhealthy  1m  kubelet  Liveness probe failed: a\nb\n\nc\n  Normal  Pulled  1m  kubelet  d';
    const rules = { a: rule('likely', { fact: 'event.reason', is: 'Unhealthy' }) };
    expect(rank(text, rules)[0]?.evidence.map(({ line }) => line)).toEqual([2, 3, 5]);
  });

  test.each<{ name: string; pod: Pod; when: Condition; finding: object }>([
    {
      name: 'the container',
      pod: { containers: { proxy: RUNNING, app: CRASHING } },
      when: crashes,
      finding: { container: 'app', alsoContainers: [] },
    },
    {
      name: 'other containers with the same cause',
      pod: { containers: { app: CRASHING, proxy: CRASHING, web: RUNNING } },
      when: crashes,
      finding: { container: 'app', alsoContainers: ['proxy'] },
    },
    {
      name: 'an init container',
      pod: { init: { migrate: CRASHING }, containers: { app: 'State: Waiting\nReady: False' } },
      when: crashes,
      finding: { container: 'migrate' },
    },
    {
      name: 'the container that its event names',
      pod: { containers: { app: CRASHING, proxy: RUNNING }, events: [BACK_OFF] },
      when: backsOff,
      finding: { container: 'app' },
    },
    {
      name: 'no container for what is about the pod',
      pod: { containers: { app: CRASHING }, events: ['Warning  FailedMount  1m  kubelet  a'] },
      when: failsToMount,
      finding: { container: undefined },
    },
    {
      name: 'that it is over',
      pod: MOUNTED,
      when: failsToMount,
      finding: { past: true, confidence: 'possible' },
    },
    { name: 'that it is not over', pod: CRASH, when: backsOff, finding: { past: false } },
  ])('$name', ({ pod, when, finding }) => {
    const [first] = rank(pod, { a: rule('certain', when) });
    expect({ ...first, container: first?.container }).toMatchObject(finding);
  });

  test('its object, and each object once', () => {
    const pod = podText(CRASH);
    const text = `${pod}\n\n\n${pod.replace('web-0', 'web-1')}`;
    const rules = { b: rule('likely', crashes), a: rule('likely', crashes) };
    expect(rank(text, rules).map(({ cause, object }) => `${cause} ${object}`)).toEqual([
      'a 0',
      'b 0',
      'a 1',
      'b 1',
    ]);
  });

  test('its rivals', () => {
    const rules = { a: { ...rule('likely', crashes), rivals: ['b', 'c'] } };
    expect(rank(CRASH, rules)).toMatchObject([{ rivals: ['b', 'c'] }]);
  });
});
