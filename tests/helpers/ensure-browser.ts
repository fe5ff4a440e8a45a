import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from '@playwright/test';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
/** A download that cannot work fails within seconds; one that is slow may take its time. */
const CONNECT_TIMEOUT_MS = 10_000;
const DOWNLOAD_TIMEOUT_MS = 300_000;
const START_TIMEOUT_MS = 30_000;

/** Nothing but the page under test, and no traffic of the browser's own. */
export const BROWSER_ARGS: readonly string[] = [
  // Chromium's sandbox does not work for root, which is what containers run as.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Finds a Chromium that starts, and gets one when there is none.
 *
 * @returns The path of its program.
 * @throws With one sentence for the reader when there is no way.
 */
export async function ensureBrowser(): Promise<string> {
  const own = chromium.executablePath();
  if (await starts(own)) return own;

  const system = findOnPath(SYSTEM_NAMES);
  if (!existsSync(own) && downloadOwn() && (await starts(own))) return own;
  if (system !== undefined && (await starts(system))) return system;

  if (installPackage()) {
    const installed = findOnPath(SYSTEM_NAMES);
    if (installed !== undefined && (await starts(installed))) return installed;
  }
  throw new Error(
    'The browser tests need Chromium: run `npx playwright install --with-deps chromium`, or install your system’s package `chromium`.',
  );
}

/** A program that is there may still lack libraries, so it is tried. */
async function starts(executablePath: string): Promise<boolean> {
  if (!existsSync(executablePath)) return false;
  try {
    const browser = await chromium.launch({
      executablePath,
      args: [...BROWSER_ARGS],
      timeout: START_TIMEOUT_MS,
    });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

function findOnPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

function downloadOwn(): boolean {
  console.log('Downloading Chromium for the browser tests…');
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const { status } = spawnSync(process.execPath, [cli, 'install', '--no-shell', 'chromium'], {
    stdio: 'ignore',
    timeout: DOWNLOAD_TIMEOUT_MS,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: String(CONNECT_TIMEOUT_MS) },
  });
  if (status !== 0)
    console.log('The download did not work; looking for a Chromium on this machine.');
  return status === 0;
}

/** Debian and Ubuntu, as root: what a container in CI is. */
function installPackage(): boolean {
  if (process.getuid?.() !== 0 || !isDebian()) return false;
  console.log('Installing the package chromium…');
  try {
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']])
      execFileSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    return true;
  } catch {
    return false;
  }
}

function isDebian(): boolean {
  try {
    return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/mu.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
