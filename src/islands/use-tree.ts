import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  parseAnswers,
  printAnswers,
  walkTree,
  type TreeAnswer,
  type TreeAnswers,
  type TreeStep,
} from '../core/tree/index.ts';
import type { TreeView } from '../report/tree-markdown.ts';

type Answer = TreeAnswer<string, readonly string[]>;

export interface TreeState {
  /** Everything that was answered, also what the path does not meet now. */
  readonly answers: TreeAnswers;
  /** Answered questions before what is shown. */
  readonly before: readonly TreeStep<Answer>[];
  /** The question that is asked; undefined when the outcome is shown. */
  readonly shown: string | undefined;
  readonly outcome: TreeStep<Answer> | undefined;
  /** Parameters of the address that the tree does not have. */
  readonly dropped: readonly string[];
  /** How often the reader has moved; the focus follows. */
  readonly moves: number;
  readonly choose: (question: string, answer: string) => void;
  /** Asks an answered question again; the answers behind it are kept. */
  readonly ask: (question: string) => void;
  readonly restart: () => void;
}

const readAddress = (tree: TreeView) =>
  parseAnswers(tree, [...new URLSearchParams(location.search)]);

/** The answers of the reader, kept in the address, so that they can be shared and the buttons of the browser work. */
export function useTree(tree: TreeView): TreeState {
  const [answers, setAnswers] = useState<TreeAnswers>({});
  /** The question that is asked again. */
  const [again, setAgain] = useState<string>();
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const [moves, setMoves] = useState(0);
  /** The query of the address that was read or written last. */
  const query = useRef('');

  const walk = useMemo(() => walkTree(tree, answers), [tree, answers]);
  const position = walk.steps.findIndex(({ question }) => question === again);
  const before = position === -1 ? walk.steps : walk.steps.slice(0, position);
  const shown = position === -1 ? walk.open : again;

  useEffect(() => {
    const read = readAddress(tree);
    setAnswers(read.answers);
    setDropped(read.dropped);
    if (read.dropped.length > 0)
      history.replaceState(
        null,
        '',
        location.pathname + printAnswers(tree, read.answers) + location.hash,
      );
    query.current = location.search;
  }, []);
  useLayoutEffect(() => {
    const follow = () => {
      // A jump within the page is no step of the walk: the focus stays where it led.
      if (location.search === query.current) return;
      query.current = location.search;
      const read = readAddress(tree);
      const merged = { ...answers, ...read.answers };
      setAnswers(merged);
      setAgain(walkTree(tree, read.answers).open);
      setMoves((count) => count + 1);
    };
    addEventListener('popstate', follow);
    return () => {
      removeEventListener('popstate', follow);
    };
  }, [answers]);

  const move = (next: TreeAnswers, question: string | undefined) => {
    const { steps } = walkTree(tree, next);
    const end = steps.findIndex((step) => step.question === question);
    const kept = end === -1 ? steps : steps.slice(0, end);
    const path = Object.fromEntries(kept.map((step) => [step.question, step.answer.id]));
    query.current = printAnswers(tree, path);
    if (query.current !== location.search)
      history.pushState(null, '', location.pathname + query.current);
    setAnswers(next);
    setAgain(question);
    setDropped([]);
    setMoves((count) => count + 1);
  };
  return {
    answers,
    before,
    shown,
    outcome: shown === undefined ? walk.outcome : undefined,
    dropped,
    moves,
    choose: (question, answer) => {
      move({ ...answers, [question]: answer }, undefined);
    },
    ask: (question) => {
      move(answers, question);
    },
    restart: () => {
      move({}, undefined);
    },
  };
}
