// How triage answers its own test cases, between two marks in README.md.
// Usage: npm run figures; a unit test says when it has to be run.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { uiText } from '../../src/i18n/index.ts';
import { toAccuracy, toPercent, type Accuracy } from '../../src/lib/accuracy.ts';
import { toOutcome, toRules } from '../../src/lib/outcomes.ts';
import { fixtureSchema } from '../../src/schemas/fixture.ts';
import { CATALOGUE } from './catalogue.ts';

const ROOT = join(import.meta.dirname, '../..');
const README = join(ROOT, 'README.md');
const FIXTURES = join(ROOT, 'tests/fixtures');
const MARKS =
  /(?<=<!-- figures: written by `npm run figures` -->\n).*(?=<!-- end of figures -->)/su;

const RIGHT = ['verdict', 'first', 'firstThree', 'nothingElse'] as const;
/** Of these none is what is wanted. */
const WRONG = ['wronglyCertain', 'falseAlarms', 'overclaims', 'forbidden'] as const;

/** Runs triage over every text of `tests/fixtures`, as the accuracy page does. */
function measure(): Accuracy {
  const rules = toRules(CATALOGUE);
  const outcomes = globSync('**/expected.yaml', { cwd: FIXTURES })
    .sort()
    .map((file) => {
      const expected = fixtureSchema.parse(parse(readFileSync(join(FIXTURES, file), 'utf8')));
      const id = dirname(file);
      const text = readFileSync(join(FIXTURES, id, 'input.txt'), 'utf8');
      return toOutcome({ id, expected }, text, rules);
    });
  return toAccuracy(outcomes, Object.keys(CATALOGUE));
}

/** A round number, so that a new test case or cause seldom changes what the README says. */
const moreThan = (count: number, step: number) =>
  `more than ${Math.floor((count - 1) / step) * step}`;

/** The figures as a Markdown list. */
export function toFigures(accuracy: Accuracy): string {
  const { versions, fixtures, byHand, causes } = accuracy;
  const label = (name: (typeof RIGHT | typeof WRONG)[number]) => uiText.en[`accuracy.${name}`];
  const hand = Math.round((10 * byHand) / fixtures);
  const lines = [
    `Texts with a known answer: ${moreThan(fixtures, 100)}, about ${hand} in 10 typed by hand, the others printed by kubectl ${versions[0]?.version ?? '–'} to ${versions.at(-1)?.version ?? '–'}`,
    `Causes that are the answer to at least one: ${moreThan(causes.length, 10)}`,
    ...RIGHT.map((name) => `${label(name)}: ${Math.floor(toPercent(accuracy[name]))} %`),
    ...WRONG.map((name) => `${label(name)}: ${accuracy[name].count}`),
  ];
  return `\n${lines.map((line) => `- ${line}`).join('\n')}\n\n`;
}

/** Puts the figures between the marks. Throws when a text has no marks. */
export function putFigures(text: string, figures: string): string {
  if (!MARKS.test(text)) throw new Error('README.md has no marks for the figures.');
  return text.replace(MARKS, () => figures);
}

/** The text of the README with the figures of today's test cases. */
export function renewFigures(text: string): string {
  return putFigures(text, toFigures(measure()));
}

if (import.meta.main) writeFileSync(README, renewFigures(readFileSync(README, 'utf8')));
