import type { APIRoute } from 'astro';
import { loadContent } from '~/lib/content.ts';
import { SHOWN_CODE_KINDS } from '~/report/summary.ts';

/**
 * Which codes of an output have a page, and the last part of its address, by kind: as a module, because the page that
 * takes a paste forbids every request but may load a script of the site. Loaded when the reader asks what was read.
 */
export const GET: APIRoute = async () => {
  const { codeGroups } = await loadContent();
  const all = codeGroups.flatMap((group) => group.codes);
  const codes = Object.fromEntries(
    SHOWN_CODE_KINDS.map((kind) => [
      kind,
      Object.fromEntries(
        all
          .filter((code) => code.kind === kind)
          .map(({ code, ref }) => [code, ref.slice(kind.length + 1)]),
      ),
    ]),
  );
  return new Response(`export const codes = ${JSON.stringify(codes)};\n`, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
};
