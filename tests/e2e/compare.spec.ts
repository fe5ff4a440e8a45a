import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { compareText } from '../../src/i18n/compare.ts';
import { formatText } from '../../src/i18n/index.ts';
import { PLACES, readInput } from '../helpers/triage-page.ts';

for (const { locale, path } of PLACES) {
  const text = compareText[locale];

  test(`${locale}: two pastes show what differs, and ask for nothing`, async ({ page }) => {
    await page.goto(`${path}compare/`);
    await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
    await page.waitForLoadState('networkidle');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));

    const bad = readInput('oom-killed');
    const good = bad
      .replace('Restart Count:  6', 'Restart Count:  0')
      .replace('memory:  512Mi', 'memory:  1Gi');
    await page.getByLabel(text.before).fill(good);
    await page.getByLabel(text.after).fill(bad);
    const row = page.getByRole('row').filter({ hasText: text.restarts });
    await expect(row.getByRole('cell')).toHaveText([/^0 /u, /^6 /u]);
    const count = formatText(text.count, { count: 2 });
    await expect(page.locator('section').getByText(count)).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: count })).toHaveCount(1);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);

    await page.getByRole('button', { name: text.swap }).click();
    await expect(row.getByRole('cell')).toHaveText([/^6 /u, /^0 /u]);
    await page.getByLabel(text.before).fill(good);
    await page.getByLabel(text.after).fill(good);
    await expect(page.locator('section').getByText(text.same)).toBeVisible();
    await page.getByLabel(text.after).fill('nothing that kubectl prints');
    await expect(page.getByText(text.unreadAfter)).toBeVisible();
    expect(requests).toEqual([]);
  });
}
