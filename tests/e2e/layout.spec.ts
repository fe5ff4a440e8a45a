import { expect, test } from '@playwright/test';
import { uiText } from '../../src/i18n/index.ts';

test('the language switch leads to the same page and back', async ({ page }) => {
  await page.goto('/runbooks/probe/');
  await page.getByRole('link', { name: uiText['zh-cn']['site.language'] }).click();
  await expect(page).toHaveURL('/zh-cn/runbooks/probe/');
  await page.getByRole('link', { name: uiText.en['site.language'] }).click();
  await expect(page).toHaveURL('/runbooks/probe/');
});

test('a chosen theme holds on the next page, and the system can take over again', async ({
  page,
}) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/runbooks/');
  const light = await background();
  const theme = page.getByLabel(uiText.en['theme.label']);

  await theme.selectOption('dark');
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.goto('/zh-cn/runbooks/probe/');
  expect(await background()).toBe(dark);

  await page.getByLabel(uiText['zh-cn']['theme.label']).selectOption('system');
  expect(await background()).toBe(light);
});

test('the keyboard reaches the content first', async ({ page }) => {
  await page.goto('/runbooks/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: uiText.en['nav.skip'] });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('pages work without script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/runbooks/crash-loop/');
  await expect(page.locator('h3#oom-killed')).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByLabel(uiText.en['theme.label'])).toBeHidden();
  await context.close();
});

test('the policy is broken nowhere, and nothing is loaded from elsewhere', async ({
  page,
  baseURL,
}) => {
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL ?? ''}/`)) wrong.push(request.url());
  });
  for (const path of [
    '/',
    '/zh-cn/',
    '/runbooks/',
    '/runbooks/crash-loop/',
    '/zh-cn/runbooks/probe/',
  ])
    await page.goto(path, { waitUntil: 'networkidle' });
  expect(wrong).toEqual([]);
});

test('the language switch stays at the section, and the choice is remembered', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('/runbooks/crash-loop/#oom-killed');
  await page.getByRole('link', { name: uiText['zh-cn']['site.language'] }).click();
  await expect(page).toHaveURL('/zh-cn/runbooks/crash-loop/#oom-killed');
  await page.goto('/');
  await expect(page, 'in the same tab a link leads where it says').toHaveURL('/');
  await page.close();

  const later = await context.newPage();
  await later.goto('/');
  await expect(later).toHaveURL('/zh-cn/');
  await later.getByRole('link', { name: uiText.en['site.language'] }).click();
  await later.close();
  const last = await context.newPage();
  await last.goto('/');
  await expect(last.locator('html')).toHaveAttribute('lang', 'en');
  await context.close();
});
