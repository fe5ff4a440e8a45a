import { createElement, type ComponentChildren } from 'preact';
import { contentText } from '../i18n/content.ts';
import { formatText } from '../i18n/format.ts';
import type { Locale } from '../core/index.ts';
import type { TextNode } from './data.ts';

interface Props {
  readonly nodes: readonly TextNode[];
  readonly locale: Locale;
  readonly toCause: (id: string) => ComponentChildren;
  readonly toCommand: (id: string) => ComponentChildren;
}

/** Draws the text of a cause. Elements are made one by one: markup is never built from text. */
export default function TextNodes({ nodes, ...shared }: Props) {
  return <>{nodes.map((node) => draw(node, shared))}</>;
}

function draw(node: TextNode, shared: Omit<Props, 'nodes'>): ComponentChildren {
  if (typeof node === 'string') return node;
  const inside = (children: readonly TextNode[]) => <TextNodes nodes={children} {...shared} />;
  const text = contentText[shared.locale];
  if (node[0] === 'a') return <a href={node[2]}>{inside(node[1])}</a>;
  if (node[0] === 'cause') return shared.toCause(node[1]);
  if (node[0] === 'run') return shared.toCommand(node[1]);
  if (node[0] === 'version') {
    const [, children, since, until] = node;
    const kind = since === '' ? 'until' : until === '' ? 'since' : 'range';
    const badge = formatText(text[`version.${kind}`], { since, until });
    // On lines of its own it holds paragraphs.
    const isBlock = children.some((child) => typeof child !== 'string' && child[0] === 'p');
    return createElement(
      isBlock ? 'div' : 'span',
      { class: 'version' },
      <span class="since">{badge}</span>,
      ' ',
      inside(children),
    );
  }
  if (node[0] === 'danger')
    return (
      <div class="danger" role="note" aria-label={text.danger}>
        <strong>{text.danger}</strong>
        <div>{inside(node[1])}</div>
      </div>
    );
  // What scrolls must be reachable with the keyboard.
  if (node[0] === 'pre') return <pre tabIndex={0}>{inside(node[1])}</pre>;
  return createElement(node[0], null, inside(node[1]));
}
