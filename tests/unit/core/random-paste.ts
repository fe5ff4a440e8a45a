// Pastes at random: any text, text that looks like kubectl's, and fixtures that were damaged.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc, { type Arbitrary } from 'fast-check';

const FIXTURES = join(import.meta.dirname, '../../fixtures/describe');
export const INPUTS: readonly string[] = readdirSync(FIXTURES)
  .sort()
  .map((name) => readFileSync(join(FIXTURES, name, 'input.txt'), 'utf8'));

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(' ', '\t', '\n', '\r', ':', '-', '|', '>', '`', '"', '\\n', '│', 'a', '1'),
    )
    .map((parts) => parts.join('')),
);

/** Names that every object of JavaScript has, and other trouble. */
const odd = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '<none>',
  '<script>alert(1)</script>',
  '\u202eabc',
  '💥',
  '',
);
const name = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('web', 'web-0', 'shop', 'Running', 'app'),
  },
  { weight: 1, arbitrary: odd },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
);
const number = fc.oneof(
  fc.nat(300).map(String),
  fc.constantFrom('-1', '1e9', '99999999999999999999'),
);
const key = fc.constantFrom(
  ...['Name', 'Namespace', 'Node', 'Labels', 'Annotations', 'Status', 'Reason', 'Message', 'IP'],
  ...['Init Containers', 'Containers', 'Ephemeral Containers', 'Conditions', 'Volumes', 'Events'],
  ...['Image', 'Port', 'Command', 'Args', 'State', 'Last State', 'Ready', 'Restart Count'],
  ...['Exit Code', 'Started', 'Finished', 'Limits', 'Requests', 'Liveness', 'Environment'],
  ...['Mounts', 'QoS Class', 'Tolerations', 'Type', 'Taints', 'Allocated resources', 'web'],
);
const word = fc.oneof(name, number);
const indent = fc.constantFrom('', '', '  ', '    ', '      ', '\t', '> ');
const age = fc.constantFrom('3m', '3m (x106 over 33m)', '<unknown>', '2d3h', '(x over )');
const reason = fc.constantFrom('Failed', 'BackOff', 'FailedScheduling', 'Unhealthy', '__proto__');
const message = fc.oneof(
  name,
  fc.constantFrom(
    '0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint {a: b}.',
    '0/99999999999999999999 nodes are available: , , .',
    'Liveness probe failed: Get "http://10.1.2.3:80/": context deadline exceeded',
    'Back-off pulling image "web:1"',
  ),
);
const line = fc.oneof(
  fc.tuple(indent, key, word).map(([space, head, value]) => `${space}${head}:  ${value}`),
  fc.tuple(indent, name).map(([space, value]) => `${space}${value}:`),
  fc
    .tuple(fc.constantFrom('Normal', 'Warning', 'Odd'), reason, age, message)
    .map(([type, ...cells]) => `  ${type}  ${cells.slice(0, 2).join('  ')}  kubelet  ${cells[2]}`),
  fc
    .tuple(age, reason, fc.constantFrom('pod', 'Node', 'constructor'), name, message)
    .map(([ago, why, kind, who, what]) => `${ago}  Warning  ${why}  ${kind}/${who}  ${what}`),
  fc.tuple(name, word, word).map((cells) => `${cells.join('   ')}   0   3m`),
  fc.constantFrom(
    ...['NAME   READY   STATUS   RESTARTS   AGE', 'NAME  STATUS  ROLES  AGE  VERSION'],
    ...['NAMESPACE   LAST SEEN   TYPE   REASON   OBJECT   MESSAGE', '$ kubectl get pods', '---'],
    ...['  Type    Status', '  Ready   False', '{"kind": "Pod",', 'apiVersion: v1', '...', ''],
    '    Liveness:  exec [sh -c set -e',
  ),
  anyText,
);
const likeKubectl = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));

type Damage = (lines: readonly string[], at: number, other: number) => string[];
const DAMAGES: readonly Damage[] = [
  (lines, at) => lines.toSpliced(at, 1),
  (lines, at, other) => lines.toSpliced(at, other % 10),
  (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
  (lines, at, other) => lines.with(at, lines[other] ?? '').with(other, lines[at] ?? ''),
  (lines, at, other) => lines.with(at, (lines[at] ?? '').slice(0, other % 60)),
  (lines, at, other) => lines.with(at, (lines[at] ?? '').slice(other % 20)),
  (lines, at, other) =>
    lines.with(
      at,
      (lines[at] ?? '').slice(0, other % 50) + (lines[at] ?? '').slice((other % 50) + 1),
    ),
  (lines, at) => lines.with(at, (lines[at] ?? '').trim()),
  (lines, at) => lines.with(at, (lines[at] ?? '').replaceAll(/\s+/gu, ' ')),
  (lines, at) => lines.slice(0, at + 1),
  (lines, at) => lines.slice(at),
  (lines, at) => lines.toSpliced(at, 2, (lines[at] ?? '') + (lines[at + 1] ?? '')),
];

/** A fixture with up to eight lines or characters deleted, doubled, swapped, cut or run together. */
export const damagedInput: Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...INPUTS),
    fc.array(fc.tuple(fc.constantFrom(...DAMAGES), fc.nat(), fc.nat()), {
      maxLength: 8,
    }),
  )
  .map(([input, damages]) =>
    damages
      .reduce<string[]>(
        (lines, [damage, at, other]) =>
          lines.length === 0 ? [] : damage(lines, at % lines.length, other % lines.length),
        input.split('\n'),
      )
      .join('\n'),
  );

export const paste: Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: anyText },
  { weight: 2, arbitrary: likeKubectl },
  { weight: 3, arbitrary: damagedInput },
);
