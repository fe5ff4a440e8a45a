import { describe, expect, test } from 'vitest';
import {
  parseAnswers,
  printAnswers,
  treeProblems,
  walkTree,
  type AnyTree,
} from '../../../src/core/tree/index.ts';

const to = (id: string, goto?: string) => ({
  id,
  ...(goto === undefined ? { causes: [] } : { goto }),
});
/** Both answers of the first question lead, over one question or none, to the same last one. */
const TREE: AnyTree = {
  start: 'status',
  questions: {
    status: { answers: [to('crash', 'exit-code'), to('ready', 'restarts'), to('gone')] },
    restarts: { answers: [to('many', 'exit-code'), to('none')] },
    'exit-code': { answers: [to('0'), to('137')] },
  },
};

test.each([
  { name: 'nothing answered', answers: {}, path: [], open: 'status' },
  { name: 'one answer', answers: { status: 'crash' }, path: ['crash'], open: 'exit-code' },
  { name: 'to the end', answers: { status: 'crash', 'exit-code': '137' }, path: ['crash', '137'] },
  {
    name: 'an earlier answer is changed: the later one still applies',
    answers: { status: 'ready', restarts: 'many', 'exit-code': '137' },
    path: ['ready', 'many', '137'],
  },
  {
    name: 'a later answer waits for its question',
    answers: { status: 'ready', 'exit-code': '137' },
    path: ['ready'],
    open: 'restarts',
  },
  { name: 'an answer that is none', answers: { status: 'odd' }, path: [], open: 'status' },
  { name: 'a name from Object', answers: { status: 'constructor' }, path: [], open: 'status' },
])('walkTree: $name', ({ answers, path, open }) => {
  const walk = walkTree(TREE, answers);
  expect(walk.steps.map(({ answer }) => answer.id)).toEqual(path);
  expect(walk.open).toBe(open);
  expect(walk.outcome?.answer.id).toBe(open === undefined ? path.at(-1) : undefined);
});

test.each([
  { name: 'nothing', given: '', query: '', dropped: [] },
  {
    name: 'in another order',
    given: 'exit-code=137&status=crash',
    query: '?status=crash&exit-code=137',
    dropped: [],
  },
  {
    name: 'an unknown question',
    given: 'status=crash&x=1',
    query: '?status=crash',
    dropped: ['x'],
  },
  { name: 'an unknown answer', given: 'status=x', query: '', dropped: ['status'] },
  {
    name: 'an answer that the path does not meet',
    given: 'status=gone&exit-code=0',
    query: '?status=gone',
    dropped: ['exit-code'],
  },
  {
    name: 'given twice',
    given: 'status=crash&status=gone',
    query: '?status=gone',
    dropped: ['status'],
  },
  {
    name: 'a hostile name',
    given: '__proto__=x&status=gone',
    query: '?status=gone',
    dropped: ['__proto__'],
  },
])('the address: $name', ({ given, query, dropped }) => {
  const read = parseAnswers(TREE, [...new URLSearchParams(given)]);
  expect(read.dropped).toEqual(dropped);
  expect(printAnswers(TREE, read.answers)).toBe(query);
});

describe('treeProblems', () => {
  const tree = (questions: Record<string, ReturnType<typeof to>[]>, start = 'a') => ({
    start,
    questions: Object.fromEntries(
      Object.entries(questions).map(([id, answers]) => [id, { answers }]),
    ),
  });
  const chain = Object.fromEntries(
    Array.from({ length: 10 }, (_, index) => [
      `q${index}`,
      [to('on', index === 9 ? undefined : `q${index + 1}`), to('off')],
    ]),
  );

  test.each([
    { name: 'a good tree', of: TREE, problem: undefined },
    { name: 'no start', of: tree({ a: [to('x')] }, 'b'), problem: /no question "b"/u },
    {
      name: 'leads nowhere',
      of: tree({ a: [to('x', 'b'), to('y')] }),
      problem: /a=x: there is no question "b"/u,
    },
    {
      name: 'a circle',
      of: tree({ a: [to('x', 'b')], b: [to('y', 'a')] }),
      problem: /circle: a → b → a/u,
    },
    { name: 'not met', of: tree({ a: [to('x')], b: [to('y')] }), problem: /^b: no path/u },
    { name: 'an answer twice', of: tree({ a: [to('x'), to('x')] }), problem: /"x" stands twice/u },
    {
      name: 'no target',
      of: tree({ a: [{ id: 'x' } as ReturnType<typeof to>] }),
      problem: /exactly one of/u,
    },
    { name: 'too long', of: tree(chain, 'q0'), problem: /longest path has 10/u },
  ])('$name', ({ of, problem }) => {
    expect(treeProblems(of)).toEqual(problem ? [expect.stringMatching(problem)] : []);
  });
});
