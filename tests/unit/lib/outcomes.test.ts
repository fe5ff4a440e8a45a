import { expect, test } from 'vitest';
import { toAccuracy } from '../../../src/lib/accuracy.ts';
import { toOutcome, toRules } from '../../../src/lib/outcomes.ts';
import { putFigures, toFigures } from '../../helpers/readme-figures.ts';
import { CATALOGUE } from '../../helpers/catalogue.ts';

const RULES = toRules(CATALOGUE);
const EXPECTED = {
  made: 'by hand',
  verdict: 'causes' as const,
  causes: ['oom-killed'],
  mustNot: [],
};
const KILLED = `Name: web-0
Containers:
  app:
    Last State: Terminated
      Reason: OOMKilled
      Exit Code: 137
`;

test('a text comes out with what triage says, and what it should have said', () => {
  expect(toOutcome({ id: 'describe/one', expected: EXPECTED }, KILLED, RULES)).toMatchObject({
    id: 'describe/one',
    expected: EXPECTED,
    verdict: 'causes',
    answers: expect.arrayContaining([
      expect.objectContaining({ cause: 'oom-killed', confidence: 'certain' }),
    ]) as unknown,
  });
});

test('a miss is in the figures of the README', () => {
  const outcomes = [
    toOutcome({ id: 'describe/one', expected: EXPECTED }, KILLED, RULES),
    toOutcome({ id: 'describe/two', expected: EXPECTED }, 'nothing', RULES),
  ];
  const figures = toFigures(toAccuracy(outcomes, ['oom-killed']));
  expect(figures).toContain('- Right verdict: 50 %\n');
  expect(figures).toContain('- Wrongly certain: 0\n');
});

test('the figures stand between their marks, and nothing else changes', () => {
  const marks = [
    'before\n<!-- figures: written by `npm run figures` -->\n',
    '<!-- end of figures -->\nafter',
  ];
  expect(putFigures(marks.join('old $& text\n'), 'new\n')).toBe(marks.join('new\n'));
  expect(() => putFigures('no marks', 'new')).toThrow('README.md has no marks');
});
