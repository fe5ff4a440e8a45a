import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export type Element = Tree.Element;

/** One built page. */
export interface SitePage {
  /** As in the address bar, without the base: `/runbooks/probe/`. */
  readonly path: string;
  readonly elements: readonly Element[];
}

export const DIST = join(import.meta.dirname, '../../dist');
const BASE = `/${process.env['BASE_PATH'] ?? ''}`.replaceAll(/\/+/gu, '/').replace(/\/$/u, '');

/** A build that failed leaves a part of the files; the worker is the last one. */
const isBuilt = () => existsSync(join(DIST, 'offline-worker.js'));
const NOT_BUILT = 'There is no whole built site: run `npm run build` first.';

/** For a tool on a terminal: ends the process with one sentence where there is no built site. */
export function requireSite(): void {
  if (isBuilt()) return;
  console.error(NOT_BUILT);
  process.exit(1);
}

/** Reads every page of the built site as a browser would: parse5 follows the HTML standard. */
export function readSite(): SitePage[] {
  if (!isBuilt()) throw new Error(NOT_BUILT);
  return globSync('**/*.html', { cwd: DIST })
    .sort()
    .map((file) => ({
      path: `/${file.replaceAll('\\', '/').replace(/index\.html$/u, '')}`,
      elements: collectElements(parse(readFileSync(join(DIST, file), 'utf8'))),
    }));
}

/** All elements in the order of the document, also those inside of `<template>`. */
function collectElements(node: Tree.Node): Element[] {
  const own = 'tagName' in node ? [node] : [];
  const children = 'content' in node ? [node.content] : 'childNodes' in node ? node.childNodes : [];
  return [...own, ...children.flatMap(collectElements)];
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

export function findAll(page: SitePage, tagName: string): Element[] {
  return page.elements.filter((element) => element.tagName === tagName);
}

export function textOf(node: Tree.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** The nearest `lang`, of the element itself or of what is around it. */
export function languageOf(element: Element): string | undefined {
  const own = attribute(element, 'lang');
  if (own !== undefined) return own;
  const parent = element.parentNode;
  return parent && 'tagName' in parent ? languageOf(parent) : undefined;
}

/** The path within the site that an address means, or undefined when it leads elsewhere. */
export function toSitePath(href: string, from: SitePage): string | undefined {
  const url = new URL(href, `http://site${BASE}${from.path}`);
  if (url.host !== 'site') return undefined;
  return url.pathname.startsWith(`${BASE}/`) ? url.pathname.slice(BASE.length) : undefined;
}

/** The built file behind a path of the site. */
export function readDistFile(path: string): string {
  return readFileSync(join(DIST, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
}
