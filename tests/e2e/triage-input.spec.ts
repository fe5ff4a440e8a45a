import { expect, test, type Page } from '@playwright/test';
import { formatText } from '../../src/i18n/index.ts';
import {
  cardOf,
  ENGLISH,
  openTriage,
  paste,
  PLACES,
  readInput,
  titleOf,
  verdictOf,
  type Place,
} from '../helpers/triage-page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const oomKilled = readInput('oom-killed');

/** Drags a file over the page and lets it go there. */
async function dropFile(
  page: Page,
  { text }: Place,
  content: string | { zeros: number } | { letters: number },
): Promise<void> {
  const data = await page.evaluateHandle((given) => {
    const bytes =
      typeof given === 'string'
        ? given
        : 'zeros' in given
          ? new Uint8Array(given.zeros)
          : new Uint8Array(given.letters).fill(97);
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'pod.txt', { type: 'text/plain' }));
    return transfer;
  }, content);
  const main = page.getByRole('main');
  const note = page.getByText(text['triage.drop']);
  await main.dispatchEvent('dragover', { dataTransfer: data });
  await expect(note).toBeVisible();
  await main.dispatchEvent('drop', { dataTransfer: data });
  await expect(note).toHaveCount(0);
}

for (const place of PLACES) {
  const { locale, text } = place;

  test(`${locale}: every sample gives an answer, and Clear takes it away`, async ({ page }) => {
    const box = await openTriage(page, place);
    const verdicts = new Set<string>();
    for (const sample of ['mixed', 'pull', 'pending'] as const) {
      await page.getByRole('button', { name: text[`triage.sample.${sample}`] }).click();
      verdicts.add(await verdictOf(page).innerText());
      await expect(box).not.toHaveValue('');

      await page.getByRole('button', { name: text['triage.clear'] }).click();
      await expect(box).toHaveValue('');
      await expect(box).toBeFocused();
      await expect(verdictOf(page)).toHaveCount(0);
    }
    expect(verdicts.size).toBe(3);
    await expect(page.getByRole('button', { name: text['triage.clear'] })).toHaveCount(0);
  });

  test(`${locale}: a dropped file is read, or refused with a reason`, async ({ page }) => {
    const box = await openTriage(page, place);
    const alert = page.getByRole('alert');
    await dropFile(page, place, { zeros: 100 });
    await expect(alert).toHaveText(text['triage.fileBinary']);
    await dropFile(page, place, { letters: 50e6 + 1 });
    await expect(alert).toHaveText(formatText(text['triage.fileTooLarge'], { limit: 50 }));
    await dropFile(page, place, oomKilled);
    await expect(cardOf(page, 'oom-killed', place)).toBeVisible();
    await expect(box).toHaveValue(oomKilled);
    await expect(alert).toHaveCount(0);
  });
}

test('the answer comes while somebody types', async ({ page }) => {
  const box = await openTriage(page, ENGLISH);
  await box.pressSequentially('Error: configmap "x" not found');
  await expect(cardOf(page, 'config-reference-missing', ENGLISH)).toBeVisible();
  await box.pressSequentially('\nError: ImagePullBackOff');
  await expect(box).toHaveValue('Error: configmap "x" not found\nError: ImagePullBackOff');
});

test('a paste anywhere on the page is read, and replaces what was there', async ({ page }) => {
  const box = await openTriage(page, ENGLISH);
  for (const [cause, where] of [
    ['oom-killed', page.getByRole('heading', { level: 1 })],
    ['image-not-found', page.getByRole('contentinfo')],
    ['insufficient-cpu', page.getByRole('heading', { name: ENGLISH.text['result.causes'] })],
  ] as const) {
    await where.click({ position: { x: 1, y: 1 } });
    await paste(page, readInput(cause));
    await expect(box).toHaveValue(readInput(cause));
    await expect(cardOf(page, cause, ENGLISH)).toBeVisible();
    await expect(box).toBeInViewport();
  }
});

test('a chosen file is read, and the same one again after Clear', async ({ page }) => {
  const box = await openTriage(page, ENGLISH);
  for (let time = 0; time < 2; time += 1) {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: ENGLISH.text['triage.file'] }).click();
    await (await chooser).setFiles('tests/fixtures/describe/layout-crlf/input.txt');
    await expect(verdictOf(page)).toBeVisible();
    await page.getByRole('button', { name: ENGLISH.text['triage.clear'] }).click();
    await expect(box).toHaveValue('');
  }
});

test('a file that Windows PowerShell wrote is read', async ({ page }) => {
  const box = await openTriage(page, ENGLISH);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: ENGLISH.text['triage.file'] }).click();
  const buffer = Buffer.from(`\u{feff}${oomKilled}`, 'utf16le');
  await (await chooser).setFiles({ name: 'pod.txt', mimeType: 'text/plain', buffer });
  await expect(box).toHaveValue(oomKilled);
  await expect(cardOf(page, 'oom-killed', ENGLISH)).toBeVisible();
});

test('a sample that comes late does not replace what was pasted meanwhile', async ({ page }) => {
  let letIn = (): void => undefined;
  const isLet = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await page.route('**/_astro/pending.*.js', async (route) => {
    await isLet;
    await route.continue();
  });
  const box = await openTriage(page, ENGLISH);
  const asked = page.waitForRequest('**/_astro/pending.*.js');
  await page.getByRole('button', { name: ENGLISH.text['triage.sample.pending'] }).click();
  await asked;
  await box.fill(oomKilled);
  letIn();
  const sample = (await asked).url();
  await page.evaluate((file) => import(file) as Promise<unknown>, sample);
  await expect(cardOf(page, 'oom-killed', ENGLISH)).toBeVisible();
  await expect(box).toHaveValue(oomKilled);
});

test('what cannot be read, such as a folder, is refused with a reason', async ({ page }) => {
  await openTriage(page, ENGLISH);
  await page.evaluate(() => {
    File.prototype.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'));
  });
  await dropFile(page, ENGLISH, oomKilled);
  await expect(page.getByRole('alert')).toHaveText(ENGLISH.text['triage.fileBinary']);
});

test('a text that is far too long is refused, and never comes into the page', async ({ page }) => {
  const box = await openTriage(page, ENGLISH);
  await box.blur();
  await page.evaluate((length) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'x'.repeat(length));
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
  }, 50e6 + 1);
  await expect(page.getByRole('alert')).toHaveText(
    formatText(ENGLISH.text['triage.fileTooLarge'], { limit: 50 }),
  );
  await expect(box).toHaveValue('');
  await box.fill(oomKilled);
  await expect(cardOf(page, 'oom-killed', ENGLISH)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a long text stays usable: shown in part, read as a whole', async ({ page }) => {
  const box = await openTriage(page, ENGLISH);
  await box.blur();
  await paste(page, `${'some line of a long log\n'.repeat(20_000)}${oomKilled}`);
  await expect(verdictOf(page)).toContainText(titleOf('oom-killed', 'en'));
  const evidence = cardOf(page, 'oom-killed', ENGLISH).getByRole('list').first();
  await evidence.getByRole('link').click();
  await expect(page.locator('mark').first()).toBeInViewport();
});
