import type { Confidence, Verdict } from '../core/index.ts';
import type { Expected } from '../schemas/fixture.ts';

/** A text whose right answer is known. */
export interface Fixture {
  /** Its folder below `tests/fixtures`. */
  readonly id: string;
  readonly expected: Expected;
}

/** What triage said about it. */
export interface Outcome extends Fixture {
  readonly verdict: Verdict;
  /** The causes it named for the present state, in the order of the page. */
  readonly answers: readonly { readonly cause: string; readonly confidence: Confidence }[];
}

/** So many of so many. */
export interface Share {
  readonly count: number;
  readonly total: number;
}

/**
 * A wrong claim:
 * - `instead`: it stood where the right answer belongs;
 * - `beside`: the right answer was given, but this was called certain or likely, too.
 *
 * Each side is a cause, or the verdict where none is or was named.
 */
export interface Confusion {
  readonly right: string;
  readonly said: string;
  readonly place: 'instead' | 'beside';
  readonly fixtures: readonly string[];
}

/** How the texts came out whose right answer is this cause. */
export interface CauseAccuracy {
  readonly cause: string;
  readonly fixtures: number;
  readonly byHand: number;
  readonly first: number;
  readonly firstThree: number;
  readonly confusions: readonly Confusion[];
  /** What must not be called certain or likely in them. */
  readonly mustNot: readonly string[];
}

export interface Accuracy {
  readonly fixtures: number;
  readonly byHand: number;
  /** Versions of kubectl that printed texts, oldest first. */
  readonly versions: readonly { readonly version: string; readonly fixtures: number }[];
  readonly verdict: Share;
  readonly first: Share;
  readonly firstThree: Share;
  /** Nothing else was called certain or likely beside the right causes. */
  readonly nothingElse: Share;
  readonly wronglyCertain: Share;
  /** Healthy texts in which something was called certain or likely. */
  readonly falseAlarms: Share;
  /** The same for texts that do not tell. */
  readonly overclaims: Share;
  /** Pairs of a text and a cause that must not be called certain or likely in it, and was. */
  readonly forbidden: Share;
  readonly causes: readonly CauseAccuracy[];
  readonly confusions: readonly Confusion[];
  /** Causes of the catalogue that are the right answer to no text. */
  readonly untested: readonly string[];
}

const FIRST_ANSWERS = 3;
const BY_HAND = 'by hand';
const KUBECTL = /^kubectl (?<version>[\d.]+)$/u;

const isStrong = ({ confidence }: Outcome['answers'][number]) => confidence !== 'possible';
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

const isRight = ({ expected, answers }: Outcome) => answers[0]?.cause === expected.causes[0];
const isInFirst = ({ expected, answers }: Outcome) =>
  answers.slice(0, FIRST_ANSWERS).some(({ cause }) => cause === expected.causes[0]);
const isByHand = ({ expected }: Fixture) => expected.made === BY_HAND;

function toShare<T>(all: readonly T[], holds: (one: T) => boolean): Share {
  return { count: all.filter(holds).length, total: all.length };
}

/** The first answer may be wrong; of the others only those that must not be claimed are known to be. */
function isWronglyCertain({ expected: { causes, mustNot }, answers }: Outcome): boolean {
  return answers.some(
    ({ cause, confidence }, index) =>
      confidence === 'certain' &&
      (mustNot.includes(cause) || (index === 0 && !causes.includes(cause))),
  );
}

/** What stands in the place of the right answer, and the strong claims beside it that nothing expects. */
function confusionsOf(outcome: Outcome): Confusion[] {
  const { id, expected, verdict, answers } = outcome;
  const { causes } = expected;
  const right = causes[0] ?? expected.verdict;
  const misses = causes.length > 0 ? !isRight(outcome) : verdict !== expected.verdict;
  const first = causes.length > 0 || verdict === 'causes' ? answers[0] : undefined;
  const instead = misses
    ? [{ right, said: first?.cause ?? verdict, place: 'instead' as const, fixtures: [id] }]
    : [];
  const beside = answers
    .slice(misses && first ? 1 : 0)
    .filter((answer) => isStrong(answer) && !causes.includes(answer.cause))
    .map(({ cause }) => ({ right, said: cause, place: 'beside' as const, fixtures: [id] }));
  return [...instead, ...beside];
}

