/** One reason of a FailedScheduling message and the number of nodes it was counted on. */
export interface Blocker {
  readonly text: string;
  readonly nodes: number;
}

/** A FailedScheduling message taken apart. */
export interface SchedulerMessage {
  /** Number of nodes that were looked at; undefined in layouts that do not say. */
  readonly nodes?: number;
  readonly blockers: readonly Blocker[];
  /** What stands behind `preemption:`; empty when nothing does. */
  readonly preemption: string;
  /** Sum of the counts. It can exceed `nodes`, because one node may lack several resources. */
  readonly counted: number;
}

const FRAME = /(?<![\w./-]|preemption: )(\d+)\/(\d+) nodes are (?:un)?available: ?/u;
const OLD_FRAME = /^No nodes are available that match all of the (?:following )?predicates:+ ?/u;
/** Before what the cluster autoscaler counted on node groups. */
const SCALE_UP = /^pod didn't trigger scale-up(?: \([^()]*\))?: /u;
/** Behind the full stop of the reasons, so that a taint may hold the word. */
const PREEMPTION =
  /(?:^|\.) ?(?:no new claims to deallocate|still not schedulable)?,? ?preemption: ?/u;
/** The word before its colon, also when a terminal has cut it. */
const CUT_PREEMPTION = /\bp ?r ?e ?e ?m ?p ?t ?i ?o ?n ?:/gu;
const COUNTED = /^(\d+) (.+)$/u;
const OLD_COUNTED = /^(.+?) ?\((\d+)\)$/u;
const FIT_FAILURE = /fit failure on node \([^()]*\): ([^\n]+)/gu;
/** A comma that ends a reason: followed by a count, not inside the braces of a taint. */
const SEPARATOR = /, (?=\d+ )/u;

/**
 * Takes a scheduler message apart: `0/4 nodes are available: 1 Insufficient cpu, 3 node(s) were unschedulable. preemption: …`,
 * and the older forms with predicate names in brackets or one `fit failure on node` line for each node. Also what the
 * cluster autoscaler says of node groups, `pod didn't trigger scale-up: 1 Insufficient cpu`.
 *
 * A message without any frame gives one blocker with all of its text and no count.
 * Source: FitError in kubernetes/pkg/scheduler/framework/types.go, and its versions up to 1.9.
 */
export function parseSchedulerMessage(message: string): SchedulerMessage {
  const text = message
    .replaceAll("''", "'")
    .replace(/\s+/gu, ' ')
    .replace(CUT_PREEMPTION, 'preemption:')
    .trim();
  const frame = FRAME.exec(text);
  if (frame) {
    const [reasons = '', preemption = ''] = text
      .slice(frame.index + frame[0].length)
      .split(PREEMPTION, 2);
    return summed(
      reasons
        .replace(/(?<![.\s])[.\s]+$/u, '')
        .split(SEPARATOR)
        .flatMap(readCounted),
      {
        nodes: Number(frame[2]),
        preemption,
      },
    );
  }
  const old = OLD_FRAME.exec(text);
  if (old) {
    const blockers = text
      .slice(old[0].length)
      .replace(/\.$/u, '')
      .split(/, (?=[A-Z])/u)
      .flatMap((part): Blocker[] => {
        const [, reason, nodes] = OLD_COUNTED.exec(part.trim()) ?? [];
        return reason === undefined ? [] : [{ text: reason, nodes: Number(nodes) }];
      });
    return summed(blockers, {});
  }
  const groups = SCALE_UP.exec(text);
  if (groups) return summed(text.slice(groups[0].length).split(SEPARATOR).flatMap(readCounted), {});
  const failures = [...message.matchAll(FIT_FAILURE)].map(([, reason = '']) => reason.trim());
  if (failures.length > 0) {
    const counts = new Map<string, number>();
    for (const reason of failures) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return summed(
      [...counts].map(([reason, nodes]) => ({ text: reason, nodes })),
      {},
    );
  }
  return { blockers: [{ text, nodes: 0 }], preemption: '', counted: 0 };
}

/** How much of a message a reading makes sense of: the frame, all nodes, and what stands behind the reasons. */
function rateReading({ nodes, counted, preemption }: SchedulerMessage): number {
  if (nodes === undefined) return 0;
  return 1 + (counted >= nodes ? 2 : 0) + (preemption === '' ? 0 : 1);
}

/**
 * Takes a scheduler message apart that may have been cut into lines, inside words or between them.
 *
 * @returns Its readings, the one that makes most sense first; a message of one line has one.
 */
export function readSchedulerMessage(message: string): SchedulerMessage[] {
  if (!message.includes('\n')) return [parseSchedulerMessage(message)];
  const lines = message.split('\n');
  const glued = lines.join('');
  const trimmed = lines.map((line) => line.trim()).join('');
  // A terminal cuts at its width, inside words; mails and chats break between them.
  const widths = new Set(lines.slice(1, -1).map(({ length }) => length));
  const isTerminal = lines.length > 3 && widths.size === 1;
  const joined = isTerminal ? [glued, message, trimmed] : [message, glued, trimmed];
  return [...new Set(joined)]
    .map(parseSchedulerMessage)
    .sort((a, b) => rateReading(b) - rateReading(a));
}

function readCounted(part: string): Blocker[] {
  const [, nodes, reason] = COUNTED.exec(part.trim()) ?? [];
  if (reason !== undefined) return [{ text: reason, nodes: Number(nodes) }];
  // A reason without a count concerns the pod as a whole, such as its claims.
  return part.trim() === '' ? [] : [{ text: part.trim().replace(/\.$/u, ''), nodes: 0 }];
}

function summed(
  blockers: readonly Blocker[],
  { nodes, preemption = '' }: { nodes?: number; preemption?: string },
): SchedulerMessage {
  return {
    ...(nodes === undefined ? {} : { nodes }),
    blockers,
    preemption,
    counted: blockers.reduce((sum, blocker) => sum + blocker.nodes, 0),
  };
}
