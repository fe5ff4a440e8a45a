import type { APIRoute } from 'astro';
import { HTML_LANG, uiText } from '~/i18n/index.ts';
import { searchText } from '~/i18n/search.ts';
import { toOpenSearch } from '~/lib/opensearch.ts';
import { assetHref, localePaths, searchHref, toLocale } from '~/lib/paths.ts';

/** Only a site that knows its address has one: browsers take absolute addresses alone. */
export const getStaticPaths = () => (import.meta.env.SITE ? localePaths() : []);

export const GET: APIRoute = ({ params, site }) => {
  const locale = toLocale(params['locale']);
  const absolute = (href: string) => new URL(href, site).href;
  const text = toOpenSearch({
    name: uiText[locale]['site.name'],
    description: searchText[locale]['search.description'],
    language: HTML_LANG[locale],
    search: absolute(searchHref(locale)),
    icon: absolute(assetHref('favicon.svg')),
  });
  return new Response(text, {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
};
