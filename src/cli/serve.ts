// Serves the built site as a host would: with the headers of `_headers` and the page for missing addresses.
// Usage: node src/cli/serve.ts [--port 4321] [--strict-port]
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sirv from 'sirv';
import { LOCALES } from '../core/index.ts';
import { parseHeaderRules } from '../lib/host-headers.ts';

const ROOT = join(import.meta.dirname, '../../dist');
const BASE = (process.env['BASE_PATH'] ?? '').replace(/\/+$/u, '');
const HOST = '127.0.0.1';
const PORTS_TO_TRY = 20;

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/** Whether someone answers there. Binding would not tell: another server may hold only the IPv6 side. */
function isTaken(candidate: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: 'localhost', port: candidate });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

async function findPort(first: number, strict: boolean): Promise<number> {
  for (let candidate = first; candidate < first + PORTS_TO_TRY; candidate += 1) {
    if (!(await isTaken(candidate))) return candidate;
    if (strict) fail(`Port ${candidate} is taken.`);
  }
  return fail(`The ports from ${first} on are taken: choose one with --port.`);
}

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '4321' },
    'strict-port': { type: 'boolean', default: false },
  },
});
if (!existsSync(join(ROOT, 'index.html')))
  fail('There is no built site: run `npm run build` first.');
const rules = parseHeaderRules(readFileSync(join(ROOT, '_headers'), 'utf8'));

/** Headers of all rules that fit; of a header that several give, the last one counts. */
function setHeaders(response: ServerResponse, path: string): void {
  for (const rule of rules)
    if (rule.below ? path.startsWith(rule.path) : path === rule.path)
      for (const [name, value] of rule.headers) response.setHeader(name, value);
}

const serve = sirv(ROOT, {
  dev: true, // Reads the folder anew, so that a second build is seen.
  // What `npm run prepare:server` packed, if it was run.
  brotli: true,
  gzip: true,
  setHeaders: (response, path) => {
    response.removeHeader('Cache-Control');
    setHeaders(response, path);
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-cache');
  },
  onNoMatch: (request, response) => {
    setHeaders(response, request.url ?? '/');
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
    const folder = LOCALES.find((locale) => request.url?.startsWith(`/${locale}/`)) ?? '';
    const nearest = join(ROOT, folder, '404.html');
    response.end(readFileSync(existsSync(nearest) ? nearest : join(ROOT, '404.html')));
  },
});
const port = await findPort(Number(options.port), options['strict-port']);
createServer((request, response) => {
  const url = request.url ?? '/';
  const isInside = url === BASE || url.startsWith(`${BASE}/`);
  // Nothing is served outside the base, and the header file is for hosts only.
  request.url = isInside && !url.endsWith('/_headers') ? url.slice(BASE.length) || '/' : '/404';
  serve(request, response);
}).listen(port, HOST, () => {
  console.log(`Pod Triage is at http://localhost:${port}${BASE}/`);
});
