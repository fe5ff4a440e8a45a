import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { joinWords, WordCollector, type Words } from './section-words.ts';

/** A piece of a page that is a search result of its own. */
export interface PageSection {
  /** Empty for what stands before the first heading with an anchor. */
  readonly anchor: string;
  readonly title: string;
  /** Its text, with its heading. */
  readonly words: readonly Words[];
}

/** A built page, cut at its headings. */
export interface SplitPage {
  readonly language: string;
  readonly title: string;
  readonly sections: readonly PageSection[];
}

/** Navigation, programs, and what is there for programs only. */
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
const hasClass = (element: Tree.Element, name: string) =>
  attributeOf(element, 'class')?.split(' ').includes(name) ?? false;
const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node;
const childrenOf = (node: Tree.Node): Tree.ChildNode[] =>
  'childNodes' in node ? node.childNodes : [];

const isLeftOut = (element: Tree.Element) =>
  LEFT_OUT.has(element.tagName) ||
  attributeOf(element, 'hidden') !== undefined ||
  attributeOf(element, 'aria-hidden') === 'true' ||
  // What is of no use on paper is there to be pressed, not to be read.
  hasClass(element, 'no-print');

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

/** The text of an element in one piece. */
function textOf(element: Tree.Node): string {
  const words = new WordCollector();
  collect(element, words);
  return joinWords(words.take());
}

function collect(node: Tree.Node, words: WordCollector): void {
  if (node.nodeName === '#text' && 'value' in node) words.add(node.value);
  else if (isElement(node)) {
    if (isLeftOut(node)) return;
    words.open(node.tagName);
    node.childNodes.forEach((child) => {
      collect(child, words);
    });
    words.close(node.tagName);
  }
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
  const h1 = findFirst(main, 'h1');
  const title = h1 ? textOf(h1) : '';
  const sections: PageSection[] = [];
  const words = new WordCollector();
  let begun = { anchor: '', title };
  const end = () => sections.push({ ...begun, words: words.take() });
  const visit = (node: Tree.ChildNode) => {
    if (isElement(node) && isLeftOut(node)) return;
    if (isAnchor(node)) {
      end();
      begun = { anchor: attributeOf(node, 'id') ?? '', title: textOf(node) };
    }
    if (isElement(node) && holdsAnchor(node)) node.childNodes.forEach(visit);
    else collect(node, words);
  };
  main.childNodes.forEach(visit);
  end();
  return { language: attributeOf(root, 'lang') ?? '', title, sections };
}
