import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { commandsText } from '../../src/i18n/commands.ts';
import { uiText } from '../../src/i18n/index.ts';

const PAGES = [
  { locale: 'en', runbook: '/runbooks/crash-loop/', explainer: '/explainers/disruptions/' },
  {
    locale: 'zh-cn',
    runbook: '/zh-cn/runbooks/crash-loop/',
    explainer: '/zh-cn/explainers/disruptions/',
  },
] as const;

for (const { locale, runbook, explainer } of PAGES) {
  const text = commandsText[locale];
  const ui = uiText[locale];

  test(`${locale}: names are filled into the commands of every page until they are cleared`, async ({
    page,
  }) => {
    await page.goto(runbook);
    const logs = page.locator('.command > pre > code', { hasText: 'kubectl logs' }).first();
    await expect(logs).toContainText('kubectl logs <pod> -n <namespace>');
    await page.locator('summary', { hasText: text['names.title'] }).press('Enter');
    await page.getByLabel(text['names.pod']).fill('web-0');
    await page.getByLabel(text['names.namespace']).fill(' shop ');
    await expect(logs).toContainText('kubectl logs web-0 -n shop -c <container>');

    await page.goto(explainer);
    const get = page.locator('.command > pre > code', { hasText: 'kubectl get pod' }).first();
    await expect(get).toContainText('kubectl get pod web-0 -n shop');
    await page.getByText(text['names.title']).click();
    await page.getByRole('button', { name: text['names.clear'] }).click();
    await expect(get).toContainText('kubectl get pod <pod> -n <namespace>');
    await page.goBack();
    await expect(logs).toContainText('kubectl logs <pod> -n <namespace>');
  });

  test(`${locale}: what is no name is refused in words and fills nothing`, async ({ page }) => {
    await page.goto(runbook);
    const logs = page.locator('.command > pre > code', { hasText: 'kubectl logs' }).first();
    await page.getByText(text['names.title']).click();
    const pod = page.getByLabel(text['names.pod']);
    await pod.fill('web; reboot');
    await expect(pod).toHaveAttribute('aria-invalid', 'true');
    await expect(pod).toHaveAccessibleDescription(new RegExp(text['names.refused'].slice(0, 12)));
    await expect(logs).toContainText('kubectl logs <pod>');
    const { violations } = await new AxeBuilder({ page }).include('.names').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await pod.fill('web-0');
    await expect(page.locator('.refused:visible')).toHaveCount(0);
  });

  test(`${locale}: a command that changes something is copied at the second press`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(runbook);
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    const command = page.locator('.command.changes').first();
    const button = command.getByRole('button');
    const read = () => page.evaluate(() => navigator.clipboard.readText());
    await button.press('Enter');
    await expect(button).toHaveText(text['copy.confirm']);
    await expect(page.getByRole('status').filter({ hasText: ui['command.risk'] })).toHaveCount(1);
    expect(await read()).toBe('before');
    await button.press('Escape');
    await expect(button).toHaveText(ui['copy.button']);
    await button.press('Enter');
    await button.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: ui['copy.done'] })).toHaveCount(1);
    expect(await read()).toBe(await command.locator('> pre > code').innerText());
    await expect(button, 'the keyboard goes on from here').toBeFocused();
  });
}
