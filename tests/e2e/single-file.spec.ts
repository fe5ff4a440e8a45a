import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { uiText } from '../../src/i18n/index.ts';
import { cardOf, PLACES, readInput, verdictOf } from '../helpers/triage-page.ts';

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
      await expect(card.getByRole('link', { name: text['result.runbook'] })).toHaveCount(0);
      expect(await card.locator('pre').count()).toBeGreaterThan(2);

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

  test('the language changes without losing the paste, and the theme changes', async ({ page }) => {
    const wrong = await open(page, 'en');
    const input = readInput('oom-killed');
    await page.getByLabel(uiText.en['triage.paste'], { exact: true }).fill(input);
    await page.getByRole('button', { name: uiText['zh-cn']['site.language'] }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(page.getByLabel(uiText['zh-cn']['triage.paste'], { exact: true })).toHaveValue(
      input,
    );
    const chinese = PLACES.find(({ locale }) => locale === 'zh-cn');
    if (chinese) await expect(cardOf(page, 'oom-killed', chinese)).toBeVisible();

    await page.getByLabel(uiText['zh-cn']['theme.label']).selectOption('dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(wrong).toEqual([]);
  });
});
