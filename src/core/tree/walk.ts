import type { Condition, Confidence, Evidence, Localised } from '../types.ts';

/** The fact that only trees may ask for: the cause that triage puts first, when it is certain or likely. */
export const CAUSE_FACT = 'cause';

/** A cause at the end of a path, and how sure one may be of it there. */
export interface TreeCause {
  readonly id: string;
  readonly confidence: Confidence;
}

/** One way to see an answer in a pasted text: all of `when`, none of `unless`. */
export interface TreeCase {
  readonly when: readonly Condition[];
  readonly unless?: readonly Condition[] | undefined;
}

/**
 * One answer to a question. Exactly one of `goto`, `tree`, `causes` and `escalate` is given.
 *
 * `Text` is `Localised` in a file of the content and `string` in the page of one language.
 */
export interface TreeAnswer<Text = Localised, Texts = Localised<readonly string[]>> {
  readonly id: string;
  readonly label: Text;
  /** How triage sees this answer in a pasted text; one case is enough. */
  readonly from?: readonly TreeCase[] | undefined;
  /** The next question of this tree. */
  readonly goto?: string | undefined;
  /** The tree that goes on. */
  readonly tree?: string | undefined;
  /** What is most likely wrong, best first. */
  readonly causes?: readonly TreeCause[] | undefined;
  /** Beyond what the trees know: what to hand over to whoever goes on. */
  readonly escalate?: Texts | undefined;
}

/** A question that one look at the output of one command answers. */
export interface TreeQuestion<Text = Localised, Texts = Localised<readonly string[]>> {
  readonly ask: Text;
  /** The command with placeholders such as `<pod>`. */
  readonly run: string;
  /** What to look for in its output. */
  readonly look: Text;
  readonly answers: readonly TreeAnswer<Text, Texts>[];
}

/** One file `content/trees/<id>.yaml`. */
export interface Tree<Text = Localised, Texts = Localised<readonly string[]>> {
  readonly title: Text;
  readonly description: Text;
  readonly start: string;
  readonly questions: Readonly<Record<string, TreeQuestion<Text, Texts>>>;
}

/** What walking needs of a tree, in whatever language. */
export interface AnyTree {
  readonly start: string;
  readonly questions: Readonly<
    Record<string, { readonly answers: readonly Pick<TreeAnswer, 'id' | 'goto'>[] }>
  >;
}

/** Ids of answers by ids of questions; also of questions that the path does not meet now. */
export type TreeAnswers = Readonly<Record<string, string>>;

/** The lines of a paste that show an answer, by the id of its question. */
export type TreeLines = Readonly<
  Record<string, { readonly answer: string; readonly lines: readonly Evidence[] }>
>;

/** One question of the path and the answer that was given. */
export interface TreeStep<Answer = TreeAnswer> {
  readonly question: string;
  readonly answer: Answer;
}

/** Where answers lead: the path so far, and either the open question or the last answer, which is the outcome. */
export interface TreeWalk<Answer = TreeAnswer> {
  readonly steps: readonly TreeStep<Answer>[];
  /** The question to ask next; undefined when the path has come to an end. */
  readonly open?: string;
  /** The answer that ends the path. */
  readonly outcome?: TreeStep<Answer>;
}

type AnswerOf<T extends AnyTree> = T['questions'][string]['answers'][number];

/**
 * Follows answers from the first question.
 *
 * Answers to questions that are not met are ignored, not lost: when an earlier answer is changed, those that still
 * apply count at once. Ends at the first question without a valid answer, and never goes in a circle.
 */
export function walkTree<T extends AnyTree>(tree: T, answers: TreeAnswers): TreeWalk<AnswerOf<T>> {
  const steps: TreeStep<AnswerOf<T>>[] = [];
  const met = new Set<string>();
  let id = tree.start;
  for (;;) {
    const question = Object.hasOwn(tree.questions, id) ? tree.questions[id] : undefined;
    const given = Object.hasOwn(answers, id) ? answers[id] : undefined;
    const answer: AnswerOf<T> | undefined = question?.answers.find((one) => one.id === given);
    if (!answer || met.has(id)) return { steps, open: id };
    met.add(id);
    const step = { question: id, answer };
    steps.push(step);
    if (answer.goto === undefined) return { steps, outcome: step };
    id = answer.goto;
  }
}

/**
 * Reads answers from the parameters of an address.
 *
 * @returns The answers that lie on one path, and the names of the parameters that were dropped because the tree has no
 * such question or answer, or because the path does not meet them.
 */
export function parseAnswers(
  tree: AnyTree,
  given: readonly (readonly [question: string, answer: string])[],
): { readonly answers: TreeAnswers; readonly dropped: readonly string[] } {
  const { steps } = walkTree(tree, Object.fromEntries(given));
  const answers = Object.fromEntries(steps.map(({ question, answer }) => [question, answer.id]));
  const dropped = given
    .filter(
      ([question, answer]) => !Object.hasOwn(answers, question) || answers[question] !== answer,
    )
    .map(([question]) => question);
  return { answers, dropped: [...new Set(dropped)] };
}

/** Writes the answers of the path as the query of an address, in the order of the path: `?status=crash`, or nothing. */
export function printAnswers(tree: AnyTree, answers: TreeAnswers): string {
  const { steps } = walkTree(tree, answers);
  // Ids are lower-case letters, digits and hyphens: nothing needs an escape.
  const query = steps.map(({ question, answer }) => `${question}=${answer.id}`).join('&');
  return query === '' ? '' : `?${query}`;
}

/** Every way from the first question to an answer that ends the path. For trees without circles. */
export function listPaths<T extends AnyTree>(tree: T): TreeStep<AnswerOf<T>>[][] {
  const paths: TreeStep<AnswerOf<T>>[][] = [];
  const follow = (id: string, before: readonly TreeStep<AnswerOf<T>>[]): void => {
    const question = Object.hasOwn(tree.questions, id) ? tree.questions[id] : undefined;
    if (!question || before.some((step) => step.question === id)) return;
    for (const answer of question.answers) {
      const path = [...before, { question: id, answer }];
      if (answer.goto === undefined) paths.push(path);
      else follow(answer.goto, path);
    }
  };
  follow(tree.start, []);
  return paths;
}

/**
 * The answer below which each question stands when a tree is written as nested lists: the first that leads to it.
 *
 * @returns `<question>=<answer>` by the id of the question; the first question has none.
 */
export function listFirstPlaces({ start, questions }: AnyTree): Readonly<Record<string, string>> {
  const places: Record<string, string> = {};
  const visit = (id: string): void => {
    for (const answer of questions[id]?.answers ?? []) {
      const { goto } = answer;
      if (goto === undefined || goto === start || Object.hasOwn(places, goto)) continue;
      places[goto] = `${id}=${answer.id}`;
      visit(goto);
    }
  };
  visit(start);
  return places;
}
