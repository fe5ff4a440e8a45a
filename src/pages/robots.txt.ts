import type { APIRoute } from 'astro';
import { sitePath } from '~/lib/paths.ts';

/** Everything may be read. Where the address of the site is known, its list of pages is named. */
export const GET: APIRoute = ({ site }) => {
  const map = site && `Sitemap: ${new URL(sitePath('/sitemap-index.xml'), site).href}\n`;
  return new Response(`User-agent: *\nAllow: /\n${map ?? ''}`);
};
