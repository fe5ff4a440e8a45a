import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { uiText } from '../../src/i18n/index.ts';

const PAGES = [
  { locale: 'en', index: '/runbooks/', runbook: '/runbooks/crash-loop/' },
  { locale: 'zh-cn', index: '/zh-cn/runbooks/', runbook: '/zh-cn/runbooks/crash-loop/' },
] as const;

for (const { locale, index, runbook } of PAGES) {
  const text = uiText[locale];

  test(`${locale}: a reader finds the section of a cause`, async ({ page }) => {
    await page.goto(index);
    await page.getByRole('link', { name: 'CrashLoopBackOff' }).click();
    await expect(page).toHaveURL(runbook);
    const contents = page.getByRole('navigation', { name: text['runbook.contents'] });
    const link = contents.locator('a[href="#oom-killed"]');
    const title = await link.innerText();
    await link.click();
    await expect(page.getByRole('heading', { level: 3, name: title })).toBeInViewport();
  });

  test(`${locale}: a command is copied as it stands`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(runbook);
    const code = page.locator('.command > pre > code').first();
    const button = page.getByRole('button', { name: text['copy.button'] }).first();
    await button.click();
    await expect(page.getByRole('status').filter({ hasText: text['copy.done'] })).toHaveCount(1);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.innerText());
    await expect(button).toHaveText(text['copy.button']);
  });

  test(`${locale}: a command that changes something says so in words`, async ({ page }) => {
    await page.goto(runbook);
    const command = page.locator('.command', { hasText: text['command.risk'] }).first();
    await expect(command).toContainText(text['command.changes']);
    await expect(command).toContainText(text['command.undo']);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const path of [index, runbook]) {
      test(`${path} ${colorScheme}: axe finds nothing`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      });
    }
  }

  test(`${locale}: no page is wider than a small screen`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(index);
    const links = page.getByRole('main').getByRole('link');
    const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    for (const path of [index, ...paths]) {
      await page.goto(path ?? '');
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess, path ?? '').toBeLessThanOrEqual(0);
    }
  });
}
