import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { formatText } from '../../src/i18n/index.ts';
import {
  cardOf,
  openTriage,
  PLACES,
  readInput,
  titleOf,
  verdictOf,
} from '../helpers/triage-page.ts';

const threeCauses = readInput('mixed-sidecar-oom-app-readiness');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDTHS = [1280, 390];

async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

for (const place of PLACES) {
  const { locale, text } = place;

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${locale} ${colorScheme}: axe finds nothing, with and without a result`, async ({
      page,
    }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      const box = await openTriage(page, place);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect(await findViolations(page), `empty, ${width} px`).toEqual([]);
      }
      await box.fill(threeCauses);
      await expect(cardOf(page, 'readiness-probe-failed', place)).toBeVisible();
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect(await findViolations(page), `three causes, ${width} px`).toEqual([]);
      }
    });
  }

  test(`${locale}: axe finds nothing in the list of keys, with several pods, and without a cause`, async ({
    page,
  }) => {
    const box = await openTriage(page, place);
    await page.getByRole('button', { name: text['triage.shortcuts'] }).click();
    expect(await findViolations(page), 'keys').toEqual([]);
    await page.keyboard.press('Escape');
    await box.fill(readInput('mixed-two-pods-healthy-and-broken'));
    await page.getByRole('navigation').getByRole('button').last().click();
    await expect(verdictOf(page)).toContainText(text['verdict.healthy']);
    expect(await findViolations(page), 'several pods').toEqual([]);
    await box.fill('Lorem ipsum dolor sit amet');
    await expect(verdictOf(page)).toContainText(text['guess.prose']);
    expect(await findViolations(page), 'no describe').toEqual([]);
  });

  test(`${locale}: a screen reader is told the result once the text rests`, async ({ page }) => {
    await page.clock.install();
    const box = await openTriage(page, place);
    const status = page.locator('#triage').getByRole('status');
    await expect(status).toHaveCount(1);
    await expect(status, 'there before it has something to say').toBeEmpty();

    const listen = async (input: string) => {
      await box.fill(input);
      await page.clock.runFor(1000);
    };
    await listen(threeCauses);
    await expect(status).toHaveText(
      formatText(text['result.announce'], { count: 3, title: titleOf('oom-killed', locale) }),
    );
    await listen(readInput('negative-healthy-running'));
    await expect(status).toHaveText(text['result.announceHealthy']);
    await listen(readInput('negative-just-created'));
    await expect(status).toHaveText(text['result.announceUndetermined']);
    await listen('');
    await expect(status).toBeEmpty();
    await expect(page.locator('[aria-live="assertive"]')).toHaveCount(0);
  });

  test(`${locale}: headings outline the result, and the box says what it does with a text`, async ({
    page,
  }) => {
    const box = await openTriage(page, place);
    await expect(box).toHaveAccessibleDescription(text['triage.privacy']);
    await box.fill(readInput('app-error-exit'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.getByRole('heading', { name: text['result.gaps'] })).toBeVisible();
    const order = (
      ['result.causes', 'result.gaps', 'result.checks', 'share.title', 'result.yourText'] as const
    ).map((key) => text[key]);
    const titles = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(titles.filter((title) => order.includes(title))).toEqual(order);
  });
}
