// Every folder is a case: `input.txt` is YAML or JSON as it is pasted, `expected.yaml` is what must be said about it.
// A new case needs no code.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { diagnose, type Finding } from '../../../src/core/index.ts';
import { takeManifests } from '../../../src/manifest/reader.ts';
import { fixtureSchema } from '../../../src/schemas/fixture.ts';
import { RULES } from '../../helpers/catalogue.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/manifest');
const CASES = readdirSync(FOLDER).map((name) => ({
  name,
  input: readFileSync(join(FOLDER, name, 'input.txt'), 'utf8'),
  expected: fixtureSchema.parse(parse(readFileSync(join(FOLDER, name, 'expected.yaml'), 'utf8'))),
}));

const diagnosed = (input: string) => diagnose(input, RULES, { take: takeManifests });
const isStrong = ({ confidence }: Finding) => confidence !== 'possible';
const present = (input: string) => diagnosed(input).findings.filter(({ past }) => !past);
const strongCauses = (input: string) =>
  present(input)
    .filter(isStrong)
    .map(({ cause }) => cause);

describe.each(CASES)('$name', ({ input, expected }) => {
  test('the verdict', () => {
    expect(diagnosed(input).verdict).toBe(expected.verdict);
  });

  test('the causes, the first one with its lines', () => {
    const { causes, confidence, container, evidence } = expected;
    const [first] = present(input);
    expect(strongCauses(input)).toEqual(expect.arrayContaining([...causes]));
    if (causes.length === 0) return;
    expect(first).toMatchObject({
      cause: causes[0],
      ...(confidence === undefined ? {} : { confidence }),
      ...(container === undefined ? {} : { container }),
    });
    const lines = first?.evidence.map(({ line }) => line);
    expect(lines).toEqual(expect.arrayContaining([...(evidence ?? [])]));
  });

  test('nothing is blamed wrongly', () => {
    expect(strongCauses(input).filter((cause) => expected.mustNot.includes(cause))).toEqual([]);
  });

  test('every line of evidence is one of the paste', () => {
    const lines = input.split('\n');
    for (const { evidence } of diagnosed(input).findings)
      for (const { line, text } of evidence) expect(text).toBe(lines[line - 1]);
  });
});

/** What is found, with the lines as they are counted in the unchanged input. */
const summarise = (input: string, addedLines: number) =>
  diagnosed(input).findings.map(({ cause, confidence, past, container, evidence }) => ({
    cause,
    confidence,
    past,
    container,
    lines: evidence.map(({ line }) => line - addedLines),
  }));

const VARIANTS: readonly {
  readonly name: string;
  readonly change: (input: string) => string;
  readonly addedLines: number;
}[] = [
  {
    name: 'Windows line ends',
    change: (input) => input.replaceAll('\n', '\r\n'),
    addedLines: 0,
  },
  { name: 'a byte order mark', change: (input) => `\ufeff${input}`, addedLines: 0 },
  {
    name: 'indented',
    change: (input) => input.replaceAll(/^(?=.)/gmu, '    '),
    addedLines: 0,
  },
  {
    name: 'line numbers of an editor',
    change: (input) =>
      input
        .replace(/\n$/u, '')
        .split('\n')
        .map((line, index) => `${String(index + 1).padStart(5)}  ${line}`)
        .join('\n'),
    addedLines: 0,
  },
  {
    name: 'quoted in a mail',
    change: (input) => input.replaceAll(/^(?=.)/gmu, '> '),
    addedLines: 0,
  },
  {
    name: 'blank lines above',
    change: (input) => `\n\n${input}`,
    addedLines: 2,
  },
  {
    name: 'a shell prompt above and below',
    change: (input) => `$ kubectl get pods -o yaml\n${input}\n$ \n`,
    addedLines: 1,
  },
  {
    name: 'a code fence around',
    change: (input) => `\`\`\`yaml\n${input.replace(/\n$/u, '')}\n\`\`\`\n`,
    addedLines: 1,
  },
  {
    name: 'words above and below',
    change: (input) => `This is what I see, any idea?\n\n${input}\nThanks in advance\n`,
    addedLines: 2,
  },
];

// Mixed with a describe, or fenced already, a text cannot be wrapped once more.
const PLAIN = CASES.filter(({ name }) => !/^(?:describe|init-container|quoted)/u.test(name));

describe.each(VARIANTS)('$name changes nothing', ({ name: variant, change, addedLines }) => {
  // Spaces before tabs would change their width.
  const cases = PLAIN.filter(({ name }) => name !== 'tabs' || variant !== 'indented');
  test.each(cases)('$name', ({ input }) => {
    expect(summarise(change(input), addedLines)).toEqual(summarise(input, 0));
  });
});
