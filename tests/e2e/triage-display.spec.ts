import { expect, test, type Page } from '@playwright/test';
import {
  cardOf,
  ENGLISH,
  openTriage,
  PLACES,
  readInput,
  verdictOf,
} from '../helpers/triage-page.ts';

const threeCauses = readInput('mixed-sidecar-oom-app-readiness');

/** By how many pixels the page is wider than the screen. */
const excessOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const place of PLACES) {
  const { locale, text } = place;

  for (const width of [390, 320]) {
    test(`${locale}: nothing scrolls sideways on a screen of ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const box = await openTriage(page, place);
      expect(await excessOf(page), 'empty').toBe(0);
      const long = 'a-very-long-name-without-a-single-space.'.repeat(6);
      for (const [name, input] of Object.entries({
        threeCauses,
        several: readInput('mixed-two-pods-healthy-and-broken'),
        longNames: threeCauses.replaceAll('basket-7fbd8b6c8f-gndmk', `${long}x`),
        longToken: threeCauses.replace('HTTP probe failed', 'x'.repeat(3000)),
        undetermined: readInput('negative-container-status-unknown'),
        noDescribe: 'Lorem ipsum dolor sit amet',
      })) {
        await box.fill(input);
        await expect(verdictOf(page)).toBeVisible();
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        expect(await excessOf(page), name).toBe(0);
      }
    });
  }

  test(`${locale}: the theme can be chosen with a result on the page, and holds`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    const box = await openTriage(page, place);
    await box.fill(threeCauses);
    const colours = () =>
      page.evaluate(() =>
        ['body', '.verdict', '.finding', 'mark', '.cmd.changes .cmd-line'].map((selector) => {
          const element = document.querySelector(selector);
          return (
            element && getComputedStyle(element.closest('.source-line') ?? element).backgroundColor
          );
        }),
      );
    const light = await colours();
    const theme = page.getByLabel(text['theme.label']);
    await theme.selectOption(text['theme.dark']);
    const dark = await colours();
    for (const [index, colour] of dark.entries()) expect(colour).not.toBe(light[index]);
    await expect(box, 'the text stays').toHaveValue(threeCauses);

    await page.reload();
    await expect(theme).toHaveValue('dark');
    await expect(box, 'only the choice is kept').toHaveValue('');
    await box.fill(threeCauses);
    expect(await colours()).toEqual(dark);

    await page.emulateMedia({ colorScheme: 'dark' });
    await theme.selectOption(text['theme.light']);
    expect(await colours()).toEqual(light);
    await theme.selectOption(text['theme.system']);
    expect(await colours()).toEqual(dark);
  });

  test(`${locale}: without script the page says what it needs and offers the runbooks`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(place.path);
    const paragraphs = page.getByRole('paragraph');
    await expect(paragraphs.filter({ hasText: text['triage.noScript'] })).toBeVisible();
    await page.getByRole('link', { name: text['triage.noScriptRunbooks'] }).click();
    await page.getByRole('listitem').filter({ hasText: 'OOMKilled' }).getByRole('link').click();
    await expect(page).toHaveURL(`${place.path}runbooks/crash-loop/`);
    await context.close();
  });
}

test('on paper the answer stands without the controls', async ({ page }) => {
  const box = await openTriage(page, ENGLISH);
  await box.fill(threeCauses);
  await page.emulateMedia({ media: 'print' });
  await expect(verdictOf(page)).toBeVisible();
  await expect(cardOf(page, 'oom-killed', ENGLISH)).toBeVisible();
  await expect(box).toBeHidden();
  await expect(page.getByRole('button', { name: ENGLISH.text['copy.button'] })).toHaveCount(0);
});
