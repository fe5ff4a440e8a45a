// How long a page takes for large pastes, and whether it stays usable meanwhile.
// Usage: npm run build && npm run bench:browser [-- <name>…]   Figures depend on the machine: they are printed, not tested.
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { BROWSER_ARGS, ensureBrowser } from '../helpers/ensure-browser.ts';
import { startSiteServer } from '../helpers/site-server.ts';
import { ENGLISH, openTriage, verdictOf } from '../helpers/triage-page.ts';
import { MB, TEXTS } from './texts.ts';

const VERDICT_MS = 180_000;
/** Long enough for what is done once the answer stands. */
const REST_MS = 1500;

interface Watched {
  /** Milliseconds from the moment at which the page had the text. */
  readonly verdictMs: number;
  /** The longest time for which nothing could be drawn. */
  readonly longestGapMs: number;
  readonly peakHeap: number;
}

/** The moment at which the page has the text: how it gets there is no work of ours. */
const TAKEN = 'taken';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Microseconds for which the thread itself was at work: what else the machine does is not counted. */
  readonly tdur?: number;
}

/** Milliseconds of the longest task after the page had the text. */
function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const taken = traceEvents.find(({ name }) => name === TAKEN);
  if (!taken) throw new Error('the page did not take the text');
  const tasks = traceEvents.filter(
    ({ name, pid, tid, ts }) =>
      name.endsWith('RunTask') && pid === taken.pid && tid === taken.tid && ts >= taken.ts,
  );
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0);
}

/** Begins to watch the page from inside, before it gets a text. */
async function watch(page: Page): Promise<void> {
  await page.evaluate((mark) => {
    const seen = { start: 0, verdict: 0, gap: 0, heap: 0 };
    Object.assign(globalThis, { seen });
    addEventListener(
      'change',
      () => {
        seen.start = performance.now();
        performance.mark(mark);
      },
      { capture: true, once: true },
    );
    let last = performance.now();
    const draw = () => {
      const now = performance.now();
      if (seen.start > 0) {
        // How the file gets to the page is not its own work.
        seen.gap = Math.max(seen.gap, now - Math.max(last, seen.start));
        if (seen.verdict === 0 && document.querySelector('.verdict')) seen.verdict = now;
      }
      last = now;
      const { memory } = performance as { memory?: { usedJSHeapSize: number } };
      seen.heap = Math.max(seen.heap, memory?.usedJSHeapSize ?? 0);
      requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
  }, TAKEN);
}

const readWatched = (page: Page) =>
  page.evaluate((): Watched => {
    const { seen } = globalThis as unknown as {
      seen: { start: number; verdict: number; gap: number; heap: number };
    };
    return {
      verdictMs: seen.verdict - seen.start,
      longestGapMs: seen.gap,
      peakHeap: seen.heap,
    };
  });

/** Bytes of the heap that are in use, after a collection. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
}

async function measure(browser: Browser, page: Page, text: string) {
  await openTriage(page, ENGLISH);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const before = await heapOf(session);
  await watch(page);
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  const buffer = Buffer.from(text);
  await page
    .getByLabel(ENGLISH.text['triage.file'], { exact: true })
    .setInputFiles({ name: 'paste.txt', mimeType: 'text/plain', buffer });
  await verdictOf(page).waitFor({ timeout: VERDICT_MS });
  await page.waitForTimeout(REST_MS);
  const longestTaskMs = longestTask(await browser.stopTracing());
  const watched = await readWatched(page);
  return {
    MB: Number((text.length / MB).toFixed(1)),
    'answer ms': Math.round(watched.verdictMs),
    'longest task ms': Math.round(longestTaskMs),
    'longest gap ms': Math.round(watched.longestGapMs),
    'peak heap MB': Math.round(watched.peakHeap / MB),
    'kept heap MB': Math.round(((await heapOf(session)) - before) / MB),
  };
}

const wanted = process.argv.slice(2);
const names = Object.keys(TEXTS).filter((name) => wanted.length === 0 || wanted.includes(name));
const { origin, stop } = await startSiteServer();
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: [...BROWSER_ARGS, '--enable-precise-memory-info'],
});
try {
  const rows: Record<string, Awaited<ReturnType<typeof measure>>> = {};
  for (const name of names) {
    const context = await browser.newContext({ baseURL: origin });
    rows[name] = await measure(browser, await context.newPage(), TEXTS[name]?.() ?? '');
    await context.close();
  }
  console.table(rows);
} finally {
  await browser.close();
  stop();
}
