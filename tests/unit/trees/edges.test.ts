// Walks every edge of every tree and compares with `edges.txt`, which is written apart from the trees.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLeftOutCauses, readTrees } from '../../../src/cli/catalogue.ts';
import { listPaths, walkTree, type TreeAnswer } from '../../../src/core/tree/index.ts';
import { contentTreeProblems } from '../../../src/lib/tree-problems.ts';
import { CATALOGUE } from '../../helpers/catalogue.ts';

const TREES = readTrees();
const EDGE = /^(?<answer>[a-z-]+)(?<kind>[>^=!])(?<target>[a-z-]*)$/u;

/** `answer` + kind + target by `tree question answer`. */
function readTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  let tree = '';
  for (const line of readFileSync(join(import.meta.dirname, 'edges.txt'), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const head = /^\[(.+)\]$/u.exec(line)?.[1];
    if (head !== undefined) {
      tree = head;
      continue;
    }
    const [question = '', edges = ''] = line.split(': ');
    for (const edge of edges.split(' ')) {
      const { answer = '', kind = '', target = '' } = EDGE.exec(edge)?.groups ?? {};
      table.set(`${tree} ${question} ${answer}`, kind + target);
    }
  }
  return table;
}

const TABLE = readTable();

function toTarget({ goto, tree, causes }: TreeAnswer): string {
  if (goto !== undefined) return `>${goto}`;
  if (tree !== undefined) return `^${tree}`;
  const [first] = causes ?? [];
  return first ? `=${first.id}` : '!';
}

/** Every edge with the answers that lead to it. */
const EDGES = Object.entries(TREES).flatMap(([id, tree]) => {
  const edges = new Map<
    string,
    { id: string; before: Record<string, string>; answer: string; question: string }
  >();
  for (const path of listPaths(tree))
    path.forEach(({ question, answer }, index) => {
      const before = Object.fromEntries(
        path.slice(0, index).map((step) => [step.question, step.answer.id]),
      );
      edges.set(`${question} ${answer.id}`, { id, before, question, answer: answer.id });
    });
  return [...edges.values()];
});

test.each(EDGES)(
  '$id: $question=$answer leads where edges.txt says',
  ({ id, before, question, answer }) => {
    const tree = TREES[id];
    if (!tree) throw new Error(`There is no tree ${id}.`);
    expect(walkTree(tree, before).open).toBe(question);
    const { steps, open, outcome } = walkTree(tree, { ...before, [question]: answer });
    const last = steps.at(-1)?.answer;
    expect(last && toTarget(last)).toBe(TABLE.get(`${id} ${question} ${answer}`));
    expect(open === undefined ? outcome?.answer : `>${open}`).toEqual(
      last?.goto === undefined ? last : `>${last.goto}`,
    );
  },
);

describe('the table', () => {
  test('has no edge that the trees lack', () => {
    const walked = new Set(EDGES.map(({ id, question, answer }) => `${id} ${question} ${answer}`));
    expect([...TABLE.keys()].filter((edge) => !walked.has(edge))).toEqual([]);
  });
});

test('the trees fit together', () => {
  expect(
    contentTreeProblems({ trees: TREES, leftOut: readLeftOutCauses(), causes: CATALOGUE }),
  ).toEqual([]);
});
