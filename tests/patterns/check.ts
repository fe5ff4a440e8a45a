// Checks every pattern for catastrophic backtracking: npm run check:patterns -- [--again]
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPatterns, type Pattern } from './find-patterns.ts';
import { patternProblems } from './judge.ts';

/**
 * What was found good before, because judging all takes minutes. One line for each pattern, so that branches merge.
 * With `--again` it is not believed, but written anew.
 */
const RECORD = join(import.meta.dirname, 'checked.txt');

const keyOf = ({ source, flags, reach }: Pattern) =>
  createHash('sha256')
    .update(JSON.stringify([reach, source, flags]))
    .digest('hex')
    .slice(0, 16);

const { patterns, problems } = findPatterns();
const before = new Set(readFileSync(RECORD, 'utf8').split('\n'));
const known = process.argv.includes('--again') ? new Set<string>() : before;
const good = new Set<string>();
let judged = 0;
for (const pattern of patterns) {
  const key = keyOf(pattern);
  if (!good.has(key) && !known.has(key)) {
    judged += 1;
    const found = patternProblems(pattern);
    problems.push(...found.map((problem) => `${pattern.file}: ${problem}`));
    if (found.length > 0) continue;
  }
  good.add(key);
}
const record = [...good].sort();
if (record.some((key) => !before.has(key)) || record.length !== before.size - 1)
  writeFileSync(RECORD, `${record.join('\n')}\n`);
for (const problem of problems) console.error(`${problem}\n`);
console.log(`${patterns.length} patterns, ${judged} of them new, ${problems.length} unsafe`);
process.exitCode = problems.length === 0 ? 0 : 1;
