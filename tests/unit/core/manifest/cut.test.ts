import { describe, expect, test } from 'vitest';
import { readLines } from '../../../../src/core/lines.ts';
import { cutManifests } from '../../../../src/core/manifest/index.ts';
import { finish } from '../../../../src/core/steps.ts';

const partsOf = (text: string) => finish(cutManifests(readLines(text).lines));
const rangesOf = (text: string) => partsOf(text).map(({ from, to }) => [from, to]);
const linesOf = (text: string) =>
  partsOf(text).flatMap(({ lines }) => lines.map((line) => `${line.number} ${line.text}`));

const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web-0\nstatus:\n  phase: Running';
const DESCRIBE = 'Name:         web-0\nNamespace:    shop\nStatus:       Running';
const LONG = `message: '${'word '.repeat(16)}`;
const MORE = 'and more of them '.repeat(4).trimEnd();

describe('cutManifests finds', () => {
  test.each<[string, string, number[][]]>([
    ['an object', POD, [[1, 6]]],
    ['an object below a prompt', `$ kubectl get pod web-0 -o yaml\n${POD}\n$ `, [[2, 7]]],
    ['an object with its separator', `---\n${POD}`, [[1, 7]]],
    [
      'two objects between separators',
      `---\n${POD}\n---\n${POD}`,
      [
        [1, 7],
        [8, 14],
      ],
    ],
    [
      'two objects without a separator',
      `${POD}\n${POD}`,
      [
        [1, 6],
        [7, 12],
      ],
    ],
    ['an object below a describe', `${DESCRIBE}\n\n${POD}`, [[5, 10]]],
    ['an object above a describe', `${POD}\n${DESCRIBE}`, [[1, 6]]],
    ['an object above a table', `${POD}\nNAME   READY   STATUS   RESTARTS   AGE`, [[1, 6]]],
    ['an object above words', `${POD}\nThe pod was fine before.`, [[1, 6]]],
    ['an object above a log', `${POD}\npanic: no such table`, [[1, 6]]],
    ['an object whose first line lost its indent', POD.replaceAll('\n', '\n    '), [[1, 6]]],
    ['a status alone', 'status:\n  containerStatuses:\n  - name: web', [[1, 3]]],
    ['conditions alone', '- lastProbeTime: null\n  type: Ready\n  status: "False"', [[1, 3]]],
    ['a state alone', 'state:\n  waiting:\n    reason: ErrImagePull', [[1, 3]]],
    ['compact JSON', '{"apiVersion":"v1","kind":"Pod"}', [[1, 1]]],
    ['JSON and what stands behind it', '{\n"apiVersion":"v1"\n}\nThanks', [[1, 3]]],
    ['JSON that was cut', '{\n  "apiVersion": "v1",\n  "kind": "Po\n$ ls', [[1, 3]]],
    [
      'each item of a list, and the list around them',
      'apiVersion: v1\nitems:\n- apiVersion: v1\n  kind: Pod\n- apiVersion: v1\n  kind: Pod\nkind: List\nmetadata:\n  resourceVersion: ""',
      [
        [1, 2],
        [3, 4],
        [5, 9],
      ],
    ],
    [
      'each item of a JSON list',
      '{\n  "apiVersion": "v1",\n  "items": [\n    {\n      "kind": "Pod"\n    },\n    {\n      "kind": "Pod"\n    }\n  ]\n}',
      [
        [1, 3],
        [4, 6],
        [7, 11],
      ],
    ],
    [
      'each item of a list of one kind, which does not repeat it',
      'apiVersion: v1\nitems:\n- metadata:\n    name: a\n- metadata:\n    name: b\nkind: PodList',
      [
        [1, 2],
        [3, 4],
        [5, 7],
      ],
    ],
  ])('%s', (_name, text, ranges) => {
    expect(rangesOf(text)).toEqual(ranges);
  });

  test.each([
    ['a describe', DESCRIBE],
    [
      'an argument inside of a describe',
      `${DESCRIBE}\nContainers:\n  a:\n    Args:\n${POD.replaceAll(/^/gmu, '      ')}`,
    ],
    ['a log of JSON lines', '{"level":"info","kind":"x"}\n{"status":"ok"}'],
    ['words', 'status: it does not work\nkind: regards'],
    ['another file', 'services:\n  web:\n    image: nginx\nstatus:\n  page: on'],
    ['a file of values', 'spec:\n  replicas: 3\n  tag: v1'],
    ['an owner alone', '  - apiVersion: apps/v1\n    kind: ReplicaSet\n    name: web'],
  ])('nothing in %s', (_name, text) => {
    expect(rangesOf(text)).toEqual([]);
  });
});

