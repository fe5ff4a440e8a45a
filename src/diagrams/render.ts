import type { DrawingElement } from './drawing.ts';

/** What the browser gives back for one diagram. */
export interface Rendered {
  readonly width: number;
  readonly height: number;
  readonly children: readonly DrawingElement[];
}

/**
 * Runs in the browser: lets Mermaid draw a source and takes from the picture what a reader sees. Colours, fonts and
 * styles stay behind: an element says by its class what it is, and the style sheet of the site does the rest.
 *
 * Self-contained, because it is sent to the browser as text.
 *
 * @param prefix Begins every id, so that several drawings stand on one page.
 */
export async function renderInBrowser({
  source,
  prefix,
}: {
  readonly source: string;
  readonly prefix: string;
}): Promise<Rendered> {
  interface Mermaid {
    render: (id: string, source: string) => Promise<{ svg: string }>;
  }
  const { mermaid } = globalThis as unknown as { mermaid: Mermaid };
  const { svg } = await mermaid.render(prefix, source);
  document.body.innerHTML = svg;
  const root = document.querySelector('svg');
  if (!root) throw new Error('Mermaid drew nothing.');
  const [left = 0, top = 0, width = 0, height = 0] = (root.getAttribute('viewBox') ?? '')
    .split(' ')
    .map(Number);

  const KEPT: Readonly<Record<string, readonly string[]>> = {
    g: ['transform'],
    defs: [],
    path: ['d', 'transform', 'marker-start', 'marker-end'],
    rect: ['x', 'y', 'width', 'height', 'rx', 'ry', 'transform'],
    polygon: ['points', 'transform'],
    polyline: ['points', 'transform'],
    circle: ['cx', 'cy', 'r', 'transform'],
    ellipse: ['cx', 'cy', 'rx', 'ry', 'transform'],
    line: ['x1', 'y1', 'x2', 'y2', 'marker-start', 'marker-end'],
    text: ['x', 'y', 'dy', 'transform'],
    tspan: ['x', 'y', 'dy'],
    marker: [
      ...['id', 'viewBox', 'refX', 'refY', 'markerUnits', 'markerWidth', 'markerHeight', 'orient'],
    ],
  };
  const round = (value: string) =>
    value.replaceAll(/-?\d+\.\d+/gu, (number) => String(Math.round(Number(number) * 10) / 10));
  const used = new Set(
    [...root.querySelectorAll('[marker-start], [marker-end]')].flatMap((element) =>
      ['marker-start', 'marker-end'].map((name) => element.getAttribute(name)?.slice(5, -1) ?? ''),
    ),
  );

  /** What the style sheet paints it as. */
  const roleOf = (element: Element, style: CSSStyleDeclaration): string => {
    if (element.closest('marker')) return 'arrow';
    if (element.closest('.edgeLabel') && element.tagName === 'rect') return 'gap';
    if (element.closest('.cluster')) return 'group';
    if (style.fill === 'none' || element.tagName === 'line') return 'line';
    return 'shape';
  };

  // Mermaid escapes these a second time in SVG text.
  const decode = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');

  const copyText = (element: Element): readonly (DrawingElement | string)[] => {
    const rows = [...element.children].filter(({ tagName }) => tagName === 'tspan');
    const lines = rows.map((row) => ({ row, text: decode(row.textContent.trim()) }));
    if (lines.length === 0) return [element.textContent.trim()].filter((text) => text !== '');
    return lines
      .filter(({ text }) => text !== '')
      .map(({ row, text }) => ({
        name: 'tspan',
        attributes: copyAttributes(row, KEPT['tspan'] ?? []),
        children: [text],
      }));
  };

  function copyAttributes(element: Element, names: readonly string[]): Record<string, string> {
    return Object.fromEntries(
      names.flatMap((name) => {
        const value = element.getAttribute(name);
        return value === null || value === '' ? [] : [[name, round(value)] as const];
      }),
    );
  }

  function copy(element: Element): DrawingElement | undefined {
    const name = element.tagName;
    const kept = KEPT[name];
    if (name === 'marker' && !used.has(element.id)) return undefined;
    if (!kept || (element.parentElement?.tagName === 'defs' && name !== 'marker')) return undefined;
    const style = getComputedStyle(element);
    if ((name !== 'defs' && style.display === 'none') || style.visibility === 'hidden')
      return undefined;
    const attributes = copyAttributes(element, kept);
    if (name === 'text') {
      const children = copyText(element);
      if (children.length === 0) return undefined;
      if (style.textAnchor !== 'start') attributes['text-anchor'] = style.textAnchor;
      if (style.dominantBaseline === 'central' || style.dominantBaseline === 'middle')
        attributes['dominant-baseline'] = style.dominantBaseline;
      return { name, attributes, children };
    }
    if (name === 'g' || name === 'marker' || name === 'defs') {
      const node = element.classList.contains('node')
        ? /flowchart-(?<id>.+)-\d+$/u.exec(element.id)?.groups?.['id']
        : undefined;
      if (node !== undefined) attributes['data-node'] = node;
      const edge = element.classList.contains('label') ? element.getAttribute('data-id') : null;
      if (edge !== null) attributes['data-edge'] = edge;
      const children = [...element.children].flatMap((child) => copy(child) ?? []);
      return children.length > 0 ? { name, attributes, children } : undefined;
    }
    if (name === 'rect' && !(Number(attributes['width']) > 0)) return undefined;
    attributes['class'] = roleOf(element, style);
    if (element.getAttribute('data-edge') !== null)
      attributes['data-edge'] = element.getAttribute('data-id') ?? '';
    if (attributes['class'] !== 'arrow' && /[1-9]/u.test(style.strokeDasharray))
      attributes['stroke-dasharray'] = round(style.strokeDasharray.replaceAll('px', ''));
    return { name, attributes, children: [] };
  }

  /** A group without anything to say is replaced by what it holds. */
  const unwrap = (element: DrawingElement): DrawingElement[] => {
    const own: DrawingElement[] = [];
    const children: (DrawingElement | string)[] = [];
    for (const child of element.children) {
      const kept = typeof child === 'string' ? [] : unwrap(child);
      own.push(...kept);
      children.push(...(typeof child === 'string' ? [child] : kept));
    }
    const isIdle =
      ['g', 'defs'].includes(element.name) && Object.keys(element.attributes).length === 0;
    return isIdle ? own : [{ ...element, children }];
  };
  const moved = left === 0 && top === 0 ? {} : { transform: round(`translate(${-left}, ${-top})`) };
  const children = [...root.children].flatMap((child) => copy(child) ?? []).flatMap(unwrap);
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    children: 'transform' in moved ? [{ name: 'g', attributes: moved, children }] : children,
  };
}
