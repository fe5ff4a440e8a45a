import type { APIRoute } from 'astro';
import { findRunbooksOfCode } from '~/lib/codes.ts';
import { loadContent } from '~/lib/content.ts';
import { codeHref } from '~/lib/paths.ts';

/** Every code of the lookup. Part of what others build on: fields are added, never renamed or taken away. */
export const GET: APIRoute = async () => {
  const { causes, causesOfCodes, codeGroups, findRunbook, runbookIds } = await loadContent();
  const runbooks = runbookIds.map((id) => ({ id, statuses: findRunbook(id, 'en').data.statuses }));
  const codes = codeGroups.flatMap((group) =>
    group.codes.map((code) => {
      const own = causesOfCodes[code.ref] ?? [];
      return {
        kind: code.kind,
        code: code.code,
        url: codeHref('en', code.ref),
        meaning: code.meaning,
        causes: own,
        runbooks: findRunbooksOfCode(
          code,
          own.flatMap((id) => causes[id]?.runbook ?? []),
          runbooks,
        ),
      };
    }),
  );
  return Response.json(codes);
};
