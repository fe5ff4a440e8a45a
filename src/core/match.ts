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

const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  let pattern = patterns.get(source);
  if (!pattern) {
    pattern = new RegExp(source, 'iu');
    patterns.set(source, pattern);
  }
  return pattern;
}

const BREAK = /\s*\n\s*/gu;

/** A text of several lines is also tried as one, since terminals and chats break lines between and inside words. */
function matchesText(pattern: RegExp, text: string): boolean {
  if (pattern.test(text)) return true;
  if (!text.includes('\n')) return false;
  return pattern.test(text.replace(BREAK, ' ')) || pattern.test(text.replace(BREAK, ''));
}

/** Tests one condition against one value. */
export function holds(
  { is, matches, atLeast, atMost }: Condition,
  value: string | number,
): boolean {
  if (matches !== undefined) return matchesText(patternOf(matches), String(value));
  if (atLeast !== undefined) return Number(value) >= atLeast;
  if (atMost !== undefined) return Number(value) <= atMost;
  return [is].flat().includes(value);
}

const AGE_ORDER: Readonly<Record<Freshness, number>> = { present: 0, fading: 1, past: 2 };

/** Whether `a` says more about the present than `b`: fresher, or seen later, or further down. */
function isFresher(a: FactValue, b: FactValue): boolean {
  const byFreshness = AGE_ORDER[a.freshness] - AGE_ORDER[b.freshness];
  if (byFreshness !== 0) return byFreshness < 0;
  if (a.lastSeen !== undefined && b.lastSeen !== undefined) return a.lastSeen <= b.lastSeen;
  return (
    a.lastSeen === undefined &&
    b.lastSeen === undefined &&
    a.line >= b.line &&
    a.freshness === 'present' &&
    'container' in a === 'container' in b
  );
}

const MAX_EVIDENCE = 4;

/** The values for which the condition holds, those that say most about the present first. */
function findValues(condition: Condition, subject: Subject): FactValue[] {
  const found = readFact(condition.fact, subject).filter(({ value }) => holds(condition, value));
  let best = found[0];
  for (const value of found) if (best && isFresher(value, best)) best = value;
  if (!best) return [];
  const { freshness } = best;
  return [best, ...found.filter((value) => value !== best && value.freshness === freshness)].slice(
    0,
    MAX_EVIDENCE,
  );
}

function matchCase(one: RuleCase, subject: Subject): Match | undefined {
  const values: FactValue[] = [];
  let freshness: Freshness = 'present';
  for (const condition of one.when) {
    const found = findValues(condition, subject);
    if (!found[0]) return undefined;
    values.push(...found);
    if (AGE_ORDER[found[0].freshness] > AGE_ORDER[freshness]) ({ freshness } = found[0]);
  }
  // What is over cannot speak against what is present.
  const against = one.unless?.some(
    (condition) => findValues(condition, subject)[0]?.freshness === 'present',
  );
  if (against) return undefined;
  return { confidence: one.confidence, weight: one.weight ?? 50, freshness, values, supports: 0 };
}

const isAboutContainer = ({ fact }: Condition) => fact.startsWith('container.');

/** Whether a case speaks about containers, so that it is tested for each of them. */
export function needsContainer({ when, unless }: RuleCase): boolean {
  return [...when, ...(unless ?? [])].some(isAboutContainer);
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
export function matchRule(rule: Rule, subject: Subject): Match | undefined {
  const [best, ...others] = rule.cases
    .filter((one) => needsContainer(one) === (subject.container !== undefined))
    .flatMap((one) => matchCase(one, subject) ?? [])
    .sort(compareMatches);
  if (!best) return undefined;
  const alike = others.filter(
    ({ confidence, freshness }) =>
      freshness === best.freshness && (confidence !== 'possible' || best.confidence === 'possible'),
  );
  const supports = (rule.supports ?? []).flatMap((condition) =>
    findValues(condition, subject).slice(0, 1),
  );
  return {
    ...best,
    values: [...best.values, ...alike.flatMap(({ values }) => values), ...supports],
    supports: supports.length,
  };
}
