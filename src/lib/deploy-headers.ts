import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parsePolicy, toPolicyText, unitePolicies, type Policy } from './policy.ts';

const META = /<meta http-equiv="content-security-policy" content="([^"]*)"/u;
const NO_REQUESTS = "'none'";

interface BuiltPage {
  readonly path: string;
  readonly policy: Policy;
  readonly takesPaste: boolean;
}

/**
 * Writes the policy of the pages into `_headers`, where `{page-policy}` stands.
 *
 * Derived from the built pages, because the hashes in it are known only then. One header serves
 * all pages and the worker for offline use, which fetches; so what no page with a box for a paste
 * may do is added by a second header for exactly that page: a browser obeys both.
 */
export function deployHeaders(): AstroIntegration {
  return {
    name: 'deploy-headers',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const pages = globSync('**/*.html', { cwd: folder })
          .sort()
          .map((file) => readBuiltPage(folder, file));
        const united = new Map(unitePolicies(pages.map(({ policy }) => policy)));
        united.set('connect-src', ["'self'"]);
        const file = join(folder, '_headers');
        const exact = pages
          .filter(({ takesPaste }) => takesPaste)
          .map(({ path }) => `\n${path}\n  Content-Security-Policy: connect-src ${NO_REQUESTS}\n`);
        const text = readFileSync(file, 'utf8').replace('{page-policy}', toPolicyText(united));
        writeFileSync(file, text + exact.join(''));
      },
    },
  };
}

function readBuiltPage(folder: string, file: string): BuiltPage {
  const html = readFileSync(join(folder, file), 'utf8');
  const policy = parsePolicy((META.exec(html)?.[1] ?? '').replaceAll('&#39;', "'"));
  return {
    path: `/${file.replaceAll('\\', '/').replace(/index\.html$/u, '')}`,
    policy,
    takesPaste: html.includes('<textarea') && policy.get('connect-src')?.join() === NO_REQUESTS,
  };
}
