import type { FactTable, FactValue } from './facts.ts';
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

export type Test = (value: FactValue) => boolean;

const BREAK = /\n\s*/gu;
const readings = new WeakMap<FactValue, readonly string[]>();

/** A text of several lines is also read as one, since terminals and chats break lines between and inside words. */
export function readingsOf(value: FactValue): readonly string[] {
  const text = String(value.value);
  if (!text.includes('\n')) return [text];
  let texts = readings.get(value);
  if (!texts)
    readings.set(value, (texts = [text, text.replace(BREAK, ' '), text.replace(BREAK, '')]));
  return texts;
}

/** Makes a function of the operator of a condition. Throws when its pattern is none; the schema checks that before. */
export function compileCondition({ is, matches, atLeast, atMost }: Condition): Test {
  if (matches !== undefined) {
    const pattern = new RegExp(matches, 'iu');
    return (value) => {
      const text = String(value.value);
      if (!text.includes('\n')) return pattern.test(text);
      return readingsOf(value).some((reading) => pattern.test(reading));
    };
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
export function needsContainer({ when, unless = [] }: RuleCase): boolean {
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
  return (
    a.line >= b.line &&
    a.freshness === 'present' &&
    (a.container === undefined) === (b.container === undefined)
  );
}

const MAX_EVIDENCE = 4;

const NOTHING: readonly FactValue[] = [];

/** The values for which the condition holds, those that say most about the present first. */
function findValues({ fact, test }: CompiledCondition, facts: FactTable): readonly FactValue[] {
  let best: FactValue | undefined;
  let found: FactValue[] | undefined;
  for (const value of facts.read(fact)) {
    if (!test(value)) continue;
    (found ??= []).push(value);
    if (!best || isFresher(value, best)) best = value;
  }
  if (!best || !found) return NOTHING;
  if (found.length === 1) return found;
  const { freshness } = best;
  const telling = withoutWider(found.filter((value) => value.freshness === freshness));
  const first = telling.includes(best) ? best : telling[0];
  if (!first) return NOTHING;
  return [first, ...telling.filter((value) => value !== first)].slice(0, MAX_EVIDENCE);
}

/** Leaves out what spans several lines when one of them alone says the same. */
function withoutWider(values: readonly FactValue[]): readonly FactValue[] {
  if (values.every(({ line, endLine }) => line === endLine)) return values;
  const single = new Set(values.flatMap(({ line, endLine }) => (line === endLine ? [line] : [])));
  if (single.size === 0) return values;
  return values.filter(({ line, endLine }) => {
    for (let n = line; n <= endLine && line !== endLine; n += 1) if (single.has(n)) return false;
    return true;
  });
}

function matchCase(one: CompiledCase, facts: FactTable): Match | undefined {
  let values: readonly FactValue[] = NOTHING;
  let freshness: Freshness = 'present';
  for (const condition of one.when) {
    const found = findValues(condition, facts);
    const [first] = found;
    if (!first) return undefined;
    values = values.length === 0 ? found : [...values, ...found];
    if (AGE_ORDER[first.freshness] > AGE_ORDER[freshness]) ({ freshness } = first);
  }
  // What is over cannot speak against what is present, but against what is over, too.
  for (const condition of one.unless) {
    const [against] = findValues(condition, facts);
    if (against && AGE_ORDER[against.freshness] <= AGE_ORDER[freshness]) return undefined;
  }
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
 * Tests one rule against the facts of one subject and returns its best case with everything that supports it.
 *
 * Without a container only the cases that speak of none are tested, and the other way round.
 */
export function matchRule(rule: CompiledRule, facts: FactTable): Match | undefined {
  const cases = facts.subject.container === undefined ? rule.forObject : rule.forContainer;
  let matches: Match[] | undefined;
  for (const one of cases) {
    const match = matchCase(one, facts);
    if (match) (matches ??= []).push(match);
  }
  if (!matches) return undefined;
  const [best, ...others] = matches.sort(compareMatches);
  if (!best) return undefined;
  const alike = others.filter(
    ({ confidence, freshness }) =>
      freshness === best.freshness && (confidence !== 'possible' || best.confidence === 'possible'),
  );
  const supports = rule.supports.flatMap((condition) => findValues(condition, facts).slice(0, 1));
  return {
    ...best,
    values: [...best.values, ...alike.flatMap(({ values }) => values), ...supports],
    supports: supports.length,
  };
}
