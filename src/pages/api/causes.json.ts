import type { APIRoute } from 'astro';
import { loadContent } from '~/lib/content.ts';
import { causeHref } from '~/lib/paths.ts';

/** Every cause of the catalogue. Part of what others build on: fields are added, never renamed or taken away. */
export const GET: APIRoute = async () => {
  const { causes } = await loadContent();
  return Response.json(
    Object.entries(causes).map(([id, { runbook, title, summary }]) => ({
      id,
      runbook,
      url: causeHref('en', runbook, id),
      title,
      summary,
    })),
  );
};
