import { FactTable, type FactValue, type Subject } from '../facts.ts';
import { compileRule, matchRule, type CompiledRule } from '../match.ts';
import { CAUSE_FACT, walkTree, type TreeAnswer, type TreeAnswers } from './walk.ts';
import type { Confidence, Evidence, Finding, ObjectReport } from '../types.ts';

/** What filling in needs of a tree. */
export interface PrefillTree {
  readonly start: string;
  readonly questions: Readonly<Record<string, { readonly answers: readonly PrefillAnswer[] }>>;
}

type PrefillAnswer = Pick<TreeAnswer, 'id' | 'from' | 'goto' | 'tree'>;

/** One tree with what the text answers of it. */
export interface Prefilled {
  readonly tree: string;
  readonly answers: TreeAnswers;
  /** The lines that show an answer, by the id of its question. */
  readonly lines: Readonly<Record<string, readonly Evidence[]>>;
}

const CONFIDENCE: Confidence = 'certain';
const compiled = new WeakMap<object, CompiledRule>();

class FactsWithCause extends FactTable {
  private readonly cause: readonly FactValue[];

  constructor(subject: Subject, finding: Finding | undefined) {
    super(subject);
    this.cause = (finding?.evidence ?? []).map(({ line }) => ({
      value: finding?.cause ?? '',
      line,
      endLine: line,
      freshness: 'present' as const,
    }));
  }

  override read(name: string): readonly FactValue[] {
    return name === CAUSE_FACT ? this.cause : super.read(name);
  }
}

function ruleOf(answer: PrefillAnswer): CompiledRule {
  let rule = compiled.get(answer);
  if (!rule) {
    const cases = (answer.from ?? []).map((one) => ({ confidence: CONFIDENCE, ...one }));
    compiled.set(answer, (rule = compileRule({ cases })));
  }
  return rule;
}

/** The lines by which the text gives this answer; undefined when it does not. What is over gives none. */
function seeAnswer(
  answer: PrefillAnswer,
  tables: readonly FactTable[],
): ReadonlySet<number> | undefined {
  for (const table of tables) {
    const match = answer.from && matchRule(ruleOf(answer), table);
    if (match && match.freshness !== 'past')
      return new Set(match.values.flatMap(({ line }) => line));
  }
  return undefined;
}

/**
 * Answers the questions of a tree from what a text shows of one object, as far as it does.
 *
 * A question is answered when the text shows exactly one of its answers; when it shows several, the reader decides.
 *
 * @param findings What triage found for the object now, best first.
 * @param textOf Gives the text of a line of the paste.
 */
function prefillTree(
  tree: PrefillTree,
  object: ObjectReport,
  findings: readonly Finding[],
  textOf: (line: number) => string,
): Pick<Prefilled, 'answers' | 'lines'> {
  const [first] = findings;
  const finding = first && first.confidence !== 'possible' && !first.past ? first : undefined;
  const subjects: Subject[] = [
    { object },
    ...object.containers.map((container) => ({ object, container })),
  ];
  const tables = subjects.map((subject) => new FactsWithCause(subject, finding));
  const answers: Record<string, string> = {};
  const lines: Record<string, readonly Evidence[]> = {};
  for (;;) {
    const { open } = walkTree(tree, answers);
    const question = open === undefined ? undefined : tree.questions[open];
    if (open === undefined || !question) return { answers, lines };
    const seen = question.answers.flatMap((answer) => {
      const found = seeAnswer(answer, tables);
      return found ? [{ answer, found }] : [];
    });
    const [only] = seen;
    if (!only || seen.length > 1) return { answers, lines };
    answers[open] = only.answer.id;
    lines[open] = [...only.found]
      .sort((a, b) => a - b)
      .map((line) => ({ line, text: textOf(line) }))
      .filter(({ text }) => text.trim() !== '');
  }
}

/**
 * Fills in a tree and goes on to the tree it refers to, until a question is open or a path has ended.
 *
 * @param start Id of the tree to begin with.
 * @returns The trees of the way; the last one is where the reader goes on.
 */
export function prefillTrees(
  trees: Readonly<Record<string, PrefillTree>>,
  start: string,
  object: ObjectReport,
  findings: readonly Finding[],
  textOf: (line: number) => string,
): Prefilled[] {
  const way: Prefilled[] = [];
  let id: string | undefined = start;
  while (id !== undefined && !way.some((one) => one.tree === id)) {
    const tree: PrefillTree | undefined = Object.hasOwn(trees, id) ? trees[id] : undefined;
    if (!tree) break;
    const filled = prefillTree(tree, object, findings, textOf);
    way.push({ tree: id, ...filled });
    id = walkTree(tree, filled.answers).outcome?.answer.tree;
  }
  return way;
}
