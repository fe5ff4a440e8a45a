import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { formatText } from '../../src/i18n/index.ts';
import { missingText } from '../../src/i18n/missing.ts';
import { titleOf } from '../helpers/triage-page.ts';

const OLD = [
  {
    locale: 'en',
    path: '/causes/oom-killed',
    href: '/runbooks/crash-loop/#oom-killed',
    name: titleOf('oom-killed', 'en'),
    query: 'oom killed',
  },
  {
    locale: 'zh-cn',
    path: '/zh/causes/oom_killed.html',
    href: '/zh-cn/runbooks/crash-loop/#oom-killed',
    name: titleOf('oom-killed', 'zh-cn'),
    query: 'oom killed',
  },
  {
    locale: 'zh-cn',
    path: '/zh-cn/runbook/crashloop/',
    href: '/zh-cn/runbooks/crash-loop/',
    name: 'CrashLoopBackOff',
    query: 'crashloop',
  },
] as const;

for (const { locale, path, href, name, query } of OLD)
  test(`${path}: the page that was meant is offered first, in the language of the address`, async ({
    page,
  }) => {
    const text = missingText[locale];
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => {
      if (/policy/iu.test(message.text())) wrong.push(message.text());
    });
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(text.title);
    const found = page.getByRole('heading', { name: text.meant }).locator('+ ul');
    await expect(found.getByRole('link').first()).toHaveText(name);
    await expect(found.getByRole('link').first()).toHaveAttribute('href', href);
    for (const other of Object.values(missingText))
      await expect(page.getByRole('heading', { name: other.title })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(wrong).toEqual([]);

    await page.getByRole('link', { name: formatText(text.search, { query }) }).click();
    await expect(page.getByRole('searchbox')).toHaveValue(query);
    await expect(page.locator('[data-search-result]').first()).toBeVisible();
  });
