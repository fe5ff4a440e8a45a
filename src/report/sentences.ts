import {
  parseTime,
  type ContainerReport,
  type Diagnosis,
  type EventReport,
  type Finding,
  type Insight,
  type ObjectDiagnosis,
  type ObjectGroup,
  type ObjectReport,
  type Repair,
  type Report,
  type Verdict,
} from '../core/index.ts';
import { formatText } from '../i18n/format.ts';
import type { UiText } from '../i18n/index.ts';
import type { CatalogueView } from './view.ts';

/** Names an object: `Pod shop/web-0 on node node-3`. */
export function toSubject(text: UiText, object: ObjectReport): string {
  if (object.layout === 'text') return text['subject.text'];
  const name = [object.namespace?.value, object.name?.value]
    .filter((part) => part !== undefined)
    .join('/');
  const named =
    object.name === undefined
      ? formatText(text['subject.unnamed'], { kind: object.kind })
      : formatText(text['subject.named'], { kind: object.kind, name });
  const node = object.node?.value;
  return node === undefined || node === '<none>'
    ? named
    : formatText(text['subject.node'], { subject: named, node });
}

/** The sentence that answers the question: what it is about, and what is said of it. */
export interface Headline {
  readonly subject: string;
  readonly claim: string;
}

/** Answers the question in one sentence, without details. */
export function toHeadline(
  text: UiText,
  views: CatalogueView,
  diagnosis: ObjectDiagnosis,
): Headline {
  const { object, verdict, findings, history } = diagnosis;
  const named = toSubject(text, object);
  const [first] = findings;
  if (verdict === 'causes' && first) {
    const { container, cause, confidence } = first;
    const title = views[cause]?.title ?? cause;
    const claim = confidence === 'certain' ? title : formatText(text['verdict.likely'], { title });
    return {
      subject:
        container === undefined
          ? formatText(text['verdict.subject'], { subject: named })
          : formatText(text['verdict.subjectContainer'], { subject: named, container }),
      claim: claim + text['format.sentenceEnd'],
    };
  }
  const subject = formatText(text['verdict.subject'], { subject: named });
  if (verdict === 'healthy')
    return { subject, claim: text[history.length > 0 ? 'verdict.healthyPast' : 'verdict.healthy'] };
  return {
    subject,
    claim: text[findings.length > 0 ? 'verdict.undeterminedPossible' : 'verdict.undetermined'],
  };
}

/** Headline and details as one text. */
export function toVerdictText(
  text: UiText,
  views: CatalogueView,
  diagnosis: ObjectDiagnosis,
): string {
  const { subject, claim } = toHeadline(text, views, diagnosis);
  return [subject + text['format.sentenceGap'] + claim, ...toDetails(text, diagnosis)].join(
    text['format.sentenceGap'],
  );
}

/** The cause of an object or a group in a few words. */
export function toCauseTitle(
  text: UiText,
  views: CatalogueView,
  cause: string | undefined,
  verdict: Verdict,
): string {
  if (cause === undefined || verdict === 'healthy')
    return text[verdict === 'healthy' ? 'group.healthy' : 'group.undetermined'];
  return views[cause]?.title ?? cause;
}

/** Up to this many objects are listed one by one; more are grouped by what is wrong with them. */
export const MAX_UNGROUPED = 8;

