import { expect, test } from 'vitest';
import { packRules, unpackRules } from '../../../src/report/pack.ts';
import { RULES as views } from '../../helpers/catalogue.ts';

const unpacked = unpackRules(
  JSON.parse(JSON.stringify(packRules(views))) as ReturnType<typeof packRules>,
);

const inOrder = (causes: readonly string[] = []) =>
  Object.keys(views).filter((id) => causes.includes(id));

test.each(Object.entries(views))('%s comes back as it was', (id, { rule }) => {
  expect(unpacked[id]).toEqual({
    cases: rule.cases.map((one) => ({ weight: 50, ...one })),
    supports: rule.supports ?? [],
    yieldsTo: inOrder(rule.yieldsTo),
    secondaryTo: inOrder(rule.secondaryTo),
  });
});

test('a pattern that cannot be packed stops the build', () => {
  const rule = {
    cases: [{ confidence: 'likely', when: [{ fact: 'loose', matches: '`x`' }] }],
  } as const;
  expect(() => packRules({ one: { rule } })).toThrow('backtick');
});
