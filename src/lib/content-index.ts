import type { Cause } from '../core/index.ts';
import type { CodeFile } from '../schemas/code.ts';
import type { CommandGroup } from '../schemas/command-group.ts';

/** Everything under `content/`, as far as each file could be read by itself. */
export interface ContentIndex {
  readonly causes: Readonly<Record<string, Cause>>;
  /** Bodies of MDX files by `<id>/<locale>`. */
  readonly causeTexts: Readonly<Record<string, string>>;
  readonly runbookTexts: Readonly<Record<string, string>>;
  /** Front matter of runbooks by `<id>/<locale>`. */
  readonly runbooks: Readonly<Record<string, RunbookHead>>;
  readonly explainerTexts: Readonly<Record<string, string>>;
  /** Front matter of explainers by `<id>/<locale>`. */
  readonly explainers: Readonly<Record<string, ReviewedHead>>;
  /** Files of `content/commands/` by their names. */
  readonly commandGroups: Readonly<Record<string, CommandGroup>>;
  /** Files of `content/codes/` by their name without the ending. */
  readonly codes: Readonly<Record<string, CodeFile>>;
  /** Every path below `content/`. */
  readonly files: readonly string[];
}

/** When a text was last compared with its sources, and for which versions it holds. */
export interface ReviewedHead {
  readonly reviewed: Date;
  readonly kubernetes: string;
}

/** What the languages of a runbook have in common. */
export interface RunbookHead extends ReviewedHead {
  readonly statuses: readonly string[];
  readonly related: readonly string[];
  /** Causes of other runbooks that can be behind this one. */
  readonly causes: readonly string[];
}

/** Ids of the texts that exist in at least one language, in alphabetical order. */
export function findTextIds(texts: Readonly<Record<string, unknown>>): string[] {
  return [...new Set(Object.keys(texts).map((key) => key.replace(/\/.*$/u, '')))].sort();
}
