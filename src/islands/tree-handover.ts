import type { Prefilled } from '../core/tree/prefill.ts';
import type { TreeLines } from '../core/tree/index.ts';
import { toNames, type Names } from '../scripts/names.ts';

const KEY = 'tree-lines';
const MAX_LINES = 3;

/** What goes from a paste to a tree besides the answers. */
interface Handover {
  readonly marked: TreeLines;
  /** Names for its commands. */
  readonly names: Names;
}

/** Lays lines and names down for the next page of this tab. Without storage the page only lacks them. */
export function handOver({ tree, answers, lines }: Prefilled, names: Names): void {
  const marked = Object.fromEntries(
    Object.entries(answers).map(([question, answer]) => [
      question,
      { answer, lines: (lines[question] ?? []).slice(0, MAX_LINES) },
    ]),
  );
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ tree, marked, names }));
  } catch {
    // Blocked storage.
  }
}

/** Takes lines and names and removes them at once: nothing of a paste stays stored. None when they are for another tree. */
export function takeOver(tree: string): Handover {
  try {
    const kept = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    const read = JSON.parse(kept ?? 'null') as (Handover & { tree: string }) | null;
    if (read?.tree === tree) return { marked: read.marked, names: toNames(read.names) };
  } catch {
    // Blocked storage.
  }
  return { marked: {}, names: {} };
}
