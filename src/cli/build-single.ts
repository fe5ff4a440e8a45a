// Builds the single-file edition: triage, causes and lookup in both languages, opened from disk, no network.
// Usage: npm run build:single [-- --out dist-single/pod-triage.html]   (SITE and REPOSITORY_URL as for `npm run build`)
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { build } from 'vite';
import { LOCALES } from '../core/index.ts';
import { HTML_LANG, uiText } from '../i18n/index.ts';
import { singleText } from '../i18n/single.ts';
import { DATA_ID, packData } from '../single/data.ts';
import { readSingleData } from './single-data.ts';

const ROOT = join(import.meta.dirname, '../..');
/** What fits into a mail and onto any stick; bytes. */
const MAX_SIZE = 1_000_000;

/** Everything in two texts: one program, one style sheet. */
async function bundle(): Promise<{ program: string; styles: string }> {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(ROOT, 'src/single/main.tsx'),
        // Nothing can be loaded later from a file on disk.
        output: { format: 'es', codeSplitting: false },
      },
    },
  });
  let program = '';
  let styles = '';
  for (const { output } of [result].flat().flatMap((one) => ('output' in one ? [one] : [])))
    for (const file of output)
      if (file.type === 'chunk') program += file.code;
      else if (file.fileName.endsWith('.css')) styles += String(file.source);
  return { program, styles };
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
/** Packed, the words of the causes take a quarter of the room. */
const pack = (value: unknown) =>
  deflateRawSync(JSON.stringify(value), { level: 9 }).toString('base64');

const { values: options } = parseArgs({
  options: { out: { type: 'string', default: join(ROOT, 'dist-single/pod-triage.html') } },
});
const file = resolve(options.out);
const { program: bundled, styles } = await bundle();
// A program ends at the first `</script`, wherever it stands.
const program = bundled.replaceAll('</script', String.raw`<\/script`);
const policy = [
  "default-src 'none'",
  `script-src ${hashOf(program)}`,
  `style-src ${hashOf(styles)}`,
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');
const html = `<!doctype html>
<html lang="en" data-script>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>${uiText.en['site.name']}</title>
<meta name="description" content="${uiText.en['site.description']}">
<style>${styles}</style>
</head>
<body>
<noscript>${LOCALES.map((locale) => `<p lang="${HTML_LANG[locale]}">${singleText[locale].needsScript}</p>`).join('')}</noscript>
<script type="text/plain" id="${DATA_ID}">${pack(packData(readSingleData(process.env)))}</script>
<script type="module">${program}</script>
</body>
</html>
`;
const size = Buffer.byteLength(html);
if (size > MAX_SIZE) {
  console.error(`The single file has ${size} bytes; ${MAX_SIZE} are allowed.`);
  process.exitCode = 1;
} else {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, html);
  console.log(`${file}: ${Math.round(size / 1000)} kB`);
}
