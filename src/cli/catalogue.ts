import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { LOCALES, type Cause, type Localised } from '../core/index.ts';
import type { Tree } from '../core/tree/index.ts';
import { causeSchema } from '../schemas/cause.ts';
import { codeFileSchema, type CodeFile } from '../schemas/code.ts';
import { explainerSchema, type Explainer } from '../schemas/explainer.ts';
import { runbookSchema, type Runbook } from '../schemas/runbook.ts';
import { treeSchema } from '../schemas/tree.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Reads `content/causes` without Astro, for the command line and for tests.
 *
 * Throws with the name of the file when one does not fit the schema.
 */
export function readCatalogue(root = ROOT): Readonly<Record<string, Cause>> {
  const folder = join(root, 'content/causes');
  const ids = readdirSync(folder).filter(
    (name) => !name.startsWith('_') && existsSync(join(folder, name, 'cause.yaml')),
  );
  return Object.fromEntries(
    ids.sort().map((id) => {
      const file = join(folder, id, 'cause.yaml');
      const read = causeSchema.safeParse(parse(readFileSync(file, 'utf8')));
      if (!read.success) throw new Error(`${file}: ${read.error.message}`);
      return [id, read.data];
    }),
  );
}

/**
 * Reads `content/codes` without Astro, by the names of the files without their ending.
 *
 * Throws with the name of the file when one does not fit the schema.
 */
export function readCodeFiles(root = ROOT): Readonly<Record<string, CodeFile>> {
  const folder = join(root, 'content/codes');
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => {
        const file = join(folder, name);
        const read = codeFileSchema.safeParse(parse(readFileSync(file, 'utf8')));
        if (!read.success) throw new Error(`${file}: ${read.error.message}`);
        return [name.replace(/\.yaml$/u, ''), read.data];
      }),
  );
}

/** Reads `content/trees` in the same way. */
export function readTrees(root = ROOT): Readonly<Record<string, Tree>> {
  const folder = join(root, 'content/trees');
  const names = readdirSync(folder).filter((name) => /^[^_].*\.yaml$/u.test(name));
  return Object.fromEntries(
    names.sort().map((name) => {
      const file = join(folder, name);
      const read = treeSchema.safeParse(parse(readFileSync(file, 'utf8')));
      if (!read.success) throw new Error(`${file}: ${read.error.message}`);
      return [name.replace(/\.yaml$/u, ''), read.data];
    }),
  );
}

/** The front matter of every `<id>/<locale>.mdx` of a folder, by id. Throws with the name of the file that does not fit. */
function readHeads<T>(
  root: string,
  name: string,
  read: (data: unknown) => { readonly data?: T | undefined; readonly error?: Error | undefined },
): Readonly<Record<string, Localised<T>>> {
  const folder = join(root, 'content', name);
  const ids = readdirSync(folder).filter((id) => existsSync(join(folder, id, 'en.mdx')));
  return Object.fromEntries(
    ids.sort().map((id) => [
      id,
      Object.fromEntries(
        LOCALES.map((locale) => {
          const file = join(folder, id, `${locale}.mdx`);
          const [, head = ''] = readFileSync(file, 'utf8').split(/^---\r?\n/mu, 2);
          const { data, error } = read(parse(head));
          if (data === undefined) throw new Error(`${file}: ${error?.message ?? ''}`);
          return [locale, data];
        }),
      ) as Localised<T>,
    ]),
  );
}

/** Reads what the runbooks say of themselves, without their texts. */
export function readRunbooks(root = ROOT): Readonly<Record<string, Localised<Runbook>>> {
  return readHeads(root, 'runbooks', (data) => runbookSchema.safeParse(data));
}

/** Reads what the explainers say of themselves, without their texts. */
export function readExplainers(root = ROOT): Readonly<Record<string, Localised<Explainer>>> {
  return readHeads(root, 'explainers', (data) => explainerSchema.safeParse(data));
}
