// Pastes that try to become markup, links of script or prototypes are shown as the text they are.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ENGLISH, openTriage } from '../helpers/triage-page.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/hostile');

test('hostile pastes stay text', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('dialog', (dialog) => {
    errors.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const box = await openTriage(page, ENGLISH);
  for (const file of readdirSync(FOLDER)) {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    await box.fill(text);
    await expect(page.locator('.triage.has-result'), file).toBeVisible();
    const made = await page.evaluate(() => ({
      ran: 'hostile' in window,
      polluted: 'polluted' in {},
      elements: document.querySelectorAll(
        '.triage :is(iframe, script, object, img, [onload], [onerror])',
      ).length,
      links: [...document.querySelectorAll('a')].filter(
        ({ protocol }) => !/^https?:$/u.test(protocol),
      ).length,
    }));
    expect(made, file).toEqual({ ran: false, polluted: false, elements: 0, links: 0 });
    await box.fill('');
  }
  expect(errors).toEqual([]);
});
