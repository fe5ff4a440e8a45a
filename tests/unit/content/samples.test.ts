import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readContentTexts, readFences } from '../../helpers/content-texts.ts';
import { manifestProblems, toManifestSample } from '../../helpers/manifest-samples.ts';

// The compiler reads all kinds once; on a busy machine that takes a while.
const blocks = readContentTexts()
  .flatMap(readFences)
  .filter(({ language }) => /^ya?ml$/u.test(language))
  .flatMap(({ where, text }) => parseAllDocuments(text).map((document) => ({ where, document })));

test('every YAML sample parses', () => {
  expect(blocks.length).toBeGreaterThan(0);
  expect(
    blocks.flatMap(({ where, document }) =>
      document.errors.map(({ message }) => `${where}: ${message}`),
    ),
  ).toEqual([]);
});

test('every manifest has only fields that its kind has', () => {
  const samples = blocks.flatMap(
    ({ where, document }) => toManifestSample(where, document.toJS()) ?? [],
  );
  expect(samples.length).toBeGreaterThan(0);
  expect(manifestProblems(samples)).toEqual([]);
});

describe('manifestProblems', () => {
  const pod = (container: object) => ({
    where: 'en.mdx:3',
    apiVersion: 'v1',
    kind: 'Pod',
    value: { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'web', ...container }] } },
  });

  test('finds a misspelt field, a wrong type and an unknown kind, and names the place', () => {
    const problems = manifestProblems([
      pod({ image: 'web:1' }),
      pod({ resource: {} }),
      pod({ image: 1 }),
      { ...pod({}), kind: 'Pood' },
      { ...pod({}), apiVersion: 'pods/v1' },
    ]);
    expect(problems).toEqual([
      expect.stringMatching(/^en\.mdx:3: .*"resource"' does not exist in type 'IContainer'/u),
      expect.stringMatching(/^en\.mdx:3: Type 'number' is not assignable to type 'string'/u),
      expect.stringMatching(/^en\.mdx:3: .*no exported member 'IPood'/u),
      expect.stringMatching(/^en\.mdx:3: Cannot find module 'kubernetes-models\/pods\/v1'/u),
    ]);
  });
});
