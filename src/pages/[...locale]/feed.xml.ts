import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { toFeed } from '~/lib/feed.ts';
import { localeBase, localePaths, toLocale } from '~/lib/paths.ts';

/** Only a site that knows its address has one: feeds take absolute addresses alone. */
export const getStaticPaths = () => (import.meta.env.SITE ? localePaths() : []);

export const GET: APIRoute = async ({ params, site }) => {
  const locale = toLocale(params['locale']);
  const changes = (await getCollection('changes')).map(({ data }) => data);
  return rss(toFeed(changes, locale, (path) => new URL(`${localeBase(locale)}${path}`, site).href));
};
