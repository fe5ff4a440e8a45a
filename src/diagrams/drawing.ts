import { parseFragment, type DefaultTreeAdapterTypes as Html } from 'parse5';

/** An element of a drawing; `attributes` in the order of the file. */
export interface DrawingElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (DrawingElement | string)[];
}

/** A drawing as it is kept: nothing but shapes, lines and text. */
export interface Drawing {
  /** Hash of the source it was drawn from. */
  readonly hash: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** What stands in the `svg` element behind title and description. */
  readonly children: DrawingElement['children'];
}

const NUMBERS = /^[-\d.,eE\s]+$/u;
const LENGTH = /^-?[\d.]+(?:em)?$/u;
const NAME = /^[\w-]+$/u;
/** Everything else is refused: no script, no style, no reference to anything outside. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  class: /^[a-z]+(?:-[a-z]+)*$/u,
  d: /^[MmLlHhVvCcSsQqTtAaZz\d.,\-eE\s]+$/u,
  transform: /^(?:(?:translate|rotate|scale|matrix)\([-\d.,eE\s]+\)\s*)+$/u,
  points: NUMBERS,
  viewBox: NUMBERS,
  orient: /^(?:auto|auto-start-reverse|-?\d+)$/u,
  markerUnits: /^userSpaceOnUse$/u,
  ...{ x: LENGTH, y: LENGTH, dy: LENGTH },
  'text-anchor': /^(?:start|middle|end)$/u,
  'dominant-baseline': /^(?:auto|middle|central|hanging)$/u,
  'marker-start': /^url\(#[\w-]+\)$/u,
  'marker-end': /^url\(#[\w-]+\)$/u,
  id: NAME,
  'data-node': NAME,
  'data-edge': NAME,
  ...Object.fromEntries(
    [
      ...['x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height'],
      ...['refX', 'refY', 'markerWidth', 'markerHeight', 'stroke-dasharray'],
    ].map((name) => [name, NUMBERS]),
  ),
};
const ELEMENTS = new Set([
  ...['g', 'defs', 'marker', 'path', 'rect', 'polygon', 'polyline', 'circle', 'ellipse', 'line'],
  ...['text', 'tspan'],
]);

const escape = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

function printElement({ name, attributes, children }: DrawingElement, indent: string): string {
  const start = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${escape(value)}"`),
  ].join(' ');
  if (children.length === 0) return `${indent}<${start}/>`;
  if (children.every((child) => typeof child === 'string'))
    return `${indent}<${start}>${escape(children.join(''))}</${name}>`;
  const inner = children.map((child) =>
    typeof child === 'string' ? escape(child) : printElement(child, `${indent} `),
  );
  return [`${indent}<${start}>`, ...inner, `${indent}</${name}>`].join('\n');
}

/** Writes a drawing as an SVG file, one element on a line. */
export function printDrawing({
  hash,
  title,
  description,
  width,
  height,
  children,
}: Drawing): string {
  return `${printElement(
    {
      name: 'svg',
      attributes: {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${width} ${height}`,
        'data-source': hash,
      },
      children: [
        { name: 'title', attributes: {}, children: [title] },
        { name: 'desc', attributes: {}, children: [description] },
        ...children,
      ],
    },
    '',
  )}\n`;
}

const VIEW_BOX = /^0 0 (?<width>[\d.]+) (?<height>[\d.]+)$/u;

/**
 * Reads a kept drawing.
 *
 * @throws With what is wrong in it when it holds anything else than `printDrawing` writes: the page shows it inline.
 */
export function parseDrawing(svg: string): Drawing {
  const [root] = parseFragment(svg).childNodes.filter((node) => 'tagName' in node);
  if (root?.tagName !== 'svg') throw new Error('is no SVG');
  const { viewBox = '', 'data-source': hash = '' } = toAttributes(root);
  const { width, height } = VIEW_BOX.exec(viewBox)?.groups ?? {};
  if (width === undefined || height === undefined || !NAME.test(hash))
    throw new Error('lacks its size or the hash of its source');
  const [title, description, ...rest] = root.childNodes.filter((node) => 'tagName' in node);
  if (title?.tagName !== 'title' || description?.tagName !== 'desc')
    throw new Error('lacks its title or description');
  return {
    hash,
    title: textOf(title),
    description: textOf(description),
    width: Number(width),
    height: Number(height),
    children: rest.map(toElement),
  };
}

/** The hash that a kept drawing says it was drawn from; undefined when it says none. */
export function readDrawingHash(svg: string): string | undefined {
  return /^<svg [^>]*\bdata-source="(?<hash>\w+)"/u.exec(svg)?.groups?.['hash'];
}

function toAttributes(element: Html.Element): Record<string, string> {
  return Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
}

function textOf(element: Html.Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

function toElement(element: Html.Element): DrawingElement {
  const { tagName: name } = element;
  if (!ELEMENTS.has(name)) throw new Error(`holds the element ${name}`);
  const attributes = toAttributes(element);
  for (const [key, value] of Object.entries(attributes))
    if (!ATTRIBUTES[key]?.test(value)) throw new Error(`holds the attribute ${key}="${value}"`);
  const elements = element.childNodes.filter((node) => 'tagName' in node);
  return {
    name,
    attributes,
    children: elements.length > 0 ? elements.map(toElement) : [textOf(element)].filter(Boolean),
  };
}
