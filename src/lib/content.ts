import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { getCollection, type CollectionEntry } from 'astro:content';
import type { Cause, Locale } from '~/core/index.ts';
import { findRunbookIds } from './content-index.ts';
import { contentProblems } from './content-problems.ts';

/** Everything we know, checked. */
export interface Content {
  readonly causes: Readonly<Record<string, Cause>>;
  readonly findCauseText: (id: string, locale: Locale) => CollectionEntry<'causeTexts'>;
  readonly findRunbook: (id: string, locale: Locale) => CollectionEntry<'runbooks'>;
  /** Ids of the runbooks, in alphabetical order. */
  readonly runbookIds: readonly string[];
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
  const [causeEntries, causeTexts, runbooks] = await Promise.all([
    getCollection('causes'),
    getCollection('causeTexts'),
    getCollection('runbooks'),
  ]);
  const causes = Object.fromEntries(
    causeEntries.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((entry) => [entry.id, entry.data]),
  );
  const problems = contentProblems({
    causes,
    causeTexts: toBodies(causeTexts),
    runbookTexts: toBodies(runbooks),
    runbooks: Object.fromEntries(runbooks.map((entry) => [entry.id, entry.data])),
    files: listFiles('content'),
  });
  if (problems.length > 0)
    throw new Error(
      `The content does not fit together:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    );

  return {
    causes,
    runbookIds: findRunbookIds(toBodies(runbooks)),
    findCauseText: (id, locale) => findEntry(causeTexts, `${id}/${locale}`),
    findRunbook: (id, locale) => findEntry(runbooks, `${id}/${locale}`),
  };
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

function findEntry<T extends { id: string }>(entries: readonly T[], id: string): T {
  const entry = entries.find((one) => one.id === id);
  if (!entry) throw new Error(`There is no content entry "${id}".`);
  return entry;
}
