import { commandValues, type ObjectDiagnosis } from '../core/index.ts';
import { printAnswers } from '../core/tree/index.ts';
import { prefillTrees, type PrefillTree } from '../core/tree/prefill.ts';
import { toNames } from '../scripts/names.ts';
import { handOver } from './tree-handover.ts';
import type { TreeOffer } from './WalkTree.tsx';

/**
 * Fills in the trees from what a paste shows of an object, and lays its lines and names down for the page that follows.
 *
 * @returns The address of the tree where the reader goes on: ids of answers are in it, nothing of the paste.
 * @throws When the trees cannot be loaded.
 */
export async function toTreeAddress(
  { folder, first, data }: TreeOffer,
  { object, findings }: ObjectDiagnosis,
  lines: readonly string[],
): Promise<string> {
  const { trees } = (await import(/* @vite-ignore */ data)) as {
    trees: Readonly<Record<string, PrefillTree>>;
  };
  const way = prefillTrees(trees, first, object, findings, (line) => lines[line - 1] ?? '');
  const last = way.at(-1);
  const tree = last && trees[last.tree];
  if (!tree) return `${folder}${first}/`;
  handOver(last, toNames(commandValues(object, findings[0]?.container)));
  return `${folder}${last.tree}/${printAnswers(tree, last.answers)}`;
}
