import { createHash } from 'node:crypto';
import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import sirv from 'sirv';
import { uiText } from '../../src/i18n/index.ts';
import { missingText } from '../../src/i18n/missing.ts';
import { offlineText } from '../../src/i18n/offline.ts';
import { cardOf, openTriage, PLACES, readInput } from '../helpers/triage-page.ts';

const DIST = join(import.meta.dirname, '../../dist');

// Every other test has it switched off, so that no page is stored while something else is measured.
test.use({ storageState: { cookies: [], origins: [] } });

/** A language has some megabytes. */
const STORED = { timeout: 60_000 };
test.slow();

async function storeLanguage(page: Page, { path, locale }: (typeof PLACES)[number]): Promise<void> {
  await page.goto(`${path}offline/`);
  await expect(page.locator('#offline-state')).toHaveText(offlineText[locale].ready, STORED);
}

for (const place of PLACES) {
  const { locale, path } = place;

  test(`${locale}: after one visit everything in this language works without a network`, async ({
    page,
    context,
  }) => {
    const wrong: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(`${page.url()}: ${message.text()}`);
    });
    await storeLanguage(page, place);
    await context.setOffline(true);

    const box = await openTriage(page, place);
    await box.fill(readInput('oom-killed'));
    await expect(cardOf(page, 'oom-killed', place)).toBeVisible();
    await box.fill(
      'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nstatus: { phase: Running }',
    );
    await expect(page.locator('.verdict')).toBeVisible();

    // One page of every folder, and what is in it.
    const folder = join(DIST, path);
    const pages = globSync('**/index.html', { cwd: folder })
      .filter((file) => locale !== 'en' || !file.startsWith('zh-cn'))
      .map((file) => file.replace(/index\.html$/u, ''));
    const kinds = new Map(pages.map((one) => [one.split('/').slice(0, -2).join('/'), one]));
    for (const one of kinds.values()) {
      await page.goto(`${path}${one}`);
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(
        offlineText[locale].title,
      );
    }
    // The page of a code comes out of a pack: as a page, and with the headers of one.
    const code = await page.goto(`${path}lookup/exit-code/137/`);
    expect(code?.headers()['content-type']).toBe('text/html; charset=utf-8');
    expect(code?.headers()['content-security-policy']).toContain("default-src 'none'");
    // Only Pagefind knows this word: it reads its pieces, which are packed as well.
    await page.goto(`${path}search/?q=terminationGracePeriodSeconds`);
    await expect(page.locator('[data-search-state="done"]')).toBeVisible();
    await expect(page.locator('[data-search-result]').first()).toContainText(
      'terminationGracePeriodSeconds',
    );
    expect(wrong).toEqual([]);

    const missing = await page.goto(`${path}no-such-page/`);
    expect(missing?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: missingText[locale].title })).toBeVisible();
  });
}

test('the other language is stored once a page in it was opened, and says so before', async ({
  page,
  context,
}) => {
  const [english, chinese] = PLACES;
  if (!english || !chinese) throw new Error('There are two languages.');
  await storeLanguage(page, english);
  await context.setOffline(true);
  await page.goto('/zh-cn/runbooks/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(offlineText.en.title);

  await context.setOffline(false);
  await storeLanguage(page, chinese);
  await context.setOffline(true);
  await page.goto('/zh-cn/runbooks/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    uiText['zh-cn']['runbooks.title'],
  );
});

test('a paste is not stored, and pasting asks for nothing', async ({ page, context }) => {
  const [english] = PLACES;
  if (!english) throw new Error('There is a language.');
  await storeLanguage(page, english);
  const box = await openTriage(page, english);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500);
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  await box.fill(readInput('oom-killed'));
  await expect(cardOf(page, 'oom-killed', english)).toBeVisible();
  expect(requests).toEqual([]);
  const stored = await page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) found.push(request.url);
    return found;
  });
  expect(
    stored.filter(
      (url) => !/^http:\/\/127\.0\.0\.1:\d+\/[\w/.-]*(?:\?__WB_REVISION__=[^&]+)?$/u.test(url),
    ),
  ).toEqual([]);
});

test('a browser that lets nothing be stored is told so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.goto('/offline/');
  await expect(page.locator('#offline-state')).toHaveText(offlineText.en.unsupported);
});

test('it can be removed, stays removed, and can be switched on again', async ({
  page,
  context,
}) => {
  const [english] = PLACES;
  if (!english) throw new Error('There is a language.');
  await storeLanguage(page, english);
  await page.getByRole('button', { name: offlineText.en.remove }).click();
  await expect(page.locator('#offline-state')).toHaveText(offlineText.en.off);
  const left = () =>
    page.evaluate(async () => [
      ...(await caches.keys()),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ]);
  expect(await left()).toEqual([]);
  await page.goto('/');
  await page.waitForTimeout(1500);
  expect(await left()).toEqual([]);

  await page.goto('/offline/');
  await page.getByRole('button', { name: offlineText.en.enable }).click();
  await expect(page.locator('#offline-state')).toHaveText(offlineText.en.ready, STORED);
  await context.setOffline(true);
  await page.goto('/runbooks/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(uiText.en['runbooks.title']);
});

test('a newer version is offered, taken over whole, and refused when it is mixed', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('site');
  cpSync(DIST, folder, { recursive: true });
  const server = createServer(sirv(folder, { dev: true }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const worker = join(folder, 'offline-worker.js');
  const index = join(folder, 'runbooks/index.html');
  const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');
  /** Publishes a page with another title; its hash is only right when the build said so. */
  const publish = (title: string, isBuilt: boolean) => {
    const before = readFileSync(index, 'utf8');
    const after = before.replace(/<title>.*?<\/title>/u, `<title>${title}</title>`);
    writeFileSync(index, after);
    const program = readFileSync(worker, 'utf8');
    const hash = isBuilt ? hashOf(after) : hashOf(title);
    const old = /runbooks\/\\*":\\*"([^"\\]+)/u.exec(program)?.[1] ?? '';
    expect(old, 'the hash of the page').toMatch(/^[\w+/]{43}=$/u);
    writeFileSync(worker, program.replace(old, hash));
  };
  const lookForUpdate = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
    });
  const note = page.getByText(offlineText.en.updated);

  try {
    await page.goto(`${origin}/offline/`);
    await expect(page.locator('#offline-state')).toHaveText(offlineText.en.ready, STORED);
    await page.goto(`${origin}/runbooks/`);
    const title = await page.title();

    publish('mixed', false);
    await lookForUpdate();
    await page.waitForTimeout(2000);
    await expect(note).toBeHidden();
    await page.reload();
    await expect(page, 'the old version stays whole').toHaveTitle(title);

    publish('newer', true);
    await page.waitForTimeout(1500);
    await lookForUpdate();
    await expect(note).toBeVisible(STORED);
    await expect(page).toHaveTitle(title);
    await page.getByRole('button', { name: offlineText.en.reload }).click();
    await expect(page).toHaveTitle('newer');
    await expect(note).toBeHidden();
  } finally {
    server.close();
  }
});
