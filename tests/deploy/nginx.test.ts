// The configuration of deploy/nginx.conf on nginx itself. Debian and Ubuntu: apt-get install nginx.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseHeaderRules, toNginxHeaders } from '../../src/lib/host-headers.ts';
import { DIST, readDistFile } from '../helpers/read-site.ts';
import { findFreePort } from '../helpers/site-server.ts';
import { ask, expectMissing, MISSING } from './ask.ts';

const ROOT = join(import.meta.dirname, '../..');
const MIME_TYPES = '/etc/nginx/mime.types';
const isInstalled = spawnSync('nginx', ['-v']).status === 0 && existsSync(MIME_TYPES);

describe.skipIf(!isInstalled).each([{ base: '/' }, { base: '/triage/' }])(
  'nginx below $base',
  ({ base }) => {
    const folder = mkdtempSync(join(tmpdir(), 'nginx-test-'));
    let server: ChildProcess | undefined;
    let port = 0;
    const get = (path: string, encoding = 'identity', headers = {}) =>
      ask(port, path, { 'Accept-Encoding': encoding, ...headers });

    beforeAll(async () => {
      // As prepare:server writes them with this BASE_PATH.
      const rules = parseHeaderRules(readDistFile('/_headers'));
      const { maps, headers } = toNginxHeaders(rules, base);
      writeFileSync(join(folder, 'nginx-maps.conf'), maps);
      writeFileSync(join(folder, 'nginx-headers.conf'), headers);
      port = await findFreePort();
      const site = base === '/' ? DIST : join(folder, 'site');
      if (base !== '/') {
        mkdirSync(site);
        symlinkSync(DIST, join(site, base.replaceAll('/', '')));
      }
      const text = readFileSync(join(ROOT, 'deploy/nginx.conf'), 'utf8')
        .replaceAll('/etc/nginx/conf.d/pod-triage', folder)
        .replace('listen 8080', `listen 127.0.0.1:${String(port)}`)
        .replaceAll('/srv/pod-triage', site)
        .replaceAll(/(?<=404 |location )\/(?=404|zh-cn)/gu, base);
      const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${join(folder, name)};`)
        .join('\n');
      const file = join(folder, 'nginx.conf');
      writeFileSync(
        file,
        `${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${join(folder, 'pid')};
daemon off;
events {}
http {
access_log off;
${places}
${text}
}
`,
      );
      server = spawn('nginx', ['-p', folder, '-e', join(folder, 'error.log'), '-c', file], {
        stdio: 'ignore',
      });
      for (let tries = 0; tries < 100; tries += 1) {
        if (await get(base).then(Boolean, () => false)) return;
        await setTimeout(100);
      }
      throw new Error(`nginx does not answer: ${readFileSync(join(folder, 'error.log'), 'utf8')}`);
    });
    afterAll(() => {
      server?.kill();
      rmSync(folder, { recursive: true, force: true });
    });

    test('pages come packed, are asked for again each time, and keep their policy', async () => {
      const page = await get(`${base}?q=1`, 'br, gzip');
      expect(page.status).toBe(200);
      expect(page.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'gzip',
        'cache-control': 'no-cache',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        vary: 'Accept-Encoding',
      });
      expect(gunzipSync(page.body).toString()).toBe(readDistFile('/'));
      const [policy, ...more] = page.policies;
      expect(more).toEqual([]);
      for (const part of ["default-src 'none'", "connect-src 'none'", "frame-ancestors 'none'"])
        expect(policy).toContain(part);

      const again = await get(base, 'gzip', { 'If-None-Match': page.headers.etag });
      expect(again.status).toBe(304);
      const plain = await get(`${base}runbooks/`);
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.policies).toEqual([expect.stringContaining("connect-src 'self'") as unknown]);
      expect(plain.body.toString()).toBe(readDistFile('/runbooks/'));
    });

    test('what has a hash in its name is kept for good, the offline worker is not', async () => {
      const [style = ''] = readdirSync(join(DIST, '_astro')).filter((one) => one.endsWith('.css'));
      const kept = await get(`${base}_astro/${style}`, 'gzip');
      expect(kept.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(kept.headers['content-type']).toContain('text/css');
      const worker = await get(`${base}offline-worker.js`);
      expect(worker.headers['cache-control']).toBe('no-cache');
      expect(worker.headers['content-type']).toContain('javascript');
      const manifest = await get(`${base}manifest.webmanifest`);
      expect(manifest.headers['content-type']).toMatch(/^application\/manifest\+json/u);
      const api = await get(`${base}api/codes.json`);
      expect(api.headers['access-control-allow-origin']).toBe('*');
    });

    test.each(MISSING)('%s is missing, in both languages and under the policy', async (path) => {
      expectMissing(await get(`${base}${path}`, 'gzip'), path);
    });

    test('an address without its last slash leads to the page', async () => {
      const { status, headers } = await get(`${base}runbooks`);
      expect(status).toBe(301);
      expect(headers.location).toBe(`${base}runbooks/`);
    });
  },
);
