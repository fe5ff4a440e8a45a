import { CONFIDENCES, type Condition, type Rule, type RuleCase } from '../core/index.ts';

/** The rules of a catalogue by cause id. */
type RuleMap = Readonly<Record<string, Rule>>;

/**
 * The rules of a catalogue without the names of their fields, which would be a third of what a page sends. The patterns
 * stand together, because like is compressed better beside like.
 */
export type PackedRules = readonly [
  facts: string,
  /**
   * For each cause: its cases, what supports it, and the causes that come before it, each as what it is more than
   * the one before. A case is confidence and weight in one number, what must hold, and behind `!` what must not. A
   * condition is a fact by its position, whose pattern is the next of the list, or with an operator.
   */
  causes: string,
  patterns: string,
  ids: readonly string[],
];

const UNLESS = '!';
const CONDITION = /^(\d+)([<>=]?)(.*)/u;
const NUMBER = /^-?\d+$/u;
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
  const packCondition = ({ fact, is, matches, atLeast, atMost }: Condition): string => {
    const index = String(indexOf(fact));
    if (matches !== undefined) {
      patterns.push(packPattern(matches));
      return index;
    }
    if (atLeast !== undefined) return `${index}>${String(atLeast)}`;
    if (atMost !== undefined) return `${index}<${String(atMost)}`;
    const values = [is].flat().join('|');
    if (/[,;/~]/u.test(values)) throw new Error(`The value ${values} has a sign of packing.`);
    return `${index}=${values}`;
  };
  const packCase = ({ confidence, weight = DEFAULT_WEIGHT, when, unless }: RuleCase) =>
    [
      WEIGHTS * CONFIDENCES.indexOf(confidence) + weight,
      ...when.map(packCondition),
      ...(unless ? [UNLESS, ...unless.map(packCondition)] : []),
    ].join();
  const toSteps = (causes: readonly string[] = []) =>
    causes
      .map((cause) => ids.indexOf(cause))
      .filter((index) => index >= 0)
      .sort((a, b) => a - b)
      .map((index, at, all) => index - (all[at - 1] ?? 0))
      .join();
  const packCause = ({ cases, supports = [], yieldsTo, secondaryTo }: Rule) =>
    [
      cases.map(packCase).join(';'),
      supports.map(packCondition).join(),
      toSteps(yieldsTo),
      toSteps(secondaryTo),
    ]
      .join('/')
      .replace(/\/{1,3}$/u, '');
  const causes = Object.values(rules).map(({ rule }) => packCause(rule));
  return [facts.join(' '), causes.join(BETWEEN), patterns.join(BETWEEN), ids];
}

/** Gives back what `packRules` packed; causes that others are compared with come in the order of the catalogue. */
export function unpackRules([names, packed, joined, ids]: PackedRules): RuleMap {
  const facts = names.split(' ');
  const patterns = joined.split(BETWEEN);
  let next = 0;
  const unpackCondition = (condition: string): Condition => {
    const [, index, operator, operand = ''] = CONDITION.exec(condition) ?? [];
    const fact = facts[Number(index)] ?? '';
    if (!operator) {
      const matches = unpackPattern(patterns[next] ?? '');
      next += 1;
      return { fact, matches };
    }
    const limit = Number(operand);
    if (operator !== '=')
      return { fact, ...(operator === '>' ? { atLeast: limit } : { atMost: limit }) };
    const values = operand.split('|').map((value) => (NUMBER.test(value) ? Number(value) : value));
    return { fact, is: values.length > 1 ? values : values[0] };
  };
  const unpackCase = (packedCase: string): RuleCase => {
    const [rank, ...conditions] = packedCase.split(',');
    const end = conditions.indexOf(UNLESS);
    return {
      confidence: CONFIDENCES[Math.floor(Number(rank) / WEIGHTS)] ?? 'possible',
      weight: Number(rank) % WEIGHTS,
      when: conditions.slice(0, end < 0 ? undefined : end).map(unpackCondition),
      ...(end < 0 ? {} : { unless: conditions.slice(end + 1).map(unpackCondition) }),
    };
  };
  const listOf = (text: string | undefined) => (text ? text.split(',') : []);
  const toIds = (steps: string | undefined) => {
    let index = 0;
    return listOf(steps).flatMap((step) => ids[(index += Number(step))] ?? []);
  };
  return Object.fromEntries(
    packed.split(BETWEEN).map((word, index): [string, Rule] => {
      const [cases = '', supports, yieldsTo, secondaryTo] = word.split('/');
      return [
        ids[index] ?? '',
        {
          cases: cases.split(';').map(unpackCase),
          supports: listOf(supports).map(unpackCondition),
          yieldsTo: toIds(yieldsTo),
          secondaryTo: toIds(secondaryTo),
        },
      ];
    }),
  );
}
