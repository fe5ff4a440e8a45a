// Makes the built site ready for the server in deploy/: every text also packed with Brotli and gzip beside it, and the
// headers as Caddy and nginx read them in dist-server/. Usage: npm run build && npm run prepare:server
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { parseHeaderRules, toCaddyHeaders, toNginxHeaders } from '../lib/host-headers.ts';

const ROOT = join(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');
const OUT = join(ROOT, 'dist-server');
/** Pictures and Pagefind's files are packed already. */
const TEXT = /\.(?:html|css|js|json|svg|txt|xml|webmanifest)$/u;
/** Packing gains nothing on what fits into one packet. */
const MIN_SIZE = 1000;

if (!existsSync(join(DIST, 'index.html'))) {
  console.error('There is no built site: run `npm run build` first.');
  process.exit(1);
}
/** Packing takes a while, and a file that was not built anew is packed already. */
function isPacked(file: string): boolean {
  const packed = `${file}.gz`;
  return existsSync(packed) && statSync(packed).mtimeMs >= statSync(file).mtimeMs;
}

let count = 0;
for (const name of globSync('**/*', { cwd: DIST }).filter((one) => TEXT.test(one))) {
  const file = join(DIST, name);
  if (isPacked(file)) continue;
  const content = readFileSync(file);
  if (content.length < MIN_SIZE) continue;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  count += 1;
}
mkdirSync(OUT, { recursive: true });
const rules = parseHeaderRules(readFileSync(join(DIST, '_headers'), 'utf8'));
writeFileSync(join(OUT, 'headers.caddy'), toCaddyHeaders(rules));
const nginx = toNginxHeaders(rules, process.env['BASE_PATH'] ?? '/');
writeFileSync(join(OUT, 'nginx-maps.conf'), nginx.maps);
writeFileSync(join(OUT, 'nginx-headers.conf'), nginx.headers);
console.log(`${count} files packed; headers for Caddy and nginx in dist-server/`);
