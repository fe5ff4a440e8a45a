import type { Cause } from '../core/index.ts';

/** Everything under `content/`, as far as each file could be read by itself. */
export interface ContentIndex {
  readonly causes: Readonly<Record<string, Cause>>;
  /** Bodies of MDX files by `<id>/<locale>`. */
  readonly causeTexts: Readonly<Record<string, string>>;
  readonly runbookTexts: Readonly<Record<string, string>>;
  /** Front matter of runbooks by `<id>/<locale>`. */
  readonly runbooks: Readonly<Record<string, RunbookHead>>;
  /** Every path below `content/`. */
  readonly files: readonly string[];
}

/** What the languages of a runbook have in common. */
export interface RunbookHead {
  readonly statuses: readonly string[];
  readonly related: readonly string[];
  readonly reviewed: Date;
  readonly kubernetes: string;
}

/** Ids of the runbooks that exist in at least one language, in alphabetical order. */
export function findRunbookIds(texts: Readonly<Record<string, unknown>>): string[] {
  return [...new Set(Object.keys(texts).map((key) => key.replace(/\/.*$/u, '')))].sort();
}
