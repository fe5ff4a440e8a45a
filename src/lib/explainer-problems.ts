import { LOCALES } from '../core/index.ts';
import type { ContentIndex } from './content-index.ts';
import { readMdxOutline } from './mdx-outline.ts';
import { OTHER_SHAPE, toCommands } from './runbook-problems.ts';
import { tagProblems } from './tag-problems.ts';
import { headingProblems, linkProblems } from './text-problems.ts';

/** What is wrong with one folder of `content/explainers/`. */
export function explainerProblems(id: string, content: ContentIndex): string[] {
  const folder = `content/explainers/${id}`;
  const problems: string[] = [];
  const shapes = new Set<string>();
  const commands = new Set<string>();
  const heads = new Set<string>();

  for (const locale of LOCALES) {
    const file = `${folder}/${locale}.mdx`;
    const body = content.explainerTexts[`${id}/${locale}`];
    const head = content.explainers[`${id}/${locale}`];
    if (body === undefined || !head) {
      problems.push(`${file} is missing`);
      continue;
    }
    const outline = readMdxOutline(body);
    shapes.add(outline.shape);
    commands.add(toCommands(outline));
    heads.add(JSON.stringify([head.reviewed, head.kubernetes]));
    problems.push(
      ...tagProblems(file, 'explainer', outline, content),
      ...headingProblems(file, outline),
      ...linkProblems(file, locale, { folder: 'explainers', id }, outline, content),
      ...outline.headings
        .filter(({ depth }) => depth === 1)
        .map(({ text }) => `${file}: the title is in the front matter, not in “# ${text}”`),
    );
  }

  if (shapes.size > 1) problems.push(`${folder}: ${OTHER_SHAPE}`);
  if (commands.size > 1)
    problems.push(`${folder}: the languages have other commands, or in another order`);
  if (heads.size > 1)
    problems.push(`${folder}: reviewed and kubernetes must be the same in every language`);
  return problems;
}
