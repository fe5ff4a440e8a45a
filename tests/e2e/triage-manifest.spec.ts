import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { cardOf, ENGLISH, openTriage, PLACES, verdictOf } from '../helpers/triage-page.ts';

const READER = /\/reader\.[^/]+\.js$/u;
const readManifest = (name: string) =>
  readFileSync(`tests/fixtures/manifest/${name}/input.txt`, 'utf8');

for (const place of PLACES) {
  test(`${place.locale}: YAML and JSON are read, by a part of the site that is loaded for them`, async ({
    page,
    baseURL,
  }) => {
    const box = await openTriage(page, place);
    await page.waitForLoadState('networkidle');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));

    await box.fill(readManifest('config-reference-missing'));
    const card = cardOf(page, 'config-reference-missing', place);
    await expect(card).toContainText('configmap "checkout-settings" not found');
    await box.fill(readManifest('list-of-three'));
    await expect(cardOf(page, 'oom-killed', place)).toBeVisible();
    expect(requests, 'one request for the reader, without anything of the paste').toEqual([
      expect.stringMatching(READER),
    ]);
    expect(requests[0]?.startsWith(`${baseURL ?? ''}/`)).toBe(true);
  });
}

test('without its reader a manifest is called by its name, with what was not understood', async ({
  page,
}) => {
  await page.route(READER, (route) => route.abort());
  const box = await openTriage(page, ENGLISH);
  await box.fill(readManifest('config-reference-missing'));
  await expect(verdictOf(page)).toContainText(ENGLISH.text['guess.yaml']);
  await page.getByText(/^Lines not understood: \d+$/u).click();
  await expect(page.locator('.skipped').getByText('creationTimestamp:')).toBeVisible();
});
