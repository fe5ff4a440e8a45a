import { type Cause } from '../core/index.ts';
import { treeProblems, type Tree } from '../core/tree/index.ts';
import { placeholderProblems } from './text-problems.ts';

/** The trees as far as each file could be read by itself. */
export interface TreeIndex {
  readonly trees: Readonly<Record<string, Tree>>;
  /** Causes that no tree leads to, on purpose. */
  readonly leftOut: readonly string[];
  readonly causes: Readonly<Record<string, Cause>>;
}

/** The tree with which everybody begins who knows nothing yet; triage begins here, too. */
export const FIRST_TREE = 'pod-not-running';

/**
 * What is wrong with the decision trees: their shape, ids that point nowhere, placeholders, trees that no other leads
 * to, and causes that are neither an outcome of a tree nor left out with a reason.
 */
export function contentTreeProblems({ trees, leftOut, causes }: TreeIndex): string[] {
  const problems: string[] = [];
  const reachedCauses = new Set<string>();
  const reachedTrees = new Set<string>();
  for (const [id, tree] of Object.entries(trees)) {
    const file = `content/trees/${id}.yaml`;
    problems.push(...treeProblems(tree).map((problem) => `${file}: ${problem}`));
    for (const [questionId, { run, answers }] of Object.entries(tree.questions)) {
      problems.push(...placeholderProblems(`${file}: ${questionId}`, run));
      for (const answer of answers) {
        const where = `${file}: ${questionId}=${answer.id}`;
        if (answer.tree !== undefined) {
          reachedTrees.add(answer.tree);
          if (answer.tree === id) problems.push(`${where}: leads to its own tree`);
          else if (!Object.hasOwn(trees, answer.tree))
            problems.push(`${where}: there is no tree "${answer.tree}"`);
        }
        const seen = (answer.from ?? []).flatMap(({ when, unless = [] }) =>
          [...when, ...unless].flatMap(({ fact, is }) =>
            fact === 'cause' ? [is ?? []].flat() : [],
          ),
        );
        for (const cause of [...(answer.causes ?? []).map((one) => one.id), ...seen]) {
          if (!Object.hasOwn(causes, String(cause)))
            problems.push(`${where}: there is no cause "${cause}"`);
        }
        for (const cause of answer.causes ?? []) reachedCauses.add(cause.id);
      }
    }
  }
  if (!Object.hasOwn(trees, FIRST_TREE))
    problems.push(`content/trees/${FIRST_TREE}.yaml is missing: it leads to all others`);
  for (const id of Object.keys(trees))
    if (id !== FIRST_TREE && !reachedTrees.has(id))
      problems.push(`content/trees/${id}.yaml: no tree leads to it`);

  const file = 'content/trees/_left-out.yaml';
  for (const id of Object.keys(causes))
    if (!reachedCauses.has(id) && !leftOut.includes(id))
      problems.push(
        `${file}: the cause "${id}" is no outcome of a tree; place it, or list it here`,
      );
  for (const id of leftOut) {
    if (!Object.hasOwn(causes, id)) problems.push(`${file}: there is no cause "${id}"`);
    else if (reachedCauses.has(id)) problems.push(`${file}: "${id}" is an outcome of a tree`);
  }
  return problems;
}
