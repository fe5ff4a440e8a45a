import { LOCALES, type Cause, type Locale } from '../core/index.ts';
import { OTHER_SHAPE } from './article-problems.ts';
import { findTextIds, type ContentIndex } from './content-index.ts';
import { readMdxOutline, type MdxOutline } from './mdx-outline.ts';
import { tagProblems } from './tag-problems.ts';
import { headingProblems, linkProblems, placeholderProblems } from './text-problems.ts';
import { CAUSE_SECTIONS, STEP_SECTION } from './text-sections.ts';

/** What is wrong with one folder of `content/causes/`. */
export function causeProblems(id: string, cause: Cause, content: ContentIndex): string[] {
  const folder = `content/causes/${id}`;
  const file = `${folder}/cause.yaml`;
  const problems = referenceProblems(file, id, cause, content);
  for (const command of cause.commands)
    problems.push(...placeholderProblems(`${file}: ${command.id}`, command.run));

  const orders = new Set<string>();
  const shapes = new Set<string>();
  for (const locale of LOCALES) {
    const body = content.causeTexts[`${id}/${locale}`];
    if (body === undefined) {
      problems.push(`${folder}/${locale}.mdx is missing`);
      continue;
    }
    const outline = readMdxOutline(body);
    const text = `${folder}/${locale}.mdx`;
    const place = { folder: 'runbooks', id: cause.runbook } as const;
    shapes.add(outline.shape);
    orders.add(outline.tags.flatMap(({ attributes }) => attributes['of'] ?? []).join(' '));
    problems.push(
      ...tagProblems(text, 'cause', outline, content),
      ...headingProblems(text, outline),
      ...placeProblems(text, id, cause, locale, outline),
      ...linkProblems(text, locale, place, outline, content),
    );
  }
  if (shapes.size > 1) problems.push(`${folder}: ${OTHER_SHAPE}`);
  if (orders.size > 1)
    problems.push(`${folder}: the languages place other commands, or in another order`);
  return problems;
}

function referenceProblems(
  file: string,
  id: string,
  cause: Cause,
  content: ContentIndex,
): string[] {
  const problems: string[] = [];
  if (!findTextIds(content.runbookTexts).includes(cause.runbook))
    problems.push(`${file}: there is no runbook "${cause.runbook}"`);

  const named = [
    ...cause.rivals.map((rival) => ({ key: 'rivals', other: rival.id })),
    ...(cause.rule.yieldsTo ?? []).map((other) => ({ key: 'rule.yieldsTo', other })),
    ...(cause.rule.secondaryTo ?? []).map((other) => ({ key: 'rule.secondaryTo', other })),
  ];
  for (const { key, other } of named) {
    if (other === id) problems.push(`${file}: ${key} names the cause itself`);
    else if (!content.causes[other]) problems.push(`${file}: ${key}: there is no cause "${other}"`);
  }
  return problems;
}

function placeProblems(
  file: string,
  id: string,
  cause: Cause,
  locale: Locale,
  outline: MdxOutline,
): string[] {
  const problems: string[] = [];
  const sections = CAUSE_SECTIONS[locale];
  const headings = outline.headings.map(({ depth, text }) => `${'#'.repeat(depth)} ${text}`);
  const wanted = sections.map((section) => `#### ${section}`);
  if (headings.join('\n') !== wanted.join('\n'))
    problems.push(
      `${file}: the headings must be ${wanted.join(', ')}, not ${headings.join(', ') || 'none'}`,
    );

  const placed = outline.tags.filter((tag) => tag.name === 'Run');
  for (const { attributes, section } of placed) {
    const of = attributes['of'] ?? '';
    const command = cause.commands.find((one) => `${id}/${one.id}` === of);
    if (!command) problems.push(`${file}: <Run of="${of}" /> names no command of this cause`);
    else if (sections[STEP_SECTION[command.step]] !== section)
      problems.push(
        `${file}: <Run of="${of}" /> stands under “${section}”, but its step is ${command.step}`,
      );
  }
  for (const command of cause.commands) {
    const times = placed.filter((tag) => tag.attributes['of'] === `${id}/${command.id}`).length;
    if (times === 0) problems.push(`${file}: the command ${command.id} is not placed`);
    if (times > 1) problems.push(`${file}: the command ${command.id} is placed ${times} times`);
  }
  return problems;
}
