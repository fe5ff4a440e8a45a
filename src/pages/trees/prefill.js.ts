import type { APIRoute } from 'astro';
import type { PrefillTree } from '~/core/tree/prefill.ts';
import { loadContent } from '~/lib/content.ts';

/**
 * What triage needs to answer questions of the trees from a paste, without any words: as a module, because the page
 * that takes a paste forbids every request but may load a script of the site. Loaded when the reader asks for it.
 */
export const GET: APIRoute = async () => {
  const { trees } = await loadContent();
  const packed = Object.fromEntries(
    Object.entries(trees).map(([id, { start, questions }]) => [
      id,
      {
        start,
        questions: Object.fromEntries(
          Object.entries(questions).map(([question, { answers }]) => [
            question,
            {
              answers: answers.map(({ id: answer, from, goto, tree }) => ({
                id: answer,
                from,
                goto,
                tree,
              })),
            },
          ]),
        ),
      },
    ]),
  ) satisfies Record<string, PrefillTree>;
  return new Response(`export const trees = ${JSON.stringify(packed)};\n`, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
};
