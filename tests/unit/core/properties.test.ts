// What holds for every paste, tried on thousands of random ones.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor, diagnose, parse, splitLines } from '../../../src/core/index.ts';
import { uiText } from '../../../src/i18n/index.ts';
import { toIssue } from '../../../src/report/issue.ts';
import { toMarkdown } from '../../../src/report/markdown.ts';
import { countWork } from './count-work.ts';
import { eventsText, podText } from './paste.ts';
import { INPUTS, paste } from './random-paste.ts';
import { namedPaste } from './random-names.ts';
import { RULES } from '../../helpers/catalogue.ts';

/** The same pastes each time. To try others: PROPERTIES_SEED=7 npm run test:unit -- properties */
const SEED = Number(process.env['PROPERTIES_SEED'] ?? 1);
const RUNS = Number(process.env['PROPERTIES_RUNS'] ?? 1000);
const TEST_MS = 60_000;

const options = { seed: SEED, numRuns: RUNS };

/** Every line number in a value, whichever field holds it. */
function lineNumbersIn(value: unknown, key = ''): number[] {
  if (typeof value === 'number') return /^(?:line|endLine|lines)$/u.test(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => lineNumbersIn(one, key));
  if (typeof value !== 'object' || value === null) return [];
  const own = 'number' in value && 'text' in value ? [Number(value.number)] : [];
  return [...own, ...Object.entries(value).flatMap(([name, one]) => lineNumbersIn(one, name))];
}

const causesOf = (text: string) =>
  diagnose(text, RULES).findings.map(({ cause, confidence, past, container, evidence }) => ({
    ...{ cause, confidence, past, container },
    lines: evidence.map(({ line }) => line),
  }));

describe('any paste', () => {
  test(
    'is diagnosed, and every line that is spoken of is there',
    () => {
      fc.assert(
        fc.property(paste, (text) => {
          const lines = splitLines(text);
          const { findings, objects, skipped, report } = diagnose(text, RULES);
          expect(report.lineCount).toBeLessThanOrEqual(lines.length);
          for (const line of lineNumbersIn({
            findings,
            objects,
            skipped,
            report,
          })) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(lines.length);
          }
          for (const { line, text: quoted } of findings.flatMap(({ evidence }) => evidence))
            expect(quoted).toBe(lines[line - 1]);
        }),
        options,
      );
    },
    TEST_MS,
  );

  test(
    'has the same causes with Windows line ends',
    () => {
      fc.assert(
        fc.property(paste, (text) => {
          const unix = text.replaceAll(/\r\n?/gu, '\n');
          expect(causesOf(unix.replaceAll('\n', '\r\n'))).toEqual(causesOf(unix));
        }),
        { ...options, numRuns: RUNS / 2 },
      );
    },
    TEST_MS,
  );

  test(
    'has the same diagnosis each time',
    () => {
      fc.assert(
        fc.property(paste, (text) => {
          expect(diagnose(text, RULES)).toEqual(diagnose(text, RULES));
        }),
        { ...options, numRuns: RUNS / 4 },
      );
    },
    TEST_MS,
  );
});

describe('redaction', () => {
  const redactAll = (text: string) => {
    const redactor = createRedactor(text, parse(text));
    const lines = splitLines(text).map((line, index) => redactor.redactLine(index + 1, line));
    return { redactor, lines };
  };

  test(
    'leaves none of the names that it found in any paste',
    () => {
      fc.assert(
        fc.property(paste, (text) => {
          const { redactor } = redactAll(text);
          const left = redactor.redact(text).replaceAll(/<[a-z]+-\d+>/gu, ' ');
          for (const { original } of redactor.replacements) {
            if (original.length < 4) continue;
            const before = left.split(original);
            // What is part of a longer name stays: `web` in `web-server`.
            const isWhole = before.some(
              (part, i) =>
                i > 0 &&
                !/[A-Za-z0-9-]$/u.test(before[i - 1] ?? '') &&
                !/^[A-Za-z0-9-]/u.test(part),
            );
            expect(isWhole, original).toBe(false);
          }
        }),
        options,
      );
    },
    TEST_MS,
  );

  test(
    'finds the names of a pod and its secrets wherever they stand',
    () => {
      fc.assert(
        fc.property(namedPaste, ({ text, names, values }) => {
          const { redactor, lines } = redactAll(text);
          // Case and hyphens differ in the environment.
          const plain = (spelt: string) => spelt.toLowerCase().replaceAll('_', '-');
          for (const name of names) expect(plain(redactor.redact(text))).not.toContain(name);
          for (const hidden of [...names, ...values])
            expect(plain(lines.join('\n'))).not.toContain(hidden);
          const diagnosis = diagnose(text, RULES);
          const [first] = diagnosis.objects;
          const correction = { was: '', notes: names.join(' ') };
          const issue = toIssue(uiText.en, RULES, diagnosis, first, correction, redactor);
          for (const copy of [
            toMarkdown(uiText.en, RULES, diagnosis, redactor),
            issue.title,
            issue.body,
          ])
            for (const hidden of [...names, ...values]) expect(plain(copy)).not.toContain(hidden);
        }),
        { ...options, numRuns: RUNS / 2 },
      );
    },
    TEST_MS,
  );
});

