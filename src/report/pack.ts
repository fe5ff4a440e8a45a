import { CONFIDENCES, type Condition, type Rule, type RuleCase } from '../core/index.ts';

/** `[fact, pattern]`, or `[fact, operator, operand]` with 0 for atLeast, 1 for atMost, 2 for is; facts by position. */
type PackedCondition =
  | readonly [number, string]
  | readonly [number, 0 | 1, number]
  | readonly [number, 2, Condition['is']];
/** `[confidence, weight, when, unless]`; the weight is -1 when none is given. */
type PackedCase = readonly [
  number,
  number,
  readonly PackedCondition[],
  (readonly PackedCondition[])?,
];
/** `[cases, supports, yieldsTo, secondaryTo]`; causes are named by their position. */
type PackedCause = readonly [
  readonly PackedCase[],
  readonly PackedCondition[],
  readonly number[],
  readonly number[],
];

/** The rules of a catalogue by cause id. */
type RuleMap = Readonly<Record<string, Rule>>;

/** The rules of a catalogue without the names of their fields, which would be a third of what a page sends. */
export type PackedRules = readonly [
  facts: readonly string[],
  causes: readonly PackedCause[],
  ids: readonly string[],
];

/** Packs rules for a page; `unpackRules` gives them back. */
export function packRules(rules: Readonly<Record<string, { readonly rule: Rule }>>): PackedRules {
  const ids = Object.keys(rules);
  const facts: string[] = [];
  const indexOf = (fact: string) => {
    if (!facts.includes(fact)) facts.push(fact);
    return facts.indexOf(fact);
  };
  const packCondition = ({ fact, is, matches, atLeast, atMost }: Condition): PackedCondition => {
    const index = indexOf(fact);
    if (matches !== undefined) return [index, matches];
    if (atLeast !== undefined) return [index, 0, atLeast];
    if (atMost !== undefined) return [index, 1, atMost];
    return [index, 2, is];
  };
  const packCase = ({ confidence, weight = -1, when, unless }: RuleCase): PackedCase => {
    const head = [CONFIDENCES.indexOf(confidence), weight, when.map(packCondition)] as const;
    return unless ? [...head, unless.map(packCondition)] : head;
  };
  const toIndexes = (causes: readonly string[] = []) =>
    causes.map((cause) => ids.indexOf(cause)).filter((index) => index >= 0);
  const causes = Object.values(rules).map(({ rule }): PackedCause => [
    rule.cases.map(packCase),
    (rule.supports ?? []).map(packCondition),
    toIndexes(rule.yieldsTo),
    toIndexes(rule.secondaryTo),
  ]);
  return [facts, causes, ids];
}

/** Gives back what `packRules` packed. */
export function unpackRules([facts, packed, ids]: PackedRules): RuleMap {
  const unpackCondition = ([index, ...rest]: PackedCondition): Condition => {
    const fact = facts[index] ?? '';
    const [operator, operand] = rest;
    if (typeof operator === 'string') return { fact, matches: operator };
    if (operator === 2) return { fact, is: operand };
    return operator === 0 ? { fact, atLeast: operand } : { fact, atMost: operand };
  };
  const unpackCase = ([confidence, weight, when, unless]: PackedCase): RuleCase => ({
    confidence: CONFIDENCES[confidence] ?? 'possible',
    ...(weight < 0 ? {} : { weight }),
    when: when.map(unpackCondition),
    ...(unless ? { unless: unless.map(unpackCondition) } : {}),
  });
  const toIds = (indexes: readonly number[]) => indexes.flatMap((index) => ids[index] ?? []);
  return Object.fromEntries(
    packed.map(([cases, supports, yieldsTo, secondaryTo], index): [string, Rule] => [
      ids[index] ?? '',
      {
        cases: cases.map(unpackCase),
        supports: supports.map(unpackCondition),
        yieldsTo: toIds(yieldsTo),
        secondaryTo: toIds(secondaryTo),
      },
    ]),
  );
}
