// Somebody finds the cause question by question, or goes on from what was pasted.
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { formatText, uiText } from '../../src/i18n/index.ts';
import { treesText } from '../../src/i18n/trees.ts';
import {
  ENGLISH,
  openTriage,
  PLACES,
  readInput,
  titleOf,
  type Place,
} from '../helpers/triage-page.ts';

const treePath = ({ path }: Place, id: string) => `${path}trees/${id}/`;

async function openTree(page: Page, place: Place, id: string, query = ''): Promise<void> {
  await page.goto(treePath(place, id) + query);
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
}

const heading = (page: Page) => page.locator('.walker .stage h2');
const choices = (page: Page, { locale }: Place) =>
  page.getByRole('list', { name: treesText[locale].answers }).getByRole('link');

for (const place of PLACES) {
  const { locale } = place;
  const text = treesText[locale];

  test(`${locale}: walk with the keyboard, change an earlier answer, keep the later one`, async ({
    page,
  }) => {
    await openTree(page, place, 'crash-loop');
    await page.keyboard.press('3');
    await expect(heading(page)).toBeFocused();
    await page.keyboard.press('3');
    await page.keyboard.press('1');
    await expect(page).toHaveURL(/\?exit-code=killed&killed=neither&outside=memory$/u);
    await expect(heading(page)).toHaveText(text.resultCauses);
    const first = page.locator('.outcome').getByRole('link').first();
    await expect(first).toHaveText(titleOf('node-out-of-memory', locale));

    // The middle answer is changed and changed back: the last one still applies.
    await page.getByRole('button', { name: text.change }).nth(1).click();
    await page.keyboard.press('1');
    await expect(page).toHaveURL(/\?exit-code=killed&killed=oom$/u);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('3');
    await expect(page).toHaveURL(/killed=neither&outside=memory$/u);

    await page.goBack();
    await expect(page).toHaveURL(/\?exit-code=killed$/u);
    await expect(choices(page, place)).toHaveCount(3);
    await page.getByRole('button', { name: text.restart }).click();
    await expect(page).toHaveURL(/crash-loop\/$/u);
  });

  test(`${locale}: a shared link shows the outcome and says what it left out`, async ({ page }) => {
    await openTree(page, place, 'image-pull', '?message=network&network=tls&old=1');
    await expect(page.locator('.outcome').getByRole('link').first()).toHaveText(
      titleOf('image-registry-tls', locale),
    );
    await expect(page.locator('.walker .note')).toHaveText(
      formatText(text.dropped, { list: 'old' }),
    );
    await expect(page).toHaveURL(/\?message=network&network=tls$/u);
    await expect(page.locator('#tree-drawing .current')).toHaveCount(1);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  });

  test(`${locale}: from the paste, with its lines, and nothing of it in the address`, async ({
    page,
  }) => {
    const box = await openTriage(page, place);
    await box.fill(readInput('oom-killed'));
    await page.getByRole('link', { name: text.offer }).click();
    await expect(page).toHaveURL(/trees\/crash-loop\/\?exit-code=killed&killed=oom&limit=limit$/u);
    await expect(page.getByText(text.fromPaste, { exact: true }).first()).toBeVisible();
    await expect(page.locator('.so-far .line').first()).toBeVisible();
    // So do its names, into the bar and the commands; nothing of them is stored.
    await expect(page.locator('details.names input[name="namespace"]')).toHaveValue('retail');
    await expect(page.locator('.outcome .run').first()).toContainText('-n retail');
    expect(await page.evaluate(() => Object.keys(sessionStorage))).not.toContain('tree-lines');
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('retail');

    // What the paste says can be overruled.
    await page.getByRole('button', { name: text.change }).last().click();
    await choices(page, place).nth(1).click();
    await expect(page).toHaveURL(/limit=none$/u);
    await expect(page.locator('.outcome').getByRole('link').first()).toHaveText(
      titleOf('node-out-of-memory', locale),
    );

    // The names go on to the next tree, and no further than its page.
    await page.getByRole('button', { name: text.change }).first().click();
    await choices(page, place).nth(1).click();
    await choices(page, place).last().click();
    await page.locator('.go-on').click();
    await expect(page).toHaveURL(/trees\/container-creating\/$/u);
    await expect(page.locator('details.names input[name="namespace"]')).toHaveValue('retail');
    await page.reload();
    await expect(page.locator('details.names .now')).toBeVisible();
    await expect(page.locator('details.names input[name="namespace"]')).toHaveValue('');
  });

  test(`${locale}: a jump within the page goes where it leads and answers nothing`, async ({
    page,
  }) => {
    await openTree(page, place, 'crash-loop', '?exit-code=killed');
    const box = page.locator('#tree-drawing a[href="#ask-killed"]');
    await box.press('Enter');
    await expect(page.locator('#ask-killed')).toBeInViewport();
    await expect(heading(page)).not.toBeFocused();
    await expect(page).toHaveURL(/\?exit-code=killed#ask-killed$/u);
    await page.getByRole('link', { name: uiText[locale]['nav.skip'] }).press('Enter');
    await expect(page.getByRole('main')).toBeFocused();

    // Nor does a number that is typed while the search is open.
    await page.keyboard.press('/');
    const search = page.getByRole('dialog');
    await search.getByRole('searchbox').fill('oom');
    await expect(search.locator('[data-search-result]').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('1');
    await expect(page).toHaveURL(/\?exit-code=killed#content$/u);
  });

  test(`${locale}: without script the whole tree can be read`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(treePath(place, 'image-pull'));
    await choices(page, place).first().click();
    await expect(page).toHaveURL(/#ask-absent$/u);
    await expect(page.locator('#ask-absent')).toBeInViewport();
    await expect(
      page
        .locator('.tree-list')
        .getByRole('link', { name: titleOf('image-not-found', locale) })
        .first(),
    ).toBeVisible();
    await context.close();
  });
}

test('keys that come faster than the screen is painted answer the question they meet', async ({
  page,
}) => {
  const [english] = PLACES;
  if (!english) throw new Error('There is a first language.');
  await openTree(page, english, 'crash-loop');
  await page.evaluate(
    async (keys) => {
      for (const key of keys) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        // What is waiting runs, but no frame is drawn.
        await Promise.resolve().then(() => undefined);
      }
    },
    ['3', '1', 'ArrowLeft', '3'],
  );
  await expect(page).toHaveURL(/\?exit-code=killed&killed=neither$/u);
});

test('the drawing shows where the reader is, and the page stays where it was', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  const [english] = PLACES;
  if (!english) throw new Error('There is a first language.');
  await openTree(page, english, 'crash-loop');
  const isInFrame = () =>
    page.evaluate(() => {
      const frame = document.querySelector('#tree-drawing .scroll')?.getBoundingClientRect();
      const node = document.querySelector('#tree-drawing .current')?.getBoundingClientRect();
      if (!frame || !node) return false;
      const [x, y] = [node.left + node.width / 2, node.top + node.height / 2];
      return frame.left <= x && x <= frame.right && frame.top <= y && y <= frame.bottom;
    });
  await expect.poll(isInFrame).toBe(true);
  const before = await page.evaluate(() => scrollY);
  for (const key of ['3', '3', '1']) {
    await page.keyboard.press(key);
    await expect.poll(isInFrame).toBe(true);
  }
  await expect(page).toHaveURL(/outside=memory$/u);
  // The question takes the focus; the drawing, far below, never the view.
  const moved = await page.evaluate(() => scrollY);
  expect(Math.abs(moved - before)).toBeLessThan(700);
});

test('copying says so each time', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const text = treesText.en;
  await openTree(page, ENGLISH, 'image-pull', '?message=network&network=tls');
  const status = page.locator('.walker').getByRole('status');
  for (const name of [text.copy, text.share]) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(status).toHaveText(text.copied);
    await expect(status).toHaveText('');
  }
});
