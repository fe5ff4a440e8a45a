// Outputs that were damaged on their way give the same answer as whole ones.
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/core/index.ts';
import { DAMAGES } from './damages.ts';
import { INPUTS } from './random-paste.ts';
import { RULES } from '../../helpers/catalogue.ts';

const firstCause = (text: string) =>
  diagnose(text, RULES).findings.find(({ past, confidence }) => !past && confidence !== 'possible')
    ?.cause;

/** Whole outputs with an answer; every third, so that this stays quick. */
const SICK = INPUTS.filter((text) => text.startsWith('Name: ') && text.includes('\nEvents:'))
  .filter((_, index) => index % 3 === 0)
  .map((text) => ({ text: text.trimEnd(), cause: firstCause(text.trimEnd()) }))
  .filter(({ cause }) => cause !== undefined);
/** Where a break falls into a name or a date, the answer may be less sure. */
const MOST_LOST = 0.03;

test('there is something to damage', () => {
  expect(SICK.length).toBeGreaterThan(80);
});

describe.each(Object.entries(DAMAGES))('%s', (_name, { apply, repair }) => {
  test('the answers stay', () => {
    const lost = SICK.filter(({ text, cause }) => firstCause(apply(text)) !== cause);
    const causes = lost.map(({ cause }) => cause).join(', ');
    expect(lost.length / SICK.length, causes).toBeLessThanOrEqual(MOST_LOST);
  });

  if (repair !== undefined)
    test('the reader is told', () => {
      const { report } = diagnose(apply(SICK[0]?.text ?? ''), RULES);
      expect(report.repairs.map(({ kind }) => kind)).toContain(repair);
    });
});

test('lines that a terminal has broken are counted', () => {
  const message = 'word '.repeat(70).trim();
  const text = `Name: web\nNamespace: shop\nEvents:\n  Type     Reason  Age  From     Message\n  Warning  Failed  3m   kubelet  ${message}`;
  const broken = DAMAGES['a terminal of 80 columns']?.apply(text) ?? '';
  expect(diagnose(broken, RULES).report.repairs).toContainEqual({
    kind: 'wrapped-lines',
    count: 4,
  });
  expect(diagnose(text, RULES).report.repairs).toEqual([]);
});
