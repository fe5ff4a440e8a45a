// Nothing moves by itself while a page loads, and the way back shows it as it was left.
import { chromium, expect, test, type Page } from '@playwright/test';
import { SWITCHED_OFF } from '../../src/offline/messages.ts';

const NAMES = {
  pod: 'checkout-payment-service-6d4cf56db9-x2k8p',
  namespace: 'retail-production-europe',
  container: 'payment-gateway-adapter',
  node: 'ip-10-0-13-37.eu-central-1.compute.internal',
};
/** One page of each kind, and those whose address asks for something. */
const PATHS = [
  '/',
  '/runbooks/pending/',
  '/trees/crash-loop/',
  '/lookup/?q=137',
  '/lookup/exit-code/137/',
  '/search/?q=oom',
  '/commands/',
  '/explainers/disruptions/',
  '/offline/',
  '/compare/',
  '/accuracy/',
];
const LOADED = 500;

/** What moved on the page without the reader doing anything: elements and how far. */
async function findShifts(page: Page): Promise<string[]> {
  await page.waitForTimeout(LOADED);
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & {
            readonly sources: readonly {
              readonly node: Node | null;
              readonly previousRect: DOMRect;
              readonly currentRect: DOMRect;
            }[];
          })[];
          resolve(
            shifts.flatMap(({ sources }) =>
              sources.map(
                ({ node, previousRect, currentRect }) =>
                  `${node?.nodeName ?? '?'}: ${previousRect.y} → ${currentRect.y}`,
              ),
            ),
          );
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          resolve([]);
        }, 100);
      }),
  );
}

for (const width of [390, 1280])
  for (const prefix of ['', '/zh-cn'])
    test(`${prefix || '/en'} ${width} px: nothing moves while a page loads, with names for commands neither`, async ({
      page,
      browserName,
    }) => {
      test.skip(browserName !== 'chromium', 'Only Chromium says what moved.');
      test.slow();
      await page.setViewportSize({ width, height: 844 });
      await page.addInitScript((names) => {
        sessionStorage.setItem('command-names', names);
      }, JSON.stringify(NAMES));
      // Slow enough that the page is drawn before its scripts have come.
      await page.route(/_astro\/.*\.js$/u, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 150));
        await route.continue();
      });
      for (const path of PATHS) {
        await page.goto(prefix + path);
        expect.soft(await findShifts(page), path).toEqual([]);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      }
    });

test('the way back shows every kind of page as it was left', async ({ baseURL, browserName }) => {
  test.skip(browserName !== 'chromium', 'The switch is one of Chromium.');
  test.slow();
  const executablePath = process.env['BROWSER_PATH'];
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  try {
    const page = await browser.newPage();
    // An offline worker that takes over while a page is kept throws it away: once, on the first visit.
    await page.addInitScript((key) => {
      localStorage.setItem(key, '');
    }, SWITCHED_OFF);
    for (const path of PATHS) {
      await page.goto(`${baseURL ?? ''}${path}`);
      await page.evaluate(() => {
        addEventListener('pageshow', ({ persisted }) => {
          document.title = persisted ? 'kept' : 'loaded';
        });
      });
      await page.goto(`${baseURL ?? ''}/runbooks/`);
      await page.evaluate(() => {
        history.back();
      });
      await expect.soft(page, path).toHaveTitle('kept');
    }
  } finally {
    await browser.close();
  }
});
