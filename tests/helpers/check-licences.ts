// The licences of all packages, counted, and those that do not suit ours. Ends with 1 when there is one.
// Usage: npm run licences
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly license?: string; readonly dev?: boolean }>
  >;
}

/** None of these asks for more than being named. */
const SUITABLE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
  'CC-BY-3.0',
  'CC-BY-4.0',
]);
/** Tools that are used and not shipped, unchanged: their terms end where their files do. */
const SUITABLE_TOOLS = new Set([
  'CC BY-SA 4.0',
  'EPL-2.0',
  'LGPL-3.0-or-later',
  'MPL-2.0',
  'WTFPL',
]);
/** Their package.json names none, the file beside it does. */
const NAMED_ELSEWHERE: Readonly<Record<string, string>> = { khroma: 'MIT' };

/** An expression suits when one of its alternatives does, with all of its parts. */
function suits(expression: string, isTool: boolean): boolean {
  return expression
    .replaceAll(/[()]/gu, '')
    .split(' OR ')
    .some((alternative) =>
      alternative
        .split(' AND ')
        .every((name) => SUITABLE.has(name) || (isTool && SUITABLE_TOOLS.has(name))),
    );
}

const lock = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8'),
) as Lock;
const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, { version = '', license, dev = false }]) => ({
    name: path.replace(/^.*node_modules\//u, ''),
    path,
    version,
    license,
    dev,
  }))
  .map(({ name, path, version, license, dev }) => ({
    name: `${name} ${version}`,
    license: license ?? NAMED_ELSEWHERE[name] ?? 'none named',
    // What Astro packs pictures and styles with are tools, too.
    isTool: dev || /node_modules\/(?:@img\/|lightningcss)/u.test(path),
  }));
const counts = new Map<string, number>();
for (const { license } of packages) counts.set(license, (counts.get(license) ?? 0) + 1);
for (const [license, count] of [...counts].sort(([, a], [, b]) => b - a))
  console.log(`${String(count).padStart(5)}  ${license}`);
const unsuitable = packages.filter(({ license, isTool }) => !suits(license, isTool));
for (const { name, license } of unsuitable) console.error(`${name}: ${license}`);
process.exitCode = unsuitable.length === 0 ? 0 : 1;
