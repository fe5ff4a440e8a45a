import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { LOCALES } from '../../src/core/index.ts';
import { uiText } from '../../src/i18n/index.ts';
import { titleOf } from '../helpers/triage-page.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [1280, 390];

for (const locale of LOCALES) {
  const text = uiText[locale];
  const home = locale === 'en' ? '/' : `/${locale}/`;

  test(`${locale}: from the footer to the figures, and on to the section of a cause`, async ({
    page,
  }) => {
    await page.goto(`${home}runbooks/`);
    await page
      .getByRole('contentinfo')
      .getByRole('link', { name: text['footer.accuracy'] })
      .click();
    await expect(page).toHaveURL(`${home}accuracy/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(text['accuracy.title']);
    for (const name of ['verdict', 'first', 'firstThree', 'wronglyCertain', 'falseAlarms'] as const)
      await expect(page.getByText(text[`accuracy.${name}.why`])).toBeVisible();

    const table = page.getByRole('group', { name: text['accuracy.causes'], exact: true });
    const row = table.getByRole('row', { name: titleOf('oom-killed', locale) }).first();
    await row.getByRole('group').locator('summary').click();
    await expect(row.getByText(titleOf('node-out-of-memory', locale))).toBeVisible();
    await row.getByRole('rowheader').getByRole('link').click();
    await expect(page).toHaveURL(`${home}runbooks/crash-loop/#oom-killed`);
  });

  test(`${locale}: what the figures do not mean stands before any table`, async ({ page }) => {
    await page.goto(`${home}accuracy/`);
    for (const name of ['tuned', 'field', 'frequency'] as const) {
      const sentence = page.getByText(text[`accuracy.meaning.${name}`]);
      await expect(sentence).toBeVisible();
      const [own, first] = await Promise.all([
        sentence.boundingBox(),
        page.getByRole('table').first().boundingBox(),
      ]);
      expect(own?.y).toBeLessThan(first?.y ?? 0);
    }
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${locale} ${colorScheme}: axe finds nothing, and only tables are wider than the screen`, async ({
      page,
    }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.goto(`${home}accuracy/`);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
        expect(
          violations.map(({ id }) => id),
          `${String(width)} px`,
        ).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      const table = page.getByRole('group', { name: text['accuracy.causes'], exact: true });
      await table.focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => table.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
    });
  }
}

test('on paper nothing is cut off, and what is folded is readable', async ({ page }) => {
  await page.setViewportSize({ width: 760, height: 900 });
  await page.goto('/accuracy/');
  await page.emulateMedia({ media: 'print' });
  const table = page.getByRole('group', { name: uiText.en['accuracy.causes'], exact: true });
  await expect(table).toHaveCSS('overflow-x', 'visible');
  expect(await table.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  const row = table.getByRole('row', { name: titleOf('oom-killed', 'en') }).first();
  await expect(row.getByText(titleOf('node-out-of-memory', 'en'))).toBeVisible();
});
