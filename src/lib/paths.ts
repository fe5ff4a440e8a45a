import { LOCALES, type Locale } from '../core/index.ts';

/**
 * The one place that knows what a URL looks like. English is at `/`, Chinese at `/zh-cn/`.
 * Every path is below the configured base (`BASE_PATH` of the build).
 */
const BASE = import.meta.env.BASE_URL.replace(/\/+$/u, '');
const DEFAULT_LOCALE: Locale = 'en';

/** Puts a path that begins with `/` below the base. */
export function sitePath(path: string): string {
  return `${BASE}${path}`;
}

function localePath(locale: Locale, path: string): string {
  return sitePath(locale === DEFAULT_LOCALE ? path : `/${locale}${path}`);
}

/** The triage page. */
export function homeHref(locale: Locale): string {
  return localePath(locale, '/');
}

export function runbooksHref(locale: Locale): string {
  return localePath(locale, '/runbooks/');
}

export function runbookHref(locale: Locale, runbook: string): string {
  return localePath(locale, `/runbooks/${runbook}/`);
}

/** The section of a cause in its runbook: the anchor is the id of the cause. */
export function causeHref(locale: Locale, runbook: string, cause: string): string {
  return `${runbookHref(locale, runbook)}#${cause}`;
}

/** The list of all decision trees. */
export function treesHref(locale: Locale): string {
  return localePath(locale, '/trees/');
}

export function treeHref(locale: Locale, tree: string): string {
  return localePath(locale, `/trees/${tree}/`);
}

/** How the trees see their answers in a paste: a module. */
export function treeDataHref(): string {
  return sitePath('/trees/prefill.js');
}

/** The commands by purpose. */
export function commandsHref(locale: Locale): string {
  return localePath(locale, '/commands/');
}

/** The short texts on what runbooks lean on. */
export function explainersHref(locale: Locale): string {
  return localePath(locale, '/explainers/');
}

export function explainerHref(locale: Locale, explainer: string): string {
  return localePath(locale, `/explainers/${explainer}/`);
}

/** What the causes rest on; with a cause, the part about it. */
export function sourcesHref(locale: Locale, cause?: string): string {
  const path = localePath(locale, '/sources/');
  return cause === undefined ? path : `${path}#${cause}`;
}

/** The lookup of codes, for all kinds. */
export function lookupHref(locale: Locale): string {
  return localePath(locale, '/lookup/');
}

/** The page of one code, by its `<kind>/<slug>`. */
export function codeHref(locale: Locale, ref: string): string {
  return `${lookupHref(locale)}${ref}/`;
}

/** Which codes have a page: a module. */
export function codeDataHref(): string {
  return sitePath('/lookup/codes.js');
}

/** Data for other programs, the same in every language. */
export function apiHref(name: 'codes' | 'causes'): string {
  return sitePath(`/api/${name}.json`);
}

/** Search; `query` fills the box. */
export function searchHref(locale: Locale, query?: string): string {
  const path = localePath(locale, '/search/');
  return query === undefined ? path : `${path}?q=${encodeURIComponent(query)}`;
}

/** What browsers read to offer the search in their address bar; exists on a site that knows its address. */
export function openSearchHref(locale: Locale): string {
  return localePath(locale, '/opensearch.xml');
}

/** The feed of changes; exists on a site that knows its address. */
export function feedHref(locale: Locale): string {
  return localePath(locale, '/feed.xml');
}

/** What the matcher knows in a language, as a module. */
export function searchDataHref(locale: Locale): string {
  return sitePath(`/search/${locale}.js`);
}

/** The program and the index of the search over all pages. */
export function pagefindHref(): string {
  return sitePath('/pagefind/');
}

/** What stands before the path of every page of a language. */
export function localeBase(locale: Locale): string {
  return localePath(locale, '');
}

/** How triage answers the texts whose right answer is known. */
export function accuracyHref(locale: Locale): string {
  return localePath(locale, '/accuracy/');
}

/** What differs between two pastes. */
export function compareHref(locale: Locale): string {
  return localePath(locale, '/compare/');
}

/** What is kept for use without a network. */
export function offlineHref(locale: Locale): string {
  return localePath(locale, '/offline/');
}

/** What a system needs to install the site. */
export function manifestHref(locale: Locale): string {
  return localePath(locale, '/manifest.webmanifest');
}

/** The picture that is shown beside a link to the site. */
export function cardHref(locale: Locale): string {
  return assetHref(`card-${locale}.png`);
}

/** A file of `public/`. */
export function assetHref(name: string): string {
  return sitePath(`/${name}`);
}

/** `getStaticPaths` of a page under `pages/[...locale]/`: one path per language. */
export function localePaths(): {
  params: { locale: string | undefined };
  props: { locale: Locale };
}[] {
  return LOCALES.map((locale) => ({ params: { locale: localeParam(locale) }, props: { locale } }));
}

/** The same for a page of each id: a page `[...locale]/…/[id].astro`. */
export function idPaths(ids: readonly string[]): {
  params: { locale: string | undefined; id: string };
  props: { locale: Locale };
}[] {
  return ids.flatMap((id) =>
    localePaths().map(({ params, props }) => ({ params: { ...params, id }, props })),
  );
}

/** The value of `[...locale]`: English has none. */
function localeParam(locale: Locale): string | undefined {
  return locale === DEFAULT_LOCALE ? undefined : locale;
}

/** The language of a value of `[...locale]`. */
export function toLocale(param: string | undefined): Locale {
  return LOCALES.find((locale) => locale === param) ?? DEFAULT_LOCALE;
}
