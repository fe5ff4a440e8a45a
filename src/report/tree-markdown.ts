import { walkTree, type Tree, type TreeAnswers } from '../core/tree/index.ts';
import { formatText } from '../i18n/format.ts';
import type { TreesText } from '../i18n/trees.ts';

/** A tree in one language. */
export type TreeView = Tree<string, readonly string[]>;

/** What the page of a tree shows of a cause. */
export interface TreeCauseView {
  readonly title: string;
  readonly href: string;
  /** The first command that confirms it. */
  readonly confirm?: string | undefined;
}

/** A cause, a tree: where its title leads. */
export interface TreeLinks {
  readonly causes: Readonly<Record<string, TreeCauseView>>;
  readonly trees: Readonly<Record<string, { readonly title: string; readonly href: string }>>;
}

/**
 * Writes the way through a tree for a ticket: each question with its command and answer, then the outcome.
 *
 * @param fill Puts the names of the reader into a command.
 * @param address The address that leads to the same answers.
 * @param toAddress Makes an address of the site complete.
 */
export function toTreeMarkdown(
  tree: TreeView,
  links: TreeLinks,
  answers: TreeAnswers,
  text: TreesText,
  fill: (run: string) => string,
  address: string,
  toAddress: (href: string) => string,
): string {
  const { steps, outcome, open } = walkTree(tree, answers);
  const lines = [`**${tree.title}**`, '', address, ''];
  steps.forEach(({ question, answer }, index) => {
    const { ask = '', run = '' } = tree.questions[question] ?? {};
    lines.push(`${index + 1}. ${ask} **${answer.label}**`, `   \`${fill(run)}\``);
  });
  const end = outcome?.answer;
  if (open !== undefined) lines.push(`${steps.length + 1}. ${tree.questions[open]?.ask ?? ''} …`);
  if (end?.causes) {
    lines.push('', `**${text.resultCauses}**`, '');
    for (const { id, confidence } of end.causes) {
      const cause = links.causes[id];
      if (!cause) continue;
      lines.push(`- [${cause.title}](${toAddress(cause.href)}) (${text[confidence]})`);
      if (cause.confirm !== undefined) lines.push(`  ${text.confirm}: \`${fill(cause.confirm)}\``);
    }
  }
  const next = end?.tree === undefined ? undefined : links.trees[end.tree];
  if (next)
    lines.push('', formatText(text.goOn, { title: `[${next.title}](${toAddress(next.href)})` }));
  if (end?.escalate)
    lines.push(
      '',
      `**${text.resultEscalate}**`,
      text.escalateIntro,
      '',
      ...end.escalate.map((one) => `- ${one}`),
    );
  return `${lines.join('\n')}\n`;
}
