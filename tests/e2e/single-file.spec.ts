import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { uiText } from '../../src/i18n/index.ts';
import { lookupText } from '../../src/i18n/lookup.ts';
import { cardOf, PLACES, readInput, titleOf, verdictOf } from '../helpers/triage-page.ts';

let address = '';
test.beforeAll(() => {
  const file = test.info().outputPath('pod-triage.html');
  execFileSync(process.execPath, ['src/cli/build-single.ts', '--out', file], { stdio: 'ignore' });
  expect(statSync(file).size).toBeLessThan(1_000_000);
  address = pathToFileURL(file).href;
});

/** Opens the file from disk, with everything counted that it asks for or complains about. */
async function open(page: Page, locale: string): Promise<string[]> {
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== address) wrong.push(request.url());
  });
  await page.goto(`${address}#${locale}`);
  return wrong;
}

test.describe('without a network', () => {
  test.use({ offline: true });

  for (const place of PLACES) {
    const { locale, text } = place;

    test(`${locale}: a paste is answered with all commands, in text, YAML and samples`, async ({
      page,
    }) => {
      const wrong = await open(page, locale);
      const box = page.getByLabel(text['triage.paste'], { exact: true });
      await box.fill(readInput('oom-killed'));
      const card = cardOf(page, 'oom-killed', place);
      await expect(card).toBeVisible();
      expect(await card.locator('pre').count()).toBeGreaterThan(2);

      // The section of the cause is in the file, and the way back leads to the paste.
      await card.getByRole('link', { name: text['result.runbook'] }).click();
      await expect(page).toHaveURL(`${address}#${locale}/causes/oom-killed`);
      const heading = page.getByRole('heading', { level: 1, name: titleOf('oom-killed', locale) });
      await expect(heading).toBeFocused();
      await expect(page.getByRole('article').locator('pre').first()).toBeVisible();
      await page.goBack();
      await expect(card).toBeVisible();
      await expect(card.getByRole('link', { name: text['result.runbook'] })).toBeFocused();

      await box.fill(
        'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nstatus:\n  containerStatuses:\n  - name: app\n    state: { waiting: { reason: ImagePullBackOff } }\n',
      );
      await expect(verdictOf(page)).toBeVisible();
      await page.getByRole('button', { name: text['triage.clear'] }).click();
      await page.getByRole('button', { name: text['triage.sample.pending'] }).click();
      await expect(verdictOf(page)).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      expect(wrong).toEqual([]);
    });
  }

  for (const { locale, text } of PLACES) {
    const words = lookupText[locale];

    test(`${locale}: the lookup answers by keyboard alone, with links that stay in the file`, async ({
      page,
    }) => {
      const wrong = await open(page, locale);
      await page.getByRole('navigation').getByRole('link', { name: text['nav.lookup'] }).click();
      const box = page.getByLabel(words['lookup.label'], { exact: true });
      await expect(box).toBeFocused();
      await page.keyboard.type('-119');
      await expect(page.getByRole('main')).toContainText('256 − (119 % 256) = 137');
      await expect(page).toHaveURL(`${address}#${locale}/lookup?q=-119`);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(`${address}#${locale}/lookup/exit-code/137`);
      const entry = page.getByRole('article');
      await expect(entry.getByRole('heading', { level: 1 })).toHaveText('137');
      await expect(entry).toContainText('137 = 128 + 9');
      await entry.getByRole('link', { name: 'SIGKILL' }).first().click();
      await expect(entry.getByRole('heading', { level: 1 })).toHaveText('SIGKILL');
      await page.goBack();
      await entry.getByRole('link', { name: titleOf('oom-killed', locale) }).click();
      await expect(entry.getByRole('heading', { level: 1 })).toHaveText(
        titleOf('oom-killed', locale),
      );
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      await page.goBack();
      await page.goBack();
      await expect(box).toHaveValue('-119');
      await box.fill('crashlopbackoff');
      await expect(page.locator('.results').getByRole('link').first()).toHaveText(
        'CrashLoopBackOff',
      );
      expect(wrong).toEqual([]);
    });
  }

  test('the language changes without losing the paste, and the theme changes', async ({ page }) => {
    const wrong = await open(page, 'en');
    const input = readInput('oom-killed');
    await page.getByLabel(uiText.en['triage.paste'], { exact: true }).fill(input);
    await page.locator('summary', { hasText: uiText.en['result.summary'] }).click();
    const column = (name: string) => page.getByRole('columnheader', { name, exact: true });
    await expect(column(uiText.en['summary.restarts'])).toBeVisible();
    await page.getByRole('button', { name: uiText['zh-cn']['site.language'] }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(page.getByLabel(uiText['zh-cn']['triage.paste'], { exact: true })).toHaveValue(
      input,
    );
    const chinese = PLACES.find(({ locale }) => locale === 'zh-cn');
    if (chinese) await expect(cardOf(page, 'oom-killed', chinese)).toBeVisible();
    await expect(column(uiText['zh-cn']['summary.restarts'])).toBeVisible();

    await page.getByLabel(uiText['zh-cn']['theme.label']).selectOption('dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(wrong).toEqual([]);
  });
});
