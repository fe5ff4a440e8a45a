import { articleProblems } from './article-problems.ts';
import type { ContentIndex } from './content-index.ts';

/** What is wrong with one folder of `content/explainers/`. */
export function explainerProblems(id: string, content: ContentIndex): string[] {
  return articleProblems(
    {
      folder: 'explainers',
      id,
      texts: content.explainerTexts,
      heads: content.explainers,
      shared: ['reviewed', 'kubernetes'],
      check: (file, _locale, { headings }) =>
        headings
          .filter(({ depth }) => depth === 1)
          .map(({ text }) => `${file}: the title is in the front matter, not in “# ${text}”`),
    },
    content,
  );
}
