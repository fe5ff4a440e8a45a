import type { AnyTree, TreeAnswer } from './walk.ts';

/** More questions than these in a row, and nobody arrives. */
const MAX_QUESTIONS = 9;

type Answer = Pick<TreeAnswer<unknown, unknown>, 'id' | 'goto' | 'tree' | 'causes' | 'escalate'>;

/** What the check needs of a tree. */
interface CheckedTree extends AnyTree {
  readonly questions: Readonly<Record<string, { readonly answers: readonly Answer[] }>>;
}

/**
 * What is wrong with the shape of one tree: a start that is not there, answers that lead nowhere, circles, questions
 * that no path meets, ids that stand twice, paths that are too long. Empty is good.
 */
export function treeProblems({ start, questions }: CheckedTree): string[] {
  const has = (id: string) => Object.hasOwn(questions, id);
  if (!has(start)) return [`start: there is no question "${start}"`];
  const problems: string[] = [];
  for (const [id, { answers }] of Object.entries(questions)) {
    const ids = answers.map((answer) => answer.id);
    for (const double of new Set(ids.filter((one, index) => ids.indexOf(one) !== index)))
      problems.push(`${id}: the answer "${double}" stands twice`);
    for (const answer of answers) {
      const targets = [answer.goto, answer.tree, answer.causes, answer.escalate].filter(
        (target) => target !== undefined,
      );
      if (targets.length !== 1)
        problems.push(`${id}=${answer.id}: needs exactly one of goto, tree, causes, escalate`);
      if (answer.goto !== undefined && !has(answer.goto))
        problems.push(`${id}=${answer.id}: there is no question "${answer.goto}"`);
    }
  }

  const met = new Set<string>();
  const lengths = new Map<string, number>();
  const circles = new Set<string>();
  /** Questions on the longest way from here to an end. */
  const measure = (id: string, before: readonly string[]): number => {
    if (before.includes(id)) {
      circles.add([...before.slice(before.indexOf(id)), id].join(' → '));
      return 0;
    }
    const known = lengths.get(id);
    if (known !== undefined) return known;
    met.add(id);
    const after = (questions[id]?.answers ?? []).map(({ goto }) =>
      goto !== undefined && has(goto) ? measure(goto, [...before, id]) : 0,
    );
    const length = 1 + Math.max(0, ...after);
    lengths.set(id, length);
    return length;
  };
  const longest = measure(start, []);
  problems.push(...[...circles].map((circle) => `the questions go in a circle: ${circle}`));
  if (longest > MAX_QUESTIONS)
    problems.push(`the longest path has ${longest} questions, more than ${MAX_QUESTIONS}`);
  for (const id of Object.keys(questions))
    if (!met.has(id)) problems.push(`${id}: no path leads to this question`);
  return problems;
}
