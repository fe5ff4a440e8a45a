// Lists that are longer than the parser of YAML can read at once.
import { describe, expect, test } from 'vitest';
import { readText } from './manifest.ts';

const item = (name: string) => ({
  metadata: { name, namespace: 'shop' },
  status: { phase: 'Pending' },
});
const NAMES = ['web-0', 'web-1'];
const POD_LIST = { apiVersion: 'v1', kind: 'PodList', items: NAMES.map(item) };
const YAML = `apiVersion: v1
items:
- metadata:
    name: web-0
    namespace: shop
  status:
    phase: Pending
- metadata:
    name: web-1
    namespace: shop
  status:
    phase: Pending
kind: PodList
`;
/** Longer than what is read on one line. */
const BALLAST = 'x'.repeat(200_000);

describe('items of a list of one kind are of that kind', () => {
  test.each([
    ['YAML', YAML],
    [
      'YAML that says it first',
      YAML.replace('items:', 'kind: PodList\nitems:').replace(/kind: PodList\n$/u, ''),
    ],
    ['JSON', JSON.stringify(POD_LIST, null, 4)],
    ['JSON on one line', JSON.stringify(POD_LIST)],
    ['long JSON on one line', JSON.stringify({ ...POD_LIST, metadata: { note: BALLAST } })],
  ])('%s', (_name, text) => {
    const { objects, skipped } = readText(text);
    expect(objects.map(({ kind, name, status }) => [kind, name?.value, status?.value])).toEqual(
      NAMES.map((name) => ['Pod', name, 'Pending']),
    );
    expect(skipped).toEqual([]);
  });
});

describe('what is too long to be parsed', () => {
  const rows = Array.from({ length: 50_000 }, (_, i) => `  key${String(i)}: ${'v'.repeat(90)}`);
  const tooLong = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: big\ndata:\n${rows.join('\n')}`;

  test('is said with its lines and its length, instead of each line of it', () => {
    const report = readText(tooLong);
    expect(report.tooLong).toEqual([
      { line: 1, endLine: 50_005, characters: tooLong.length + 1, limit: 4_000_000 },
    ]);
    expect(report.objects).toEqual([]);
    expect(report.skipped).toEqual([]);
  });

  test('does not keep others from being read', () => {
    const { objects, tooLong: parts } = readText(`${tooLong}\n---\n${YAML}`);
    expect(objects.map(({ name }) => name?.value)).toEqual(NAMES);
    expect(parts).toHaveLength(1);
  });

  test('is not spoken of where all was read', () => {
    expect(readText(YAML)).not.toHaveProperty('tooLong');
  });
});
