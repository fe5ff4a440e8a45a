import { CONFIDENCES, type Condition, type Rule, type RuleCase } from '../core/index.ts';

/** A fact by its position, whose pattern is the next of the list; or with an operator: 0 atLeast, 1 atMost, 2 is. */
type PackedCondition =
  number | readonly [number, 0 | 1, number] | readonly [number, 2, Condition['is']];
/** Confidence and weight in one number, what must hold, and behind `UNLESS` what must not. */
type PackedCase = readonly [number, ...PackedCondition[]];
/**
 * Causes are named by their position, each as what it is more than the one before. What is empty at the end is left
 * out.
 */
type PackedCause = readonly [
  cases: readonly PackedCase[],
  supports?: readonly PackedCondition[],
  yieldsTo?: readonly number[],
  secondaryTo?: readonly number[],
];

/** The rules of a catalogue by cause id. */
type RuleMap = Readonly<Record<string, Rule>>;

/**
 * The rules of a catalogue without the names of their fields, which would be a third of what a page sends. The patterns
 * stand together, because like is compressed better beside like.
 */
export type PackedRules = readonly [
  facts: readonly string[],
  causes: readonly PackedCause[],
  patterns: string,
  ids: readonly string[],
];

const UNLESS = -1;
const WEIGHTS = 100;
const DEFAULT_WEIGHT = 50;
/**
 * What is common in patterns, or long where JSON or HTML has to escape it, and the sign that stands for it in a packed
 * one; no pattern has such a sign otherwise.
 */
const SIGNS = [
  ['(?:', '`'],
  ['\\', '%'],
  ['"', ';'],
] as const;
const BETWEEN = '~';

/** Patterns do not care for case, and small letters alone compress better; escapes such as `\\S` stay. */
const toSmall = (pattern: string) =>
  pattern.replace(/\\[^]|[A-Z]/gu, (part) => (part.length > 1 ? part : part.toLowerCase()));

const packPattern = (pattern: string) => {
  if (/[`%;~]/u.test(pattern)) throw new Error(`The pattern ${pattern} has a sign of packing.`);
  return SIGNS.reduce((text, [part, sign]) => text.replaceAll(part, sign), toSmall(pattern));
};
const unpackPattern = (pattern: string) =>
  SIGNS.reduce((text, [part, sign]) => text.replaceAll(sign, part), pattern);

/** Packs rules for a page; `unpackRules` gives them back. Throws on a pattern with one of its signs. */
export function packRules(rules: Readonly<Record<string, { readonly rule: Rule }>>): PackedRules {
  const ids = Object.keys(rules);
  const facts: string[] = [];
  const patterns: string[] = [];
  const indexOf = (fact: string) => {
    if (!facts.includes(fact)) facts.push(fact);
    return facts.indexOf(fact);
  };
  const packCondition = ({ fact, is, matches, atLeast, atMost }: Condition): PackedCondition => {
    const index = indexOf(fact);
    if (matches !== undefined) {
      patterns.push(packPattern(matches));
      return index;
    }
    if (atLeast !== undefined) return [index, 0, atLeast];
    if (atMost !== undefined) return [index, 1, atMost];
    return [index, 2, is];
  };
  const packCase = ({
    confidence,
    weight = DEFAULT_WEIGHT,
    when,
    unless,
  }: RuleCase): PackedCase => [
    WEIGHTS * CONFIDENCES.indexOf(confidence) + weight,
    ...when.map(packCondition),
    ...(unless ? [UNLESS, ...unless.map(packCondition)] : []),
  ];
  const toSteps = (causes: readonly string[] = []) =>
    causes
      .map((cause) => ids.indexOf(cause))
      .filter((index) => index >= 0)
      .sort((a, b) => a - b)
      .map((index, at, all) => index - (all[at - 1] ?? 0));
  const packCause = (rule: Rule): PackedCause => {
    const cases = rule.cases.map(packCase);
    const supports = (rule.supports ?? []).map(packCondition);
    const [yieldsTo, secondaryTo] = [toSteps(rule.yieldsTo), toSteps(rule.secondaryTo)];
    if (secondaryTo.length > 0) return [cases, supports, yieldsTo, secondaryTo];
    if (yieldsTo.length > 0) return [cases, supports, yieldsTo];
    return supports.length > 0 ? [cases, supports] : [cases];
  };
  const causes = Object.values(rules).map(({ rule }) => packCause(rule));
  return [facts, causes, patterns.join(BETWEEN), ids];
}

/** Gives back what `packRules` packed; causes that others are compared with come in the order of the catalogue. */
export function unpackRules([facts, packed, joined, ids]: PackedRules): RuleMap {
  const patterns = joined.split(BETWEEN);
  let next = 0;
  const unpackCondition = (condition: PackedCondition): Condition => {
    if (typeof condition === 'number') {
      const matches = unpackPattern(patterns[next] ?? '');
      next += 1;
      return { fact: facts[condition] ?? '', matches };
    }
    const [index, operator, operand] = condition;
    const fact = facts[index] ?? '';
    if (operator === 2) return { fact, is: operand };
    return operator === 0 ? { fact, atLeast: operand } : { fact, atMost: operand };
  };
  const unpackCase = ([rank, ...conditions]: PackedCase): RuleCase => {
    const end = conditions.indexOf(UNLESS);
    return {
      confidence: CONFIDENCES[Math.floor(rank / WEIGHTS)] ?? 'possible',
      weight: rank % WEIGHTS,
      when: conditions.slice(0, end < 0 ? undefined : end).map(unpackCondition),
      ...(end < 0 ? {} : { unless: conditions.slice(end + 1).map(unpackCondition) }),
    };
  };
  const toIds = (steps: readonly number[]) => {
    let index = 0;
    return steps.flatMap((step) => ids[(index += step)] ?? []);
  };
  return Object.fromEntries(
    packed.map(([cases, supports = [], yieldsTo = [], secondaryTo = []], index): [string, Rule] => [
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
