import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Cause } from '../core/index.ts';
import type { Tree } from '../core/tree/index.ts';
import { causeSchema } from '../schemas/cause.ts';
import { codeFileSchema, type CodeFile } from '../schemas/code.ts';
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
