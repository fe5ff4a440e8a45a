import { findInLooseLines } from './errorLine.ts';
import { isSource, reasonIn } from './loose.ts';
import { POSSIBLE } from './rank.ts';
import type { Finding, ObjectReport, Rules } from './types.ts';

/**
 * Adds what the words of loose lines speak of to the findings of an object. Given to `diagnose` by those who have the
 * words of the causes.
 */
export type AddLoose = (
  findings: readonly Finding[],
  object: ObjectReport,
  /** Position of the object in the report. */
  index: number,
  rules: Rules,
  textOf: (line: number) => string,
) => readonly Finding[];

const LOOSE_WEIGHT = 8;
const MAX_WEIGHT = 99;

/** A table without any column that is known, such as that of a custom resource: its names are no words about a cause. */
const isUnknownTable = ({ loose }: ObjectReport) =>
  loose.some(({ text }) => /^NAME\s{2,}(?:[A-Z]+\s+)*[A-Z]+$/u.test(text.trim()));

/** Whether words say nothing here: of a table, of a program's source, or where a reason has said what there is to say. */
const isAnswered = (findings: readonly Finding[], object: ObjectReport) =>
  isUnknownTable(object) ||
  isSource(object.loose) ||
  (findings.length > 0 && object.loose.every(({ text }) => reasonIn(text) !== undefined));

/** Adds causes as possible, below whatever a rule is sure of. */
export const addLooseCauses: AddLoose = (findings, object, index, rules, textOf) => {
  if (isAnswered(findings, object)) return findings;
  const byCause = new Map(findings.map((finding) => [finding.cause, finding]));
  for (const { cause, score, lines } of findInLooseLines(object, rules)) {
    const weight = Math.min(Math.round(LOOSE_WEIGHT * score), MAX_WEIGHT);
    const known = byCause.get(cause);
    if (known && known.confidence !== 'possible') continue;
    byCause.set(cause, {
      cause,
      confidence: 'possible',
      past: false,
      object: index,
      alsoContainers: [],
      evidence:
        known?.evidence ?? lines.map(({ number }) => ({ line: number, text: textOf(number) })),
      rivals: rules[cause]?.rivals ?? [],
      score: Math.max(known?.score ?? 0, POSSIBLE + weight),
    });
  }
  return [...byCause.values()];
};
