import type { APIRoute } from 'astro';
import { HTML_LANG, uiText } from '~/i18n/index.ts';
import { assetHref, homeHref, localePaths, sitePath, toLocale } from '~/lib/paths.ts';

export const getStaticPaths = localePaths;

/** What a system needs to install the site as a program, in the language of the page. */
export const GET: APIRoute = ({ params }) => {
  const locale = toLocale(params['locale']);
  const text = uiText[locale];
  return Response.json({
    id: homeHref(locale),
    name: text['site.name'],
    short_name: text['site.name'],
    description: text['site.description'],
    lang: HTML_LANG[locale],
    start_url: homeHref(locale),
    scope: sitePath('/'),
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#0b57c2',
    icons: [
      { src: assetHref('icon-192.png'), sizes: '192x192', type: 'image/png' },
      { src: assetHref('icon-512.png'), sizes: '512x512', type: 'image/png' },
      {
        src: assetHref('icon-maskable-512.png'),
        sizes: '512x512',
        type: 'image/png',
        purpose: 'maskable',
      },
    ],
  });
};
