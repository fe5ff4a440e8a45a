// axe on the built pages, in both languages and themes, at 320 px with large text, and in forced colours.
// AXE_ALL=1 takes every page of the site, which takes a while; else one of each kind.
import { globSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { LOCALES } from '../../src/core/index.ts';
import { DIST } from '../helpers/read-site.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const paths = globSync('**/index.html', { cwd: DIST })
  .map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/u, '')}`)
  .sort();
/** `/zh-cn/lookup/exit-code/137/` is a page of the kind `/zh-cn/lookup/*`. */
const kindOf = (path: string) => path.replace(/^((?:\/zh-cn)?\/[^/]+)\/.+$/u, '$1/*');
/** The last page of each kind. */
const samples = new Map(paths.map((path) => [kindOf(path), path]));
const checked = process.env['AXE_ALL'] ? paths : [...samples.values()];
const byLanguage = LOCALES.map(
  (locale) =>
    [
      locale,
      checked.filter((path) => path.startsWith('/zh-cn/') === (locale === 'zh-cn')),
    ] as const,
);

for (const [locale, ofLocale] of byLanguage)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`${locale} ${colorScheme}: axe finds nothing`, async ({ page }) => {
      test.setTimeout(30_000 + ofLocale.length * 5000);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const path of ofLocale) {
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
        expect
          .soft(
            violations.flatMap(({ id, nodes }) =>
              nodes.map(({ html }) => `${path} ${id}: ${html}`),
            ),
          )
          .toEqual([]);
      }
    });

test('nothing is cut off or scrolls sideways at 320 px, nor with text at 200 %', async ({
  page,
}) => {
  test.setTimeout(30_000 + checked.length * 3000);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of checked) {
    await page.goto(path);
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(await overflow(), `${path} at 320 px`).toBeLessThanOrEqual(0);
    // As a browser's own setting for the size of text does.
    await page.setViewportSize({ width: 640, height: 640 });
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(':root { font-size: 200% }');
      document.adoptedStyleSheets = [sheet];
    });
    expect.soft(await overflow(), `${path} with text at 200 %`).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 320, height: 640 });
  }
});

test('in forced colours every control has an edge', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const path of ['/', '/zh-cn/', '/runbooks/crash-loop/']) {
    await page.goto(path);
    const bare = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, select, textarea')]
        .filter((one) => one.checkVisibility() && getComputedStyle(one).borderTopStyle === 'none')
        .map((one) => one.outerHTML.slice(0, 100)),
    );
    expect.soft(bare, path).toEqual([]);
  }
});
