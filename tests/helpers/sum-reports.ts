// Prints "N passed, N failed" over the reports of all test runs. Argument: the exit code of the test command.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
  };
}

const FOLDER = join(import.meta.dirname, '../../reports');

function readReport(name: string): unknown {
  const file = join(FOLDER, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

const vitest = ['unit.json', 'site.json', 'deploy.json']
  .map((name) => readReport(name) as VitestReport | undefined)
  .filter((report) => report !== undefined);
const stats = (readReport('browser.json') as PlaywrightReport | undefined)?.stats;

const passed =
  vitest.reduce((sum, report) => sum + report.numPassedTests, 0) +
  (stats ? stats.expected + stats.flaky : 0);
let failed =
  vitest.reduce((sum, report) => sum + report.numFailedTests, 0) + (stats?.unexpected ?? 0);
// Format, lint, types, the build, or a test file that did not load: one failure that no report counts.
if (process.argv[2] !== '0' && failed === 0) failed = 1;
if (passed === 0 && failed === 0) failed = 1;

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
