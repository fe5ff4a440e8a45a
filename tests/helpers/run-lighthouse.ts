// Lighthouse on one page of each kind, mobile profile, as a table. Ends with 1 when a score is below 100.
// Builds the site for the address where it is measured and serves it packed, as a host would; dist/ is that build then.
// Usage: npm run lighthouse [-- /zh-cn/ /runbooks/probe/]
import { execFileSync, spawn } from 'node:child_process';
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { BROWSER_ARGS, ensureBrowser } from './ensure-browser.ts';
import { DIST } from './read-site.ts';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'reports/lighthouse');
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** The first built page that fits each. */
const KINDS = [
  '',
  'zh-cn/',
  'runbooks/crash-loop/',
  'trees/*/',
  'lookup/',
  'lookup/*/*/',
  'search/',
  'compare/',
];

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

const port = await findFreePort();
const origin = `http://localhost:${port}`;
for (const args of [['src/cli/astro.ts', 'build'], ['src/cli/prepare-server.ts']])
  execFileSync(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SITE: origin },
  });

const wanted = process.argv.slice(2);
const paths =
  wanted.length > 0
    ? wanted
    : KINDS.flatMap((kind) => globSync(`${kind}index.html`, { cwd: DIST }).sort().slice(0, 1)).map(
        (file) => `/${file.replace(/index\.html$/u, '')}`,
      );
const server = spawn(
  process.execPath,
  ['src/cli/serve.ts', '--port', String(port), '--strict-port'],
  { cwd: ROOT, stdio: 'ignore' },
);
const chrome = await launch({
  chromePath: await ensureBrowser(),
  chromeFlags: ['--headless=new', ...BROWSER_ARGS],
});
mkdirSync(OUT, { recursive: true });
const rows: Record<string, string | number>[] = [];
try {
  await setTimeout(1000);
  for (const path of paths) {
    const result = await lighthouse(`${origin}${path}`, {
      port: chrome.port,
      output: 'html',
      logLevel: 'error',
      onlyCategories: [...CATEGORIES],
      // It fetches the file from within the page, which the policy of our pages forbids to anybody.
      skipAudits: ['robots-txt'],
    });
    if (!result) throw new Error(`Lighthouse gave no result for ${path}.`);
    const { lhr, report } = result;
    if (lhr.runtimeError) console.log(`${path}: ${lhr.runtimeError.message}`);
    writeFileSync(join(OUT, `${path.replaceAll('/', '_')}.html`), String(report));
    const score = (name: string) => Math.round((lhr.categories[name]?.score ?? 0) * 100);
    const value = (id: string) => lhr.audits[id]?.displayValue ?? '';
    rows.push({
      page: path,
      ...Object.fromEntries(CATEGORIES.map((name) => [name, score(name)])),
      LCP: value('largest-contentful-paint'),
      TBT: value('total-blocking-time'),
      CLS: value('cumulative-layout-shift'),
    });
    for (const name of CATEGORIES)
      for (const { id } of lhr.categories[name]?.auditRefs ?? []) {
        const audit = lhr.audits[id];
        if (
          audit?.scoreDisplayMode !== 'informative' &&
          audit?.score !== null &&
          (audit?.score ?? 1) < 0.9
        )
          console.log(`${path} ${name}: ${audit?.title ?? id}`);
      }
  }
} finally {
  chrome.kill();
  server.kill();
}
console.table(rows);
process.exitCode = rows.every((row) => CATEGORIES.every((name) => row[name] === 100)) ? 0 : 1;
