import {
  edgeName,
  questionNode,
  targetNode,
  type TreeAnswer,
  type TreeStep,
} from '../core/tree/index.ts';

/** Id of the drawing in the page. */
export const DRAWING_ID = 'tree-drawing';

/** Marks the path in the drawing of the page, and what is shown now, which it moves to the middle of its frame. */
export function markPath(
  before: readonly TreeStep<TreeAnswer<string, readonly string[]>>[],
  shown: string | undefined,
): void {
  const drawing = document.getElementById(DRAWING_ID);
  if (!drawing) return;
  const edges = new Set<string>();
  const nodes = new Set<string>();
  let last = shown === undefined ? undefined : questionNode(shown);
  for (const { question, answer } of before) {
    const from = questionNode(question);
    const to = targetNode(question, answer);
    nodes.add(from);
    edges.add(edgeName(from, to));
    if (shown === undefined) last = to;
  }
  for (const part of drawing.querySelectorAll<SVGElement>('[data-node], [data-edge]')) {
    const { node, edge } = part.dataset;
    const isCurrent = node !== undefined && node === last;
    part.classList.toggle(
      'taken',
      (node !== undefined && nodes.has(node)) || (edge !== undefined && edges.has(edge)),
    );
    part.classList.toggle('current', isCurrent);
  }
  showCurrent(drawing);
}

/** Scrolls the frame of the drawing, and never the page: the reader is at the questions. */
function showCurrent(drawing: HTMLElement): void {
  const frame = drawing.querySelector('.scroll');
  const current = drawing.querySelector('.current');
  if (!frame || !current) return;
  const [outer, inner] = [frame.getBoundingClientRect(), current.getBoundingClientRect()];
  frame.scrollBy(
    inner.left - outer.left - (outer.width - inner.width) / 2,
    inner.top - outer.top - (outer.height - inner.height) / 2,
  );
}
