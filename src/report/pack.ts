import {
  CONFIDENCES,
  type Condition,
  type RankedCause,
  type Rule,
  type RuleCase,
  type Rules,
} from '../core/index.ts';

/** `[fact, pattern]`, or `[fact, operator, operand]` with 0 for atLeast, 1 for atMost, 2 for is. */
type PackedCondition =
  | readonly [string, string]
  | readonly [string, 0 | 1, number]
  | readonly [string, 2, Condition['is']];
/** `[confidence, weight, when, unless]`; the weight is -1 when none is given. */
type PackedCase = readonly [
  number,
  number,
  readonly PackedCondition[],
  (readonly PackedCondition[])?,
];
/** `[id, cases, supports, yieldsTo, secondaryTo, rivals]`; causes are named by their position. */
type PackedCause = readonly [
  string,
  readonly PackedCase[],
  readonly PackedCondition[],
  readonly number[],
  readonly number[],
  readonly number[],
];

/** The rules of a catalogue without the names of their fields, which would be a third of what a page sends. */
export type PackedRules = readonly PackedCause[];

function packCondition({ fact, is, matches, atLeast, atMost }: Condition): PackedCondition {
  if (matches !== undefined) return [fact, matches];
  if (atLeast !== undefined) return [fact, 0, atLeast];
  if (atMost !== undefined) return [fact, 1, atMost];
  return [fact, 2, is];
}

function packCase({ confidence, weight = -1, when, unless }: RuleCase): PackedCase {
  const head = [CONFIDENCES.indexOf(confidence), weight, when.map(packCondition)] as const;
  return unless ? [...head, unless.map(packCondition)] : head;
}

/** Packs rules for a page; `unpackRules` gives them back. */
export function packRules(rules: Rules): PackedRules {
  const ids = Object.keys(rules);
  const toIndexes = (causes: readonly string[] = []) =>
    causes.map((cause) => ids.indexOf(cause)).filter((index) => index >= 0);
  return Object.entries(rules).map(([id, { rule, rivals }]) => [
    id,
    rule.cases.map(packCase),
    (rule.supports ?? []).map(packCondition),
    toIndexes(rule.yieldsTo),
    toIndexes(rule.secondaryTo),
    toIndexes(rivals),
  ]);
}

function unpackCondition([fact, ...rest]: PackedCondition): Condition {
  const [operator, operand] = rest;
  if (typeof operator === 'string') return { fact, matches: operator };
  if (operator === 2) return { fact, is: operand };
  return operator === 0 ? { fact, atLeast: operand } : { fact, atMost: operand };
}

function unpackCase([confidence, weight, when, unless]: PackedCase): RuleCase {
  return {
    confidence: CONFIDENCES[confidence] ?? 'possible',
    ...(weight < 0 ? {} : { weight }),
    when: when.map(unpackCondition),
    ...(unless ? { unless: unless.map(unpackCondition) } : {}),
  };
}

/** Gives back what `packRules` packed. */
export function unpackRules(packed: PackedRules): Rules {
  const toIds = (indexes: readonly number[]) =>
    indexes.flatMap((index) => packed[index]?.[0] ?? []);
  return Object.fromEntries(
    packed.map(([id, cases, supports, yieldsTo, secondaryTo, rivals]): [string, RankedCause] => {
      const rule: Rule = {
        cases: cases.map(unpackCase),
        supports: supports.map(unpackCondition),
        yieldsTo: toIds(yieldsTo),
        secondaryTo: toIds(secondaryTo),
      };
      return [id, { rule, rivals: toIds(rivals) }];
    }),
  );
}
