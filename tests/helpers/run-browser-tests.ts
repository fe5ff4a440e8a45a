// Runs Playwright with a browser that works here and a port that is free. Arguments are passed on:
// npm run test:browser -- --headed tests/e2e/runbook.spec.ts
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { ensureBrowser } from './ensure-browser.ts';
import { requireSite } from './read-site.ts';
import { findFreePort } from './site-server.ts';

requireSite();
try {
  const env = {
    ...process.env,
    BROWSER_PATH: await ensureBrowser(),
    TEST_PORT: String(await findFreePort()),
  };
  console.log(`Browser: ${env.BROWSER_PATH}`);
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const { status } = spawnSync(process.execPath, [cli, 'test', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env,
  });
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