/** Names a group by its cause, with the number of its members and what they share. */
export function toGroupTitle(
  text: UiText,
  views: CatalogueView,
  { cause, verdict, members, node, image }: ObjectGroup,
): string {
  const shared = [
    node === undefined ? '' : formatText(text['group.sharedNode'], { node }),
    image === undefined ? '' : formatText(text['group.sharedImage'], { image }),
  ].filter((part) => part !== '');
  const count = formatText(text['group.count'], {
    count: members.length,
    title: toCauseTitle(text, views, cause, verdict),
  });
  return shared.length > 0 ? `${count} (${shared.join(', ')})` : count;
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** A length of time as people say it: to the second below ten minutes, then in the unit of which it has at least two. */
export function toDuration(text: UiText, seconds: number): string {
  const [unit, length] =
    seconds < 10 * MINUTE
      ? (['seconds', 1] as const)
      : seconds < 2 * HOUR
        ? (['minutes', MINUTE] as const)
        : seconds < 2 * DAY
          ? (['hours', HOUR] as const)
          : (['days', DAY] as const);
  return formatText(text[`duration.${unit}`], { n: Math.floor(seconds / length) });
}

const AGE = /^(\S+)(?: ?\(x(\d+) over (\S+?)\))?$/u;

function eventDetail(text: UiText, event: EventReport): string[] {
  const [, age = '', count, span] = AGE.exec(event.age) ?? [];
  if (!/^\d/u.test(age)) return [];
  return count !== undefined && span !== undefined
    ? [formatText(text['detail.seen'], { count, span, age })]
    : [formatText(text['detail.seenOnce'], { age })];
}

function runDetails(text: UiText, container: ContainerReport): string[] {
  const restarts = container.restartCount?.value ?? 0;
  const ended = container.state?.kind === 'Terminated' ? container.state : container.lastState;
  const details: string[] = [];
  if (restarts === 1) details.push(text['detail.restart']);
  else if (restarts > 1) details.push(formatText(text['detail.restarts'], { count: restarts }));
  // Go's zero of time says that nobody saw the end.
  if (ended?.exitCode !== undefined && ended.finished && !/\b0001\b/u.test(ended.finished.value)) {
    const from = ended.started && parseTime(ended.started.value);
    const to = parseTime(ended.finished.value);
    const values = { finished: ended.finished.value, code: ended.exitCode.value };
    details.push(
      from === undefined || to === undefined || to < from
        ? formatText(text['detail.lastRun'], values)
        : formatText(text['detail.lastRunLived'], {
            ...values,
            lived: toDuration(text, to - from),
          }),
    );
  }
  return details;
}

/** Sentences behind the headline: restarts, how the last run ended, how often and when it was seen. */
export function toDetails(text: UiText, { object, findings }: ObjectDiagnosis): string[] {
  const [first] = findings;
  const details: string[] = [];
  // Old versions print the day on which the grace period ends instead.
  if (object.terminatingFor && /^\d/u.test(object.terminatingFor.value))
    details.push(formatText(text['detail.terminating'], { age: object.terminatingFor.value }));
  if (!first) return details;
  const container = object.containers.find(({ name }) => name === first.container);
  if (container) details.push(...runDetails(text, container));
  const lines = new Set(first.evidence.map(({ line }) => line));
  const event = object.events
    .filter(({ line }) => lines.has(line))
    .toSorted((a, b) => (a.lastSeen ?? 0) - (b.lastSeen ?? 0))[0];
  if (event) details.push(...eventDetail(text, event));
  return details;
}

/** The container a finding is about, with others that have the same cause. */
export function toPlace(text: UiText, { container, alsoContainers }: Finding): string {
  if (container === undefined) return '';
  const also =
    alsoContainers.length > 0
      ? ` (${formatText(text['result.alsoContainers'], { list: alsoContainers.join(', ') })})`
      : '';
  return formatText(text['result.container'], { container }) + also;
}

/** Line numbers of the evidence, with runs joined: `Line 12`, `Lines 12–14, 40`. */
export function toLineList(text: UiText, { evidence }: Finding): string {
  const runs: [number, number][] = [];
  for (const { line } of evidence) {
    const last = runs.at(-1);
    if (last?.[1] === line - 1) last[1] = line;
    else runs.push([line, line]);
  }
  const lines = runs
    .map(([from, to]) => (from === to ? String(from) : `${String(from)}–${String(to)}`))
    .join(', ');
  return formatText(text[evidence.length === 1 ? 'result.lines' : 'result.linesMany'], { lines });
}

/** Says what was taken off or mended before reading, each kind with the number of lines it touched. */
export function toRepairsText(text: UiText, repairs: readonly Repair[]): string {
  const list = repairs.map(({ kind, count }) =>
    formatText(text['repair.item'], { what: text[`repair.${kind}`], count }),
  );
  return formatText(text['result.repairs'], { list: list.join('; ') });
}

/** Browsers hang on a line of megabytes, and nobody reads it. Characters. */
const MAX_SHOWN = 2000;

/** A line of the paste as it is shown: of a very long one its beginning. */
export function toShownLine(line: string): string {
  return line.length <= MAX_SHOWN ? line : `${line.slice(0, MAX_SHOWN)}…`;
}

const MB = 1e6;

/** Says which parts were too long to be read and what to do instead; empty when all was read. */
export function toTooLongText(text: UiText, { tooLong = [] }: Report): string {
  return tooLong
    .map(({ line, endLine = line, characters, limit }) => {
      const lines = endLine > line ? `${String(line)}–${String(endLine)}` : line;
      return formatText(text['result.tooLong'], {
        lines: formatText(text[endLine > line ? 'result.linesMany' : 'result.lines'], { lines }),
        size: (characters / MB).toFixed(1),
        limit: limit / MB,
      });
    })
    .join(text['format.sentenceGap']);
}

/** What to say about a text of which no object could be read. */
export function toGuessText(text: UiText, { guess = 'empty', report }: Diagnosis): string {
  return toTooLongText(text, report) || text[`guess.${guess}`];
}

/** What a screen reader says when the result changes. */
export function toAnnouncement(text: UiText, views: CatalogueView, diagnosis: Diagnosis): string {
  const { verdict, objects, guess } = diagnosis;
  if (guess !== undefined) return toGuessText(text, diagnosis);
  const [first] = objects;
  const best = first?.findings[0];
  if (verdict === 'causes' && best)
    return formatText(text['result.announce'], {
      count: first.findings.filter(({ confidence }) => confidence !== 'possible').length,
      title: views[best.cause]?.title ?? best.cause,
    });
  return text[verdict === 'healthy' ? 'result.announceHealthy' : 'result.announceUndetermined'];
}

/** A container of a paste that begins below its name, as in the commands. */
const UNNAMED = '<container>';

/** Says an insight in one or two sentences. */
export function toInsightText(text: UiText, insight: Insight): string {
  const gap = text['format.sentenceGap'];
  switch (insight.kind) {
    case 'scheduler': {
      const { nodes = 0, blockers, counted } = insight.message;
      const list = blockers.map((blocker) =>
        formatText(text[blocker.nodes === 0 ? 'insight.schedulerPod' : 'insight.schedulerCount'], {
          nodes: blocker.nodes,
          reason: blocker.text,
        }),
      );
      const sum = formatText(text[`insight.sum.${insight.sum}`], { counted });
      const effects = insight.preemption.map(({ effect, nodes: count }) =>
        formatText(text[`insight.preemption.${effect}`], { nodes: count }),
      );
      const preemption =
        effects.length === 0
          ? ''
          : formatText(text['insight.preemption'], { list: effects.join(text['format.listGap']) });
      return [
        formatText(text['insight.scheduler'], { nodes, list: list.join(text['format.listGap']) }),
        sum,
        preemption,
      ]
        .filter((part) => part !== '')
        .join(gap);
    }
    case 'probe':
      return formatText(text['insight.probe'], {
        verdict: text[insight.canKill ? 'insight.probeCan' : 'insight.probeCannot'],
        probe: insight.probe.kind,
        container: insight.container || UNNAMED,
        earliest: toDuration(text, insight.earliestKill),
        lived: toDuration(text, insight.lived),
      });
    case 'cycle': {
      const cycle = formatText(text['insight.cycle'], {
        container: insight.container || UNNAMED,
        lived: toDuration(text, insight.lived),
        restarts: insight.restarts,
      });
      return insight.backOff === undefined
        ? cycle
        : cycle +
            gap +
            formatText(text['insight.backOff'], {
              wait: toDuration(text, insight.backOff),
            });
    }
    case 'circular':
      return formatText(text['insight.circular'], { conditions: insight.conditions.join(', ') });
  }
}
