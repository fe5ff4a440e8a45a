// Fills in the decision trees from every text whose right answer is known.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTrees } from '../../src/cli/catalogue.ts';
import { diagnose } from '../../src/core/index.ts';
import { walkTree, type TreeAnswer } from '../../src/core/tree/index.ts';
import { prefillTrees, type Prefilled } from '../../src/core/tree/prefill.ts';
import { toRules } from '../../src/lib/outcomes.ts';
import { FIRST_TREE } from '../../src/lib/tree-problems.ts';
import { takeManifests } from '../../src/manifest/reader.ts';
import { CATALOGUE } from './catalogue.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const TREES = readTrees();
const RULES = toRules(CATALOGUE);

export interface PrefilledFixture {
  readonly name: string;
  /** The cause that triage puts first, when it is certain or likely. */
  readonly cause: string | undefined;
  readonly way: readonly Prefilled[];
  /** The answer that ends the last tree; undefined when a question is open. */
  readonly end: TreeAnswer | undefined;
}

/** The way through the trees for each text in `tests/fixtures` of which an object could be read. */
export function prefillFixtures(): PrefilledFixture[] {
  return globSync('{describe,manifest}/*/input.txt', { cwd: FIXTURES })
    .sort()
    .flatMap((file) => {
      const { objects, lines } = diagnose(readFileSync(join(FIXTURES, file), 'utf8'), RULES, {
        take: takeManifests,
      });
      const [first] = objects;
      if (!first) return [];
      const textOf = (line: number) => lines[line - 1] ?? '';
      const way = prefillTrees(TREES, FIRST_TREE, first.object, first.findings, textOf);
      const last = way.at(-1);
      const tree = last && TREES[last.tree];
      const finding = first.findings[0];
      return [
        {
          name: file.replace('/input.txt', ''),
          cause: finding?.confidence === 'possible' ? undefined : finding?.cause,
          way,
          end: tree && walkTree(tree, last.answers).outcome?.answer,
        },
      ];
    });
}
