// The configuration in deploy/ on the server that it is for. Debian and Ubuntu: apt-get install caddy.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIST, readDistFile } from '../helpers/read-site.ts';
import { findFreePort } from '../helpers/site-server.ts';
import { ask, expectMissing, MISSING } from './ask.ts';

const ROOT = join(import.meta.dirname, '../..');
const version = spawnSync('caddy', ['version'], { encoding: 'utf8' }).stdout as string | null;

/** The configuration as this version of Caddy knows it: 2.6, in Debian 12, writes no state without this option. */
function readConfiguration(): string {
  const text = readFileSync(join(ROOT, 'deploy/Caddyfile'), 'utf8');
  return /^v?2\.[0-6]\b/u.test(version ?? '')
    ? text.replace(/^\s*persist_config off$/mu, '')
    : text;
}

describe.skipIf(!version).each([{ base: '/' }, { base: '/triage/' }])(
  'Caddy below $base',
  ({ base }) => {
    let server: ChildProcess | undefined;
    let port = 0;
    const folder = mkdtempSync(join(tmpdir(), 'caddy-test-'));

    const get = (path: string, encoding = 'identity', headers = {}) =>
      ask(port, path, { 'Accept-Encoding': encoding, ...headers });

    async function untilAnswers(): Promise<void> {
      for (let tries = 0; tries < 100; tries += 1) {
        const status = await get('/healthz').then(
          (answer) => answer.status,
          () => undefined,
        );
        if (status === 200) return;
        await setTimeout(100);
      }
      throw new Error('Caddy does not answer.');
    }

    beforeAll(async () => {
      const file = join(folder, 'Caddyfile');
      writeFileSync(file, readConfiguration());
      port = await findFreePort();
      server = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], {
        stdio: 'ignore',
        env: {
          ...process.env,
          XDG_CONFIG_HOME: folder,
          XDG_DATA_HOME: folder,
          PORT: String(port),
          BASE_PATH: base,
          SITE_ROOT: DIST,
          HEADERS: join(ROOT, 'dist-server/headers.caddy'),
        },
      });
      await untilAnswers();
    });
    afterAll(() => {
      server?.kill();
      rmSync(folder, { recursive: true, force: true });
    });

    test('pages come packed, are asked for again each time, and keep their policy', async () => {
      const page = await get(base, 'br, gzip');
      expect(page.status).toBe(200);
      expect(page.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'br',
        'cache-control': 'no-cache',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        vary: 'Accept-Encoding',
      });
      expect(brotliDecompressSync(page.body).toString()).toBe(readDistFile('/'));
      expect(page.policies).toHaveLength(1);
      const [policy] = page.policies;
      for (const part of ["default-src 'none'", "connect-src 'none'", "frame-ancestors 'none'"])
        expect(policy).toContain(part);

      const again = await get(base, 'br', { 'If-None-Match': page.headers.etag });
      expect(again.status).toBe(304);
      const zipped = await get(`${base}zh-cn/`, 'gzip');
      expect(gunzipSync(zipped.body).toString()).toBe(readDistFile('/zh-cn/'));
      const plain = await get(`${base}runbooks/`);
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.policies).toEqual([expect.stringContaining("connect-src 'self'") as unknown]);
      expect(plain.body.toString()).toBe(readDistFile('/runbooks/'));
    });

    test('what has a hash in its name is kept for good, the offline worker is not', async () => {
      const [style = ''] = readdirSync(join(DIST, '_astro')).filter((one) => one.endsWith('.css'));
      const kept = await get(`${base}_astro/${style}`, 'br');
      expect(kept.headers['cache-control']).toContain('immutable');
      expect(kept.headers['content-type']).toContain('text/css');
      const worker = await get(`${base}offline-worker.js`);
      expect(worker.headers['cache-control']).toBe('no-cache');
      expect(worker.headers['content-type']).toContain('javascript');
      const manifest = await get(`${base}manifest.webmanifest`);
      expect(manifest.headers['content-type']).toMatch(/^application\/(?:manifest\+)?json/u);
    });

    test.each(MISSING)('%s is missing, in both languages and under the policy', async (path) => {
      expectMissing(await get(`${base}${path}`, 'gzip'), path);
    });

    test('an address without its last slash leads to the page', async () => {
      const { status, headers } = await get(`${base}runbooks`);
      expect(status).toBe(308);
      expect(new URL(headers.location ?? '', `http://host${base}`).pathname).toMatch(
        /\/runbooks\/$/u,
      );
    });

    test.runIf(base !== '/')('nothing is served above the base', async () => {
      expect((await get('/')).status).toBe(404);
      expect((await get('/runbooks/')).status).toBe(404);
    });
  },
);
