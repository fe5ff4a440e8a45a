import type { Prefilled } from '../core/tree/prefill.ts';
import type { TreeLines } from '../core/tree/index.ts';

const KEY = 'tree-lines';
const MAX_LINES = 3;

/** Lays the lines down for the next page of this tab. Without storage the page only lacks the lines. */
export function handOver({ tree, answers, lines }: Prefilled): void {
  const marked = Object.fromEntries(
    Object.entries(answers).map(([question, answer]) => [
      question,
      { answer, lines: (lines[question] ?? []).slice(0, MAX_LINES) },
    ]),
  );
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ tree, marked }));
  } catch {
    // Blocked storage.
  }
}

/** Takes the lines and removes them at once: nothing of a paste stays stored. None when they are for another tree. */
export function takeOver(tree: string): TreeLines {
  try {
    const kept = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    const read = JSON.parse(kept ?? 'null') as { tree: string; marked: TreeLines } | null;
    return read?.tree === tree ? read.marked : {};
  } catch {
    return {};
  }
}
