import { expect, test } from '@playwright/test';
import { formatText } from '../../src/i18n/index.ts';
import {
  ENGLISH,
  openTriage,
  PLACES,
  readClipboard,
  readInput,
  titleOf,
} from '../helpers/triage-page.ts';

const oomKilled = readInput('oom-killed');
/** What that pod is called, where it runs, and what its program was told. */
const OWN_WORDS = [
  'pricing',
  'zccv4',
  'retail',
  'worker-07',
  'dc2.internal',
  'lanternbay',
  '10.17.5.58',
  '10.42.12.44',
  '-Xmx768m',
];

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  for (const place of PLACES) {
    const { locale, text } = place;

    test(`${locale}: the copy for a ticket tells the cause and no name of the reader`, async ({
      page,
    }) => {
      const box = await openTriage(page, place);
      await box.fill(oomKilled);
      await page.getByRole('button', { name: text['share.copy'] }).click();
      await expect(page.getByRole('button', { name: text['copy.done'] })).toBeVisible();

      const copied = await readClipboard(page);
      expect(copied).toContain(
        text['confidence.certain'] + text['format.colon'] + titleOf('oom-killed', locale),
      );
      expect(copied).toMatch(/^25: Reason:\s+OOMKilled$/mu);
      expect(copied).toContain('kubectl get pod <name-1> -n <namespace-1> ');
      expect(OWN_WORDS.filter((word) => copied.includes(word))).toEqual([]);
    });

    test(`${locale}: what was replaced is listed`, async ({ page }) => {
      const box = await openTriage(page, place);
      await box.fill(oomKilled);
      const share = page.getByRole('region', { name: text['share.title'] }).first();
      await share.getByRole('group').locator('summary').click();
      const row = (original: string) =>
        share.getByRole('row').filter({ has: page.getByText(original, { exact: true }) });
      for (const [original, kind, placeholder] of [
        ['pricing-7c9d8b6f5d-zccv4', 'name', '<name-1>'],
        ['retail', 'namespace', '<namespace-1>'],
        ['registry.lanternbay.example/retail/pricing:4.18.2', 'image', '<image-1>'],
        ['-Xmx768m', 'environment', '<environment-1>'],
        ['10.42.12.44', 'ip', /^<ip-\d>$/u],
      ] as const) {
        await expect(row(original).getByRole('cell').first()).toHaveText(text[`redacted.${kind}`]);
        await expect(row(original).getByRole('cell').last()).toHaveText(placeholder);
      }
      const count = (await share.getByRole('row').count()) - 1;
      await expect(share).toContainText(formatText(text['share.count'], { count }));
    });
  }

  test('addresses, passwords and values in the quoted lines are replaced, too', async ({
    page,
  }) => {
    const box = await openTriage(page, ENGLISH);
    const pasted = readInput('probe-port-closed')
      .replace(/Environment: +<none>/u, 'Environment:\n      DB_PASSWORD:  correct-horse-battery')
      .replace(
        'connection refused',
        'connection refused, password=hunter2hunter2 correct-horse-battery',
      );
    await box.fill(pasted);
    await page.getByRole('button', { name: ENGLISH.text['share.copy'] }).click();
    await expect(page.getByRole('button', { name: ENGLISH.text['copy.done'] })).toBeVisible();
    const copied = await readClipboard(page);
    expect(copied).toContain('connection refused, password=');
    for (const word of ['10.244.7.54', 'hunter2', 'correct-horse', 'avatar', 'cpltd', 'social'])
      expect(copied, word).not.toContain(word);
  });
});

for (const place of PLACES) {
  const { locale, text } = place;

  test(`${locale}: without a clipboard the text stands there selected`, async ({ page }) => {
    // As on a page without https.
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    const box = await openTriage(page, place);
    await box.fill(oomKilled);
    await page.getByRole('button', { name: text['share.copy'] }).click();
    const byHand = page.getByLabel(text['copy.byHand']);
    await expect(byHand).toBeFocused();
    await expect(byHand).toHaveValue(new RegExp(titleOf('oom-killed', locale), 'u'));
    expect(await page.evaluate(() => String(getSelection()))).toBe(await byHand.inputValue());
    await expect(page.getByRole('button', { name: text['copy.done'] })).toHaveCount(0);
  });
}
