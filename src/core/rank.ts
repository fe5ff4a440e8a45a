import type { AddLoose } from './add-loose.ts';
import { FactTable } from './facts.ts';
import { addAll } from './lines.ts';
import { compareMatches, matchRule, type Match } from './match.ts';
import { RuleIndex, type Tallies } from './rule-index.ts';
import { finish, type Steps } from './steps.ts';
import type { Freshness } from './timeline.ts';
import type { Confidence, Evidence, Finding, ObjectReport, Report, Rules } from './types.ts';

/** Objects between two pauses. */
const OBJECTS_IN_SLICE = 20;
/** Below the score of any possible cause. */
export const POSSIBLE = 100;
const TIER: Readonly<Record<Confidence, number>> = {
  certain: 300,
  likely: 200,
  possible: POSSIBLE,
};
const PAST_PENALTY = 1000;
const SUPPORT = 4;
const MAX_SUPPORTS = 5;
/** What blocks a pod on more of the nodes comes before what blocks it on fewer, between causes of similar weight. */
const SHARE = 6;

interface Hit extends Match {
  readonly cause: string;
  readonly object: number;
  readonly container: string | undefined;
}

const WEAKER: Readonly<Record<Confidence, Confidence>> = {
  certain: 'likely',
  likely: 'possible',
  possible: 'possible',
};

/** History is never more than possible, and a recovered container counts one step less. */
function temper(confidence: Confidence, freshness: Freshness): Confidence {
  if (freshness === 'past') return 'possible';
  return freshness === 'fading' ? WEAKER[confidence] : confidence;
}

function scoreOf({ confidence, freshness, weight, supports, values }: Match): number {
  const score =
    TIER[temper(confidence, freshness)] +
    weight +
    SUPPORT * Math.min(supports, MAX_SUPPORTS) +
    SHARE * (values[0]?.share ?? 0);
  return freshness === 'past' ? score - PAST_PENALTY : score;
}

/** The one container that the evidence itself names; undefined when it names none or several. */
function namedContainer({ values }: Match): string | undefined {
  const names = new Set(values.flatMap(({ container }) => container ?? []));
  return names.size === 1 ? [...names][0] : undefined;
}

const indexes = new WeakMap<Rules, RuleIndex>();

/** Prepares a catalogue once, however many pastes it is asked about. */
function indexOf(rules: Rules): RuleIndex {
  let index = indexes.get(rules);
  if (!index) indexes.set(rules, (index = new RuleIndex(rules)));
  return index;
}

/** The rules that hold for an object or its containers. Pauses only within an object of very many lines. */
function* findHits(
  object: ObjectReport,
  position: number,
  index: RuleIndex,
  tallies: Tallies,
): Steps<Hit[]> {
  const whole = new FactTable({ object });
  const tables: { readonly facts: FactTable; readonly candidates: ReadonlySet<number> }[] = [];
  for (const facts of [
    whole,
    ...object.containers.map((container) => new FactTable({ object, container }, whole)),
  ])
    tables.push({ facts, candidates: yield* index.findCandidates(facts, tallies) });
  const hits: Hit[] = [];
  const numbers = new Set(tables.flatMap(({ candidates }) => [...candidates]));
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const { cause, rule } = index.rules[number] ?? {};
    if (cause === undefined || !rule) continue;
    for (const { facts, candidates } of tables) {
      const match = candidates.has(number) ? matchRule(rule, facts) : undefined;
      if (!match) continue;
      const container = facts.subject.container?.name ?? namedContainer(match);
      hits.push({ ...match, cause, object: position, container });
    }
  }
  return hits;
}

function evidenceOf(hits: readonly Hit[], textOf: (line: number) => string): Evidence[] {
  const all = hits.flatMap(({ values }) => values);
  const telling = all.filter(({ isContext }) => !isContext);
  const lines = new Set<number>();
  for (const { line, endLine } of telling.length > 0 ? telling : all)
    for (let n = line; n <= endLine; n += 1) lines.add(n);
  return [...lines]
    .sort((a, b) => a - b)
    .map((line) => ({ line, text: textOf(line) }))
    .filter(({ text }) => text.trim() !== '');
}

/** Makes one finding of all hits of a cause for an object. */
function toFinding(
  hits: readonly Hit[],
  rules: Rules,
  textOf: (line: number) => string,
): Finding | undefined {
  const sorted = [...hits].sort((a, b) => compareMatches(a, b) || b.supports - a.supports);
  const [best] = sorted;
  if (!best) return undefined;
  // Hits that are over would mark old lines beside the present ones.
  const alike = sorted.filter(
    ({ freshness, container }) => freshness === best.freshness || container === best.container,
  );
  const containers = [...new Set(sorted.flatMap(({ container }) => container ?? []))].filter(
    (name) => name !== '',
  );
  const container =
    best.container === undefined || best.container === '' ? containers[0] : best.container;
  const share = best.values[0]?.share;
  return {
    cause: best.cause,
    confidence: temper(best.confidence, best.freshness),
    past: best.freshness === 'past',
    object: best.object,
    ...(container === undefined ? {} : { container }),
    alsoContainers: containers.filter((name) => name !== container),
    evidence: evidenceOf(alike, textOf),
    rivals: rules[best.cause]?.rivals ?? [],
    score: scoreOf(best),
    ...(share === undefined ? {} : { share }),
  };
}

