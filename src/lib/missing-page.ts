import { existsSync, renameSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { LOCALES } from '../core/index.ts';

/**
 * Puts the page for missing addresses of each folder of a language to `404.html` in it, where hosts look for the nearest
 * one. Astro does so for the folder of the site only, and writes `404/index.html` for the others.
 */
export function missingPages(): AstroIntegration {
  return {
    name: 'missing-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        for (const locale of LOCALES) {
          const written = join(fileURLToPath(dir), locale, '404/index.html');
          if (!existsSync(written)) continue;
          renameSync(written, join(fileURLToPath(dir), locale, '404.html'));
          rmdirSync(dirname(written));
        }
      },
    },
  };
}
