import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parsePolicy, toPolicyText } from './policy.ts';

const META = /(?<=<meta http-equiv="content-security-policy" content=")[^"]*/u;
const INLINE = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/gu;
/** A file, or data. */
const NO_PROGRAM = /\ssrc=|\stype="application\/json"/u;

/**
 * Takes hashes out of the policy of each page that nothing on it needs. Astro writes one for every
 * script and style of the project; they are files, which `'self'` allows. What is left allows
 * exactly the inline programs of that page, and half a kilobyte that does not compress is gone.
 *
 * Must come before whatever reads the pages: the headers, the search, the offline worker.
 */
export function leanPolicies(): AstroIntegration {
  return {
    name: 'lean-policies',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: folder })) {
          const path = join(folder, file);
          writeFileSync(path, dropIdleHashes(readFileSync(path, 'utf8')));
        }
      },
    },
  };
}

/**
 * A page without the hashes in its `<meta>` policy that no inline script or style of it has.
 *
 * @throws When an inline script or style is not in the policy: no browser would run it.
 */
export function dropIdleHashes(html: string): string {
  const needed = new Set<string>();
  for (const [, , attributes = '', content = ''] of html.matchAll(INLINE))
    if (!NO_PROGRAM.test(attributes)) needed.add(toHash(content));
  const used = new Set<string>();
  const lean = html.replace(META, (text) =>
    toPolicyText(
      new Map(
        [...parsePolicy(text)].map(([name, sources]) => [
          name,
          sources.filter((source) => {
            if (needed.has(source)) used.add(source);
            return !source.startsWith("'sha256-") || needed.has(source);
          }),
        ]),
      ),
    ),
  );
  if (used.size < needed.size)
    throw new Error('An inline script or style is not in the policy of its page.');
  return lean;
}

function toHash(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}
