// axe on the built pages, in both languages and themes, at 320 px with large text, and in forced colours.
// AXE_ALL=1 takes every page of the site, which takes half an hour; else one of each kind.
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
/** So many pages are one test, so that several browsers share the work. */
const AT_ONCE = 60;
const parts = LOCALES.flatMap((locale) => {
  const own = checked.filter((path) => path.startsWith('/zh-cn/') === (locale === 'zh-cn'));
  return Array.from({ length: Math.ceil(own.length / AT_ONCE) }, (_, part) => ({
    locale,
    part: part + 1,
    own: own.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  }));
});
/** What a theme may change; everything else is the same in both. */
const ABOUT_COLOUR = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong, as texts. */
async function findWrong(axe: AxeBuilder, where: string): Promise<string[]> {
  // The other way opens a second page for each; it is for frames of other sites.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${where} ${id}: ${html}`));
}

for (const { locale, part, own } of parts)
  test(`${locale} ${part}: axe finds nothing, in either theme`, async ({ page }) => {
    test.setTimeout(30_000 + own.length * 20_000);
    const wrong: string[] = [];
    for (const path of own) {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.goto(path);
      wrong.push(...(await findWrong(new AxeBuilder({ page }).withTags(WCAG), path)));
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      const dark = new AxeBuilder({ page }).withRules(ABOUT_COLOUR);
      wrong.push(...(await findWrong(dark, `${path} dark`)));
    }
    expect(own.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
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
