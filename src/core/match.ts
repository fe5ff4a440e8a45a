import { readFact, type FactValue, type Subject } from './facts.ts';
import type { Freshness } from './timeline.ts';
import type { Condition, Confidence, Rule, RuleCase } from './types.ts';

/** A case of a rule that holds for a subject. */
export interface Match {
  readonly confidence: Confidence;
  readonly weight: number;
  readonly freshness: Freshness;
  /** Values that made it hold, then those that support it. */
  readonly values: readonly FactValue[];
  readonly supports: number;
}

type Test = (value: FactValue) => boolean;

const BREAK = /\n\s*/gu;
const readings = new WeakMap<FactValue, readonly string[]>();

/** A text of several lines is also read as one, since terminals and chats break lines between and inside words. */
function readingsOf(value: FactValue): readonly string[] {
  let texts = readings.get(value);
  if (!texts) {
    const text = String(value.value);
    texts = text.includes('\n')
      ? [text, text.replace(BREAK, ' '), text.replace(BREAK, '')]
      : [text];
    readings.set(value, texts);
  }
  return texts;
}

/** Makes a function of the operator of a condition. Throws when its pattern is none; the schema checks that before. */
export function compileCondition({ is, matches, atLeast, atMost }: Condition): Test {
  if (matches !== undefined) {
    const pattern = new RegExp(matches, 'iu');
    return (value) => readingsOf(value).some((text) => pattern.test(text));
  }
  if (atLeast !== undefined) return ({ value }) => Number(value) >= atLeast;
  if (atMost !== undefined) return ({ value }) => Number(value) <= atMost;
  const wanted = new Set<string | number | undefined>([is].flat());
  return ({ value }) => wanted.has(value);
}

interface CompiledCondition {
  readonly fact: string;
  readonly test: Test;
}

interface CompiledCase {
  readonly confidence: Confidence;
  readonly weight: number;
  readonly when: readonly CompiledCondition[];
  readonly unless: readonly CompiledCondition[];
}

/** A rule ready to be tested: cases about a container apart from those about the whole object. */
export interface CompiledRule {
  readonly forObject: readonly CompiledCase[];
  readonly forContainer: readonly CompiledCase[];
  readonly supports: readonly CompiledCondition[];
}

const DEFAULT_WEIGHT = 50;
const compileOne = (condition: Condition): CompiledCondition => ({
  fact: condition.fact,
  test: compileCondition(condition),
});

/** Whether a case speaks about containers, so that it is tested for each of them. */
function needsContainer({ when, unless = [] }: RuleCase): boolean {
  return [...when, ...unless].some(({ fact }) => fact.startsWith('container.'));
}

const compileCase = ({ confidence, weight, when, unless = [] }: RuleCase): CompiledCase => ({
  confidence,
  weight: weight ?? DEFAULT_WEIGHT,
  when: when.map(compileOne),
  unless: unless.map(compileOne),
});

/** Prepares a rule, once for all objects of a paste. */
export function compileRule({ cases, supports = [] }: Rule): CompiledRule {
  return {
    forObject: cases.filter((one) => !needsContainer(one)).map(compileCase),
    forContainer: cases.filter(needsContainer).map(compileCase),
    supports: supports.map(compileOne),
  };
}

const AGE_ORDER: Readonly<Record<Freshness, number>> = { present: 0, fading: 1, past: 2 };

/** Whether `a` says more about the present than `b`: fresher, or seen later, or further down. */
function isFresher(a: FactValue, b: FactValue): boolean {
  const byFreshness = AGE_ORDER[a.freshness] - AGE_ORDER[b.freshness];
  if (byFreshness !== 0) return byFreshness < 0;
  if (a.lastSeen !== undefined && b.lastSeen !== undefined) return a.lastSeen <= b.lastSeen;
  if (a.lastSeen !== undefined || b.lastSeen !== undefined) return false;
  return a.line >= b.line && a.freshness === 'present' && 'container' in a === 'container' in b;
}

const MAX_EVIDENCE = 4;

/** The values for which the condition holds, those that say most about the present first. */
function findValues({ fact, test }: CompiledCondition, subject: Subject): FactValue[] {
  const values = readFact(fact, subject);
  if (values.length === 0) return [];
  const found = values.filter(test);
  let best = found[0];
  for (const value of found) if (best && isFresher(value, best)) best = value;
  if (!best) return [];
  const { freshness } = best;
  const alike = found.filter((value) => value !== best && value.freshness === freshness);
  return [best, ...alike].slice(0, MAX_EVIDENCE);
}

function matchCase(one: CompiledCase, subject: Subject): Match | undefined {
  const values: FactValue[] = [];
  let freshness: Freshness = 'present';
  for (const condition of one.when) {
    const found = findValues(condition, subject);
    if (!found[0]) return undefined;
    values.push(...found);
    if (AGE_ORDER[found[0].freshness] > AGE_ORDER[freshness]) ({ freshness } = found[0]);
  }
  // What is over cannot speak against what is present.
  const against = one.unless.some(
    (condition) => findValues(condition, subject)[0]?.freshness === 'present',
  );
  if (against) return undefined;
  return { confidence: one.confidence, weight: one.weight, freshness, values, supports: 0 };
}

const CONFIDENCE_ORDER: Readonly<Record<Confidence, number>> = {
  certain: 0,
  likely: 1,
  possible: 2,
};

/** Orders matches, best first: the present before the past, then confidence, then weight. */
export function compareMatches(a: Match, b: Match): number {
  return (
    AGE_ORDER[a.freshness] - AGE_ORDER[b.freshness] ||
    CONFIDENCE_ORDER[a.confidence] - CONFIDENCE_ORDER[b.confidence] ||
    b.weight - a.weight
  );
}

/**
 * Tests one rule against one subject and returns its best case with everything that supports it.
 *
 * Without a container only the cases that speak of none are tested, and the other way round.
 */
export function matchRule(rule: CompiledRule, subject: Subject): Match | undefined {
  const cases = subject.container === undefined ? rule.forObject : rule.forContainer;
  const [best, ...others] = cases
    .flatMap((one) => matchCase(one, subject) ?? [])
    .sort(compareMatches);
  if (!best) return undefined;
  const alike = others.filter(
    ({ confidence, freshness }) =>
      freshness === best.freshness && (confidence !== 'possible' || best.confidence === 'possible'),
  );
  const supports = rule.supports.flatMap((condition) => findValues(condition, subject).slice(0, 1));
  return {
    ...best,
    values: [...best.values, ...alike.flatMap(({ values }) => values), ...supports],
    supports: supports.length,
  };
}
