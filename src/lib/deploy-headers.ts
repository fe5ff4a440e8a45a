import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { hostLimitProblems } from './host-headers.ts';
import { parsePolicy, toPolicyText, unitePolicies, type Policy } from './policy.ts';

const META = /<meta http-equiv="content-security-policy" content="([^"]*)"/u;
const NO_REQUESTS = "'none'";
const PLACE = '{page-policy}';
/** The line of `_headers` with the place for the policy. */
const POLICY_LINE = /^.*\{page-policy\}.*$/mu;

interface BuiltPage {
  readonly path: string;
  readonly policy: Policy;
  readonly takesPaste: boolean;
}

/**
 * Writes the policy of the pages into `_headers`, where `{page-policy}` stands.
 *
 * Derived from the built pages, because the hashes in it are known only then. One header serves
 * all pages and the worker for offline use, which fetches; so a page with a box for a paste has a
 * rule of its own, which forbids every request. It holds the whole policy: where two rules fit,
 * Cloudflare sends what both say, and a browser obeys both; Netlify sends only what the last says.
 *
 * @throws When the file is more than the hosts read.
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
        const template = readFileSync(file, 'utf8');
        const line = POLICY_LINE.exec(template)?.[0] ?? '';
        const toLine = (policy: Policy) => line.replace(PLACE, toPolicyText(policy));
        const strict = toLine(new Map([...united, ['connect-src', [NO_REQUESTS]]]));
        const exact = pages
          .filter(({ takesPaste }) => takesPaste)
          .map(({ path }) => `\n${path}\n${strict}\n`);
        const text = template.replace(line, () => toLine(united)) + exact.join('');
        const problems = hostLimitProblems(text);
        if (problems.length > 0) throw new Error(`public/_headers:\n${problems.join('\n')}`);
        writeFileSync(file, text);
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
