// What kubectl prints of a pod is read back and compared with the pod, field by field.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/core/index.ts';
import { findKubectls, startApiserver } from '../helpers/fake-apiserver.ts';
import { factsOfCase } from '../helpers/pods/facts-of-case.ts';
import { factsOfReport } from '../helpers/pods/facts-of-report.ts';
import { toApiObjects, type PodCase } from '../helpers/pods/pod-case.ts';
import { podCase } from '../helpers/pods/random-pod.ts';

/** Other pods: ROUNDTRIP_SEED=7 npm run test:unit -- roundtrip */
const SEED = Number(process.env['ROUNDTRIP_SEED'] ?? 1);
const PODS = 200;
const SHRINK_MS = 20_000;
const TEST_MS = 60_000;
const ROOT = join(import.meta.dirname, '../..');
const FIXTURES = join(ROOT, 'tests/fixtures/roundtrip');
const REPORT = join(ROOT, 'reports/roundtrip');

const named = (one: PodCase, name: string): PodCase => ({
  ...one,
  pod: { ...one.pod, metadata: { ...one.pod.metadata, name } },
});

async function print(program: string, cases: readonly PodCase[]): Promise<string> {
  const now = new Date();
  const server = await startApiserver(cases.flatMap((one) => toApiObjects(one, now)));
  try {
    return await server.run(program, ['describe', 'pods', '-n', 'shop']);
  } finally {
    server.stop();
  }
}

const plain = (facts: object): unknown => JSON.parse(JSON.stringify(facts));
const expectedOf = (cases: readonly PodCase[]) => ({
  pods: cases.map((one) => plain(factsOfCase(one))),
  notUnderstood: [],
});
function readBack(printed: string) {
  const { objects, skipped } = parse(printed);
  return {
    pods: objects.map((object) => plain(factsOfReport(object))),
    notUnderstood: skipped.map(({ text }) => text),
  };
}

const comesBack = (printed: string, cases: readonly PodCase[]) =>
  isDeepStrictEqual(readBack(printed), expectedOf(cases));

/** The smallest pod like this one that is not read back, ready to become a fixture. */
async function shrink(program: string, index: number): Promise<string> {
  const failure = await fc.check(
    fc.asyncProperty(podCase, async (one) => {
      const only = [named(one, 'pod-0')];
      return comesBack(await print(program, only), only);
    }),
    { seed: SEED, path: String(index), numRuns: 1, interruptAfterTimeLimit: SHRINK_MS },
  );
  const [smallest] = failure.counterexample ?? [];
  if (!smallest) return '';
  const only = named(smallest, 'pod-0');
  mkdirSync(REPORT, { recursive: true });
  writeFileSync(join(REPORT, 'pods.json'), `${JSON.stringify([only], null, 2)}\n`);
  writeFileSync(join(REPORT, 'printed.txt'), await print(program, [only]));
  return 'The smallest such pod and what kubectl prints of it are in reports/roundtrip: move them to tests/fixtures/roundtrip/<case>.';
}

// Pods that were once misread, and some of each sort for machines without kubectl.
describe('as once printed', () => {
  test.each(readdirSync(FIXTURES))('%s', (name) => {
    const read = (file: string) => readFileSync(join(FIXTURES, name, file), 'utf8');
    const cases = JSON.parse(read('pods.json')) as PodCase[];
    expect(readBack(read('printed.txt'))).toEqual(expectedOf(cases));
  });
});

const kubectls = findKubectls();
const isMissing = kubectls.length === 0;
const NOBODY = { name: 'kubectl, which is not on PATH', path: '' };
if (isMissing) process.stderr.write('No kubectl on PATH: no pods are printed and read back.\n');

describe.skipIf(isMissing)('printed now', () => {
  const cases = fc
    .sample(podCase, { numRuns: PODS, seed: SEED })
    .map((one, index) => named(one, `pod-${String(index).padStart(3, '0')}`));

  test.each(isMissing ? [NOBODY] : kubectls)(
    `${PODS} pods at random, by $name`,
    async ({ path }) => {
      const read = readBack(await print(path, cases));
      const expected = expectedOf(cases);
      const wrong = expected.pods.findIndex((pod, i) => !isDeepStrictEqual(pod, read.pods[i]));
      const hint = wrong < 0 ? '' : await shrink(path, wrong);
      expect(read.pods[wrong], hint).toEqual(expected.pods[wrong]);
      expect(read).toEqual(expected);
    },
    TEST_MS,
  );
});
