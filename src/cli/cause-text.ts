import { mdxToHast, type HastNode } from 'satteri';
import { TEXT_TAGS, type TextNode, type TextTag } from '../single/data.ts';

/** What a text of a cause may lead to besides causes. */
export interface TextTargets {
  /** The title of an explainer or a tree; undefined when there is none of this id. */
  readonly title: (kind: 'explainers' | 'trees', id: string) => string | undefined;
  /** The address of a path of the site; undefined when the build does not know where the site is. */
  readonly href: (path: string) => string | undefined;
}

type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * Reads the text of a cause as nodes that a page can draw without building markup from text.
 *
 * Throws with the name of the file when it has something that the single file cannot show.
 */
export function parseCauseText(file: string, source: string, targets: TextTargets): TextNode[] {
  const fail = (what: string): never => {
    throw new Error(`${file}: the single file cannot show ${what}.`);
  };
  const childrenOf = (node: HastNode): TextNode[] =>
    'children' in node ? node.children.flatMap((child) => toNodes(child)) : [];
  const toSiteLink = (path: string, children: readonly TextNode[]): TextNode[] => {
    const href = targets.href(path);
    return href === undefined ? [...children] : [['a', children, href]];
  };

  function toLink(href: unknown, children: TextNode[]): TextNode[] {
    if (typeof href !== 'string') return children;
    const cause = /#(?<id>[a-z0-9-]+)$/u.exec(href)?.groups?.['id'];
    if (cause !== undefined && !/^[a-z]+:/u.test(href)) return [['cause', cause]];
    return href.startsWith('/') ? toSiteLink(href, children) : [['a', children, href]];
  }

  const tags: Readonly<Record<string, (node: HastNode, given: Attributes) => TextNode[]>> = {
    Run: (_, { of = '' }) => [['run', of.replace(/^.*\//u, '')]],
    Cause: (_, { id = '' }) => [['cause', id]],
    Explainer: (_, { id = '' }) =>
      toSiteLink(`/explainers/${id}/`, [targets.title('explainers', id) ?? id]),
    Tree: (_, { id = '' }) => [
      ['p', toSiteLink(`/trees/${id}/`, [targets.title('trees', id) ?? id])],
    ],
    Version: (node, { since = '', until = '' }) => [['version', childrenOf(node), since, until]],
    Danger: (node) => [['danger', childrenOf(node)]],
  };

  function toNodes(node: HastNode): TextNode[] {
    if (node.type === 'root') return childrenOf(node);
    if (node.type === 'text') return node.value === '\n' ? [] : [node.value];
    if (node.type === 'element') {
      const tag = node.tagName === 'h4' ? 'h2' : node.tagName;
      if (tag === 'a') return toLink(node.properties.href, childrenOf(node));
      const known = TEXT_TAGS.find((one): one is TextTag => one === tag);
      return known ? [[known, childrenOf(node)]] : fail(`<${tag}>`);
    }
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const given = Object.fromEntries(
        node.attributes.flatMap((one) =>
          one.type === 'mdxJsxAttribute' && typeof one.value === 'string'
            ? [[one.name, one.value]]
            : [],
        ),
      ) as Attributes;
      return tags[node.name ?? '']?.(node, given) ?? fail(`<${node.name ?? ''}>`);
    }
    return fail(node.type);
  }

  return toNodes(mdxToHast(source, { position: false, features: { smartPunctuation: false } }));
}
