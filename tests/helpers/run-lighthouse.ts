// Lighthouse on one page of each kind in both languages, mobile profile, as a table, which is also written in Markdown to
// reports/lighthouse/table.md. Ends with 1 when a score is below 100.
// Builds the site for the address where it is measured and serves it packed, as a host would; dist/ is that build then.
// Usage: npm run lighthouse [-- /zh-cn/ /runbooks/probe/]
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { BROWSER_ARGS, ensureBrowser } from './ensure-browser.ts';
import { DIST } from './read-site.ts';
import { findFreePort, startSiteServer } from './site-server.ts';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'reports/lighthouse');
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Figures that are shown beside the scores. */
const AUDITS = {
  FCP: 'first-contentful-paint',
  LCP: 'largest-contentful-paint',
  TBT: 'total-blocking-time',
  CLS: 'cumulative-layout-shift',
} as const;
/** The first built page that fits each; `pending` is the heaviest runbook. */
const KINDS = [
  '',
  'runbooks/',
  'runbooks/crash-loop/',
  'runbooks/pending/',
  'explainers/*/',
  'trees/',
  'trees/*/',
  'lookup/',
  'lookup/*/*/',
  'search/',
  'compare/',
  'commands/',
  'accuracy/',
  'sources/',
  'offline/',
];
/**
 * Runs of a page until one has 100 everywhere: on a machine that has other work the simulated phone gets slower with it.
 * What the page itself lacks is missing every time.
 */
const MAX_RUNS = 3;
/** On a busy machine the browser now and then gives a trace without its start, whatever the page. */
const MAX_LOST = 3;
/** The sum of all scores. */
const ALL = CATEGORIES.length * 100;

const port = await findFreePort();
const origin = `http://localhost:${port}`;
for (const args of [['src/cli/astro.ts', 'build'], ['src/cli/prepare-server.ts']]) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SITE: origin },
  });
  // What was wrong is said above.
  if (status !== 0) process.exit(1);
}

const wanted = process.argv.slice(2);
const paths =
  wanted.length > 0
    ? wanted
    : KINDS.flatMap((kind) => globSync(`${kind}index.html`, { cwd: DIST }).sort().slice(0, 1))
        .map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/u, '')}`)
        .flatMap((path) => [path, `/zh-cn${path}`]);
const { stop } = await startSiteServer(port);
const chromePath = await ensureBrowser();
mkdirSync(OUT, { recursive: true });

/** Everything that is said of one run of a page. */
interface Run {
  /** Empty when each category has 100. */
  readonly problems: readonly string[];
  readonly row: Readonly<Record<string, string | number>>;
  readonly sum: number;
  /** Lighthouse could not measure. */
  readonly isLost: boolean;
}

/**
 * Measures a page once, in a browser of its own: in a shared one the offline worker of the page before still stores the
 * site.
 */
async function measure(path: string, count: number): Promise<Run> {
  const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', ...BROWSER_ARGS] });
  const result = await lighthouse(`${origin}${path}`, {
    port: chrome.port,
    output: 'html',
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
    // It fetches the file from within the page, which the policy of our pages forbids to anybody.
    skipAudits: ['robots-txt'],
  }).finally(() => {
    chrome.kill();
  });
  if (!result) throw new Error(`Lighthouse gave no result for ${path}.`);
  const { lhr, report } = result;
  writeFileSync(join(OUT, `${path.replaceAll('/', '_')}${count}.html`), String(report));
  const scores = CATEGORIES.map(
    (name) => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)] as const,
  );
  const failed = scores.flatMap(([name, score]) =>
    score === 100
      ? []
      : (lhr.categories[name]?.auditRefs ?? [])
          .filter(({ weight }) => weight > 0)
          .map(({ id }) => lhr.audits[id])
          .filter((audit) => typeof audit?.score === 'number' && audit.score < 0.9)
          .map((audit) => `${path} ${name} ${score}: ${audit?.title} ${audit?.displayValue ?? ''}`),
  );
  return {
    problems: lhr.runtimeError ? [`${path}: ${lhr.runtimeError.message}`] : failed,
    row: {
      page: path,
      ...Object.fromEntries(scores),
      ...Object.fromEntries(
        Object.entries(AUDITS).map(([name, id]) => [name, lhr.audits[id]?.displayValue ?? '']),
      ),
      machine: Math.round(lhr.environment.benchmarkIndex),
      run: count,
    },
    sum: scores.reduce((sum, [, score]) => sum + score, 0),
    isLost: lhr.runtimeError !== undefined,
  };
}

const rows: Run['row'][] = [];
try {
  for (const path of paths) {
    let best: Run | undefined;
    let lost = 0;
    for (let count = 1; count <= MAX_RUNS && (best?.sum ?? 0) < ALL; count += 1) {
      const run = await measure(path, count);
      for (const problem of run.problems) console.log(`${problem} (run ${count})`);
      if (!best || run.sum > best.sum) best = run;
      // A run without a trace is none.
      if (run.isLost && lost < MAX_LOST) {
        lost += 1;
        count -= 1;
      }
    }
    if (best) rows.push(best.row);
  }
} finally {
  stop();
}
console.table(rows);
const toLine = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
const names = Object.keys(rows[0] ?? {});
writeFileSync(
  join(OUT, 'table.md'),
  [
    toLine(names),
    toLine(names.map((name) => (name === 'page' ? '---' : '--:'))),
    ...rows.map((row) => toLine(Object.values(row))),
    '',
  ].join('\n'),
);
process.exitCode = rows.every((row) => CATEGORIES.every((name) => row[name] === 100)) ? 0 : 1;
