// `npm run coverage:codes`: does the lookup know every name that upstream prints? Ends with 1 when one is missing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCodeFiles } from '../../src/cli/catalogue.ts';
import { CODE_KINDS } from '../../src/core/lookup/index.ts';
import type { CodeFile } from '../../src/schemas/code.ts';

const LISTS = join(import.meta.dirname, '../fixtures/codes');

/** One list of names, and those of them that no entry has. */
export interface CodeCoverage {
  readonly list: string;
  readonly total: number;
  readonly missing: readonly string[];
}

/**
 * Compares the entries with the lists in `tests/fixtures/codes`: one name per line, its kind before a tab; `any` where
 * every kind will do. An entry counts by its code or by another name of it.
 */
export function measureCodeCoverage(files: Readonly<Record<string, CodeFile>>): CodeCoverage[] {
  const known = new Set(
    Object.values(files).flatMap(({ kind, entries }) =>
      entries.flatMap(({ code, aliases }) =>
        [code, ...aliases].flatMap((name) => [`${kind}\t${name}`, `any\t${name}`]),
      ),
    ),
  );
  return readdirSync(LISTS)
    .sort()
    .map((file) => {
      const names = readFileSync(join(LISTS, file), 'utf8').trimEnd().split('\n');
      const strange = names.filter((name) => !isListed(name));
      if (strange.length > 0) throw new Error(`${file}: no kind and name: ${strange.join(', ')}`);
      return {
        list: file.replace(/\.tsv$/u, ''),
        total: names.length,
        missing: names.filter((name) => !known.has(name)),
      };
    });
}

function isListed(line: string): boolean {
  const [kind, name, ...rest] = line.split('\t');
  return [...CODE_KINDS, 'any'].includes(kind ?? '') && Boolean(name) && rest.length === 0;
}

function print(lists: readonly CodeCoverage[]): boolean {
  for (const { list, total, missing } of lists) {
    const covered = total - missing.length;
    const percent = ((100 * covered) / total).toFixed(1);
    console.log(`${list.padEnd(18)} ${covered}/${total}  ${percent} %`);
    for (const name of missing) console.log(`  missing: ${name.replace('\t', ' ')}`);
  }
  return lists.every(({ missing }) => missing.length === 0);
}

if (import.meta.main) process.exitCode = print(measureCodeCoverage(readCodeFiles())) ? 0 : 1;
