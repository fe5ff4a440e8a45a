import { parse, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** A piece of a page that is a search result of its own. */
export interface PageSection {
  /** Empty for what stands before the first heading with an anchor. */
  readonly anchor: string;
  readonly title: string;
  /** Its content as HTML, with its heading. */
  readonly html: string;
}

/** A built page, cut at its headings. */
export interface SplitPage {
  readonly language: string;
  readonly title: string;
  readonly sections: readonly PageSection[];
}

/** Navigation, programs, what is there for programs only, and lists of links without text of their own. */
const LEFT_OUT = new Set([
  'nav',
  'script',
  'style',
  'template',
  'noscript',
  'button',
  'svg',
  'form',
]);
const HEADING = /^h[1-3]$/u;

const attributeOf = (element: Tree.Element, name: string) =>
  element.attrs.find((one) => one.name === name)?.value;
const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node;
const childrenOf = (node: Tree.Node): Tree.ChildNode[] =>
  'childNodes' in node ? node.childNodes : [];

function textOf(node: Tree.Node): string {
  return 'value' in node ? node.value : childrenOf(node).map(textOf).join('');
}

const isLeftOut = (element: Tree.Element) =>
  LEFT_OUT.has(element.tagName) ||
  attributeOf(element, 'hidden') !== undefined ||
  attributeOf(element, 'aria-hidden') === 'true' ||
  attributeOf(element, 'data-pagefind-ignore') !== undefined;

const isAnchor = (node: Tree.Node): node is Tree.Element =>
  isElement(node) && HEADING.test(node.tagName) && attributeOf(node, 'id') !== undefined;

function holdsAnchor(node: Tree.Node): boolean {
  return childrenOf(node).some((child) => isAnchor(child) || holdsAnchor(child));
}

function findFirst(node: Tree.Node, tagName: string): Tree.Element | undefined {
  for (const child of childrenOf(node)) {
    if (isElement(child) && child.tagName === tagName) return child;
    const found = findFirst(child, tagName);
    if (found) return found;
  }
  return undefined;
}

/** Takes out of a tree what is not indexed. */
function prune(node: Tree.Node): void {
  if (!('childNodes' in node)) return;
  node.childNodes = node.childNodes.filter((child) => !isElement(child) || !isLeftOut(child));
  node.childNodes.forEach(prune);
}

/**
 * Cuts the main part of a built page at its headings with an anchor, without navigation and programs.
 *
 * Undefined for a page without one main part, or one that search engines are told to leave out.
 */
export function splitPage(html: string): SplitPage | undefined {
  const document = parse(html);
  const root = findFirst(document, 'html');
  const main = root && findFirst(root, 'main');
  if (!root || !main || html.includes('<meta name="robots" content="noindex"')) return undefined;
  prune(main);
  const h1 = findFirst(main, 'h1');
  const title = h1 ? textOf(h1).trim() : '';
  const sections: { anchor: string; title: string; html: string }[] = [
    { anchor: '', title, html: '' },
  ];
  const visit = (node: Tree.ChildNode) => {
    if (isAnchor(node))
      sections.push({
        anchor: attributeOf(node, 'id') ?? '',
        title: textOf(node).trim(),
        html: '',
      });
    const section = sections.at(-1);
    if (!section) return;
    if (isElement(node) && holdsAnchor(node)) node.childNodes.forEach(visit);
    else section.html += toHtml(node);
  };
  main.childNodes.forEach(visit);
  return { language: attributeOf(root, 'lang') ?? '', title, sections };
}

/** One node with its tag: `serialize` gives only what is inside. */
function toHtml(node: Tree.ChildNode): string {
  const holder = parse('').childNodes[0];
  if (!holder || !('childNodes' in holder)) return '';
  return serialize({ ...holder, childNodes: [node] });
}