/** Findings certain or likely enough to explain others of the same object. */
function findExplaining(
  finding: Finding,
  causes: readonly string[],
  findings: readonly Finding[],
): Finding[] {
  return findings.filter(
    (other) =>
      causes.includes(other.cause) &&
      other.confidence !== 'possible' &&
      other.past === finding.past &&
      concernsSame(other, finding),
  );
}

/** So often findings are put below each other: causes yield in chains. */
const PASSES = 4;

/** Puts general causes below the more specific ones, and weakens what another cause explains. */
function yieldToSpecific(findings: readonly Finding[], rules: Rules): readonly Finding[] {
  let ordered = findings;
  for (let pass = 0; pass < PASSES; pass += 1) {
    const before = ordered;
    ordered = yieldOnce(before, rules);
    if (ordered.every((finding, index) => finding === before[index])) break;
  }
  return ordered;
}

/** Whether a cause blocks the pod on every node and the other one only on some: without it nothing else helps. */
const blocksMore = (one: Finding, other: Finding) =>
  one.share === 1 &&
  other.share !== undefined &&
  other.share > 0 &&
  other.share < 1 &&
  one.confidence !== 'possible' &&
  one.past === other.past;

function yieldOnce(findings: readonly Finding[], rules: Rules): Finding[] {
  return findings.map((finding) => {
    const { yieldsTo = [], secondaryTo = [] } = rules[finding.cause]?.rule ?? {};
    const wider = findings.filter((other) => blocksMore(other, finding));
    if (yieldsTo.length === 0 && secondaryTo.length === 0 && wider.length === 0) return finding;
    const explaining = findExplaining(finding, secondaryTo, findings).filter(
      (other) => !blocksMore(finding, other),
    );
    const explained = explaining.length > 0;
    const weakened: Finding =
      explained && finding.confidence !== 'possible'
        ? {
            ...finding,
            confidence: 'possible',
            score: finding.score - TIER[finding.confidence] + TIER.possible,
          }
        : finding;
    const above = [...wider, ...findExplaining(finding, yieldsTo, findings), ...explaining];
    const ceiling = Math.min(...above.map(({ score }) => score));
    return above.length > 0 && weakened.score >= ceiling
      ? { ...weakened, score: ceiling - 1 }
      : weakened;
  });
}

const concernsSame = (a: Finding, b: Finding) =>
  a.container === undefined ||
  b.container === undefined ||
  a.container === b.container ||
  a.alsoContainers.includes(b.container);

const byScore = (a: Finding, b: Finding) =>
  b.score - a.score || a.object - b.object || (a.cause < b.cause ? -1 : 1);

/**
 * Tests every rule against every object and orders what was found, best first.
 *
 * Deterministic: equal scores are ordered by object, then by cause id. A cause stands once for each object, with the
 * other containers it concerns in `alsoContainers`.
 *
 * @param textOf Gives the text of a line of the paste, for the evidence.
 */
export function rankCauses(
  report: Report,
  rules: Rules,
  textOf: (line: number) => string,
  addLoose?: AddLoose,
): Finding[] {
  return finish(rankCausesInSteps(report, rules, textOf, addLoose));
}

/** The same in slices, for texts of many megabytes. */
export function* rankCausesInSteps(
  report: Report,
  rules: Rules,
  textOf: (line: number) => string,
  addLoose?: AddLoose,
): Steps<Finding[]> {
  const all: Finding[] = [];
  const index = indexOf(rules);
  const tallies = index.createTallies();
  for (const [position, object] of report.objects.entries()) {
    const byCause = new Map<string, Hit[]>();
    for (const hit of yield* findHits(object, position, index, tallies)) {
      const hits = byCause.get(hit.cause);
      if (hits) hits.push(hit);
      else byCause.set(hit.cause, [hit]);
    }
    const findings = [...byCause.values()].flatMap((hits) => toFinding(hits, rules, textOf) ?? []);
    const ranked = yieldToSpecific(findings, rules);
    addAll(all, addLoose ? addLoose(ranked, object, position, rules, textOf) : ranked);
    if (position % OBJECTS_IN_SLICE === OBJECTS_IN_SLICE - 1) yield;
  }
  return all.sort(byScore);
}
