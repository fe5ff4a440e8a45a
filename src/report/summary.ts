// What was read of an object, in a few words each. Loaded after the answer.
import {
  explainExitCode,
  type ContainerState,
  type EventReport,
  type ExitCodeMeaning,
  type ObjectReport,
} from '../core/index.ts';
import { formatText } from '../i18n/format.ts';
import type { UiText } from '../i18n/index.ts';

/** Older ones are counted only: they are in the reader's own text. */
export const EVENTS_SHOWN = 12;

/** Explains an exit code in one line. */
export function toExitCodeText(
  text: UiText,
  { code, kind, signal, truncated }: ExitCodeMeaning,
): string {
  return formatText(text[`exit.${kind}`], {
    code,
    number: signal?.number ?? code - 128,
    name: signal?.name ?? '?',
    truncated: truncated ?? code,
  });
}

/** One line for each exit code that the object shows. */
export function toExitCodeTexts(text: UiText, { containers }: ObjectReport): string[] {
  const meanings = containers.flatMap(({ state, lastState }) =>
    [state, lastState].flatMap((one) =>
      one?.exitCode === undefined ? [] : [explainExitCode(one.exitCode.value, one.reason?.value)],
    ),
  );
  return [...new Set(meanings.map((meaning) => toExitCodeText(text, meaning)))];
}

/** A container state in a few words: `Terminated, OOMKilled, exit 137`; a dash when there is none. */
export function toStateText(text: UiText, state: ContainerState | undefined): string {
  if (!state) return '–';
  const parts = [
    state.kind,
    state.reason?.value,
    state.exitCode && formatText(text['summary.exitCode'], { code: state.exitCode.value }),
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** Kinds of codes that an output shows, as the lookup names them. */
export const SHOWN_CODE_KINDS = [
  'waiting',
  'terminated',
  'exit-code',
  'pod-reason',
  'event',
] as const;

export interface ShownCode {
  readonly kind: (typeof SHOWN_CODE_KINDS)[number];
  readonly code: string;
}

const KIND_OF_STATE: Readonly<Partial<Record<string, ShownCode['kind']>>> = {
  Waiting: 'waiting',
  Terminated: 'terminated',
};

/** The codes of an object that may have an entry in the lookup, each once: of its containers, of itself, of warnings. */
export function findShownCodes({ containers, reason, events }: ObjectReport): ShownCode[] {
  const ofStates = containers
    .flatMap(({ state, lastState }) => [state, lastState])
    .flatMap((state): ShownCode[] => {
      const kind = state && KIND_OF_STATE[state.kind];
      return [
        ...(kind && state.reason ? [{ kind, code: state.reason.value }] : []),
        ...(state?.exitCode
          ? [{ kind: 'exit-code' as const, code: String(state.exitCode.value) }]
          : []),
      ];
    });
  const ofEvents = toTimeline({ events })
    .filter(({ type }) => type !== 'Normal')
    .map((event): ShownCode => ({ kind: 'event', code: event.reason }));
  const all: ShownCode[] = [
    ...ofStates,
    ...(reason ? [{ kind: 'pod-reason' as const, code: reason.value }] : []),
    ...ofEvents,
  ];
  return [...new Map(all.map((one) => [`${one.kind} ${one.code}`, one])).values()];
}

/** Events for a timeline: the newest first, those without an age in the order of the text. */
export function toTimeline({ events }: Pick<ObjectReport, 'events'>): EventReport[] {
  return events
    .toReversed()
    .toSorted((a, b) => (a.lastSeen ?? Infinity) - (b.lastSeen ?? Infinity));
}
