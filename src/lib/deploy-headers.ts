import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const META = /<meta http-equiv="content-security-policy" content="([^"]*)"/u;

/**
 * Writes the policy of the pages into `_headers`.
 *
 * Derived from the built pages, because the hashes in it are known only then.
 */
export function deployHeaders(): AstroIntegration {
  return {
    name: 'deploy-headers',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const file = join(folder, '_headers');
        const policies = new Set(
          globSync('**/*.html', { cwd: folder }).map(
            (page) => META.exec(readFileSync(join(folder, page), 'utf8'))?.[1],
          ),
        );
        const [policy] = policies;
        if (policies.size !== 1 || policy === undefined)
          throw new Error(`Every page needs the same policy, but there are ${policies.size}.`);
        const text = policy.trim().replace(/;$/u, '').replaceAll(/;\s*/gu, '; ');
        writeFileSync(file, readFileSync(file, 'utf8').replace('{page-policy}', text));
      },
    },
  };
}
