import { describe, expect, test } from 'vitest';
import { FactTable } from '../../../src/core/facts.ts';
import {
  compareMatches,
  compileCondition,
  compileRule,
  matchRule,
} from '../../../src/core/match.ts';
import type { Condition, Rule, RuleCase } from '../../../src/core/types.ts';
import { CRASHING, onlyObject, podText, RUNNING, type Pod } from './paste.ts';

const holds = (condition: Omit<Condition, 'fact'>, value: string | number) =>
  compileCondition({ fact: 'event', ...condition })({
    value,
    line: 1,
    endLine: 1,
    freshness: 'present',
  });

describe('operators', () => {
  test.each<[string, Omit<Condition, 'fact'>, string | number, boolean]>([
    ['is the same text', { is: 'OOMKilled' }, 'OOMKilled', true],
    ['is a text in another case', { is: 'OOMKilled' }, 'oomkilled', false],
    ['is a part of the text', { is: 'OOM' }, 'OOMKilled', false],
    ['is the same number', { is: 137 }, 137, true],
    ['is no number but its text', { is: 137 }, '137', false],
    ['is one of a list', { is: [1, 2, 137] }, 137, true],
    ['is none of a list', { is: [1, 2] }, 137, false],
    ['matches a part', { matches: 'OOM' }, 'OOMKilled', true],
    ['matches in another case', { matches: 'oomkilled' }, 'OOMKilled', true],
    ['matches the whole', { matches: '^OOM$' }, 'OOMKilled', false],
    ['matches another script', { matches: '\\p{Script=Han}' }, '节点', true],
    ['at least, equal', { atLeast: 3 }, 3, true],
    ['at least, less', { atLeast: 3 }, 2, false],
    ['at least, no number', { atLeast: 3 }, 'many', false],
    ['at most, equal', { atMost: 3 }, 3, true],
    ['at most, more', { atMost: 3 }, 4, false],
    ['no operator', {}, 'OOMKilled', false],
  ])('%s', (_name, condition, value, expected) => {
    expect(holds(condition, value)).toBe(expected);
  });

  test.each([
    ['a break between words', 'connection refused', 'connect: connection\nrefused', true],
    ['a break inside a word', 'connection refused', 'connect: connec\n  tion refused', true],
    ['breaks and indents', 'a b c', 'a\n    b\n    c', true],
    ['the lines as they are', '^b$', 'b', true],
    ['the beginning of the text', '^b', 'a\nb', false],
  ])('text of several lines: %s', (_name, matches, value, expected) => {
    expect(holds({ matches }, value)).toBe(expected);
  });

  test('the same answer every time', () => {
    const condition = compileCondition({ fact: 'event', matches: 'a' });
    const value = { value: 'a', line: 1, endLine: 1, freshness: 'present' } as const;
    expect([condition(value), condition(value), condition(value)]).toEqual([true, true, true]);
  });

  test('a pattern that is none throws', () => {
    expect(() => compileCondition({ fact: 'event', matches: '(OOM' })).toThrow('(OOM');
  });
});

function matchOf(rule: Rule, pod: Pod, container?: string) {
  const object = onlyObject(podText(pod));
  const found = object.containers.find(({ name }) => name === container);
  const facts = new FactTable(found ? { object, container: found } : { object });
  return matchRule(compileRule(rule), facts);
}

const crashes: Condition = { fact: 'container.waitingReason', is: 'CrashLoopBackOff' };
const backsOff: Condition = { fact: 'event.reason', is: 'BackOff' };
const one = (changed: Partial<RuleCase>): Rule => ({
  cases: [{ confidence: 'likely', when: [crashes], ...changed }],
});
const CRASH: Pod = { containers: { app: CRASHING, proxy: RUNNING } };
const BACK_OFF = 'Warning  BackOff  1m  kubelet  spec.containers{app}: Back-off restarting';

