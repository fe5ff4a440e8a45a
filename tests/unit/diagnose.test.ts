// Every folder is a case: `input.txt` is what a user pastes, `expected.yaml` is what must be said about it.
// A new case needs no code.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  diagnose,
  type Confidence,
  type Diagnosis,
  type Finding,
  type Verdict,
} from '../../src/core/index.ts';
import { CATALOGUE, RULES } from '../helpers/catalogue.ts';

interface Expected {
  /** Which kubectl printed it, or `by hand`. */
  readonly made: string;
  /** Causes that must be found, the first one first; empty when nothing is wrong or the text does not tell. */
  readonly causes: readonly string[];
  readonly confidence?: Confidence;
  readonly container?: string;
  /** Lines that must be among the evidence of the first cause. */
  readonly evidence?: readonly number[];
  /** Lines that must not be among it. */
  readonly notEvidence?: readonly number[];
  /** Causes that the text must not be blamed on. */
  readonly mustNot?: readonly string[];
  /** Causes that must not be listed for the present at all, not even as possible. */
  readonly absent?: readonly string[];
  readonly verdict: Verdict;
}

const FOLDER = join(import.meta.dirname, '../fixtures/describe');
const CASES = readdirSync(FOLDER).map((name) => ({
  name,
  input: readFileSync(join(FOLDER, name, 'input.txt'), 'utf8'),
  expected: parse(readFileSync(join(FOLDER, name, 'expected.yaml'), 'utf8')) as Expected,
}));

const isStrong = ({ confidence }: Finding) => confidence !== 'possible';
const isPresent = ({ past }: Finding) => !past;
/** Every case is asked about many times. */
const diagnosed = new Map<string, Diagnosis>();
function diagnoseOnce(input: string): Diagnosis {
  const known = diagnosed.get(input) ?? diagnose(input, RULES);
  diagnosed.set(input, known);
  return known;
}
const presentFindings = (input: string) => diagnoseOnce(input).findings.filter(isPresent);
const strongCauses = (input: string) =>
  presentFindings(input)
    .filter(isStrong)
    .map(({ cause }) => cause);

describe('every fixture', () => {
  test.each(CASES)('$name: the verdict', ({ input, expected }) => {
    expect(diagnoseOnce(input).verdict).toBe(expected.verdict);
  });

  test.each(CASES.filter(({ expected }) => expected.causes.length > 0))(
    '$name: the first cause',
    ({ input, expected: { causes, confidence, container } }) => {
      const [first] = presentFindings(input);
      expect(first).toMatchObject({
        cause: causes[0],
        ...(confidence === undefined ? {} : { confidence }),
        ...(container === undefined ? {} : { container }),
      });
    },
  );

  test.each(CASES.filter(({ expected }) => expected.evidence !== undefined))(
    '$name: its evidence',
    ({ input, expected }) => {
      const lines = presentFindings(input)[0]?.evidence.map(({ line }) => line);
      expect(lines).toEqual(expect.arrayContaining([...(expected.evidence ?? [])]));
      expect(lines).not.toEqual(expect.arrayContaining([...(expected.notEvidence ?? [-1])]));
    },
  );

  test.each(CASES.filter(({ expected }) => expected.verdict === 'causes'))(
    '$name: all of its causes',
    ({ input, expected }) => {
      expect(strongCauses(input)).toEqual(expect.arrayContaining([...expected.causes]));
    },
  );

  test.each(CASES)('$name: nothing is blamed wrongly', ({ input, expected }) => {
    const wrong = strongCauses(input).filter((cause) => expected.mustNot?.includes(cause));
    expect(wrong).toEqual([]);
    const listed = presentFindings(input).map(({ cause }) => cause);
    expect(listed.filter((cause) => expected.absent?.includes(cause))).toEqual([]);
  });
});

const VARIANTS: readonly {
  readonly name: string;
  readonly change: (input: string) => string;
  readonly addedLines: number;
}[] = [
  {
    name: 'Windows line ends',
    change: (input) => input.replaceAll(/\r\n|\n|\r/gu, '\r\n'),
    addedLines: 0,
  },
  { name: 'a byte order mark', change: (input) => `\ufeff${input}`, addedLines: 0 },
  {
    name: 'trailing spaces',
    change: (input) =>
      input
        .split(/\r\n|\n|\r/u)
        .map((line) => `${line}   `)
        .join('\n'),
    addedLines: 0,
  },
  {
    name: 'a shell prompt above',
    change: (input) => `$ kubectl describe pod web-0\n${input}`,
    addedLines: 1,
  },
  {
    name: 'a code fence around',
    change: (input) => `\`\`\`\n${input.replace(/\n$/u, '')}\n\`\`\`\n`,
    addedLines: 1,
  },
];

/** What is found, with the lines as they are counted in the unchanged input. */
const summarise = ({ findings }: Diagnosis, addedLines: number) =>
  findings.map(({ cause, confidence, past, container, evidence }) => ({
    cause,
    confidence,
    past,
    container,
    lines: evidence.map(({ line }) => line - addedLines),
  }));

describe.each(VARIANTS)('$name changes nothing', ({ change, addedLines }) => {
  test.each(CASES)('$name', ({ input }) => {
    expect(summarise(diagnose(change(input), RULES), addedLines)).toEqual(
      summarise(diagnoseOnce(input), 0),
    );
  });
});

describe('the catalogue', () => {
  test.each(Object.keys(CATALOGUE))('%s comes first for at least one fixture', (id) => {
    const names = CASES.filter(({ expected }) => expected.causes[0] === id).map(({ name }) => name);
    expect(names).not.toEqual([]);
  });
});
