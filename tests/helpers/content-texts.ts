import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'astro/zod';
import { LOCALES, type Locale } from '../../src/core/index.ts';
import { readMdxOutline } from '../../src/lib/mdx-outline.ts';
import { commandGroupSchema } from '../../src/schemas/command-group.ts';
import { CATALOGUE } from './catalogue.ts';

const ROOT = join(import.meta.dirname, '../..');

/** One MDX file of `content/`. */
export interface ContentText {
  /** From the root of the project, to be opened. */
  readonly file: string;
  readonly locale: Locale;
  /** The whole file; `body` has blank lines in place of the front matter. */
  readonly source: string;
  readonly body: string;
}

export interface Fence {
  /** File and line of its first line of text, as in `content/x/en.mdx:12`. */
  readonly where: string;
  readonly language: string;
  readonly text: string;
}

/** A command that a reader is offered to copy. */
export interface OfferedCommand {
  readonly where: string;
  readonly run: string;
}

export function readContentTexts(): ContentText[] {
  return globSync('content/*/[!_]*/*.mdx', { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .flatMap((file) => {
      const locale = LOCALES.find((one) => file.endsWith(`/${one}.mdx`));
      if (!locale) return [];
      const source = readFileSync(join(ROOT, file), 'utf8');
      const body = source.replace(/^---\n[\s\S]*?\n---\n/u, (head) =>
        '\n'.repeat(head.split('\n').length - 1),
      );
      return [{ file, locale, source, body }];
    });
}

/** Fenced blocks, also those in lists; the indentation of the fence is taken off. */
export function readFences({ file, body }: Pick<ContentText, 'file' | 'body'>): Fence[] {
  const blocks = body.matchAll(/^( *)(`{3,})(\w*)[^\n]*\n([\s\S]*?)^ *\2 *$/gmu);
  return [...blocks].map(({ index, 1: indent = '', 3: language = '', 4: text = '' }) => ({
    where: `${file}:${String(body.slice(0, index).split('\n').length + 1)}`,
    language,
    text: text.replaceAll(new RegExp(`^ {0,${String(indent.length)}}`, 'gmu'), ''),
  }));
}

/** What stands under a key `run`, however deep. */
function findRuns(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) =>
    key === 'run' && typeof one === 'string' ? [one] : findRuns(one),
  );
}

/** Every command of the catalogue, of the texts, of the decision trees and of the commands page. */
export function readOfferedCommands(): OfferedCommand[] {
  const catalogue = Object.entries(CATALOGUE).flatMap(([id, { commands }]) =>
    commands.map((one) => ({ where: `content/causes/${id}/cause.yaml: ${one.id}`, run: one.run })),
  );
  const texts = readContentTexts().flatMap(({ file, body }) =>
    readMdxOutline(body)
      .tags.filter(({ name }) => name === 'Command')
      .map(({ attributes }) => ({ where: file, run: attributes['run'] ?? '' })),
  );
  const page = globSync('content/commands/*.yaml', { cwd: ROOT }).flatMap((file) =>
    z
      .parse(commandGroupSchema, parse(readFileSync(join(ROOT, file), 'utf8')))
      .entries.flatMap(({ id, commands }) =>
        commands.map(({ run }) => ({ where: `${file}: ${id}`, run })),
      ),
  );
  const trees = globSync('content/trees/*.yaml', { cwd: ROOT }).flatMap((file) =>
    findRuns(parse(readFileSync(join(ROOT, file), 'utf8'))).map((run) => ({ where: file, run })),
  );
  return [...catalogue, ...texts, ...trees, ...page];
}
