import { defineConfig } from '@playwright/test';
import { SWITCHED_OFF } from './src/offline/messages.ts';
import { BROWSER_ARGS } from './tests/helpers/ensure-browser.ts';

const port = process.env['TEST_PORT'] ?? '4399';
const executablePath = process.env['BROWSER_PATH'];
const baseURL = `http://127.0.0.1:${port}`;

// `npm run test:browser` chooses the browser and the port. The site must be built.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'reports/browser.json' }]],
  use: {
    baseURL,
    // The reader's own switch: pages are not stored while something else is tested.
    storageState: {
      cookies: [],
      origins: [{ origin: baseURL, localStorage: [{ name: SWITCHED_OFF, value: '' }] }],
    },
    trace: 'retain-on-failure',
    launchOptions: { args: [...BROWSER_ARGS], ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: `node src/cli/serve.ts --port ${port} --strict-port`,
    url: `${baseURL}/`,
    reuseExistingServer: false,
  },
});
