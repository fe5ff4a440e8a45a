// Lists where the built site links to, for a person or a link checker: the checks never fetch.
// Usage: npm run build && npm run links
import { attribute, findAll, readSite, requireSite } from './read-site.ts';

requireSite();
const pagesOf = new Map<string, Set<string>>();
for (const page of readSite())
  for (const link of findAll(page, 'a')) {
    const href = attribute(link, 'href') ?? '';
    if (!href.startsWith('https://')) continue;
    const pages = pagesOf.get(href) ?? new Set();
    pagesOf.set(href, pages.add(page.path));
  }
for (const [href, pages] of [...pagesOf].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${href}\t${[...pages].join(' ')}`);
