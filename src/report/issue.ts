import type { Diagnosis, ObjectDiagnosis, Redactor } from '../core/index.ts';
import type { UiText } from '../i18n/index.ts';
import { fenced, toLiteral } from './markdown.ts';
import { toPlace } from './sentences.ts';
import type { CatalogueView } from './view.ts';

/** What the reader knows better. */
export interface Correction {
  /** Id of a cause; empty when it is not known. */
  readonly was: string;
  readonly notes: string;
}

export interface Issue {
  readonly title: string;
  readonly body: string;
}

/** Addresses of 8 kB and more are refused by GitHub; the paste gets what the rest leaves. */
const MAX_ENCODED = 7000;
const MAX_LINE = 300;
const MAX_FINDINGS = 5;
const MAX_EVIDENCE = 6;

const encodedLength = (text: string) => new URLSearchParams({ text }).toString().length;

/** Lines from both ends as long as they fit: a describe has its states above and its events below. */
function shorten(
  lines: readonly string[],
  toLine: (index: number) => string,
  max: number,
): string[] {
  const head: string[] = [];
  const tail: string[] = [];
  for (let left = max; head.length + tail.length < lines.length;) {
    const isHead = head.length <= tail.length;
    const line = toLine(isHead ? head.length : lines.length - 1 - tail.length);
    left -= encodedLength(line);
    if (left < 0) {
      head.push(`[… ${String(lines.length - head.length - tail.length)} …]`);
      break;
    }
    (isHead ? head : tail).push(line);
  }
  return [...head, ...tail.reverse()];
}

/** What was read, in the words of the core; what is undefined is left out. */
function toFacts(
  { report, objects, skipped, guess }: Diagnosis,
  current?: ObjectDiagnosis,
): string {
  const { kind, layout, eventsSeen, cut } = current?.object ?? {};
  return JSON.stringify({
    verdict: current?.verdict,
    history: current?.history.map(({ cause }) => cause),
    kind,
    layout,
    events: eventsSeen,
    cut,
    guess,
    objects: objects.length,
    lines: report.lineCount,
    skipped: skipped.length,
    repairs: report.repairs,
  });
}

/**
 * Writes the report of a wrong diagnosis as Markdown, redacted: what was said, what it was, what was read, and as much
 * of the paste as an address holds. Its words for the machine are those of `expected.yaml`.
 *
 * @param current The object it is about; undefined when the text was not recognised.
 */
export function toIssue(
  text: UiText,
  views: CatalogueView,
  diagnosis: Diagnosis,
  current: ObjectDiagnosis | undefined,
  { was, notes }: Correction,
  redactor: Redactor,
): Issue {
  const findings = current?.findings ?? [];
  const toLine = (number: number, line: string) =>
    redactor.redactLine(number, line).slice(0, MAX_LINE).trimEnd();
  const name = (cause: string) => `${views[cause]?.title ?? cause} (\`${cause}\`)`;
  const above = [
    `### ${text['report.said']}`,
    ...findings.slice(0, MAX_FINDINGS).flatMap((finding) => [
      '',
      `**${text[`confidence.${finding.confidence}`]}**${text['format.colon']}${name(finding.cause)} ${toLiteral(redactor.redact(toPlace(text, finding)))}`.trimEnd(),
      '',
      ...fenced(
        finding.evidence
          .slice(0, MAX_EVIDENCE)
          .map(({ line, text: quoted }) => `${String(line)}: ${toLine(line, quoted.trim())}`),
        'text',
      ),
    ]),
    '',
    ...fenced([redactor.redact(toFacts(diagnosis, current))], 'json'),
    '',
    `### ${text['report.was']}`,
    '',
    was === '' ? text['report.unknown'] : name(was),
    '',
    ...(notes.trim() === '' ? [] : fenced(redactor.redact(notes.trim()).split('\n'), 'text')),
    '',
    `### ${text['result.yourText']}`,
    '',
  ]
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n');
  const own = current?.object.layout === 'describe' ? current.object : undefined;
  const { line = 1, endLine = Infinity } = own ?? {};
  const lines = diagnosis.lines.slice(line - 1, endLine);
  const paste = shorten(
    lines,
    (index) => toLine(line + index, lines[index] ?? ''),
    MAX_ENCODED - encodedLength(above),
  );
  return {
    title: `Misdiagnosis: ${findings[0]?.cause ?? diagnosis.guess ?? diagnosis.verdict} → ${was || '?'}`,
    body: [above, ...fenced(paste, 'text'), ''].join('\n'),
  };
}

/** Address of the repository's form with the report filled in: `.github/ISSUE_TEMPLATE/misdiagnosis.yml`. */
export function toIssueHref(repository: string, { title, body }: Issue): string {
  const query = new URLSearchParams({ template: 'misdiagnosis.yml', title, report: body });
  return `${repository}/issues/new?${query.toString()}`;
}
