// What kubectl prints of a pod is read back and compared with the pod, field by field.
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from '../../src/core/index.ts';
import { findKubectls, startApiserver } from '../helpers/fake-apiserver.ts';
import { factsOfCase, factsOfReport, toApiObjects } from '../helpers/pod-case.ts';
import { podCase } from '../helpers/random-pod.ts';

const SEED = Number(process.env['ROUNDTRIP_SEED'] ?? 1);
const PODS = Number(process.env['ROUNDTRIP_PODS'] ?? 100);
const kubectls = findKubectls();
const cases = fc.sample(podCase, { numRuns: PODS, seed: SEED }).map((one, index) => ({
  ...one,
  pod: {
    ...one.pod,
    metadata: { ...one.pod.metadata, name: `pod-${String(index).padStart(4, '0')}` },
  },
}));
const server = await startApiserver(cases.flatMap((one) => toApiObjects(one, new Date())));
afterAll(server.stop);

describe.each(kubectls)('$name', ({ path }) => {
  test('round trip', async () => {
    const printed = await server.run(path, ['describe', 'pods', '-n', 'shop']);
    const { objects, skipped } = parse(printed);
    for (const [i, one] of cases.entries()) {
      const o = objects[i];
      expect({ ...(o && factsOfReport(o)), case: i }).toEqual({ ...factsOfCase(one), case: i });
    }
    expect(skipped).toEqual([]);
  });
});
