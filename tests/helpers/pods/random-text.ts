// Names, times and texts at random, such as clusters and programs write.
import fc, { type Arbitrary } from 'fast-check';
import type { Texts } from './pod-case.ts';

// Not `fc.stringMatching`, which takes a hundred times as long.
export const word: Arbitrary<string> = fc.nat({ max: 36 ** 6 }).map((n) => `w${n.toString(36)}`);
export const hex: Arbitrary<string> = fc.nat().map((n) => n.toString(16).padStart(16, '0'));
export const dnsName: Arbitrary<string> = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((words) => words.join('-'));
export const time: Arbitrary<string> = fc
  .date({
    min: new Date('2025-01-01T00:00:00Z'),
    max: new Date('2026-06-01T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);

/** A line that somebody's program could have written. */
export const phrase: Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(word, { minLength: 1, maxLength: 8 }).map((w) => w.join(' ')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'panic: runtime error: invalid memory address',
      'Error: cannot find module "x"',
      'Caused by: java.net.ConnectException: Connection refused',
      'level=error msg="dial tcp 10.0.0.7:5432: i/o timeout" code=28P01',
      'Get "http://10.1.2.3:8080/healthz": context deadline exceeded (Client.Timeout exceeded)',
      'goroutine 1 [running]:',
      '无法连接数据库：连接被拒绝',
      'a, b; c (d) [e] {f} <g> "h" \'i\' 100% #1 @x $y ^z ~ = + * | \\n',
      'Reason: unknown',
      'key: value',
      'Name: not a pod',
      'Status: 500',
      'Ready: yes',
      'Exit Code: 1',
      'Started: now',
      'Message: hello',
      'web:',
      '50%',
      '  indented: twice',
      'State:          Running',
      '0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint {a: b}.',
    ),
  },
);
export const text: Arbitrary<string> = fc
  .array(phrase, { minLength: 1, maxLength: 3 })
  .map((lines) => lines.join('\n'))
  .filter((lines) => !lines.startsWith('<'));
/** Between events, Chinese below English is taken for a remark of whoever pasted. */
export const eventText: Arbitrary<string> = text.filter((lines) => !/[\u3400-\u9fff]/u.test(lines));
/** At the edge of the text such a line is taken for a prompt, but arguments are deeper. */
export const argument: Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom('kubectl get pods -n shop', '$', 'set -e\n$ ls') },
);
export const shortText: Arbitrary<string> = fc.oneof(
  word,
  phrase,
  fc.constantFrom('a=b', 'x: y', 'x:', 'http://a:1/?b=c', ''),
);

export const labels: Arbitrary<Texts> = fc.dictionary(
  fc.oneof(
    word,
    word.map((key) => `app.kubernetes.io/${key}`),
  ),
  word,
  {
    maxKeys: 4,
    noNullPrototype: true,
  },
);
export const annotations: Arbitrary<Texts> = fc.dictionary(
  word.map((key) => `example.com/${key}`),
  fc.oneof(
    shortText,
    text,
    word.map((one) => one.repeat(40)),
  ),
  { maxKeys: 3, noNullPrototype: true },
);
export const unique = <T>(
  items: Arbitrary<T>,
  key: (item: T) => string,
  maxLength: number,
): Arbitrary<T[]> => fc.uniqueArray(items, { selector: key, maxLength });
