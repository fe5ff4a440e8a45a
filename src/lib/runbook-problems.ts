import { LOCALES, type Locale } from '../core/index.ts';
import { findTextIds, type ContentIndex, type RunbookHead } from './content-index.ts';
import { readMdxOutline, type MdxOutline } from './mdx-outline.ts';
import { tagProblems } from './tag-problems.ts';
import { headingProblems, linkProblems } from './text-problems.ts';
import { CAUSES_ANCHOR, RUNBOOK_SECTIONS } from './text-sections.ts';

/** What to say when the shapes of two languages differ. */
export const OTHER_SHAPE =
  'the languages have other headings, list items, table rows, samples or links, or in another order';

/** What is wrong with one folder of `content/runbooks/`. */
export function runbookProblems(id: string, content: ContentIndex): string[] {
  const folder = `content/runbooks/${id}`;
  const problems: string[] = [];
  const shapes = new Set<string>();
  const commands = new Set<string>();
  const heads = new Set<string>();

  for (const locale of LOCALES) {
    const file = `${folder}/${locale}.mdx`;
    const body = content.runbookTexts[`${id}/${locale}`];
    const head = content.runbooks[`${id}/${locale}`];
    if (body === undefined || !head) {
      problems.push(`${file} is missing`);
      continue;
    }
    const outline = readMdxOutline(body);
    shapes.add(outline.shape);
    commands.add(toCommands(outline));
    heads.add(toHeadKey(head));
    problems.push(
      ...tagProblems(file, 'runbook', outline, content),
      ...sectionProblems(file, locale, outline),
      ...headingProblems(file, outline),
      ...linkProblems(file, locale, { folder: 'runbooks', id }, outline, content),
      ...headProblems(file, id, head, content),
    );
  }

  if (shapes.size > 1) problems.push(`${folder}: ${OTHER_SHAPE}`);
  if (commands.size > 1)
    problems.push(`${folder}: the languages have other commands, or in another order`);
  if (heads.size > 1)
    problems.push(
      `${folder}: statuses, related, causes, reviewed and kubernetes must be the same in every language`,
    );
  return problems;
}

/** All sections in their order, with the causes placed in theirs. */
function sectionProblems(file: string, locale: Locale, outline: MdxOutline): string[] {
  const headings = outline.headings.filter(({ depth }) => depth <= 2).map(({ text }) => text);
  const wanted = RUNBOOK_SECTIONS.map(({ title }) => title[locale]);
  const places = outline.tags.filter(({ name }) => name === 'Causes');
  if (headings.join('\n') !== wanted.join('\n'))
    return [
      `${file}: the sections must be ${wanted.join(', ')}, not ${headings.join(', ') || 'none'}`,
    ];
  const section = RUNBOOK_SECTIONS.find(({ id }) => id === CAUSES_ANCHOR)?.title[locale];
  return places.length === 1 && places[0]?.section === section
    ? []
    : [`${file}: <Causes /> must stand once, under “${section ?? ''}”`];
}

function headProblems(
  file: string,
  id: string,
  { related, causes }: RunbookHead,
  content: ContentIndex,
): string[] {
  return [
    ...related
      .filter((other) => !findTextIds(content.runbookTexts).includes(other))
      .map((other) => `${file}: related: there is no runbook "${other}"`),
    ...causes.flatMap((other) => {
      const cause = content.causes[other];
      if (!cause) return [`${file}: causes: there is no cause "${other}"`];
      return cause.runbook === id
        ? [`${file}: causes: "${other}" is a cause of this runbook and is shown anyway`]
        : [];
    }),
  ];
}

/** Words may differ between the languages; what is run, and whether it changes something, may not. */
export function toCommands({ tags }: MdxOutline): string {
  return JSON.stringify(
    tags
      .filter(({ name }) => name === 'Command')
      .map(({ attributes }) => [attributes['run'], 'risk' in attributes]),
  );
}

function toHeadKey({ statuses, related, causes, reviewed, kubernetes }: RunbookHead): string {
  return JSON.stringify([statuses, related, causes, reviewed, kubernetes]);
}
