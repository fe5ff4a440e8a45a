import { expect, test } from 'vitest';
import type { Condition } from '../../../src/core/index.ts';
import { packRules, unpackRules } from '../../../src/report/pack.ts';
import { RULES as views } from '../../helpers/catalogue.ts';

const unpacked = unpackRules(
  JSON.parse(JSON.stringify(packRules(views))) as ReturnType<typeof packRules>,
);

/** Patterns come back in small letters, but for their escapes. */
const smallOf = (condition: Condition): Condition =>
  condition.matches === undefined
    ? condition
    : {
        ...condition,
        matches: condition.matches
          .split(/(\\[^])/u)
          .map((part, index) => (index % 2 === 1 ? part : part.toLowerCase()))
          .join(''),
      };
const inOrder = (causes: readonly string[] = []) =>
  Object.keys(views).filter((id) => causes.includes(id));

test.each(Object.entries(views))('%s comes back as it was', (id, { rule }) => {
  expect(unpacked[id]).toEqual({
    cases: rule.cases.map(({ unless, ...one }) => ({
      weight: 50,
      ...one,
      when: one.when.map(smallOf),
      ...(unless && { unless: unless.map(smallOf) }),
    })),
    supports: (rule.supports ?? []).map(smallOf),
    yieldsTo: inOrder(rule.yieldsTo),
    secondaryTo: inOrder(rule.secondaryTo),
  });
});

test.each([
  ...['`', '%', ';', '~'].map((sign) => ({ sign, when: { fact: 'loose', matches: `x${sign}` } })),
  ...[',', ';', '/', '~'].map((sign) => ({ sign, when: { fact: 'table.status', is: `x${sign}` } })),
])('$when with $sign stops the build', ({ when }) => {
  const rule = { cases: [{ confidence: 'likely' as const, when: [when] }] };
  expect(() => packRules({ one: { rule } })).toThrow('sign of packing');
});
