import { LOCALES, type Cause, type Locale } from '../core/index.ts';
import { toMermaid, type Tree } from '../core/tree/index.ts';
import { treesText } from '../i18n/trees.ts';
import type { DiagramSource } from './source.ts';

/** The kept drawing of a tree, below the root of the project. */
export function toTreeDrawingFile(id: string, locale: Locale): string {
  return `content/trees/${id}.${locale}.svg`;
}

/** The drawings of all trees, in each language: their Mermaid source is written from the trees. */
export function toTreeSources(
  trees: Readonly<Record<string, Tree>>,
  causes: Readonly<Record<string, Cause>>,
): DiagramSource[] {
  return Object.entries(trees).flatMap(([id, tree]) =>
    LOCALES.map((locale) => ({
      where: `content/trees/${id}.yaml`,
      file: toTreeDrawingFile(id, locale),
      source: toMermaid(tree, locale, {
        causeTitle: (cause) => causes[cause]?.title[locale] ?? cause,
        treeTitle: (other) => trees[other]?.title[locale] ?? other,
        escalate: treesText[locale].escalate,
        description: `${tree.description[locale]} ${treesText[locale].drawingText}`,
      }),
    })),
  );
}
