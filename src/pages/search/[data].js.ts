import type { APIRoute } from 'astro';
import { LOCALES, type Locale } from '~/core/index.ts';
import { searchText, toSearchText } from '~/i18n/search.ts';
import { loadContent } from '~/lib/content.ts';
import { localeBase } from '~/lib/paths.ts';
import { packCatalogue } from '~/search/packed.ts';

export const getStaticPaths = () => LOCALES.map((locale) => ({ params: { data: locale } }));

/**
 * What the matcher knows, as a module: pages that forbid every request may still load a script of the site. The build
 * adds the other pages, once they are written (`lib/search-index.ts`).
 */
export const GET: APIRoute = async ({ params }) => {
  const locale = params['data'] as Locale;
  const { runbookIds, findRunbook, findRunbookAliases, findRunbookCauses } = await loadContent();
  const runbooks = runbookIds.map((id) => {
    const { title, statuses } = findRunbook(id, locale).data;
    return { id, title, codes: statuses, phrases: findRunbookAliases(id)[locale] };
  });
  const catalogue = packCatalogue(
    localeBase(locale),
    runbooks,
    // Those of one runbook share words: side by side they are smaller.
    runbookIds.flatMap(findRunbookCauses).map(([id, { runbook, title, codes, aliases, rule }]) => ({
      id,
      runbook,
      title: title[locale],
      codes,
      phrases: aliases[locale],
      rule,
    })),
  );
  const parts = { catalogue, text: toSearchText(searchText[locale]) };
  const module = Object.entries(parts)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
    .join('');
  return new Response(module, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
};
