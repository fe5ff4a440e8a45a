import { appendFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { LOCALES, type Locale } from '../core/index.ts';
import { HTML_LANG } from '../i18n/index.ts';
import { NAME, NEXT, toSlug, type PackedPages } from '../search/packed.ts';
import { splitPage, type PageSection, type SplitPage } from './page-sections.ts';

/** Of Pagefind only its program and its index are needed; the rest are user interfaces. */
const WANTED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\..*|.*\.pf_\w+)$/u;
/** What a word counts; Pagefind's scale ends at 10. */
const WEIGHTS = { heading: 8, code: 3 } as const;

interface BuiltPage extends SplitPage {
  readonly locale: Locale;
  /** As in the address bar, without base and language: `/runbooks/probe/`. */
  readonly path: string;
  /** The same with base and language. */
  readonly href: string;
}

/**
 * Writes what the search knows, from the built pages: new kinds of pages need no change here.
 *
 * Every section with an anchor becomes a result of its own. Titles of pages that are not in the catalogue are added to
 * the data of the matcher; the text of all of them goes to Pagefind, one index for each language.
 */
export function searchIndex(): AstroIntegration {
  let base = '';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/+$/u, '');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const pages = readPages(folder, base);
        for (const locale of LOCALES) {
          const own = pages.filter((page) => page.locale === locale);
          appendFileSync(
            join(folder, 'search', `${locale}.js`),
            `export const pages = ${JSON.stringify(packPages(own))};\n`,
          );
        }
        const count = await writePagefind(join(folder, 'pagefind'), pages);
        logger.info(`${count} sections of ${pages.length} pages can be found.`);
      },
    },
  };
}

function readPages(folder: string, base: string): BuiltPage[] {
  return globSync('**/*.html', { cwd: folder })
    .sort()
    .flatMap((file): BuiltPage[] => {
      const split = splitPage(readFileSync(join(folder, file), 'utf8'));
      const locale = LOCALES.find((one) => HTML_LANG[one] === split?.language);
      if (!split || !locale) return [];
      const address = `/${file.replaceAll('\\', '/').replace(/index\.html$/u, '')}`;
      const path = address.replace(new RegExp(`^/${locale}/`, 'u'), '/');
      return [{ ...split, locale, path, href: `${base}${address}` }];
    });
}

/** Pages that the matcher knows already, and those that are no answer to anything. */
const NOT_NAMED = /^\/(?:$|search\/|offline\/|runbooks\/.)/u;

/** What the matcher gets to know of the pages that are not in the catalogue: where they are, and their titles. */
function packPages(pages: readonly Pick<BuiltPage, 'path' | 'title'>[]): PackedPages {
  const folders = new Map<string, string[]>();
  for (const { path, title } of pages) {
    if (NOT_NAMED.test(path)) continue;
    const [, folder = '/', name = ''] = /^(.*\/)([^/]+)\/$/u.exec(path) ?? [];
    const lines = folders.get(folder) ?? [];
    folders.set(folder, lines);
    if (title.includes(NEXT) || title.includes(NAME))
      throw new Error(`The title of ${path} may hold neither ${NEXT} nor ${NAME}.`);
    lines.push(name === toSlug(title) ? title : `${title}${NAME}${name}`);
  }
  return Object.fromEntries([...folders].map(([folder, lines]) => [folder, lines.join(NEXT)]));
}

/** A small page for one section, as plain as possible: what Pagefind makes of elements is not what a reader sees. */
function toDocument(language: string, parent: string, { title, words }: PageSection): string {
  const weighed = words.map(({ role, text }) =>
    role === 'prose'
      ? escapeHtml(text)
      : `<span data-pagefind-weight="${WEIGHTS[role]}">${escapeHtml(text)}</span>`,
  );
  const meta = (name: string, value: string) =>
    `<meta data-pagefind-meta="${name}[content]" content="${escapeHtml(value)}">`;
  return `<!doctype html><html lang="${language}"><head>${meta('title', title)}${
    parent === title ? '' : meta('parent', parent)
  }</head><body>${weighed.join(' ')}</body></html>`;
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&#34;').replaceAll('<', '&lt;');

async function writePagefind(folder: string, pages: readonly BuiltPage[]): Promise<number> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind does not start: ${errors.join(', ')}`);
  let count = 0;
  for (const { language, title: parent, href, path, sections } of pages) {
    if (path === '/' || path === '/search/') continue;
    for (const section of sections) {
      const { errors: wrong } = await index.addHTMLFile({
        url: section.anchor === '' ? href : `${href}#${section.anchor}`,
        content: toDocument(language, parent, section),
      });
      if (wrong.length > 0) throw new Error(`Pagefind refuses ${href}: ${wrong.join(', ')}`);
      count += 1;
    }
  }
  const { files } = await index.getFiles();
  for (const { path, content } of files) {
    if (!WANTED.test(path.replace(/^.*\//u, ''))) continue;
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  await close();
  return count;
}
