import { describe, expect, test } from 'vitest';
import type { Confidence, Verdict } from '../../../src/core/index.ts';
import { fixtureProblems, toAccuracy, toPercent, type Outcome } from '../../../src/lib/accuracy.ts';

const CATALOGUE = ['oom-killed', 'killed-by-signal', 'image-not-found', 'dns-resolution-failed'];

interface Case {
  readonly id?: string;
  readonly made?: string;
  readonly right?: readonly string[];
  readonly verdict?: Verdict;
  readonly mustNot?: readonly string[];
  /** Written as `cause certain`. */
  readonly answers?: readonly string[];
  readonly said?: Verdict;
}

/** One text with its right answer and what triage said; right in all when nothing is given. */
function outcome({ id = 'describe/one', made = 'kubectl 1.33', ...rest }: Case): Outcome {
  const causes = rest.right ?? (rest.verdict === undefined ? ['oom-killed'] : []);
  const verdict = rest.verdict ?? 'causes';
  const answers = (rest.answers ?? causes.map((cause) => `${cause} certain`)).map((answer) => {
    const [cause = '', confidence] = answer.split(' ');
    return { cause, confidence: confidence as Confidence };
  });
  return {
    id,
    expected: { made, verdict, causes: [...causes], mustNot: [...(rest.mustNot ?? [])] },
    verdict: rest.said ?? verdict,
    answers,
  };
}

const sum = (...cases: Case[]) => toAccuracy(cases.map(outcome), CATALOGUE);