describe('matchRule', () => {
  test.each<{ name: string; rule: Rule; pod: Pod; container?: string; match: object | undefined }>([
    {
      name: 'all conditions hold',
      rule: one({ when: [crashes, { fact: 'container.exitCode', is: 3 }] }),
      pod: CRASH,
      container: 'app',
      match: { confidence: 'likely', weight: 50, freshness: 'present', supports: 0 },
    },
    {
      name: 'one condition does not hold',
      rule: one({ when: [crashes, { fact: 'container.exitCode', is: 4 }] }),
      pod: CRASH,
      container: 'app',
      match: undefined,
    },
    {
      name: 'a case about containers is not tested on the whole object',
      rule: one({}),
      pod: CRASH,
      match: undefined,
    },
    {
      name: 'a case about containers does not see other containers',
      rule: one({}),
      pod: CRASH,
      container: 'proxy',
      match: undefined,
    },
    {
      name: 'a case about the object is not tested on a container',
      rule: one({ when: [backsOff] }),
      pod: { ...CRASH, events: [BACK_OFF] },
      container: 'app',
      match: undefined,
    },
    {
      name: 'a case about the object is tested on it',
      rule: one({ when: [backsOff] }),
      pod: { ...CRASH, events: [BACK_OFF] },
      match: { values: [{ value: 'BackOff', container: 'app' }] },
    },
    {
      name: 'an exception about a container makes it a case about containers',
      rule: one({ when: [backsOff], unless: [{ fact: 'container.exitCode', is: 3 }] }),
      pod: { ...CRASH, events: [BACK_OFF] },
      match: undefined,
    },
    {
      name: 'an event of another container does not count',
      rule: one({ when: [backsOff, { fact: 'container.state', is: 'Running' }] }),
      pod: { ...CRASH, events: [BACK_OFF] },
      container: 'proxy',
      match: undefined,
    },
    {
      name: 'an event that names no container counts for each of them',
      rule: one({ when: [crashes, { fact: 'event.reason', is: 'FailedMount' }] }),
      pod: { ...CRASH, events: ['Warning  FailedMount  1m  kubelet  a'] },
      container: 'app',
      match: { values: [{ value: 'CrashLoopBackOff' }, { value: 'FailedMount' }] },
    },
    {
      name: 'an exception holds',
      rule: one({ unless: [{ fact: 'container.exitCode', atLeast: 3 }] }),
      pod: CRASH,
      container: 'app',
      match: undefined,
    },
    {
      name: 'an exception does not hold',
      rule: one({ unless: [{ fact: 'container.exitCode', atLeast: 4 }] }),
      pod: CRASH,
      container: 'app',
      match: { confidence: 'likely' },
    },
    {
      name: 'what is over is no exception',
      rule: one({ unless: [{ fact: 'event.reason', is: 'FailedMount' }] }),
      pod: {
        ...CRASH,
        events: ['Warning  FailedMount  9m  kubelet  a', 'Normal  Pulled  1m  kubelet  b'],
      },
      container: 'app',
      match: { confidence: 'likely', freshness: 'present' },
    },
    {
      name: 'what is over is an exception to what is over, too',
      rule: one({
        when: [{ fact: 'event.reason', is: 'FailedMount' }],
        unless: [{ fact: 'event', matches: 'not found' }],
      }),
      pod: {
        events: [
          'Warning  FailedMount  9m  kubelet  a not found',
          'Normal  Pulled  1m  kubelet  b',
        ],
      },
      match: undefined,
    },
    {
      name: 'a case is as old as its oldest condition',
      rule: one({ when: [crashes, { fact: 'event.reason', is: 'FailedMount' }] }),
      pod: {
        ...CRASH,
        events: ['Warning  FailedMount  9m  kubelet  a', 'Normal  Pulled  1m  kubelet  b'],
      },
      container: 'app',
      match: { freshness: 'past' },
    },
    {
      name: 'supports are counted when they hold',
      rule: {
        ...one({}),
        supports: [
          { fact: 'container.restartCount', atLeast: 3 },
          { fact: 'container.exitCode', is: 99 },
        ],
      },
      pod: CRASH,
      container: 'app',
      match: { supports: 1, values: [{ value: 'CrashLoopBackOff' }, { value: 5 }] },
    },
    {
      name: 'supports alone are not enough',
      rule: { ...one({ when: [{ fact: 'container.exitCode', is: 99 }] }), supports: [crashes] },
      pod: CRASH,
      container: 'app',
      match: undefined,
    },
    {
      name: 'the case with the highest confidence',
      rule: {
        cases: [
          { confidence: 'possible', weight: 90, when: [crashes] },
          { confidence: 'certain', weight: 10, when: [crashes] },
          { confidence: 'likely', weight: 90, when: [crashes] },
        ],
      },
      pod: CRASH,
      container: 'app',
      match: { confidence: 'certain', weight: 10 },
    },
    {
      name: 'of the same confidence the one with more weight',
      rule: {
        cases: [
          { confidence: 'likely', weight: 10, when: [crashes] },
          { confidence: 'likely', weight: 60, when: [crashes] },
        ],
      },
      pod: CRASH,
      container: 'app',
      match: { weight: 60 },
    },
    {
      name: 'the present before what is over, whatever the confidence',
      rule: {
        cases: [
          { confidence: 'certain', when: [{ fact: 'event.reason', is: 'FailedMount' }] },
          { confidence: 'possible', when: [{ fact: 'event.reason', is: 'BackOff' }] },
        ],
      },
      pod: {
        ...CRASH,
        events: [
          'Warning  FailedMount  9m  kubelet  a',
          'Normal  Pulled  8m  kubelet  b',
          BACK_OFF,
        ],
      },
      match: { confidence: 'possible', freshness: 'present' },
    },
    {
      name: 'a termination message of a container, asked of the object',
      rule: one({ when: [{ fact: 'message.any', matches: 'no such table' }] }),
      pod: { containers: { app: RUNNING, proxy: 'State: Terminated\n  Message: no such table' } },
      match: { values: [{ container: 'proxy' }] },
    },
    {
      name: 'an unknown fact has no values',
      rule: one({ when: [{ fact: 'container.colour', is: 'red' }] }),
      pod: CRASH,
      container: 'app',
      match: undefined,
    },
  ])('$name', ({ rule, pod, container, match }) => {
    const found = matchOf(rule, pod, container);
    if (match === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(match);
  });

  test('the value that was seen last comes first', () => {
    const rule = one({ when: [backsOff] });
    const events = ['Warning  BackOff  9m  kubelet  a', 'Warning  BackOff  1m  kubelet  b'];
    expect(matchOf(rule, { ...CRASH, events })?.values).toMatchObject([
      { lastSeen: 60 },
      { lastSeen: 540 },
    ]);
  });
});

describe('compareMatches', () => {
  const match = {
    confidence: 'likely',
    weight: 50,
    freshness: 'present',
    values: [],
    supports: 0,
  } as const;

  test.each([
    ['present before fading', {}, { freshness: 'fading', confidence: 'certain' }],
    ['fading before past', { freshness: 'fading' }, { freshness: 'past', confidence: 'certain' }],
    ['certain before likely', { confidence: 'certain', weight: 0 }, { weight: 99 }],
    ['likely before possible', { weight: 0 }, { confidence: 'possible', weight: 99 }],
    ['more weight before less', { weight: 51 }, {}],
  ] as const)('%s', (_name, first, second) => {
    const [a, b] = [
      { ...match, ...first },
      { ...match, ...second },
    ];
    expect([compareMatches(a, b) < 0, compareMatches(b, a) > 0]).toEqual([true, true]);
  });
});