describe('ranking', () => {
  /** Whole describe outputs that stand for themselves. */
  const single = INPUTS.filter((text) => {
    const { objects, repairs } = parse(text);
    const [object] = objects;
    return (
      text.startsWith('Name: ') &&
      objects.length === 1 &&
      repairs.length === 0 &&
      object?.layout === 'describe' &&
      object.loose.length === 0
    );
  });
  const foundIn = (texts: readonly string[]) => {
    const { findings, report } = diagnose(
      texts.map((text) => text.trimEnd()).join('\n\n\n'),
      RULES,
    );
    return findings
      .map(({ object, cause, confidence, past, container }) => {
        const { kind, name, namespace } = report.objects[object] ?? {};
        return [kind, namespace?.value, name?.value, cause, confidence, past, container].join(' ');
      })
      .sort();
  };

  test('there is something to shuffle', () => {
    expect(single.length).toBeGreaterThan(50);
  });

  test(
    'does not depend on the order of the objects, nor on what stands beside them',
    () => {
      fc.assert(
        fc.property(fc.shuffledSubarray(single, { minLength: 2, maxLength: 6 }), (texts) => {
          const apart = texts.flatMap((text) => foundIn([text])).sort();
          expect(foundIn(texts)).toEqual(apart);
        }),
        { ...options, numRuns: RUNS / 5 },
      );
    },
    TEST_MS,
  );
});

describe('the work', () => {
  /** Numbers of equal width, so that each part is as long as the others. */
  const repeat = <T>(count: number, make: (number: string, index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(String(index).padStart(6, '0'), index));
  const event = (number: string, i: number) =>
    `Warning  ${['BackOff', 'Unhealthy', 'Failed', 'FailedMount', 'FailedScheduling'][i % 5] ?? ''}  ${String(10 + (i % 50))}m  kubelet  message ${number}`;

  const cases: readonly { name: string; size: number; make: (count: number) => string }[] = [
    {
      name: 'pods',
      size: 40,
      make: (count) => repeat(count, (_, i) => INPUTS[(i % 40) * 7] ?? '').join('\n\n\n'),
    },
    {
      name: 'alike pods',
      size: 60,
      make: (count) =>
        repeat(count, (number, i) =>
          podText({ events: [event(number, i)] }).replace('web-0', `web-${number}`),
        ).join('\n\n\n'),
    },
    {
      name: 'containers of a pod',
      size: 100,
      make: (count) =>
        podText({
          containers: Object.fromEntries(
            repeat(count, (number) => [`c${number}`, 'State: Running\nReady: True'] as const),
          ),
          events: [],
        }),
    },
    {
      name: 'events of a pod',
      size: 100,
      make: (count) => podText({ events: repeat(count, event) }),
    },
    {
      name: 'rows of kubectl get events',
      size: 100,
      make: (count) =>
        repeat(
          count,
          (number, i) =>
            `${String(10 + (i % 50))}m   Warning   BackOff   pod/web-0   message ${number}`,
        ).join('\n'),
    },
    {
      name: 'rows of kubectl get pods',
      size: 400,
      make: (count) =>
        [
          'NAME   READY   STATUS   RESTARTS   AGE',
          ...repeat(count, (number) => `web-${number}   0/1   CrashLoopBackOff   7   3m`),
        ].join('\n'),
    },
    {
      name: 'tables with remarks between them',
      size: 200,
      make: (count) =>
        repeat(
          count,
          (number) => `web-${number}   0/1   CrashLoopBackOff   7   3m\n\nand so on`,
        ).join('\n'),
    },
    {
      name: 'lines of a message',
      size: 400,
      make: (count) =>
        [
          eventsText(event('0', 0)),
          ...repeat(count, (number) => `line ${number}: connection refused`),
        ].join('\n'),
    },
    {
      name: 'arguments',
      size: 400,
      make: (count) =>
        podText({ containers: { app: ['Args:', ...repeat(count, () => '  web:')].join('\n') } }),
    },
    {
      name: 'volumes',
      size: 200,
      make: (count) =>
        [
          'Name: web\nNamespace: shop\nVolumes:',
          ...repeat(count, (number) => `  v${number}:\n    Type: EmptyDir (a directory)`),
        ].join('\n'),
    },
    {
      name: 'conditions',
      size: 200,
      make: (count) =>
        [
          'Name: web\nNamespace: shop\nConditions:',
          ...repeat(count, (number) => `  Type${number}  True`),
        ].join('\n'),
    },
    {
      name: 'lines of a log',
      size: 400,
      make: (count) =>
        repeat(count, (number) => `2026-11-10T09:15:02Z level=error msg="refused ${number}"`).join(
          '\n',
        ),
    },
    {
      name: 'blank lines',
      size: 1000,
      make: (count) => `Name: web\n${'\n'.repeat(count)}`,
    },
    { name: 'one line of words', size: 1000, make: (count) => 'web '.repeat(count) },
    { name: 'one line of spaces', size: 4000, make: (count) => `a${' '.repeat(count)}b` },
    { name: 'one word', size: 4000, make: (count) => 'a'.repeat(count) },
    {
      name: 'escaped line breaks',
      size: 1000,
      make: (count) => 'Name: web\\n'.repeat(count),
    },
    {
      name: 'names to redact',
      size: 100,
      make: (count) =>
        repeat(count, (number) => `Name: web-${number}\nNamespace: shop-${number}`).join('\n\n\n'),
    },
  ];

  test.each(cases)('at most doubles with the number of $name', ({ make, size }) => {
    const workFor = (count: number) => {
      const text = make(count);
      return countWork(() => {
        const { report } = diagnose(text, RULES);
        createRedactor(text, report).redact(text);
      });
    };
    // Patterns and rules are prepared once.
    workFor(1);
    const small = workFor(size);
    expect(workFor(2 * size)).toBeLessThanOrEqual(2 * small);
  });
});