describe('toAccuracy', () => {
  test('where the texts come from, old versions first', () => {
    expect(
      sum(
        { made: 'kubectl 1.33' },
        { made: 'kubectl 1.9' },
        { made: 'by hand' },
        { made: 'kubectl 1.33' },
      ),
    ).toMatchObject({
      fixtures: 4,
      byHand: 1,
      versions: [
        { version: '1.9', fixtures: 1 },
        { version: '1.33', fixtures: 2 },
      ],
    });
  });

  test('what is right counts as right, and only texts with a cause can have it first', () => {
    expect(
      sum(
        {},
        { verdict: 'healthy' },
        { verdict: 'undetermined', answers: ['oom-killed possible'] },
      ),
    ).toMatchObject({
      verdict: { count: 3, total: 3 },
      first: { count: 1, total: 1 },
      firstThree: { count: 1, total: 1 },
      nothingElse: { count: 1, total: 1 },
      wronglyCertain: { count: 0, total: 3 },
      falseAlarms: { count: 0, total: 1 },
      overclaims: { count: 0, total: 1 },
      confusions: [],
    });
  });

  test.each([
    { name: 'second', place: 1, first: 0, firstThree: 1 },
    { name: 'third', place: 2, first: 0, firstThree: 1 },
    { name: 'fourth', place: 3, first: 0, firstThree: 0 },
  ])('the right cause as the $name answer', ({ place, first, firstThree }) => {
    const answers = CATALOGUE.filter((cause) => cause !== 'oom-killed').map(
      (cause) => `${cause} possible`,
    );
    answers.splice(place, 0, 'oom-killed possible');
    expect(sum({ answers })).toMatchObject({
      first: { count: first },
      firstThree: { count: firstThree },
    });
  });

  test('the first of the expected causes is the one that must come first', () => {
    const right = ['oom-killed', 'image-not-found'];
    expect(
      sum({ right, answers: ['image-not-found certain', 'oom-killed certain'] }),
    ).toMatchObject({
      first: { count: 0 },
      firstThree: { count: 1 },
      nothingElse: { count: 1 },
      wronglyCertain: { count: 0 },
    });
  });

  test.each([
    { name: 'a wrong first answer', answers: ['image-not-found certain'], wrong: 1 },
    { name: 'the same, but only likely', answers: ['image-not-found likely'], wrong: 0 },
    {
      name: 'a forbidden cause beside the right one',
      answers: ['oom-killed certain', 'killed-by-signal certain'],
      wrong: 1,
    },
    {
      name: 'a cause beside the right one that nobody forbids',
      answers: ['oom-killed certain', 'image-not-found certain'],
      wrong: 0,
    },
  ])('wrongly certain: $name', ({ answers, wrong }) => {
    expect(sum({ answers, mustNot: ['killed-by-signal'] }).wronglyCertain).toEqual({
      count: wrong,
      total: 1,
    });
  });

  test('a strong claim about a healthy text is a false alarm, a possible one is not', () => {
    const healthy = { verdict: 'healthy' } as const;
    expect(
      sum(
        { ...healthy, answers: ['oom-killed likely'], said: 'causes' },
        { ...healthy, answers: ['oom-killed possible'], said: 'undetermined' },
      ),
    ).toMatchObject({
      falseAlarms: { count: 1, total: 2 },
      verdict: { count: 0, total: 2 },
      confusions: [
        { right: 'healthy', said: 'oom-killed', place: 'instead' },
        { right: 'healthy', said: 'undetermined', place: 'instead' },
      ],
    });
  });

  test('forbidden claims are counted for each cause that a text forbids', () => {
    const mustNot = ['killed-by-signal', 'image-not-found'];
    expect(
      sum(
        { mustNot, answers: ['oom-killed certain', 'killed-by-signal likely'] },
        { mustNot, answers: ['oom-killed certain', 'killed-by-signal possible'] },
      ).forbidden,
    ).toEqual({ count: 1, total: 4 });
  });

  test('confusions name both sides, their place and the texts, the most frequent first', () => {
    const instead = ['killed-by-signal likely', 'oom-killed possible'];
    expect(
      sum(
        { id: 'a', answers: ['oom-killed certain', 'image-not-found likely'] },
        { id: 'b', answers: instead },
        { id: 'c', answers: instead },
        { id: 'd', answers: [], said: 'undetermined' },
        { id: 'e', verdict: 'undetermined', answers: ['oom-killed likely'], said: 'causes' },
      ).confusions,
    ).toEqual([
      { right: 'oom-killed', said: 'killed-by-signal', place: 'instead', fixtures: ['b', 'c'] },
      { right: 'oom-killed', said: 'image-not-found', place: 'beside', fixtures: ['a'] },
      { right: 'oom-killed', said: 'undetermined', place: 'instead', fixtures: ['d'] },
      { right: 'undetermined', said: 'oom-killed', place: 'instead', fixtures: ['e'] },
    ]);
  });

  test('by cause, in the order of the catalogue; those without a text are listed apart', () => {
    const { causes, untested } = sum(
      { id: 'a', right: ['image-not-found'], made: 'by hand', mustNot: ['oom-killed'] },
      {
        id: 'b',
        mustNot: ['killed-by-signal', 'image-not-found'],
        answers: ['image-not-found likely'],
      },
      { id: 'c', mustNot: ['image-not-found', 'dns-resolution-failed'] },
    );
    expect(causes).toEqual([
      {
        cause: 'oom-killed',
        fixtures: 2,
        byHand: 0,
        first: 1,
        firstThree: 1,
        confusions: [
          { right: 'oom-killed', said: 'image-not-found', place: 'instead', fixtures: ['b'] },
        ],
        mustNot: ['dns-resolution-failed', 'image-not-found', 'killed-by-signal'],
      },
      {
        cause: 'image-not-found',
        fixtures: 1,
        byHand: 1,
        first: 1,
        firstThree: 1,
        confusions: [],
        mustNot: ['oom-killed'],
      },
    ]);
    expect(untested).toEqual(['killed-by-signal', 'dns-resolution-failed']);
  });
});

test.each([
  [{ count: 3, total: 3 }, 100],
  [{ count: 1999, total: 2000 }, 99.9],
  [{ count: 1, total: 3 }, 33.3],
  [{ count: 0, total: 0 }, 100],
])('toPercent of %j', (share, percent) => {
  expect(toPercent(share)).toBe(percent);
});

describe('fixtureProblems', () => {
  const catalogue = Object.fromEntries(CATALOGUE.map((id) => [id, {}]));

  test('names the file and the cause that does not exist', () => {
    const wrong = outcome({ right: ['oom-kiled'], mustNot: ['constructor'] });
    expect(fixtureProblems([wrong, outcome({})], catalogue)).toEqual([
      'tests/fixtures/describe/one/expected.yaml: there is no cause "oom-kiled"',
      'tests/fixtures/describe/one/expected.yaml: there is no cause "constructor"',
    ]);
  });
});
