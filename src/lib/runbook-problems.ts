import type { Locale } from '../core/index.ts';
import { articleProblems } from './article-problems.ts';
import { findTextIds, type ContentIndex, type RunbookHead } from './content-index.ts';
import type { MdxOutline } from './mdx-outline.ts';
import { CAUSES_ANCHOR, RUNBOOK_SECTIONS } from './text-sections.ts';

/** What is wrong with one folder of `content/runbooks/`. */
export function runbookProblems(id: string, content: ContentIndex): string[] {
  return articleProblems(
    {
      folder: 'runbooks',
      id,
      texts: content.runbookTexts,
      heads: content.runbooks,
      shared: ['statuses', 'related', 'causes', 'reviewed', 'kubernetes'],
      check: (file, locale, outline, head) => [
        ...sectionProblems(file, locale, outline),
        ...headProblems(file, id, head, content),
      ],
    },
    content,
  );
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