describe('cutManifests mends', () => {
  test.each([
    ['tabs of two', 'status:\n\tphase: Running\n\tconditions:\n\t- type: Ready\n\t\tstatus: x'],
    ['tabs of eight', 'status:\n  phase: Running\n  conditions:\n  - type: Ready\n    status: x'],
  ])('%s', (_name, text) => {
    const yaml = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n${text}`.replaceAll(
      text.includes('\t') ? '  name' : '        ',
      '\tname',
    );
    expect(linesOf(yaml).join('\n')).toContain('  - type: Ready');
    expect(linesOf(yaml).join('\n')).toContain('    status: x');
  });

  test('managedFields are left out', () => {
    const text = POD.replace(
      'metadata:\n',
      'metadata:\n  managedFields:\n  - manager: kubelet\n    fieldsV1:\n      f:status: {}\n',
    );
    expect(linesOf(text)).toEqual([
      '1 apiVersion: v1',
      '2 kind: Pod',
      '3 metadata:',
      '8   name: web-0',
      '9 status:',
      '10   phase: Running',
    ]);
  });

  test('dots for what was left out do not end the document', () => {
    const text = POD.replace('status:', '...\nstatus:');
    expect(rangesOf(text)).toEqual([[1, 7]]);
    expect(linesOf(text)).toContain('5 ');
  });

  test.each([
    // Lines of two lengths were cut by no terminal.
    ['at spaces', `${LONG}\n${MORE}\nend'`, `${LONG}${MORE} end'`],
    ['inside of a word', `${LONG}wo\nrd'`, `${LONG}word'`],
  ])('lines that were cut %s', (_name, wrapped, whole) => {
    const text = `status:\n  containerStatuses:\n  - ${wrapped}\n    name: web`;
    expect(linesOf(text)).toContain(`3   - ${whole}`);
    expect(linesOf(text).at(-1)).toMatch(/^\d+ {5}name: web$/u);
  });

  test('names of an object whose beginning is missing', () => {
    const text =
      '      f:status: {}\n    manager: kubelet\n  name: web-0\nstatus:\n  containerStatuses: []';
    expect(rangesOf(text)).toEqual([[1, 5]]);
    expect(linesOf(text).slice(0, 2)).toEqual(['3 metadata:', '3   name: web-0']);
  });
});

describe('cutManifests takes a list on one line apart', () => {
  const pod = (name: string) =>
    JSON.stringify({
      metadata: { name, annotations: { note: '"items":[{}], \\', ballast: 'x'.repeat(60_000) } },
    });
  const [first, second] = [pod('a'), pod('b')];
  const items = `"items":[${first}, ${second}]`;

  test.each([
    ['that ends with its items', `{"apiVersion":"v1","kind":"PodList",${items}}`],
    ['that begins with its items', `{${items},"kind":"PodList","apiVersion":"v1"}`],
    ['that was cut', `{"apiVersion":"v1","kind":"PodList",${items}`],
  ])('%s', (_name, text) => {
    const parts = partsOf(text);
    expect(parts.map(({ from, to, kind }) => [from, to, kind])).toEqual([
      [1, 1, undefined],
      [1, 1, 'Pod'],
      [1, 1, 'Pod'],
    ]);
    expect(parts.slice(1).map(({ lines }) => lines.map((line) => line.text).join(''))).toEqual([
      first,
      second,
    ]);
  });

  test('a short one stays as it is', () => {
    expect(partsOf('{"apiVersion":"v1","kind":"PodList","items":[{"a":1},{"a":2}]}')).toHaveLength(
      1,
    );
  });
});

// Each of these would take minutes if every line were followed to the end of the text.
test.each([
  ['nested parts', Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}state:`)],
  ['unclosed brackets', Array.from({ length: 20_000 }, () => '[{"status":')],
  ['first lines', Array.from({ length: 20_000 }, () => 'status:\n  a: b')],
])('%s are looked at once', (_name, lines) => {
  const start = performance.now();
  expect(rangesOf(lines.join('\n'))).toEqual([]);
  expect(performance.now() - start).toBeLessThan(5000);
});
