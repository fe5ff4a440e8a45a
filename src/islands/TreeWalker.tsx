import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  fillCommand,
  listPaths,
  outcomeNode,
  printAnswers,
  questionNode,
  type TreeLines,
  type Values,
} from '../core/tree/index.ts';
import { formatText } from '../i18n/format.ts';
import type { TreesText } from '../i18n/trees.ts';
import { toTreeMarkdown, type TreeLinks, type TreeView } from '../report/tree-markdown.ts';
import { lendNames, loadNames, NAMES_EVENT } from '../scripts/names.ts';
import InlineText from './InlineText.tsx';
import TreeCommand from './TreeCommand.tsx';
import TreeResult from './TreeResult.tsx';
import { markPath } from './tree-drawing.ts';
import { takeOver } from './tree-handover.ts';
import { useTree } from './use-tree.ts';

export interface TreeWalkerProps {
  readonly text: TreesText;
  readonly id: string;
  readonly tree: TreeView;
  readonly links: TreeLinks;
}

const HEADING_ID = 'walk';

/** The names of the command bar, which are kept for all pages of this tab. */
function useNames(): Values {
  const [names, setNames] = useState<Values>({});
  useEffect(() => {
    const read = () => {
      setNames(loadNames());
    };
    read();
    // The bar has its own listeners; they come first, because they are further in.
    const events = ['input', 'click', 'pageshow', NAMES_EVENT];
    for (const event of events) addEventListener(event, read);
    return () => {
      for (const event of events) removeEventListener(event, read);
    };
  }, []);
  return names;
}

