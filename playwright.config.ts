import { defineConfig } from '@playwright/test';
import { SWITCHED_OFF } from './src/offline/messages.ts';
import { BROWSER_ARGS } from './tests/helpers/ensure-browser.ts';

const port = process.env['TEST_PORT'] ?? '4399';
/** Firefox and WebKit where Playwright has installed them: .github/workflows/weekly.yml. */
const NAMES = ['chromium', 'firefox', 'webkit'] as const;
const browserName = NAMES.find((name) => name === process.env['BROWSER_NAME']) ?? 'chromium';
const executablePath = process.env['BROWSER_PATH'];
const baseURL = `http://127.0.0.1:${port}`;

// `npm run test:browser` chooses the browser and the port. The site must be built.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // What works only at the second try is listed as flaky: a defect to be looked for, not one to be hidden.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: 'reports/browser.json' }]],
  use: {
    baseURL,
    browserName,
    // The reader's own switch: pages are not stored while something else is tested.
    storageState: {
      cookies: [],
      origins: [{ origin: baseURL, localStorage: [{ name: SWITCHED_OFF, value: '' }] }],
    },
    trace: 'retain-on-failure',
    launchOptions: {
      args: browserName === 'chromium' ? [...BROWSER_ARGS] : [],
      ...(executablePath ? { executablePath } : {}),
    },
  },
  webServer: {
    command: `node src/cli/serve.ts --port ${port} --strict-port`,
    url: `${baseURL}/`,
    reuseExistingServer: false,
  },
});
