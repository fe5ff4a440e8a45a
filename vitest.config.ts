import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '~': fileURLToPath(new URL('src', import.meta.url)) };

export default defineConfig({
  test: {
    reporters: ['default', 'json'],
    projects: [
      // What needs only the source: pure functions, schemas, content, fixtures.
      // They leave nothing behind, so they share a thread and what it has loaded; that halves their time.
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
          // Never a measure of speed: a machine that does other work is slow.
          testTimeout: 60_000,
        },
      },
      // What can be seen only on the built site.
      { resolve: { alias }, test: { name: 'site', include: ['tests/site/**/*.test.ts'] } },
      // What serves the built site: manifests, and a real server where it is installed.
      {
        resolve: { alias },
        test: {
          name: 'deploy',
          include: ['tests/deploy/**/*.test.ts'],
          globalSetup: 'tests/deploy/prepare.ts',
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
