// Keeps that the languages of a text were compared: `content/confirmed.json` holds a hash of each.
// Usage: node src/cli/confirm.ts [--check | --all | <id>…]
//   <id>     such as causes/oom-killed: both languages say the same now; keep their hashes
//   --all    the same for everything
//   --check  list what was changed since, and end with 1 when there is something
//   (none)   forget what no longer exists, list the rest
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { LOCALES } from '../core/index.ts';
import { findWords, staleProblems, toHash, type Confirmed } from '../lib/confirmed.ts';

const CONTENT = join(import.meta.dirname, '../../content');
const FILE = join(CONTENT, 'confirmed.json');

/** Texts of one folder belong together; a YAML file outside of such a folder is a text by itself. */
function readTexts(): Confirmed {
  const files = globSync('**/*.{mdx,yaml}', { cwd: CONTENT })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/(?:^|\/)_/u.test(file))
    .sort();
  const toId = (file: string) =>
    file.split('/').length > 2 ? file.replace(/\/[^/]+$/u, '') : file.replace(/\.yaml$/u, '');
  const ids = [...new Set(files.map(toId))];
  return Object.fromEntries(
    ids.map((id) => {
      const members = files.filter((file) => toId(file) === id);
      const hashes = LOCALES.map((locale) => {
        const texts = members.flatMap((file) => {
          const text = readFileSync(join(CONTENT, file), 'utf8');
          if (file.endsWith('.yaml')) return findWords(parse(text), locale);
          return file.endsWith(`/${locale}.mdx`) ? [text] : [];
        });
        return [locale, toHash(texts)];
      });
      return [id, Object.fromEntries(hashes) as Confirmed[string]];
    }),
  );
}

function readConfirmed(): Confirmed {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Confirmed) : {};
}

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean' }, all: { type: 'boolean' } },
  allowPositionals: true,
});
const now = readTexts();
const confirmed = readConfirmed();
const unknown = positionals.filter((id) => !Object.hasOwn(now, id));

if (unknown.length > 0) {
  console.error(`There is no text ${unknown.join(', ')} in content/.`);
  process.exitCode = 2;
} else if (values.check) {
  const problems = staleProblems(now, confirmed);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
} else {
  const kept = Object.entries(now).flatMap(([id, hashes]) => {
    if (values.all || positionals.includes(id)) return [[id, hashes]];
    const before = confirmed[id];
    return before ? [[id, before]] : [];
  });
  const next = Object.fromEntries(kept) as Confirmed;
  writeFileSync(FILE, `${JSON.stringify(next, undefined, 2)}\n`);
  for (const problem of staleProblems(now, next)) console.log(problem);
}
