import { describe, expect, test } from 'vitest';
import { readLines } from '../../../src/core/lines.ts';
import { cutManifests, type LocatedNode } from '../../../src/core/manifest/index.ts';
import { finish } from '../../../src/core/steps.ts';
import { parseManifest } from '../../../src/manifest/parse-yaml.ts';

const HEAD = 'apiVersion: v1\nkind: Pod\n';

const nodesOf = (text: string) =>
  finish(cutManifests(readLines(text).lines)).flatMap((part) => parseManifest(part));

/** A node as plain data, with its lines: `[line, value]`, `[line, last line, value]`. */
function toPlain(node: LocatedNode): unknown {
  const place = [node.line, ...(node.endLine === undefined ? [] : [node.endLine])];
  if (node.kind === 'unread') return [...place, 'unread'];
  if (node.kind === 'scalar') return [...place, node.value];
  if (node.kind === 'list') return [...place, node.items.map(toPlain)];
  const entries = [...node.entries.values()].map(
    (entry) => [`${entry.line} ${entry.key}`, toPlain(entry.node)] as const,
  );
  return [...place, Object.fromEntries(entries)];
}

/** What the value of `metadata` became. */
function metadataOf(text: string): unknown {
  const [root] = nodesOf(`${HEAD}${text}`);
  const node = root?.kind === 'map' ? root.entries.get('metadata')?.node : undefined;
  return node && toPlain(node);
}

describe('parseManifest: every node keeps its line', () => {
  test.each([
    ['a text', 'metadata:\n  name: web-0', [4, { '4 name': [4, 'web-0'] }]],
    ['a number', 'metadata:\n  generation: 3', [4, { '4 generation': [4, 3] }]],
    ['a number in quotes', 'metadata:\n  uid: "3"', [4, { '4 uid': [4, '3'] }]],
    ['true', 'metadata:\n  ready: true', [4, { '4 ready': [4, true] }]],
    ['yes, a text since YAML 1.2', 'metadata:\n  ready: yes', [4, { '4 ready': [4, 'yes'] }]],
    ['nothing', 'metadata:\n  name:\n  uid: a', [4, 5, { '4 name': [4, null], '5 uid': [5, 'a'] }]],
    [
      'a list',
      'metadata:\n  a:\n  - x\n  - y',
      [
        4,
        6,
        {
          '4 a': [
            5,
            6,
            [
              [5, 'x'],
              [6, 'y'],
            ],
          ],
        },
      ],
    ],
    ['a folded text', "metadata:\n  a: 'x\n    y'", [4, 5, { '4 a': [4, 5, 'x y'] }]],
    [
      'a block',
      'metadata:\n  a: |\n    x\n    y\n  b: z',
      [4, 7, { '4 a': [4, 6, 'x\ny\n'], '7 b': [7, 'z'] }],
    ],
    ['an empty map', 'metadata:\n  a: {}', [4, { '4 a': [4, {}] }]],
    ['a key that stands twice', 'metadata:\n  a: x\n  a: y', [4, { '4 a': [4, 'x'] }]],
    ['a hostile key', 'metadata:\n  __proto__: x', [4, { ['4 __proto__']: [4, 'x'] }]],
    ['a tag', 'metadata:\n  a: !!binary aGk=', [4, { '4 a': [4, 'aGk='] }]],
  ])('%s', (_name, text, plain) => {
    expect(metadataOf(text)).toEqual(plain);
  });

  test('JSON, with escapes and Unicode', () => {
    const text = '{\n  "apiVersion": "v1",\n  "message": "a \\"b\\" \\u003cnone\\u003e 中文"\n}';
    expect(nodesOf(text).map(toPlain)).toEqual([
      [1, 3, { '2 apiVersion': [2, 'v1'], '3 message': [3, 'a "b" <none> 中文'] }],
    ]);
  });
});

describe('parseManifest reads what it can', () => {
  test.each([
    [
      'a text that was cut',
      "metadata:\n  name: web\n  a: 'x\n    y",
      [4, 6, { '4 name': [4, 'web'], '5 a': [5, 6, 'x y'] }],
    ],
    ['a key that was cut', 'metadata:\n  name: web\n  na', [4, 5, { '4 name': [4, 'web'] }]],
    [
      'a quote that is missing in the middle',
      "metadata:\n  a: 'x\n  name: web",
      [4, 5, { '4 a': [4, 'x'], '5 name': [5, 'web'] }],
    ],
  ])('%s', (_name, text, plain) => {
    expect(metadataOf(text)).toMatchObject(plain);
  });

  test('a line that is wrong costs itself and what is below it', () => {
    const text = `${HEAD}metadata:\n  name: web\n  labels: a: b\n    c: d\n  uid: x\nstatus:\n  phase: Running`;
    expect(nodesOf(text).map(toPlain)).toEqual([
      [
        1,
        9,
        {
          '1 apiVersion': [1, 'v1'],
          '2 kind': [2, 'Pod'],
          '3 metadata': [4, 7, { '4 name': [4, 'web'], '7 uid': [7, 'x'] }],
          '8 status': [9, { '9 phase': [9, 'Running'] }],
        },
      ],
      [5, 'unread'],
      [6, 'unread'],
    ]);
  });

  test('JSON that was cut', () => {
    const [root] = nodesOf(
      '{\n  "apiVersion": "v1",\n  "status": {\n    "phase": "Running",\n    "podI',
    );
    expect(root && toPlain(root)).toMatchObject([
      1,
      5,
      { '2 apiVersion': [2, 'v1'], '3 status': [3, 5, { '4 phase': [4, 'Running'] }] },
    ]);
  });
});

describe('parseManifest against hostile texts', () => {
  test('aliases are followed once, not into each other', () => {
    const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 10; i += 1) {
      const alias = `*a${i - 1}`;
      bomb.push(`a${i}: &a${i} [${Array<string>(9).fill(alias).join(',')}]`);
    }
    const nodes = nodesOf(`${HEAD}metadata:\n  ${bomb.join('\n  ')}`);
    const count = (node: LocatedNode): number => {
      if (node.kind === 'list') return node.items.reduce((sum, item) => sum + count(item), 1);
      if (node.kind !== 'map') return 1;
      return [...node.entries.values()].reduce((sum, entry) => sum + count(entry.node), 1);
    };
    expect(nodes.reduce((sum, node) => sum + count(node), 0)).toBeLessThan(1000);
  });

  test.each([
    ['brackets without end', `a: ${'['.repeat(100_000)}`],
    ['braces without end', `a: ${'{a: '.repeat(20_000)}`],
    ['dashes without end', '- '.repeat(20_000)],
    [
      'a map in a map in a map',
      Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i + 2)}a:`).join('\n'),
    ],
    ['a key that is a map', '? {a: b}\n: c'],
    ['an alias without an anchor', 'a: *b'],
    ['an alias of itself', 'a: &a [*a]'],
    ['a directive', '%YAML 9.9'],
    ['characters that are none', 'a: \u0000\ud800'],
  ])('%s', (_name, text) => {
    expect(() => nodesOf(`${HEAD}metadata:\n  name: web\n  ${text}`)).not.toThrow();
    expect(() => nodesOf(`${text}\n${HEAD}metadata:\n  name: web`)).not.toThrow();
  });

  test('a part that is too long is not read', () => {
    const text = `${HEAD}metadata:\n  name: ${'x'.repeat(4_000_001)}`;
    expect(nodesOf(text)).toEqual([]);
  });
});
