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
export function holds({ is, matches, atLeast, atMost }: Condition, value: string | number): boolean {
  if (matches !== undefined) return matchesText(patternOf(matches), String(value));
  if (atLeast !== undefined) return Number(value) >= atLeast;
  if (atMost !== undefined) return Number(value) <= atMost;
  return [is].flat().includes(value);
}

const AGE_ORDER: Readonly<Record<Freshness, number>> = { present: 0, fading: 1, past: 2 };

/** The freshest value for which the condition holds. */
function findValue(condition: Condition, subject: Subject): FactValue | undefined {
  let best: FactValue | undefined;
  for (const value of readFact(condition.fact, subject)) {
    if (!holds(condition, value.value)) continue;
    if (!best || AGE_ORDER[value.freshness] <= AGE_ORDER[best.freshness]) best = value;
    if (best.freshness === 'present' && value.freshness === 'present' && !condition.fact.startsWith('event')) break;
  }
  return best;
}

function matchCase(one: RuleCase, subject: Subject): Match | undefined {
  const values: FactValue[] = [];
  for (const condition of one.when) {
    const value = findValue(condition, subject);
    if (!value) return undefined;
    values.push(value);
  }
  // What is over cannot speak against what is present.
  const against = one.unless?.some((condition) => findValue(condition, subject)?.freshness === 'present');
  if (against) return undefined;
  const oldest = values.reduce<Freshness>(
    (worst, { freshness }) => (AGE_ORDER[freshness] > AGE_ORDER[worst] ? freshness : worst),
    'present',
  );
  return { confidence: one.confidence, weight: one.weight ?? 50, freshness: oldest, values, supports: 0 };
}

const isAboutContainer = ({ fact }: Condition) => fact.startsWith('container.');

/** Whether a case speaks about containers, so that it is tested for each of them. */
export function needsContainer({ when, unless }: RuleCase): boolean {
  return [...when, ...(unless ?? [])].some(isAboutContainer);
}

const CONFIDENCE_ORDER: Readonly<Record<Confidence, number>> = { certain: 0, likely: 1, possible: 2 };

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
  const [best] = rule.cases
    .filter((one) => needsContainer(one) === (subject.container !== undefined))
    .flatMap((one) => matchCase(one, subject) ?? [])
    .sort(compareMatches);
  if (!best) return undefined;
  const supports = (rule.supports ?? []).flatMap((condition) => findValue(condition, subject) ?? []);
  return { ...best, values: [...best.values, ...supports], supports: supports.length };
}
