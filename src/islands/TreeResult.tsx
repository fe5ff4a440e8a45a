import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { TreeAnswer, Values } from '../core/tree/index.ts';
import { formatText } from '../i18n/format.ts';
import type { TreesText } from '../i18n/trees.ts';
import type { TreeLinks } from '../report/tree-markdown.ts';
import { lentNames } from '../scripts/names.ts';
import Icon from './Icon.tsx';
import InlineText from './InlineText.tsx';
import TreeCommand from './TreeCommand.tsx';
import { handOver } from './tree-handover.ts';
import { useSaid } from './use-said.ts';

interface Props {
  readonly text: TreesText;
  readonly answer: TreeAnswer<string, readonly string[]>;
  readonly links: TreeLinks;
  readonly names: Values;
  readonly heading: RefObject<HTMLHeadingElement>;
  readonly headingId: string;
  /** What is copied, when it is asked for. */
  readonly markdown: () => string;
  readonly address: () => string;
}

/** Where the path ends: causes with what confirms them, another tree, or what to hand over. */
export default function TreeResult({
  text,
  answer,
  links,
  names,
  heading,
  headingId,
  markdown,
  address,
}: Props) {
  const [said, say] = useSaid();
  /** Shown when the clipboard is closed to us. */
  const [byHand, setByHand] = useState<string>();
  const copy = async (content: string) => {
    try {
      await navigator.clipboard.writeText(content);
      setByHand(undefined);
      say(text.copied);
    } catch {
      setByHand(content);
    }
  };
  const next = answer.tree === undefined ? undefined : links.trees[answer.tree];
  const title = answer.causes ? text.resultCauses : next ? text.resultTree : text.resultEscalate;
  return (
    <>
      <p class="muted small">{text.result}</p>
      <h2 id={headingId} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {answer.causes && (
        <ol class="outcome">
          {answer.causes.map(({ id, confidence }) => {
            const cause = links.causes[id];
            return (
              cause && (
                <li key={id} class={`is-${confidence}`}>
                  <h3>
                    <a href={cause.href}>
                      <InlineText of={cause.title} />
                    </a>
                  </h3>
                  <p class="confidence">
                    <Icon name={confidence} /> {text[confidence]}
                  </p>
                  {cause.confirm !== undefined && (
                    <>
                      <p class="muted small">{text.confirm}</p>
                      <TreeCommand text={text} run={cause.confirm} names={names} />
                    </>
                  )}
                </li>
              )
            );
          })}
        </ol>
      )}
      {next && (
        <p>
          <a
            class="go-on"
            href={next.href}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              const given = lentNames();
              if (answer.tree === undefined || Object.keys(given).length === 0) return;
              handOver({ tree: answer.tree, answers: {}, lines: {} }, given);
            }}
          >
            {formatText(text.goOn, { title: next.title })}
          </a>
        </p>
      )}
      {answer.escalate && (
        <>
          <p>{text.escalateIntro}</p>
          <ul>
            {answer.escalate.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
      <p class="tools no-print">
        <button type="button" onClick={() => void copy(markdown())}>
          {text.copy}
        </button>
        <button type="button" onClick={() => void copy(address())}>
          {text.share}
        </button>
        <span role="status">{byHand === undefined ? said : text.copyFailed}</span>
      </p>
      {byHand !== undefined && (
        <textarea class="by-hand" readOnly rows={6} aria-label={text.copyFailed} value={byHand} />
      )}
      <p class="muted small no-print">{text.shareNote}</p>
    </>
  );
}
