import { existsSync, readFileSync } from 'node:fs';
import { getCollection } from 'astro:content';
import { diagnose, type Rules } from '~/core/index.ts';
import { takeManifests } from '~/manifest/reader.ts';
import { fixtureProblems, toAccuracy, type Accuracy, type Outcome } from './accuracy.ts';
import { loadContent } from './content.ts';

/** Folder of the texts whose right answer is known. */
export const FIXTURES = 'tests/fixtures';

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

  const rules: Rules = Object.fromEntries(
    Object.entries(causes).map(([id, { rule, rivals }]) => [
      id,
      { rule, rivals: rivals.map((rival) => rival.id) },
    ]),
  );
  const outcomes = fixtures.map(({ id, expected, file }): Outcome => {
    const { verdict, objects } = diagnose(readFileSync(file, 'utf8'), rules, {
      take: takeManifests,
    });
    return { id, expected, verdict, answers: objects.flatMap(({ findings }) => findings) };
  });
  return toAccuracy(outcomes, Object.keys(causes));
}