/** Asks one question at a time. Holds no knowledge of Kubernetes: the tree is a prop. */
export default function TreeWalker({ text, id, tree, links }: TreeWalkerProps) {
  const { answers, before, shown, outcome, dropped, moves, choose, ask, restart } = useTree(tree);
  const [marked, setMarked] = useState<TreeLines>({});
  const [live, setLive] = useState(false);
  const names = useNames();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const question = shown === undefined ? undefined : tree.questions[shown];
  const previous = before.at(-1)?.question;
  const fill = (run: string) =>
    fillCommand(run, names)
      .map((part) => part.text)
      .join('');

  useEffect(() => {
    setLive(true);
    const taken = takeOver(id);
    setMarked(taken.marked);
    lendNames(taken.names);
  }, []);
  useEffect(() => {
    // scripts/pending.ts
    if (live) delete document.documentElement.dataset['pending'];
  }, [live]);
  useEffect(() => {
    markPath(before, shown);
    if (moves > 0) heading.current?.focus();
  }, [moves, answers, shown]);
  // With what is drawn, not after it is painted: the next key must meet this question.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('dialog[open]')) return;
      const { target } = event;
      if (target instanceof HTMLElement && target.closest('input, textarea, select, .scroll'))
        return;
      const answer = /^[1-9]$/u.test(event.key)
        ? question?.answers[Number(event.key) - 1]
        : undefined;
      if (answer && shown !== undefined) choose(shown, answer.id);
      else if (event.key === 'ArrowLeft' && previous !== undefined) ask(previous);
      else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const links = [...(list.current?.querySelectorAll('a') ?? [])];
        const at = links.findIndex((link) => link === document.activeElement);
        const isInside = at !== -1 || document.activeElement === heading.current;
        const next = links[event.key === 'ArrowDown' ? at + 1 : at - 1];
        if (!isInside || !next) return;
        next.focus();
      } else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
    };
  });

  /** The most questions that may still come. */
  const left = useMemo(() => {
    if (shown === undefined) return 0;
    return Math.max(...listPaths({ ...tree, start: shown }).map((path) => path.length));
  }, [shown]);
  const isFromPaste = (step: string) =>
    marked[step]?.answer === answers[step] && marked[step] !== undefined;
  const linesOf = (step: string) => (isFromPaste(step) ? (marked[step]?.lines ?? []) : []);
  const query = printAnswers(
    tree,
    Object.fromEntries(before.map((step) => [step.question, step.answer.id])),
  );

  return (
    <section class="walker" aria-labelledby={HEADING_ID}>
      {dropped.length > 0 && (
        <p class="note" role="status">
          {formatText(text.dropped, { list: dropped.join(', ') })}
        </p>
      )}
      <div class="stage">
        {question !== undefined && shown !== undefined ? (
          <>
            <p class="muted small">
              {formatText(text.progress, { answered: before.length, left })}
            </p>
            <h2 id={HEADING_ID} ref={heading} tabIndex={-1}>
              <InlineText of={question.ask} />
            </h2>
            <TreeCommand key={shown} text={text} run={question.run} names={names} />
            <p>
              <span class="muted">{text.look} </span>
              <InlineText of={question.look} />
            </p>
            <ul class="choices" ref={list} aria-label={text.answers}>
              {question.answers.map((answer, index) => {
                const isGiven = answers[shown] === answer.id;
                const target =
                  answer.goto === undefined
                    ? outcomeNode(shown, answer.id)
                    : questionNode(answer.goto);
                return (
                  <li key={answer.id}>
                    <a
                      href={
                        live ? printAnswers(tree, { ...answers, [shown]: answer.id }) : `#${target}`
                      }
                      aria-current={isGiven ? 'true' : undefined}
                      onClick={(event) => {
                        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                        event.preventDefault();
                        choose(shown, answer.id);
                      }}
                    >
                      <kbd aria-hidden="true">{index + 1}</kbd>
                      <span>
                        <InlineText of={answer.label} />
                      </span>
                      {isGiven && isFromPaste(shown) && <span class="tag">{text.fromPaste}</span>}
                    </a>
                  </li>
                );
              })}
            </ul>
            {live && (
              <p class="muted small no-print keys-note">
                {formatText(text.answerKeys, { count: question.answers.length })}
              </p>
            )}
          </>
        ) : (
          outcome && (
            <TreeResult
              text={text}
              answer={outcome.answer}
              links={links}
              names={names}
              heading={heading}
              headingId={HEADING_ID}
              markdown={() =>
                toTreeMarkdown(
                  tree,
                  links,
                  answers,
                  text,
                  fill,
                  location.href,
                  (href) => new URL(href, location.href).href,
                )
              }
              address={() => new URL(location.pathname + query, location.href).href}
            />
          )
        )}
        {before.length > 0 && (
          <p class="tools no-print">
            <button
              type="button"
              onClick={() => {
                if (previous !== undefined) ask(previous);
              }}
            >
              ← {text.back}
            </button>
            <button type="button" onClick={restart}>
              {text.restart}
            </button>
          </p>
        )}
      </div>
      {before.length > 0 && (
        <section class="so-far" aria-labelledby="so-far">
          <h3 id="so-far">{text.soFar}</h3>
          {before.some((step) => isFromPaste(step.question)) && (
            <p class="muted small">{text.fromPasteNote}</p>
          )}
          <ol>
            {before.map((step) => {
              const asked = tree.questions[step.question];
              return (
                <li key={step.question}>
                  <p>
                    <InlineText of={asked?.ask ?? ''} />
                  </p>
                  <p>
                    <strong>
                      <InlineText of={step.answer.label} />
                    </strong>{' '}
                    {isFromPaste(step.question) && <span class="tag">{text.fromPaste}</span>}{' '}
                    <button
                      type="button"
                      class="no-print"
                      aria-label={formatText(text.changeLabel, {
                        question: (asked?.ask ?? '').replaceAll('`', ''),
                      })}
                      onClick={() => {
                        ask(step.question);
                      }}
                    >
                      {text.change}
                    </button>
                  </p>
                  {linesOf(step.question).map(({ line, text: found }) => (
                    <p class="line" key={line}>
                      {formatText(text.line, { line, text: '' })}
                      <code>{found.trim()}</code>
                    </p>
                  ))}
                  <code class="ran">{fill(asked?.run ?? '')}</code>
                </li>
              );
            })}
          </ol>
        </section>
      )}
    </section>
  );
}
