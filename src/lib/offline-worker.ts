import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import {
  findGroup,
  findPack,
  toPackPath,
  type FileGroup,
  type OfflineFiles,
  type PackKind,
} from '../offline/files.ts';

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

/** Every file below a folder that is kept for offline use, with its hash, by language. Writes the packs. */
function listOfflineFiles(folder: string): OfflineFiles {
  const files: Record<FileGroup, Record<string, string>> = { shared: {}, en: {}, 'zh-cn': {} };
  const packs = new Map<FileGroup, Pack>();
  for (const file of globSync('**/*', { cwd: folder }).sort()) {
    const path = file.replaceAll('\\', '/').replace(/(?:^|(?<=\/))index\.html$/u, '');
    const group = statSync(join(folder, file)).isFile() ? findGroup(path) : undefined;
    if (!group) continue;
    const content = readFileSync(join(folder, file));
    const kind = findPack(path);
    if (kind) {
      const pack = packs.get(group) ?? makePack();
      packs.set(group, pack);
      addToPack(pack, kind, path, content);
    } else files[group][path] = toHash(content);
  }
  for (const [group, { index, contents }] of packs)
    for (const [kind, content] of [
      ['json', Buffer.from(JSON.stringify(index))],
      ['txt', Buffer.concat(contents.txt)],
      ['bin', Buffer.concat(contents.bin)],
    ] as const) {
      const path = toPackPath(group, kind);
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
      files[group][path] = toHash(content);
    }
  return files;
}

interface Pack {
  readonly index: Record<PackKind, Record<string, readonly [begin: number, end: number]>>;
  readonly contents: Record<PackKind, Buffer[]>;
  readonly sizes: Record<PackKind, number>;
}

function makePack(): Pack {
  return {
    index: { txt: {}, bin: {} },
    contents: { txt: [], bin: [] },
    sizes: { txt: 0, bin: 0 },
  };
}

function addToPack({ index, contents, sizes }: Pack, kind: PackKind, path: string, one: Buffer) {
  const begin = sizes[kind];
  sizes[kind] += one.length;
  index[kind][path] = [begin, sizes[kind]];
  contents[kind].push(one);
}

function toHash(content: Buffer): string {
  return createHash('sha256').update(content).digest('base64');
}
