import { existsSync, readFileSync } from 'node:fs';
import { getCollection } from 'astro:content';
import { fixtureProblems, toAccuracy, type Accuracy } from './accuracy.ts';
import { loadContent } from './content.ts';
import { toOutcome, toRules } from './outcomes.ts';

/** Folder of the texts whose right answer is known. */
const FIXTURES = 'tests/fixtures';

let loaded: Promise<Accuracy> | undefined;

/** Runs triage over every text of `tests/fixtures` and sums up; once per build. */
export function loadAccuracy(): Promise<Accuracy> {
  if (import.meta.env.DEV) return readAccuracy();
  loaded ??= readAccuracy();
  return loaded;
}

async function readAccuracy(): Promise<Accuracy> {
  const [{ causes }, entries] = await Promise.all([loadContent(), getCollection('fixtures')]);
  const fixtures = entries
    .map(({ id, data }) => ({ id, expected: data, file: `${FIXTURES}/${id}/input.txt` }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const problems = [
    ...fixtureProblems(fixtures, causes),
    ...fixtures.filter(({ file }) => !existsSync(file)).map(({ file }) => `${file} is missing`),
  ];
  if (problems.length > 0)
    throw new Error(
      `The fixtures do not fit the content:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    );

  const rules = toRules(causes);
  const outcomes = fixtures.map((fixture) =>
    toOutcome(fixture, readFileSync(fixture.file, 'utf8'), rules),
  );
  return toAccuracy(outcomes, Object.keys(causes));
}
