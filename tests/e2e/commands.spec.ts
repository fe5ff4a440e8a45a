import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { commandsText } from '../../src/i18n/commands.ts';
import { uiText } from '../../src/i18n/index.ts';

const PAGES = [
  { locale: 'en', home: '/', commands: '/commands/', entry: 'Remove a finalizer' },
  { locale: 'zh-cn', home: '/zh-cn/', commands: '/zh-cn/commands/', entry: '去掉终结器' },
] as const;

for (const { locale, home, commands, entry } of PAGES) {
  const text = commandsText[locale];

  test(`${locale}: a reader finds a command by its purpose, and its runbook`, async ({ page }) => {
    await page.goto(home);
    await page.getByRole('link', { name: text['nav.commands'], exact: true }).click();
    await expect(page).toHaveURL(commands);
    await page.getByRole('link', { name: entry }).click();
    const heading = page.getByRole('heading', { name: entry });
    await expect(heading).toBeInViewport();
    const part = page.locator('.entry', { has: heading });
    await expect(part.locator('.changes')).toContainText(uiText[locale]['command.undo']);
    await part.getByRole('link').first().click();
    await expect(page).toHaveURL(/\/runbooks\/terminating\/$/u);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`${commands} ${colorScheme}: axe finds nothing, nothing is wider than a small screen`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 700 });
      await page.goto(commands);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
}
