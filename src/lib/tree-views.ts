import type { Cause, Locale } from '../core/index.ts';
import type { Tree } from '../core/tree/index.ts';
import { causeHref, treeHref } from './paths.ts';

/** A tree in one language, without what reads a paste. */
export type TreeView = Tree<string, readonly string[]>;

/** Titles and addresses of what a tree leads to, in one language. */
export interface TreeLinksView {
  readonly causes: Readonly<Record<string, { title: string; href: string; confirm?: string }>>;
  readonly trees: Readonly<Record<string, { title: string; href: string }>>;
}

/** Takes the texts of one language. */
export function toTreeView(
  { title, description, start, questions }: Tree,
  locale: Locale,
): TreeView {
  return {
    title: title[locale],
    description: description[locale],
    start,
    questions: Object.fromEntries(
      Object.entries(questions).map(([id, { ask, run, look, answers }]) => [
        id,
        {
          ask: ask[locale],
          run,
          look: look[locale],
          answers: answers.map(({ id: answer, label, goto, tree, causes, escalate }) => ({
            id: answer,
            label: label[locale],
            ...(goto === undefined ? {} : { goto }),
            ...(tree === undefined ? {} : { tree }),
            ...(causes ? { causes } : {}),
            ...(escalate ? { escalate: escalate[locale] } : {}),
          })),
        },
      ]),
    ),
  };
}

/** Collects the causes and trees that the outcomes of a tree name. */
export function toTreeLinks(
  tree: Tree,
  trees: Readonly<Record<string, Tree>>,
  causes: Readonly<Record<string, Cause>>,
  locale: Locale,
): TreeLinksView {
  const answers = Object.values(tree.questions).flatMap((question) => question.answers);
  const causeIds = new Set(answers.flatMap((answer) => (answer.causes ?? []).map(({ id }) => id)));
  const treeIds = new Set(answers.flatMap((answer) => answer.tree ?? []));
  return {
    causes: Object.fromEntries(
      [...causeIds].flatMap((id) => {
        const cause = causes[id];
        if (!cause) return [];
        const confirm = cause.commands.find(({ step }) => step === 'confirm')?.run;
        const view = { title: cause.title[locale], href: causeHref(locale, cause.runbook, id) };
        return [[id, confirm === undefined ? view : { ...view, confirm }]];
      }),
    ),
    trees: Object.fromEntries(
      [...treeIds].flatMap((id) => {
        const other = trees[id];
        return other ? [[id, { title: other.title[locale], href: treeHref(locale, id) }]] : [];
      }),
    ),
  };
}
