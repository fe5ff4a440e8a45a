// What the documents say of the project is so.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { searchFiguresSchema } from '../../../src/schemas/search-figures.ts';
import { renewFigures } from '../../helpers/readme-figures.ts';
import { FIGURES, hashQueries } from '../../search/files.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'DECISIONS.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'content/README.md',
  'src/README.md',
  'tests/README.md',
];
test('every dependency has its reason in DECISIONS.md', () => {
  const decisions = read('DECISIONS.md');
  const names = Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies });
  expect(names.filter((name) => !decisions.includes(`\`${name}`))).toEqual([]);
});

test('the figures of the README are those of the test cases', () => {
  const readme = read('README.md');
  expect(renewFigures(readme), 'run `npm run figures`').toBe(readme);
});

test('the figures of the search are those of its queries', () => {
  const { queries } = searchFiguresSchema.parse(JSON.parse(readFileSync(FIGURES, 'utf8')));
  expect(queries, 'run `npm run build && npm run search:quality -- --write`').toBe(hashQueries());
});

test.each(DOCUMENTS)('%s names no script that is not there', (file) => {
  const named = [...read(file).matchAll(/\bnpm run (?:--silent )?(?<name>[a-z][a-z:]*)/gu)]
    .map(({ groups }) => groups?.['name'] ?? '')
    .filter((name) => !Object.hasOwn(packageJson.scripts, name));
  expect(named).toEqual([]);
});

test.each(DOCUMENTS)('%s links to files that are there', (file) => {
  const links = [...read(file).matchAll(/\]\(([^)#\s:]+)(?:#[^)]*)?\)|(?:src|srcset)="([^":]+)"/gu)]
    .map(([, link, source]) => link ?? source ?? '')
    // Samples of texts for the site have addresses of the site.
    .filter((link) => !link.startsWith('/'));
  expect(links.filter((link) => !existsSync(join(ROOT, dirname(file), link)))).toEqual([]);
});

test('every folder of src has its boundaries in CONTRIBUTING.md and its purpose in src/README.md', () => {
  const table = read('CONTRIBUTING.md');
  const purposes = read('src/README.md');
  const folders = [...read('eslint.config.mjs').matchAll(/\bboundary\(\s*'([a-z]+)'/gu)].map(
    ([, name = '']) => name,
  );
  expect(folders).not.toEqual([]);
  expect(folders.filter((name) => !table.includes(`\`src/${name}\``))).toEqual([]);
  expect(folders.filter((name) => !purposes.includes(`\`${name}\``))).toEqual([]);
});
