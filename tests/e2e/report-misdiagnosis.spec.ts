import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { formatText, HTML_LANG } from '../../src/i18n/index.ts';
import {
  openTriage,
  PLACES,
  readClipboard,
  readInput,
  titleOf,
  type Place,
} from '../helpers/triage-page.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const REPOSITORY = 'https://git.example.org/owner/name';
const oomKilled = readInput('oom-killed');
/** What that pod is called, where it runs, and what its program was told. */
const OWN_WORDS = ['pricing', 'retail', 'worker-07', 'lanternbay', '10.42.12.44', '-Xmx768m'];

/** Serves the page as a build with or without `REPOSITORY_URL` would: an address, and the word for the link. */
async function withRepository(page: Page, { path }: Place, repository?: string): Promise<void> {
  await page.route(path, async (route) => {
    const response = await route.fetch();
    const setting = repository === undefined ? '' : `"repository":${JSON.stringify(repository)},`;
    const body = (await response.text()).replace('"samples":', `${setting}"samples":`);
    await route.fulfill({ response, body });
  });
}

async function openReport(page: Page, { text }: Place) {
  await page.getByRole('group').locator('summary', { hasText: text['report.title'] }).click();
  return page.getByRole('group', { name: text['report.title'] });
}

/** A file of the site's own program, loaded when the report is opened: its address holds nothing but its name. */
const PROGRAM = /^http:\/\/[^/]+\/_astro\/[\w.-]+\.js$/u;

for (const place of PLACES) {
  const { locale, text } = place;

  test.describe(locale, () => {
    test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

    test('the report tells what was said and what it was, names nobody, and is copied as shown', async ({
      page,
    }) => {
      const box = await openTriage(page, place);
      await box.fill(oomKilled);
      const report = await openReport(page, place);
      await expect(report).toContainText(
        `${text['confidence.certain']}**${text['format.colon'].trim()}`,
      );
      await expect(report).toContainText(titleOf('oom-killed', locale));
      await expect(report).toContainText(text['report.unknown']);
      const [, ...causes] = await page
        .getByLabel(text['report.was'])
        .locator('option')
        .allInnerTexts();
      expect(causes, 'in the order of the language').toEqual(
        causes.toSorted((a, b) => a.localeCompare(b, HTML_LANG[locale])),
      );

      await page
        .getByLabel(text['report.was'])
        .selectOption({ label: titleOf('killed-by-signal', locale) });
      await page.getByLabel(text['report.notes']).fill('kill -9 on worker-07');
      await expect(report).toContainText('(`killed-by-signal`)');
      await expect(report).toContainText(/kill -9 on <node-\d>/u);

      await page.getByRole('button', { name: text['report.copy'] }).click();
      const copied = await readClipboard(page);
      expect(copied).toBe(await report.textContent());
      expect(OWN_WORDS.filter((word) => copied.includes(word))).toEqual([]);
      await expect(page.getByText(text['report.note'])).toBeVisible();
    });

    test('nothing is sent, and without a repository there is nothing to open', async ({ page }) => {
      await withRepository(page, place);
      const box = await openTriage(page, place);
      await page.waitForLoadState('networkidle');
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await box.fill(oomKilled);
      await openReport(page, place);
      await page.getByLabel(text['report.was']).selectOption('killed-by-signal');
      await page.getByLabel(text['report.notes']).fill('a note');
      await page.getByRole('button', { name: text['report.copy'] }).click();
      await expect(page.getByRole('link', { name: /git\.example\.org/u })).toHaveCount(0);
      expect(requests.filter((url) => !PROGRAM.test(url))).toEqual([]);
    });

    test('with a repository, only a click opens its form with the text that is shown', async ({
      page,
      context,
    }) => {
      await withRepository(page, place, REPOSITORY);
      await context.route('https://git.example.org/**', (route) =>
        route.fulfill({ contentType: 'text/plain', body: 'the form' }),
      );
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      const box = await openTriage(page, place);
      const requests: string[] = [];
      context.on('request', (request) => requests.push(request.url()));
      await box.fill(oomKilled);
      const report = await openReport(page, place);
      const link = page.getByRole('link', {
        name: formatText(text['report.open'], { host: 'git.example.org' }),
      });
      await link.hover();
      await link.focus();
      expect(
        requests.filter((url) => !PROGRAM.test(url)),
        'nothing before the click',
      ).toEqual([]);

      const opened = context.waitForEvent('page');
      await link.click();
      const form = await opened;
      const url = new URL(form.url());
      expect(url.origin + url.pathname).toBe(`${REPOSITORY}/issues/new`);
      expect(url.searchParams.get('template')).toBe('misdiagnosis.yml');
      expect(url.searchParams.get('report')).toBe(await report.textContent());
      expect(url.href.length).toBeLessThan(8000);
      expect(OWN_WORDS.filter((word) => decodeURIComponent(url.href).includes(word))).toEqual([]);
      expect(await form.evaluate(() => [document.referrer, window.opener as unknown])).toEqual([
        '',
        null,
      ]);
      expect(complaints).toEqual([]);
    });

    test('a text that is no output can be reported as well', async ({ page }) => {
      const box = await openTriage(page, place);
      await box.fill('hello world');
      const report = await openReport(page, place);
      await expect(report).toContainText('"guess":"prose"');
      await expect(report).toContainText('hello world');
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${colorScheme}: axe finds nothing in the report, and it fits small screens`, async ({
        page,
      }) => {
        test.slow();
        await withRepository(page, place, REPOSITORY);
        await page.emulateMedia({ colorScheme });
        const box = await openTriage(page, place);
        await box.fill(oomKilled);
        await openReport(page, place);
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 900 });
          const { violations } = await new AxeBuilder({ page })
            .include('.report')
            .withTags(RULES)
            .analyze();
          expect(
            violations.map(({ id }) => id),
            `${String(width)} px`,
          ).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        }
      });
    }
  });
}
