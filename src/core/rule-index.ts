import type { FactTable, FactValue } from './facts.ts';
import {
  compileCondition,
  compileRule,
  needsContainer,
  readingsOf,
  type CompiledRule,
  type Test,
} from './match.ts';
import { PatternIndex } from './pattern-index.ts';
import type { Steps } from './steps.ts';
import type { Condition, RuleCase, Rules } from './types.ts';

interface IndexedRule {
  readonly cause: string;
  readonly rule: CompiledRule;
}

/** A case by the rule it is of and the number of conditions it wants to hold. */
interface IndexedCase {
  readonly rule: number;
  readonly needs: number;
}

const NONE: readonly number[] = [];

/** The conditions about one fact, by what answers them fastest. */
class FactConditions {
  private readonly byValue = new Map<string | number, number[]>();
  private readonly tests: { readonly id: number; readonly test: Test }[] = [];
  private readonly sources = new Map<number, string>();
  private patterns: PatternIndex | undefined;

  add(id: number, condition: Condition): void {
    const { is, matches } = condition;
    if (matches !== undefined) this.sources.set(id, matches);
    else if (is === undefined) this.tests.push({ id, test: compileCondition(condition) });
    else
      for (const value of [is].flat()) {
        const ids = this.byValue.get(value) ?? [];
        this.byValue.set(value, ids);
        ids.push(id);
      }
  }

  /** Calls `onHold` for each condition that holds for a value of the fact; for some more than once. */
  eachThatHolds(values: readonly FactValue[], onHold: (id: number) => void): void {
    this.patterns ??= new PatternIndex(this.sources);
    const { byValue, tests, patterns } = this;
    for (const value of values) {
      // Without this a text that nobody wants to compare would be hashed.
      if (byValue.size > 0) for (const id of byValue.get(value.value) ?? NONE) onHold(id);
      for (const { id, test } of tests) if (test(value)) onHold(id);
      if (this.sources.size === 0) continue;
      const text = String(value.value);
      for (const id of patterns.find(text)) onHold(id);
      if (text.includes('\n'))
        for (const reading of readingsOf(value))
          for (const id of patterns.find(reading)) onHold(id);
    }
  }
}

/** What holds for a subject, and how many conditions of each case. */
interface Tally {
  readonly holds: Uint8Array;
  readonly counts: Uint8Array;
}

/** Made once for many subjects: anew for each of thousands it would cost as much as the looking. */
export interface Tallies {
  readonly forObject: Tally;
  readonly forContainer: Tally;
}

/** A fact with more values, such as the lines of a log, or with a longer one is followed by a pause. */
const MANY_VALUES = 1000;
const LONG_VALUE = 100_000;

const isMuch = (values: readonly FactValue[]) =>
  values.length > MANY_VALUES || values.some(({ value }) => String(value).length > LONG_VALUE);

/** The cases of one sort, those about whole objects or those about containers, by the conditions they need. */
class Scope {
  private readonly facts = new Map<string, FactConditions>();
  private readonly ids = new Map<string, number>();
  private readonly cases: IndexedCase[] = [];
  private readonly casesOf: number[][] = [];
  add(rule: number, { when }: RuleCase): void {
    const ids = new Set(when.map((condition) => this.register(condition)));
    for (const id of ids) this.casesOf[id]?.push(this.cases.length);
    this.cases.push({ rule, needs: ids.size });
  }

  private register(condition: Condition): number {
    const { fact, is, matches, atLeast, atMost } = condition;
    const key = JSON.stringify([fact, is, matches, atLeast, atMost]);
    const before = this.ids.get(key);
    if (before !== undefined) return before;
    const id = this.ids.size;
    this.ids.set(key, id);
    this.casesOf.push([]);
    const conditions = this.facts.get(fact) ?? new FactConditions();
    this.facts.set(fact, conditions);
    conditions.add(id, condition);
    return id;
  }

  createTally(): Tally {
    return { holds: new Uint8Array(this.ids.size), counts: new Uint8Array(this.cases.length) };
  }

  *findRules(facts: FactTable, { holds, counts }: Tally): Steps<Set<number>> {
    holds.fill(0);
    counts.fill(0);
    const rules = new Set<number>();
    const onHold = (id: number) => {
      if (holds[id] === 1) return;
      holds[id] = 1;
      for (const index of this.casesOf[id] ?? []) {
        const count = (counts[index] ?? 0) + 1;
        counts[index] = count;
        const { rule, needs } = this.cases[index] ?? {};
        if (count === needs && rule !== undefined) rules.add(rule);
      }
    };
    for (const [fact, conditions] of this.facts) {
      const values = facts.read(fact);
      if (values.length === 0) continue;
      conditions.eachThatHolds(values, onHold);
      if (isMuch(values)) yield;
    }
    return rules;
  }
}

/**
 * A catalogue prepared so that of its hundreds of cases only those are looked at whose conditions hold: each condition
 * is tested once for each value, however many cases share it.
 */
export class RuleIndex {
  readonly rules: readonly IndexedRule[];
  private readonly forObject = new Scope();
  private readonly forContainer = new Scope();

  constructor(rules: Rules) {
    this.rules = Object.entries(rules).map(([cause, { rule }], index) => {
      for (const one of rule.cases)
        (needsContainer(one) ? this.forContainer : this.forObject).add(index, one);
      return { cause, rule: compileRule(rule) };
    });
  }

  createTallies(): Tallies {
    const { forObject, forContainer } = this;
    return { forObject: forObject.createTally(), forContainer: forContainer.createTally() };
  }

  /**
   * Positions of the rules of which a case can hold for a subject: all that it wants is there. What speaks against it
   * is left to `matchRule`.
   */
  findCandidates(facts: FactTable, tallies: Tallies): Steps<ReadonlySet<number>> {
    const scope = facts.subject.container ? 'forContainer' : 'forObject';
    return this[scope].findRules(facts, tallies[scope]);
  }
}
