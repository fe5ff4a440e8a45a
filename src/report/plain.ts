import {
  commandValues,
  fillCommand,
  type Diagnosis,
  type Finding,
  type ObjectDiagnosis,
  type ObjectReport,
  type Values,
} from '../core/index.ts';
import { formatText } from '../i18n/format.ts';
import type { UiText } from '../i18n/index.ts';
import {
  toGuessText,
  toInsightText,
  toPlace,
  toRepairsText,
  toTooLongText,
  toVerdictText,
} from './sentences.ts';
import { EVENTS_SHOWN, toExitCodeTexts, toStateText, toTimeline } from './summary.ts';
import type { CatalogueView, CommandView } from './view.ts';

const join = (run: string, values: Values) =>
  fillCommand(run, values)
    .map(({ text }) => text)
    .join('');

function commandLines(
  text: UiText,
  { run, purpose, risk, undo }: CommandView,
  values: Values,
): string[] {
  const colon = text['format.colon'];
  return [
    `     ${purpose}${risk === undefined ? '' : ` [${text['command.changes']}]`}`,
    `       ${join(run, values)}`,
    ...(risk === undefined ? [] : [`       ${text['command.risk']}${colon}${join(risk, values)}`]),
    ...(undo === undefined ? [] : [`       ${text['command.undo']}${colon}${join(undo, values)}`]),
  ];
}

function findingLines(
  text: UiText,
  views: CatalogueView,
  object: ObjectDiagnosis['object'],
  finding: Finding,
  number: number,
): string[] {
  const view = views[finding.cause];
  if (!view) return [];
  const values = commandValues(object, finding.container);
  const place = toPlace(text, finding);
  const rivals = finding.rivals.flatMap((id) => views[id] ?? []);
  const colon = text['format.colon'];
  return [
    '',
    `${String(number)}. [${text[`confidence.${finding.confidence}`]}] ${view.title}${place === '' ? '' : ` – ${place}`}  (${finding.cause})`,
    ...finding.evidence.map(
      ({ line, text: quoted }) => `   ${String(line).padStart(4)} | ${quoted.trim()}`,
    ),
    `   ${text['result.decides']}${colon}${view.decides}`,
    ...(rivals.length > 0
      ? [`   ${text['result.rivals']}${colon}${rivals.map(({ title }) => title).join('; ')}`]
      : []),
    ...view.commands.flatMap((command) => commandLines(text, command, values)),
  ];
}

function containerLines(text: UiText, { containers }: ObjectReport): string[] {
  return containers.map(({ name, type, state, lastState, ready, restartCount }) => {
    const kind = type === 'app' ? '' : ` (${text[`summary.${type}`]})`;
    const cells = [
      [text['summary.state'], toStateText(text, state)],
      [text['summary.lastState'], toStateText(text, lastState)],
      [text['summary.ready'], ready && text[ready.value ? 'summary.yes' : 'summary.no']],
      [text['summary.restarts'], restartCount?.value],
    ] as const;
    return `   ${name === '' ? '–' : name}${kind}${text['format.colon']}${cells
      .filter(([, value]) => value !== undefined && value !== '–')
      .map(([label = '', value]) => `${label} ${String(value)}`)
      .join('; ')}`;
  });
}

function eventLines(text: UiText, object: ObjectReport): string[] {
  const events = toTimeline(object);
  const older = events.length - EVENTS_SHOWN;
  return [
    ...events
      .slice(0, EVENTS_SHOWN)
      .map(({ age, type, reason, message }) =>
        `   ${age}  ${type} ${reason}  ${message.split('\n', 1)[0] ?? ''}`.trimEnd(),
      ),
    ...(older > 0 ? [`   ${formatText(text['summary.eventsOlder'], { count: older })}`] : []),
  ];
}

function objectLines(text: UiText, views: CatalogueView, diagnosis: ObjectDiagnosis): string[] {
  const { object, findings, history, gaps, checks, insights } = diagnosis;
  const values = commandValues(object, findings[0]?.container);
  const codes = toExitCodeTexts(text, object);
  const block = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', `${title}${text['format.colon']}`.trimEnd(), ...lines] : [];
  return [
    toVerdictText(text, views, diagnosis),
    ...findings.flatMap((finding, index) => findingLines(text, views, object, finding, index + 1)),
    ...block(
      text['result.gaps'],
      gaps.flatMap(({ kind, run, container }) => [
        `   ${text[`gap.${kind}`]}`,
        `     ${join(run, container === undefined ? values : commandValues(object, container))}`,
      ]),
    ),
    ...block(
      text['insight.title'],
      insights.map((insight) => `   ${toInsightText(text, insight)}`),
    ),
    ...block(
      text['result.history'],
      history.map(
        ({ cause, evidence }) =>
          `   ${views[cause]?.title ?? cause} (${evidence.map(({ line }) => line).join(', ')})`,
      ),
    ),
    ...block(
      text['result.checks'],
      checks.map(({ check }) => `   ${text[`check.${check}`]}`),
    ),
    ...block(text['summary.containers'], containerLines(text, object)),
    ...block(
      text['summary.exitCodes'],
      codes.map((code) => `   ${code}`),
    ),
    ...block(text['summary.events'], eventLines(text, object)),
  ];
}

/** Writes a diagnosis as text for a terminal: the same content as the page. */
export function toPlainText(text: UiText, views: CatalogueView, diagnosis: Diagnosis): string {
  const { objects, guess, skipped, report } = diagnosis;
  if (guess !== undefined) {
    const answer = `${toGuessText(text, diagnosis)}\n  kubectl describe pod <pod> -n <namespace>\n`;
    return guess === 'yaml' || guess === 'json'
      ? `${answer}${formatText(text['result.skipped'], { count: skipped.length })}\n`
      : answer;
  }
  const lines = objects.flatMap((object, index) => [
    ...(index === 0 ? [] : ['', '---', '']),
    ...objectLines(text, views, object),
  ]);
  if (report.repairs.length > 0) lines.push('', toRepairsText(text, report.repairs));
  if (report.tooLong) lines.push('', toTooLongText(text, report));
  if (skipped.length > 0)
    lines.push(
      '',
      formatText(text['result.skipped'], { count: skipped.length }),
      ...skipped.map(({ number, text: line }) => `   ${String(number).padStart(4)} | ${line}`),
    );
  return `${lines.join('\n')}\n`;
}
