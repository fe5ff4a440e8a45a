import { LOCALES, type Locale } from '../core/index.ts';
import { findRunbookIds, type ContentIndex, type RunbookHead } from './content-index.ts';
import { readMdxOutline, type MdxOutline, type MdxTag } from './mdx-outline.ts';
import { linkProblems, placeholderProblems, tagProblems } from './text-problems.ts';
import { RUNBOOK_SECTIONS } from './text-sections.ts';

const COMMAND_ATTRIBUTES = ['run', 'purpose', 'expect', 'risk', 'undo'];

/** What is wrong with one folder of `content/runbooks/`. */
export function runbookProblems(id: string, content: ContentIndex): string[] {
  const folder = `content/runbooks/${id}`;
  const problems: string[] = [];
  const shapes = new Set<string>();
  const commands = new Set<string>();
  const heads = new Set<string>();
  const runbookIds = findRunbookIds(content.runbookTexts);

  for (const locale of LOCALES) {
    const file = `${folder}/${locale}.mdx`;
    const body = content.runbookTexts[`${id}/${locale}`];
    const head = content.runbooks[`${id}/${locale}`];
    if (body === undefined || !head) {
      problems.push(`${file} is missing`);
      continue;
    }
    const outline = readMdxOutline(body);
    shapes.add(outline.headings.map(({ depth }) => depth).join(' '));
    commands.add(toCommands(outline));
    heads.add(toHeadKey(head));
    problems.push(
      ...textProblems(file, locale, outline),
      ...linkProblems(file, locale, id, outline, content),
      ...head.related
        .filter((other) => !runbookIds.includes(other))
        .map((other) => `${file}: related: there is no runbook "${other}"`),
    );
  }

  if (shapes.size > 1) problems.push(`${folder}: the languages have other headings`);
  if (commands.size > 1)
    problems.push(`${folder}: the languages have other commands, or in another order`);
  if (heads.size > 1)
    problems.push(
      `${folder}: statuses, related, reviewed and kubernetes must be the same in every language`,
    );
  return problems;
}

function textProblems(file: string, locale: Locale, outline: MdxOutline): string[] {
  const problems = tagProblems(file, outline, 'Command');
  const headings = outline.headings.filter(({ depth }) => depth <= 2).map(({ text }) => text);
  const wanted = RUNBOOK_SECTIONS.map(({ title }) => title[locale]);
  if (headings.join('\n') !== wanted.join('\n'))
    problems.push(
      `${file}: the sections must be ${wanted.join(', ')}, not ${headings.join(', ') || 'none'}`,
    );
  const tags = outline.tags.filter((tag) => tag.name === 'Command');
  return [...problems, ...tags.flatMap((tag) => commandProblems(file, tag))];
}

function commandProblems(file: string, { attributes }: MdxTag): string[] {
  const run = attributes['run'] ?? '';
  const where = `${file}: <Command run="${run}">`;
  const problems = placeholderProblems(where, run);
  if (run === '') problems.push(`${where} has no command`);
  if ('risk' in attributes && !('undo' in attributes))
    problems.push(`${where} has a risk but no undo`);
  if ('undo' in attributes && !('risk' in attributes))
    problems.push(`${where} has an undo but no risk`);
  for (const key of Object.keys(attributes))
    if (!COMMAND_ATTRIBUTES.includes(key))
      problems.push(`${where} has an unknown attribute "${key}"`);
  return problems;
}

/** Words may differ between the languages; what is run, and whether it changes something, may not. */
function toCommands({ tags }: MdxOutline): string {
  return JSON.stringify(tags.map(({ attributes }) => [attributes['run'], 'risk' in attributes]));
}

function toHeadKey({ statuses, related, reviewed, kubernetes }: RunbookHead): string {
  return JSON.stringify([statuses, related, reviewed, kubernetes]);
}
