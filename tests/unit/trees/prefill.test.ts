import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/core/index.ts';
import { prefillTrees, type PrefillTree } from '../../../src/core/tree/prefill.ts';
import { prefillFixtures } from '../../helpers/prefill-fixtures.ts';

const FILLED = prefillFixtures();
/** Of the texts whose cause triage is sure of; what is left needs a look that no text holds, such as at a log. */
const SHARE_FILLED = 0.6;

describe('every fixture', () => {
  test.each(FILLED.filter(({ cause, end }) => cause !== undefined && end?.causes !== undefined))(
    '$name: the tree does not contradict triage',
    ({ cause, end }) => {
      expect(end?.causes?.map(({ id }) => id)).toContain(cause);
    },
  );

  test('most texts with a cause fill a path to its end', () => {
    const sure = FILLED.filter(({ cause }) => cause !== undefined);
    const ended = sure.filter(({ end }) => end !== undefined && end.tree === undefined);
    expect(ended.length / sure.length).toBeGreaterThan(SHARE_FILLED);
  });

  test.each(FILLED)('$name: every answer has the lines that show it', ({ way }) => {
    for (const { answers, lines } of way)
      for (const question of Object.keys(answers)) expect(lines[question]).not.toEqual([]);
  });
});

const POD = `Name:         web-0
Namespace:    shop
Node:         node-1/10.0.0.1
Status:       Running
Containers:
  web:
    State:          Waiting
      Reason:       CrashLoopBackOff
    Last State:     Terminated
      Reason:       Error
      Exit Code:    1
    Ready:          False
    Restart Count:  7
`;

const answer = (id: string, value: string, target: { goto?: string; tree?: string } = {}) => ({
  id,
  from: [{ when: [{ fact: 'container.waitingReason', is: value }] }],
  ...target,
});
const tree = (...answers: ReturnType<typeof answer>[]): PrefillTree => ({
  start: 'status',
  questions: { status: { answers } },
});

test.each([
  {
    name: 'one answer is shown: it is given, with its line',
    trees: { a: tree(answer('crash', 'CrashLoopBackOff'), answer('pull', 'ErrImagePull')) },
    way: [
      { tree: 'a', answers: { status: 'crash' }, line: '      Reason:       CrashLoopBackOff' },
    ],
  },
  {
    name: 'two are shown: the reader decides',
    trees: { a: tree(answer('crash', 'CrashLoopBackOff'), answer('again', 'CrashLoopBackOff')) },
    way: [{ tree: 'a', answers: {} }],
  },
  {
    name: 'none is shown: the question is open',
    trees: { a: tree(answer('pull', 'ErrImagePull')) },
    way: [{ tree: 'a', answers: {} }],
  },
  {
    name: 'an answer leads to another tree: it is filled in, too',
    trees: {
      a: tree(answer('crash', 'CrashLoopBackOff', { tree: 'b' })),
      b: tree(answer('loop', 'CrashLoopBackOff')),
    },
    way: [
      { tree: 'a', answers: { status: 'crash' } },
      { tree: 'b', answers: { status: 'loop' } },
    ],
  },
  {
    name: 'trees that lead to each other end',
    trees: { a: tree(answer('crash', 'CrashLoopBackOff', { tree: 'a' })) },
    way: [{ tree: 'a', answers: { status: 'crash' } }],
  },
  { name: 'a tree that is not there', trees: {}, way: [] },
])('$name', ({ trees, way }) => {
  const { objects, lines } = diagnose(POD, {});
  const [first] = objects;
  if (!first) throw new Error('The pod was not read.');
  const filled = prefillTrees(trees, 'a', first.object, first.findings, (n) => lines[n - 1] ?? '');
  expect(filled.map(({ tree: id, answers }) => ({ tree: id, answers }))).toEqual(
    way.map(({ tree: id, answers }) => ({ tree: id, answers })),
  );
  for (const [index, { line }] of way.map((one) => ({ line: undefined, ...one })).entries())
    if (line !== undefined) expect(filled[index]?.lines['status']?.[0]?.text).toBe(line);
});
