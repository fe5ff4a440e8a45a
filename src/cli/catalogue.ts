import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { LOCALES, type Cause, type Localised } from '../core/index.ts';
import type { Tree } from '../core/tree/index.ts';
import { causeSchema } from '../schemas/cause.ts';
import { codeFileSchema, type CodeFile } from '../schemas/code.ts';
import { explainerSchema, type Explainer } from '../schemas/explainer.ts';
import { runbookSchema, type Runbook } from '../schemas/runbook.ts';
import { leftOutSchema, treeSchema } from '../schemas/tree.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** What a YAML text of this file says. Throws with the name of the file and every problem when it does not fit. */
function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): T {
  const read = schema.safeParse(parse(text));
  if (!read.success) throw new Error(`${file}:\n${z.prettifyError(read.error)}`);
  return read.data;
}

function readFile<T>(file: string, schema: z.ZodType<T>): T {
  return readYaml(file, readFileSync(file, 'utf8'), schema);
}

/** Reads the YAML files of a folder by their names without the ending, but none that begins with `_`. */
function readFolder<T>(folder: string, schema: z.ZodType<T>): Readonly<Record<string, T>> {
  const names = readdirSync(folder).filter((name) => /^[^_].*\.yaml$/u.test(name));
  return Object.fromEntries(
    names
      .sort()
      .map((name) => [name.replace(/\.yaml$/u, ''), readFile(join(folder, name), schema)]),
  );
}

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
    ids.sort().map((id) => [id, readFile(join(folder, id, 'cause.yaml'), causeSchema)]),
  );
}

/**
 * Reads `content/codes` without Astro, by the names of the files without their ending.
 *
 * Throws with the name of the file when one does not fit the schema.
 */
export function readCodeFiles(root = ROOT): Readonly<Record<string, CodeFile>> {
  return readFolder(join(root, 'content/codes'), codeFileSchema);
}

/** Reads `content/trees` in the same way. */
export function readTrees(root = ROOT): Readonly<Record<string, Tree>> {
  return readFolder(join(root, 'content/trees'), treeSchema);
}

/** The ids of the causes in `content/trees/_left-out.yaml`, which no tree has to lead to. */
export function readLeftOutCauses(root = ROOT): readonly string[] {
  const { causes } = readFile(join(root, 'content/trees/_left-out.yaml'), leftOutSchema);
  return causes.map(({ id }) => id);
}

/** The front matter of every `<id>/<locale>.mdx` of a folder, by id. Throws with the name of the file that does not fit. */
function readHeads<T>(
  root: string,
  name: string,
  schema: z.ZodType<T>,
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
          return [locale, readYaml(file, head, schema)];
        }),
      ) as Localised<T>,
    ]),
  );
}

/** Reads what the runbooks say of themselves, without their texts. */
export function readRunbooks(root = ROOT): Readonly<Record<string, Localised<Runbook>>> {
  return readHeads(root, 'runbooks', runbookSchema);
}

/** Reads what the explainers say of themselves, without their texts. */
export function readExplainers(root = ROOT): Readonly<Record<string, Localised<Explainer>>> {
  return readHeads(root, 'explainers', explainerSchema);
}
