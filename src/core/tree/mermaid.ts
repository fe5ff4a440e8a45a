import type { Tree, TreeAnswer } from './walk.ts';
import type { Locale } from '../types.ts';

/** The words of a drawing that are not in the tree. */
export interface MermaidWords {
  readonly causeTitle: (id: string) => string;
  readonly treeTitle: (id: string) => string;
  readonly escalate: string;
  /** What the drawing shows, for those who do not see it. */
  readonly description: string;
}

/** Longer texts are cut: the list below the drawing has all of them. */
const MAX_TEXT = 90;
const MAX_LABEL = 44;

/** Names of nodes get a prefix: Mermaid refuses some words, such as `end`. */
export const questionNode = (question: string): string => `ask-${question}`;
export const outcomeNode = (question: string, answer: string): string => `at-${question}_${answer}`;
/** What Mermaid calls the line between two nodes. */
export const edgeName = (from: string, to: string): string => `L_${from}_${to}_0`;

/** The node that an answer leads to. */
export function targetNode(
  question: string,
  { id, goto }: Pick<TreeAnswer, 'id' | 'goto'>,
): string {
  return goto === undefined ? outcomeNode(question, id) : questionNode(goto);
}

function shorten(text: string, limit: number): string {
  const plain = text.replaceAll('`', '');
  return plain.length <= limit ? plain : `${plain.slice(0, limit - 1).trimEnd()}…`;
}

/** Mermaid reads `#…;` as a character and some signs as Markdown or as the end of a text. */
function quote(text: string, limit: number): string {
  const safe = shorten(text, limit)
    .replaceAll('#', '#35;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
    .replaceAll('*', '#42;')
    .replaceAll('_', '#95;');
  return `"${safe}"`;
}

function outcomeText(answer: TreeAnswer, words: MermaidWords): string {
  if (answer.tree !== undefined) return `→\u00A0${words.treeTitle(answer.tree)}`;
  if (!answer.causes) return words.escalate;
  const [first, ...others] = answer.causes;
  const title = first ? words.causeTitle(first.id) : '';
  return others.length > 0 ? `${shorten(title, MAX_TEXT - 5)} +${others.length}` : title;
}

/**
 * Writes a tree as Mermaid source: a box for each question, a rounded one for each outcome, lines with the answers.
 *
 * An outcome of several causes shows the first and how many more there are.
 */
export function toMermaid(tree: Tree, locale: Locale, words: MermaidWords): string {
  const lines = [
    'flowchart LR',
    `accTitle: ${tree.title[locale].replaceAll('`', '')}`,
    `accDescr: ${words.description.replaceAll(/[{}`]/gu, '')}`,
  ];
  for (const [id, { ask, answers }] of Object.entries(tree.questions)) {
    lines.push(`  ${questionNode(id)}[${quote(ask[locale], MAX_TEXT)}]`);
    for (const answer of answers) {
      const target = targetNode(id, answer);
      if (answer.goto === undefined)
        lines.push(`  ${target}(${quote(outcomeText(answer, words), MAX_TEXT)})`);
      lines.push(`  ${questionNode(id)} -->|${quote(answer.label[locale], MAX_LABEL)}| ${target}`);
    }
  }
  return lines.join('\n');
}
