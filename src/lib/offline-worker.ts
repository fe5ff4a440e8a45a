import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { findGroup, type OfflineFiles } from '../offline/files.ts';

const WORKER = fileURLToPath(new URL('../offline/worker.ts', import.meta.url));

/**
 * Bundles the service worker into `offline-worker.js`, with the hash of every built file in it.
 *
 * Must be the last integration: what is written to `dist` after it is not kept.
 */
export function offlineWorker(): AstroIntegration {
  return {
    name: 'offline-worker',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        await build({
          configFile: false,
          logLevel: 'warn',
          publicDir: false,
          define: {
            // A string is parsed faster than an object literal of this size.
            OFFLINE_FILES: `JSON.parse(${JSON.stringify(JSON.stringify(listOfflineFiles(folder)))})`,
            'process.env.NODE_ENV': '"production"',
          },
          build: {
            outDir: folder,
            emptyOutDir: false,
            target: 'es2022',
            lib: {
              entry: WORKER,
              formats: ['iife'],
              name: 'offlineWorker',
              fileName: () => 'offline-worker.js',
            },
          },
        });
      },
    },
  };
}

/** Every file below a folder that is kept for offline use, with its hash, by language. */
function listOfflineFiles(folder: string): OfflineFiles {
  const files: Record<keyof OfflineFiles, Record<string, string>> = {
    shared: {},
    en: {},
    'zh-cn': {},
  };
  for (const file of globSync('**/*', { cwd: folder }).sort()) {
    const path = file.replaceAll('\\', '/').replace(/(?:^|(?<=\/))index\.html$/u, '');
    const group = statSync(join(folder, file)).isFile() ? findGroup(path) : undefined;
    if (group)
      files[group][path] = createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('base64');
  }
  return files;
}
