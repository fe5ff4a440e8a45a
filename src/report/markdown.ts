import {
  commandValues,
  fillCommand,
  groupObjects,
  type Diagnosis,
  type Finding,
  type ObjectDiagnosis,
  type Redactor,
} from '../core/index.ts';
import { formatText } from '../i18n/format.ts';
import type { UiText } from '../i18n/index.ts';
import { MAX_UNGROUPED, toGroupTitle, toPlace, toVerdictText } from './sentences.ts';
import type { CatalogueView } from './view.ts';

/** A fence longer than any run of backticks in the text, so that a paste cannot end it. */
export function fenced(lines: readonly string[], language: string): string[] {
  const longest = Math.max(
    2,
    ...lines.map((line) => Math.max(0, ...[...line.matchAll(/`+/gu)].map(([run]) => run.length))),
  );
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence];
}

/** Text of the paste outside a fence: no markup of its own, and placeholders such as `<name-1>` stay visible. */
export const toLiteral = (text: string) => text.replace(/[\\`<[\]]/gu, '\\$&');

function findingMarkdown(
  text: UiText,
  views: CatalogueView,
  { object }: ObjectDiagnosis,
  finding: Finding,
  redactor: Redactor,
): string[] {
  const view = views[finding.cause];
  if (!view) return [];
  const values = commandValues(object, finding.container);
  const place = toPlace(text, finding);
  const confirm = view.commands.filter(({ risk }) => risk === undefined);
  return [
    '',
    `### ${text[`confidence.${finding.confidence}`]}${text['format.colon']}${view.title}`,
    ...(place === '' ? [] : ['', toLiteral(redactor.redact(place))]),
    '',
    ...fenced(
      finding.evidence.map(
        ({ line, text: quoted }) => `${String(line)}: ${redactor.redactLine(line, quoted).trim()}`,
      ),
      'text',
    ),
    '',
    `${text['result.decides']}${text['format.colon']}${view.decides}`,
    '',
    ...fenced(
      confirm.map(({ run }) =>
        redactor.redact(
          fillCommand(run, values)
            .map((part) => part.text)
            .join(''),
        ),
      ),
      'sh',
    ),
  ];
}

function objectMarkdown(
  text: UiText,
  views: CatalogueView,
  one: ObjectDiagnosis,
  redactor: Redactor,
): string[] {
  return [
    `## ${toLiteral(redactor.redact(toVerdictText(text, views, one)))}`,
    ...one.findings
      .filter(({ confidence }, index) => index === 0 || confidence !== 'possible')
      .flatMap((finding) => findingMarkdown(text, views, one, finding, redactor)),
    ...(one.gaps.length > 0
      ? [
          '',
          `${text['result.gaps']}${text['format.colon']}`.trimEnd(),
          '',
          ...one.gaps.map(({ kind, run }) => `- ${text[`gap.${kind}`]} \`${run}\``),
        ]
      : []),
    '',
  ];
}

/** How many objects have what, then the first of each group that has a cause: thousands would fit in no ticket. */
function groupsMarkdown(
  text: UiText,
  views: CatalogueView,
  objects: readonly ObjectDiagnosis[],
  redactor: Redactor,
): string[] {
  const groups = groupObjects(objects);
  const telling = groups.filter(({ verdict }, index) => index === 0 || verdict === 'causes');
  return [
    `**${formatText(text['result.objects'], { count: objects.length })}**`,
    '',
    ...groups.map((group) => `- ${toLiteral(redactor.redact(toGroupTitle(text, views, group)))}`),
    '',
    ...telling.flatMap(({ members: [first = 0] }) => {
      const one = objects[first];
      return one ? objectMarkdown(text, views, one, redactor) : [];
    }),
  ];
}

/**
 * Writes a diagnosis as Markdown for a ticket or a chat, redacted: no name, address, token or value of the paste
 * that the redactor found is in it. Of many objects it holds the groups and one member of each.
 */
export function toMarkdown(
  text: UiText,
  views: CatalogueView,
  diagnosis: Diagnosis,
  redactor: Redactor,
): string {
  const { objects } = diagnosis;
  const lines =
    objects.length > MAX_UNGROUPED
      ? groupsMarkdown(text, views, objects, redactor)
      : objects
          .filter(({ verdict }, index) => index === 0 || verdict === 'causes')
          .flatMap((one) => objectMarkdown(text, views, one, redactor));
  return `${lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()}\n`;
}
