// The pictures of the README: the built triage page with an answer, light and dark.
// Usage: npm run build && npm run pictures
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { SWITCHED_OFF } from '../../src/offline/messages.ts';
import { BROWSER_ARGS, ensureBrowser } from './ensure-browser.ts';
import { startSiteServer } from './site-server.ts';
import { ENGLISH, openTriage, readInput, verdictOf } from './triage-page.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, '.github/pictures');
const CASE = 'oom-killed';
const SIZE = { width: 1080, height: 660 };
/** In per cent; letters stay sharp, and a picture stays below 60 kB. */
const QUALITY = 70;

/** Playwright knows no WebP, Chromium does. */
async function takePicture(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
  });
  return Buffer.from(data, 'base64');
}

const { origin, stop } = await startSiteServer();
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: [...BROWSER_ARGS],
});
try {
  mkdirSync(FOLDER, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({
      baseURL: origin,
      viewport: SIZE,
      colorScheme,
      reducedMotion: 'reduce',
      storageState: {
        cookies: [],
        origins: [{ origin, localStorage: [{ name: SWITCHED_OFF, value: '' }] }],
      },
    });
    const box = await openTriage(page, ENGLISH);
    await box.fill(readInput(CASE));
    await verdictOf(page).waitFor();
    const picture = await takePicture(page);
    const file = join(FOLDER, `triage-${colorScheme}.webp`);
    writeFileSync(file, picture);
    console.log(`${file}: ${Math.round(picture.length / 1000)} kB`);
    await page.close();
  }
} finally {
  await browser.close();
  stop();
}
