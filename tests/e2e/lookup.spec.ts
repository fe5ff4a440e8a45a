import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { formatText } from '../../src/i18n/index.ts';
import { lookupText } from '../../src/i18n/lookup.ts';

const PAGES = [
  { locale: 'en', path: '/lookup/', misspelt: 'crashlopbackoff', name: 'memory limit exceeded' },
  { locale: 'zh-cn', path: '/zh-cn/lookup/', misspelt: 'crashlopbackoff', name: '内存溢出' },
] as const;

/** Opens the page, waits until its widget is live and gives its box. */
async function openLookup(page: Page, locale: (typeof PAGES)[number]['locale'], path: string) {
  await page.goto(path);
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  return page.getByLabel(lookupText[locale]['lookup.label'], { exact: true });
}

for (const { locale, path, misspelt, name } of PAGES) {
  const text = lookupText[locale];
  const prefix = path.replace('lookup/', '');

  test(`${locale}: a misspelt reason leads to its page, by keyboard alone`, async ({ page }) => {
    const box = await openLookup(page, locale, path);
    await expect(box).toBeFocused();
    await page.keyboard.type(misspelt);
    const first = page.getByRole('main').getByRole('listitem').getByRole('link').first();
    await expect(first).toHaveText('CrashLoopBackOff');
    await expect(page).toHaveURL(`${path}?q=${misspelt}`);
    await page.keyboard.press('ArrowDown');
    await expect(first).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(box).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${prefix}lookup/waiting/crashloopbackoff/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('CrashLoopBackOff');
  });

  test(`${locale}: another name finds the reason, and a kind narrows`, async ({ page }) => {
    const box = await openLookup(page, locale, path);
    await box.fill(name);
    const links = page.locator('.results').getByRole('link');
    await expect(links.filter({ hasText: 'OOMKilled' }).first()).toBeVisible();
    await page
      .getByLabel(text['lookup.kind'], { exact: true })
      .selectOption(text['kind.terminated']);
    await expect(links.first()).toHaveText('OOMKilled');
    await expect(page).toHaveURL(/[?&]kind=terminated/u);
    await page.reload();
    await expect(box).toHaveValue(name);
    await expect(links.first()).toHaveText('OOMKilled');
  });

  test(`${locale}: a negative exit code is computed in front of the reader`, async ({ page }) => {
    await openLookup(page, locale, `${path}?q=-119`);
    await expect(page.getByRole('main')).toContainText('256 − (119 % 256) = 137');
    await expect(page.getByRole('main')).toContainText('137 = 128 + 9');
    await expect(page.locator('.results').getByRole('link').first()).toHaveText('137');
  });

  test(`${locale}: what is not found is said, with what to try`, async ({ page }) => {
    const box = await openLookup(page, locale, path);
    await box.fill('zzqqxx');
    const none = formatText(text['lookup.none'], { query: 'zzqqxx' });
    await expect(page.getByText(none)).toBeVisible();
    await expect(page.getByRole('link', { name: text['lookup.tryTriage'] })).toBeVisible();
    await box.fill('');
    await expect(
      page.getByRole('heading', { name: text['kind.status'], exact: true }),
    ).toBeVisible();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const address of [`${path}?q=137`, `${prefix}lookup/exit-code/137/`]) {
      test(`${address} ${colorScheme}: axe finds nothing`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.goto(address);
        await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      });
    }
  }

  test(`${locale}: no page of a code is wider than a small screen`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    for (const address of [
      path,
      `${path}?q=-1`,
      `${prefix}lookup/taint/node-cloudprovider-kubernetes-io-uninitialized/`,
      `${prefix}lookup/event/failedscheduling/`,
    ]) {
      await page.goto(address);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess, address).toBeLessThanOrEqual(0);
    }
  });
}

test('without script the list of all codes is there, and no box that does nothing', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/lookup/');
  await expect(page.getByLabel(lookupText.en['lookup.label'])).toBeHidden();
  await page.getByRole('link', { name: 'FailedMount', exact: true }).click();
  await expect(page).toHaveURL('/lookup/event/failedmount/');
  await context.close();
});
