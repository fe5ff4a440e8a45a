import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { getCollection, type CollectionEntry } from 'astro:content';
import type { Cause, Locale, Localised } from '~/core/index.ts';
import type { Tree } from '~/core/tree/index.ts';
import type { CommandGroup } from '~/schemas/command-group.ts';
import { findCausesOfCodes, toCodeGroups, type CodeGroup } from './codes.ts';
import { findTextIds } from './content-index.ts';
import { contentProblems } from './content-problems.ts';
import { treeDrawingProblems } from './diagrams.ts';
import { contentTreeProblems } from './tree-problems.ts';

/** Everything we know, checked. */
export interface Content {
  readonly causes: Readonly<Record<string, Cause>>;
  readonly findCauseText: (id: string, locale: Locale) => CollectionEntry<'causeTexts'>;
  /** The causes that are sections of a runbook, in alphabetical order of their ids. */
  readonly findRunbookCauses: (runbook: string) => [id: string, cause: Cause][];
  /** The decision trees, in alphabetical order of their ids. */
  readonly trees: Readonly<Record<string, Tree>>;
  /** Undefined when there is no decision tree of this id. */
  readonly findTreeTitle: (id: string, locale: Locale) => string | undefined;
  readonly findRunbook: (id: string, locale: Locale) => CollectionEntry<'runbooks'>;
  /** What people call it when they search; none for a runbook without a list. */
  readonly findRunbookAliases: (id: string) => Localised<readonly string[]>;
  readonly findExplainer: (id: string, locale: Locale) => CollectionEntry<'explainers'>;
  /** The groups of the commands page, in its order. */
  readonly commandGroups: readonly (CommandGroup & { readonly id: string })[];
  /** Ids of the explainers, in alphabetical order. */
  readonly explainerIds: readonly string[];
  /** Ids of the runbooks, in alphabetical order. */
  readonly runbookIds: readonly string[];
  /** Every code of the lookup, in the order of its index. */
  readonly codeGroups: readonly CodeGroup[];
  /** Ids of causes by the reference of a code; none where no cause names it. */
  readonly causesOfCodes: Readonly<Record<string, readonly string[]>>;
}

let loaded: Promise<Content> | undefined;

/**
 * Reads the catalogue and stops the build when it does not fit together.
 *
 * `layouts/Page.astro` calls it, so that no page is built without the check.
 */
export function loadContent(): Promise<Content> {
  // While authors write, the next request must see their change.
  if (import.meta.env.DEV) return readContent();
  loaded ??= readContent();
  return loaded;
}

async function readContent(): Promise<Content> {
  const [
    causeEntries,
    causeTexts,
    runbooks,
    runbookAliases,
    explainers,
    commandGroups,
    codeFiles,
    treeEntries,
    leftOut,
  ] = await Promise.all([
    getCollection('causes'),
    getCollection('causeTexts'),
    getCollection('runbooks'),
    getCollection('runbookAliases'),
    getCollection('explainers'),
    getCollection('commandGroups'),
    getCollection('codes'),
    getCollection('trees'),
    getCollection('treesLeftOut'),
  ]);
  const causes = toSortedRecord(causeEntries);
  const codes = Object.fromEntries(codeFiles.map((entry) => [entry.id, entry.data]));
  const trees = toSortedRecord(treeEntries);
  const files = listFiles('content');
  const index = {
    causes,
    causeTexts: toBodies(causeTexts),
    runbookTexts: toBodies(runbooks),
    runbooks: toHeads(runbooks),
    explainerTexts: toBodies(explainers),
    explainers: toHeads(explainers),
    commandGroups: toHeads(commandGroups),
    codes,
    files,
  };
  const problems = [
    ...contentProblems(index),
    ...contentTreeProblems({
      trees,
      causes,
      leftOut: leftOut.flatMap(({ data }) => data.causes.map(({ id }) => id)),
    }),
    ...treeDrawingProblems(trees, causes, files),
  ];
  if (problems.length > 0)
    throw new Error(
      `The content does not fit together:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    );

  const codeGroups = toCodeGroups(codes);
  return {
    causes,
    commandGroups: commandGroups
      .map(({ id, data }) => ({ id, ...data }))
      .toSorted((a, b) => a.order - b.order),
    codeGroups,
    causesOfCodes: findCausesOfCodes(
      codeGroups.flatMap((group) => group.codes),
      causes,
    ),
    explainerIds: findTextIds(toBodies(explainers)),
    runbookIds: findTextIds(toBodies(runbooks)),
    findRunbookCauses: (runbook) =>
      Object.entries(causes).filter(([, cause]) => cause.runbook === runbook),
    trees,
    findTreeTitle: (id, locale) => trees[id]?.title[locale],
    findCauseText: (id, locale) => findEntry(causeTexts, `${id}/${locale}`),
    findRunbook: (id, locale) => findEntry(runbooks, `${id}/${locale}`),
    findRunbookAliases: (id) =>
      runbookAliases.find((one) => one.id === id)?.data ?? { en: [], 'zh-cn': [] },
    findExplainer: (id, locale) => findEntry(explainers, `${id}/${locale}`),
  };
}

function toSortedRecord<T>(entries: readonly { id: string; data: T }[]): Record<string, T> {
  return Object.fromEntries(
    entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, data }) => [id, data]),
  );
}

/** Paths of all files below a folder, with `/` on every system. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => relative(folder, join(file.parentPath, file.name)).replaceAll('\\', '/'));
}

function toBodies(entries: readonly { id: string; body?: string }[]): Record<string, string> {
  return Object.fromEntries(entries.map(({ id, body = '' }) => [id, body]));
}

function toHeads<T>(entries: readonly { id: string; data: T }[]): Record<string, T> {
  return Object.fromEntries(entries.map(({ id, data }) => [id, data]));
}

function findEntry<T extends { id: string }>(entries: readonly T[], id: string): T {
  const entry = entries.find((one) => one.id === id);
  if (!entry) throw new Error(`There is no content entry "${id}".`);
  return entry;
}
