import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { searchText } from '../../src/i18n/search.ts';
import { uiText } from '../../src/i18n/index.ts';
import { paste, PLACES, titleOf, type Place } from '../helpers/triage-page.ts';

const LINE =
  'Failed to pull image "registry.acme.example/shop/api:1.4.2": failed to authorize: no basic auth credentials';
const CAUSE = 'image-auth-failed';

const inPlace = ({ path }: Place, page: string) => `${path}${page}`;
const results = (page: Page) => page.locator('a[data-search-result]');

async function waitUntilDone(page: Page): Promise<void> {
  await expect(page.locator('[data-search-state=done]')).toBeAttached();
}

test.describe('the search page', () => {
  for (const place of PLACES) {
    const text = searchText[place.locale];

    test(`${place.locale}: finds the section of a pasted error line, by keyboard`, async ({
      page,
    }) => {
      await page.goto(inPlace(place, 'search/'));
      const box = page.getByRole('searchbox', { name: text['search.label'] });
      await expect(box).toBeFocused();
      await page.keyboard.insertText(LINE);
      await waitUntilDone(page);
      const first = results(page).first();
      await expect(first).toContainText(titleOf(CAUSE, place.locale));
      await expect(first).toContainText(text['search.reason.message']);
      expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('q')).toBe(LINE);
      await page.keyboard.press('ArrowDown');
      await expect(first).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(new RegExp(`/runbooks/image-pull/#${CAUSE}$`, 'u'));
    });

    test(`${place.locale}: says that nothing fits, and what still helps`, async ({ page }) => {
      await page.goto(
        `${inPlace(place, 'search/')}?q=${encodeURIComponent('chocolate cake recipe')}`,
      );
      await waitUntilDone(page);
      await expect(results(page)).toHaveCount(0);
      await expect(page.getByRole('main')).toContainText('chocolate cake recipe');
      await page.getByRole('link', { name: text['search.noneTriage'] }).click();
      await expect(page).toHaveURL(new RegExp(`${place.path}$`, 'u'));
    });

    test(`${place.locale}: has no accessibility violations`, async ({ page }) => {
      await page.goto(`${inPlace(place, 'search/')}?q=OOMKilled`);
      await waitUntilDone(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  }

  test('searches the text of all pages, too', async ({ page }) => {
    await page.goto('/search/?q=terminationGracePeriodSeconds');
    await waitUntilDone(page);
    await expect(results(page).first()).toContainText('terminationGracePeriodSeconds');
  });

  test('keeps searches only when the reader allows it', async ({ page }) => {
    const text = searchText.en;
    const search = async (query: string) => {
      await page.goto(`/search/?q=${encodeURIComponent(query)}`);
      await waitUntilDone(page);
      await results(page).first().click();
      await page.goto('/search/');
    };
    const kept = page.getByRole('button', { name: 'exit code 139' });
    await search('exit code 139');
    await expect(page.getByRole('checkbox', { name: text['search.remember'] })).not.toBeChecked();
    await expect(kept).toHaveCount(0);
    await page.getByRole('checkbox', { name: text['search.remember'] }).check();
    await search('exit code 139');
    await expect(kept).toBeVisible();
    await page.getByRole('checkbox', { name: text['search.remember'] }).uncheck();
    await page.reload();
    await expect(page.getByRole('checkbox', { name: text['search.remember'] })).not.toBeChecked();
    await expect(kept).toHaveCount(0);
  });
});

test.describe('the dialog', () => {
  for (const place of PLACES) {
    const name = uiText[place.locale]['nav.search'];

    test(`${place.locale}: opens with a key on a runbook, answers, opens, closes`, async ({
      page,
    }) => {
      await page.goto(inPlace(place, 'runbooks/probe/'));
      await page.keyboard.press('/');
      const dialog = page.getByRole('dialog', { name });
      await expect(dialog.getByRole('searchbox')).toBeFocused();
      await page.keyboard.insertText('oom');
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await page.keyboard.press('ControlOrMeta+k');
      await expect(dialog.getByRole('searchbox')).toBeFocused();
      await page.keyboard.insertText('OOMKilled');
      await expect(results(page).first()).toContainText(titleOf('oom-killed', place.locale));
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/runbooks\/crash-loop\/#oom-killed$/u);
    });

    test(`${place.locale}: works on the triage page, without a request`, async ({ page }) => {
      await page.goto(place.path);
      await page.getByRole('link', { name, exact: true }).click();
      const asked: string[] = [];
      await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
      page.on('request', (request) => asked.push(request.url()));
      await page.keyboard.insertText(LINE);
      await expect(results(page).first()).toContainText(titleOf(CAUSE, place.locale));
      expect(asked).toEqual([]);
    });
  }

  test('what is typed before it has come goes into its box, and to nothing else', async ({
    page,
  }) => {
    await page.route('**/search/en.js', async (route) => {
      await new Promise((resolve) => {
        setTimeout(resolve, 1000);
      });
      await route.continue();
    });
    await page.goto('/runbooks/');
    // The second key for it opens no second dialog.
    await page.keyboard.type('//oom');
    await expect(page.getByRole('dialog').getByRole('searchbox')).toHaveValue('/oom');
    await page.keyboard.type(' killed');
    await expect(page.getByRole('dialog').getByRole('searchbox')).toHaveValue('/oom killed');
    await expect(results(page).first()).toContainText(titleOf('oom-killed', 'en'));
  });

  test('a letter typed into the triage box stays there', async ({ page }) => {
    await page.goto('/');
    const box = page.getByLabel(uiText.en['triage.paste'], { exact: true });
    await box.focus();
    await page.keyboard.type('a/b');
    await expect(box).toHaveValue('a/b');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('hands its text to the search page without telling the host', async ({ page }) => {
    await page.goto('/runbooks/');
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('searchbox').fill('terminationGracePeriodSeconds');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('link', { name: searchText.en['search.all'] }).click();
    await waitUntilDone(page);
    await expect(page.getByRole('searchbox')).toHaveValue('terminationGracePeriodSeconds');
    // Nor does what is typed there reach it later, with a reload or in the other language.
    await page.getByRole('searchbox').fill('terminationGracePeriod');
    await expect(page).toHaveURL('/search/#q=terminationGracePeriod');
    await page.getByRole('link', { name: uiText['zh-cn']['site.language'] }).click();
    await expect(page.getByRole('searchbox')).toHaveValue('terminationGracePeriod');
    expect(asked.filter((url) => new URL(url).search.includes('termination'))).toEqual([]);
  });
});

test.describe('several pasted lines', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('stay out of the address, and go to triage on a click', async ({ page }) => {
    const lines = `State: Waiting\n  Reason: ImagePullBackOff\nEvents:\n  Warning  Failed  2m  kubelet  ${LINE}`;
    await page.goto('/search/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await paste(page, lines);
    await waitUntilDone(page);
    await expect(results(page).first()).toContainText(titleOf(CAUSE, 'en'));
    expect(page.url()).not.toContain('q=');
    await page.getByRole('button', { name: searchText.en['search.triage'] }).click();
    await expect(page.getByLabel(uiText.en['triage.paste'], { exact: true })).toHaveValue(lines);
    const stored = await page.evaluate(() => JSON.stringify(sessionStorage));
    expect(stored).not.toContain('ImagePullBackOff');
  });
});
