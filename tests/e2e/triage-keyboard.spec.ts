import { expect, test, type Page } from '@playwright/test';
import {
  cardOf,
  ENGLISH,
  openTriage,
  PLACES,
  readClipboard,
  readInput,
  titleOf,
  verdictOf,
} from '../helpers/triage-page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const threeCauses = readInput('mixed-sidecar-oom-app-readiness');

/** Marks all that the keyboard must reach, in the order of the page, and tells how many these are. */
function numberTargets(page: Page): Promise<number> {
  return page.evaluate(() => {
    const targets = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, select, textarea, input, summary, [tabindex="0"]',
      ),
    ].filter((element) => element.checkVisibility({ visibilityProperty: true }));
    for (const [index, target] of targets.entries()) target.dataset['target'] = String(index);
    return targets.length;
  });
}

/** Which target has the focus, and whether that can be seen. */
function readFocus(page: Page): Promise<{ target: number; visible: boolean }> {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement)) return { target: -1, visible: false };
    const { outlineStyle, outlineWidth } = getComputedStyle(active);
    return {
      target: Number(active.dataset['target'] ?? -1),
      visible: outlineStyle !== 'none' && outlineWidth !== '0px',
    };
  });
}

for (const place of PLACES) {
  const { locale, text } = place;

  test(`${locale}: ? lists the keys and Esc goes back to where one was`, async ({ page }) => {
    const box = await openTriage(page, place);
    await box.fill(threeCauses);
    await box.blur();
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: text['keys.title'] });
    await expect(help).toBeVisible();
    for (const key of ['keys.paste', 'keys.next', 'keys.box', 'keys.copy', 'keys.clear'] as const)
      await expect(help.getByRole('definition').filter({ hasText: text[key] })).not.toHaveCount(0);
    await page.keyboard.press('x');
    await expect(verdictOf(page), 'no key works behind the list').toBeVisible();

    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
    await expect(cardOf(page, 'oom-killed', place)).toBeFocused();

    await page.getByRole('button', { name: text['triage.shortcuts'] }).press('Enter');
    await help.getByRole('button', { name: text['keys.close'] }).press('Enter');
    await expect(help).toBeHidden();
  });
}

test('one key leads from cause to cause and back', async ({ page }) => {
  const box = await openTriage(page, ENGLISH);
  await box.fill(threeCauses);
  await box.blur();
  const [first, second, third] = [
    cardOf(page, 'oom-killed', ENGLISH),
    cardOf(page, 'probe-bad-response', ENGLISH),
    cardOf(page, 'readiness-probe-failed', ENGLISH),
  ] as const;
  for (const [key, card] of [
    ['j', first],
    ['j', second],
    ['j', third],
    ['k', second],
    ['k', first],
    ['k', first],
  ] as const) {
    await page.keyboard.press(key);
    await expect(card).toBeFocused();
    await expect(card.getByRole('heading')).toBeInViewport();
  }
  await second.getByRole('button').first().focus();
  await page.keyboard.press('j');
  await expect(third, 'the next one from within a cause').toBeFocused();
});

test('no key works behind the search', async ({ page }) => {
  const box = await openTriage(page, ENGLISH);
  await box.fill(threeCauses);
  await box.blur();
  await page.keyboard.press('/');
  const search = page.getByRole('dialog');
  await search.getByRole('searchbox').fill('oom');
  await expect(search.locator('[data-search-result]').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await expect(box, 'the paste is still there').toHaveValue(threeCauses);
});

test('keys lead to the box, copy and clear', async ({ page }) => {
  const box = await openTriage(page, ENGLISH);
  await box.fill(threeCauses);
  await box.blur();
  await page.keyboard.press('e');
  await expect(box).toBeFocused();
  await expect(box, 'the key itself is not typed').toHaveValue(threeCauses);

  await box.blur();
  await page.keyboard.press('c');
  await expect(page.getByRole('button', { name: ENGLISH.text['copy.done'] })).toBeVisible();
  expect(await readClipboard(page)).toContain(titleOf('oom-killed', 'en'));

  await page.keyboard.press('x');
  await expect(box).toHaveValue('');
  await expect(box).toBeFocused();
  await expect(verdictOf(page)).toHaveCount(0);
});

test('keys are letters while somebody types, and with a modifier they are the browser’s', async ({
  page,
}) => {
  const box = await openTriage(page, ENGLISH);
  await page.keyboard.type('x?jkec');
  await expect(box).toHaveValue('x?jkec');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(box).toBeFocused();

  await box.fill(threeCauses);
  await page.getByLabel(ENGLISH.text['theme.label']).focus();
  await page.keyboard.press('x');
  await expect(box).toHaveValue(threeCauses);
  await page.getByRole('button', { name: ENGLISH.text['share.copy'] }).focus();
  for (const key of ['Control+x', 'Alt+x', 'Control+e']) await page.keyboard.press(key);
  await expect(box).toHaveValue(threeCauses);
  await expect(box).not.toBeFocused();
});

test('Esc leads from the box to the answer', async ({ page }) => {
  const box = await openTriage(page, ENGLISH);
  await box.fill(threeCauses);
  await box.press('Escape');
  await expect(verdictOf(page)).toBeFocused();
  await page.keyboard.press('j');
  await expect(cardOf(page, 'oom-killed', ENGLISH)).toBeFocused();
});

for (const place of PLACES)
  test(`${place.locale}: single keys can be turned off, and stay so`, async ({ page }) => {
    const { text } = place;
    const turnOff = async () => {
      await page.getByRole('button', { name: text['triage.shortcuts'] }).click();
      const single = page.getByRole('checkbox', { name: text['keys.single'] });
      const was = await single.isChecked();
      await single.uncheck();
      await page.keyboard.press('Escape');
      return was;
    };
    expect(await openTriage(page, place).then(turnOff)).toBe(true);
    const box = await openTriage(page, place);
    await box.fill(threeCauses);
    await box.press('Escape');
    await page.keyboard.press('x');
    await expect(box).toHaveValue(threeCauses);
    expect(await turnOff()).toBe(false);
  });

test('Tab reaches everything in the order of the page, and always shows where it is', async ({
  page,
}) => {
  const box = await openTriage(page, ENGLISH);
  for (const input of ['', threeCauses]) {
    await box.fill(input);
    await expect(verdictOf(page)).toHaveCount(input === '' ? 0 : 1);
    const count = await numberTargets(page);
    await page.getByRole('link', { name: ENGLISH.text['nav.skip'] }).focus();
    for (let target = 0; target < count; target += 1) {
      expect(await readFocus(page)).toEqual({ target, visible: true });
      await page.keyboard.press('Tab');
    }
  }
});

test('the whole way without a mouse: sample, cause, line, runbook', async ({ page }) => {
  const box = await openTriage(page, ENGLISH);
  const { text } = ENGLISH;
  await expect(box).toBeFocused();
  const sample = page.getByRole('button', { name: text['triage.sample.mixed'] });
  while (!(await sample.evaluate((button) => button === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const card = cardOf(page, 'oom-killed', ENGLISH);
  await expect(card).toBeVisible();
  await expect(verdictOf(page)).toBeFocused();
  await page.keyboard.press('j');
  await expect(card).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator(':focus').locator('mark')).toContainText('OOMKilled');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(card).toBeFocused();
  const runbook = card.getByRole('link', { name: text['result.runbook'] });
  while (!(await runbook.evaluate((link) => link === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/runbooks/crash-loop/#oom-killed');
});