/** Joins the same confusion of several texts; those with most texts first. */
function toConfusions(outcomes: readonly Outcome[]): Confusion[] {
  const joined = new Map<string, Confusion>();
  for (const one of outcomes.flatMap(confusionsOf)) {
    const key = `${one.right} ${one.place} ${one.said}`;
    joined.set(key, {
      ...one,
      fixtures: [...new Set([...(joined.get(key)?.fixtures ?? []), ...one.fixtures])],
    });
  }
  return [...joined.values()].sort(
    (a, b) => b.fixtures.length - a.fixtures.length || compare(a.right, b.right),
  );
}

function toCauseAccuracy(cause: string, own: readonly Outcome[]): CauseAccuracy {
  return {
    cause,
    fixtures: own.length,
    byHand: own.filter(isByHand).length,
    first: own.filter(isRight).length,
    firstThree: own.filter(isInFirst).length,
    confusions: toConfusions(own),
    mustNot: [...new Set(own.flatMap(({ expected }) => expected.mustNot))].sort(compare),
  };
}

function toVersions(fixtures: readonly Fixture[]): Accuracy['versions'] {
  const counts = new Map<string, number>();
  for (const { expected } of fixtures) {
    const version = KUBECTL.exec(expected.made)?.groups?.['version'];
    if (version !== undefined) counts.set(version, (counts.get(version) ?? 0) + 1);
  }
  return [...counts]
    .map(([version, count]) => ({ version, fixtures: count }))
    .sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }));
}

/**
 * Sums up how triage answered the texts whose right answer is known.
 *
 * @param causes Ids of the catalogue, in the order in which the causes are listed.
 */
export function toAccuracy(outcomes: readonly Outcome[], causes: readonly string[]): Accuracy {
  const sick = outcomes.filter(({ expected }) => expected.causes.length > 0);
  const ofVerdict = (wanted: Verdict) =>
    outcomes.filter(({ expected }) => expected.verdict === wanted);
  const claimsAny = ({ answers }: Outcome) => answers.some(isStrong);
  const forbidden = outcomes.flatMap(({ expected, answers }) =>
    expected.mustNot.map((cause) =>
      answers.some((answer) => answer.cause === cause && isStrong(answer)),
    ),
  );
  const byCause = new Map(
    causes.map((cause) => [cause, sick.filter(({ expected }) => expected.causes[0] === cause)]),
  );
  return {
    fixtures: outcomes.length,
    byHand: outcomes.filter(isByHand).length,
    versions: toVersions(outcomes),
    verdict: toShare(outcomes, ({ expected, verdict }) => expected.verdict === verdict),
    first: toShare(sick, isRight),
    firstThree: toShare(sick, isInFirst),
    nothingElse: toShare(
      sick,
      ({ expected, answers }) =>
        !answers.some((answer) => isStrong(answer) && !expected.causes.includes(answer.cause)),
    ),
    wronglyCertain: toShare(outcomes, isWronglyCertain),
    falseAlarms: toShare(ofVerdict('healthy'), claimsAny),
    overclaims: toShare(ofVerdict('undetermined'), claimsAny),
    forbidden: toShare(forbidden, (claimed) => claimed),
    causes: [...byCause].flatMap(([cause, own]) =>
      own.length > 0 ? [toCauseAccuracy(cause, own)] : [],
    ),
    confusions: toConfusions(outcomes),
    untested: [...byCause].flatMap(([cause, own]) => (own.length > 0 ? [] : [cause])),
  };
}

/** Per cent with one decimal, rounded down: 100 means all. Of nothing it is 100. */
export function toPercent({ count, total }: Share): number {
  return total === 0 ? 100 : Math.floor((1000 * count) / total) / 10;
}

/** Names every cause that a text expects or forbids and that the catalogue does not have. */
export function fixtureProblems(
  fixtures: readonly Fixture[],
  causes: Readonly<Record<string, unknown>>,
): string[] {
  return fixtures.flatMap(({ id, expected }) =>
    [...expected.causes, ...expected.mustNot]
      .filter((cause) => !Object.hasOwn(causes, cause))
      .map((cause) => `tests/fixtures/${id}/expected.yaml: there is no cause "${cause}"`),
  );
}
