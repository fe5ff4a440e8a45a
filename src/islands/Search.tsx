import type { ComponentChildren } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { search } from '../core/search/index.ts';
import { formatText } from '../i18n/format.ts';
import { toTextPieces } from '../i18n/inline-code.ts';
import { handOver } from '../search/handover.ts';
import type { Matcher } from '../search/load.ts';
import { mergeResults, type Result } from '../search/merge.ts';
import type { PageHit, SearchPages } from '../search/pages.ts';
import { addRecent, allowRecent, readRecent } from '../search/recent.ts';

interface Props {
  readonly matcher: Matcher;
  /** The second stage; without it only the matcher answers. */
  readonly loadPages?: () => Promise<SearchPages>;
  readonly initial?: string;
  /** Called with what is searched for; never with a paste of several lines, which stays in memory. */
  readonly onQuery?: (query: string) => void;
  /** What stands below the results. */
  readonly children?: (query: string) => ComponentChildren;
}

/** Pages are searched once typing rests; milliseconds. */
const PAGES_AFTER = 150;
/** A text of so many lines is more than one error. */
const MANY_LINES = 2;
/** Longer queries are pastes: search looks at their beginning. */
const MAX_QUERY = 4000;
const EXAMPLES = ['CrashLoopBackOff', 'exit code 137', 'no basic auth credentials'] as const;

/** Where to go on when nothing was found. */
const WAYS = [
  ['/', 'search.noneTriage'],
  ['/trees/', 'search.noneTrees'],
  ['/lookup/', 'search.noneLookup'],
  ['/runbooks/', 'search.noneRunbooks'],
] as const;

const linesOf = (text: string) => text.split(/\r?\n/u).filter((line) => line.trim() !== '');

/** Everything about one query that takes time: the pages, once they have come. */
function usePages(
  { matcher, loadPages }: Pick<Props, 'matcher' | 'loadPages'>,
  query: string,
): { readonly hits: readonly PageHit[]; readonly isDone: boolean; readonly hasFailed: boolean } {
  const [found, setFound] = useState<{ query: string; hits: PageHit[]; hasFailed: boolean }>();
  const pages = useRef<Promise<SearchPages>>();
  const isFirst = useRef(true);
  useEffect(() => {
    if (!loadPages || query === '') return undefined;
    let isCancelled = false;
    const timer = setTimeout(
      () => {
        pages.current ??= loadPages();
        void pages.current
          .then((searchPages) => searchPages(query, matcher.index))
          .then(
            (hits) => ({ query, hits, hasFailed: false }),
            () => {
              // The next query tries again.
              pages.current = undefined;
              return { query, hits: [], hasFailed: true };
            },
          )
          .then((next) => {
            if (!isCancelled) setFound(next);
          });
      },
      isFirst.current ? 0 : PAGES_AFTER,
    );
    isFirst.current = false;
    return () => {
      isCancelled = true;
      clearTimeout(timer);
    };
  }, [query]);
  const isDone = !loadPages || query === '' || found?.query === query;
  const now = found?.query === query ? found : undefined;
  return { hits: now?.hits ?? [], isDone, hasFailed: now?.hasFailed ?? false };
}

/** A short text with its code. */
function Title({ of }: { readonly of: string }) {
  return <>{toTextPieces(of).map(({ text, code }) => (code ? <code>{text}</code> : text))}</>;
}

/** So long, in milliseconds, the first list waits for the pages at most. */
const WAIT_FOR_PAGES = 1000;

/** The box and its list of results. Focus moves with the arrow keys; Enter in the box opens the first result. */
export default function Search({ matcher, loadPages, initial = '', onQuery, children }: Props) {
  const { text, index, base } = matcher;
  const [typed, setTyped] = useState(initial);
  const [pasted, setPasted] = useState('');
  const [recent, setRecent] = useState(readRecent);
  const [hasFailed, setHasFailed] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const id = useId();

  const lines = linesOf(pasted);
  const isPaste = lines.length >= MANY_LINES;
  const query = (isPaste ? pasted : typed).trim().slice(0, MAX_QUERY);
  const hits = useMemo(() => (query === '' ? [] : search(index, query)), [query, index]);
  const pages = usePages({ matcher, ...(loadPages ? { loadPages } : {}) }, query);
  const results = useMemo(() => mergeResults(hits, pages.hits), [hits, pages.hits]);
  // A list that is asked for by the address is drawn once, whole: nothing moves under the reader's finger.
  const [mayWait, setMayWait] = useState(initial !== '' && loadPages !== undefined);
  useEffect(() => {
    const timer = setTimeout(() => {
      setMayWait(false);
    }, WAIT_FOR_PAGES);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const isWaiting = mayWait && !pages.isDone && typed === initial;
  const isNothing = query !== '' && pages.isDone && results.length === 0;
  const shown = query.length > 60 ? `${query.slice(0, 60)}…` : query;

  const type = (value: string) => {
    setPasted('');
    setTyped(value);
  };
  useEffect(() => {
    if (!isPaste) onQuery?.(query);
  }, [query]);
  const keep = () => {
    if (isPaste || !recent) return;
    addRecent(query);
  };
  const move = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = at + (event.key === 'ArrowDown' ? 1 : -1);
    if (next >= links.length || (at < 0 && next < 0)) return;
    event.preventDefault();
    (next < 0 ? box.current : links[next])?.focus();
  };
  const paste = (event: ClipboardEvent) => {
    const content = event.clipboardData?.getData('text/plain') ?? '';
    if (linesOf(content).length < MANY_LINES) return;
    event.preventDefault();
    setPasted(content);
    setTyped(linesOf(content)[0]?.trim() ?? '');
  };
  const diagnose = () => {
    if (handOver(pasted)) location.assign(`${base}/`);
    else setHasFailed(true);
  };

  return (
    <div class="search" onKeyDown={move}>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          list.current?.querySelector('a')?.click();
        }}
      >
        <label for={`${id}box`}>{text['search.label']}</label>
        <input
          ref={box}
          id={`${id}box`}
          class="search-box"
          type="search"
          value={typed}
          placeholder={text['search.placeholder']}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="go"
          autoFocus
          onInput={(event) => {
            type(event.currentTarget.value);
          }}
          onPaste={paste}
        />
      </form>
      {isPaste && (
        <div class="search-lines">
          <p>{formatText(text['search.lines'], { count: lines.length })}</p>
          <button type="button" onClick={diagnose}>
            {text['search.triage']}
          </button>
          {hasFailed && <p role="alert">{text['search.handoverFailed']}</p>}
        </div>
      )}
      {query === '' && (
        <Empty matcher={matcher} recent={recent} setRecent={setRecent} choose={type} />
      )}
      <p class="search-status muted" role="status">
        {query !== '' &&
          !isNothing &&
          (pages.isDone
            ? formatText(text[results.length === 1 ? 'search.one' : 'search.count'], {
                count: results.length,
              })
            : text['search.more'])}
        {isNothing && formatText(text['search.none'], { query: shown })}
      </p>
      {pages.hasFailed && <p class="search-note">{text['search.pagesFailed']}</p>}
      <div data-search-state={query === '' ? 'idle' : pages.isDone ? 'done' : 'searching'}>
        {results.length > 0 && !isWaiting && (
          <ol ref={list} class="search-results" aria-label={text['search.results']}>
            {results.map((result) => (
              <Row key={result.href} text={text} result={result} onOpen={keep} />
            ))}
          </ol>
        )}
        {isNothing && (
          <div class="search-none">
            <p>{text['search.noneHint']}</p>
            <ul>
              {WAYS.map(([path, word]) => (
                <li key={path}>
                  <a href={`${base}${path}`}>{text[word]}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {children?.(isPaste ? '' : query)}
    </div>
  );
}

interface RowProps {
  readonly text: Matcher['text'];
  readonly result: Result;
  readonly onOpen: () => void;
}

/** One result: what it is, where it stands, and why it is here. */
function Row({ text, result, onOpen }: RowProps) {
  const { href, title, parent, reason, excerpt } = result;
  return (
    <li>
      <a href={href} data-search-result onClick={onOpen}>
        <span class="search-title">
          <Title of={title} />
        </span>
        <span class={`search-reason is-${reason}`} title={text[`search.reasonHint.${reason}`]}>
          {text[`search.reason.${reason}`]}
        </span>
        {parent !== undefined && <span class="search-parent">{parent}</span>}
        {excerpt !== undefined && <span class="search-excerpt">{excerpt}</span>}
      </a>
    </li>
  );
}

interface EmptyProps {
  readonly matcher: Matcher;
  readonly recent: readonly string[] | undefined;
  readonly setRecent: (recent: readonly string[] | undefined) => void;
  readonly choose: (query: string) => void;
}

/** Before anything is typed: examples, and what was searched for, if the reader wants that to be kept. */
function Empty({ matcher: { text }, recent, setRecent, choose }: EmptyProps) {
  const allow = (isAllowed: boolean) => {
    allowRecent(isAllowed);
    setRecent(readRecent());
  };
  const button = (query: string) => (
    <li key={query}>
      <button
        type="button"
        onClick={() => {
          choose(query);
        }}
      >
        {query}
      </button>
    </li>
  );
  return (
    <div class="search-empty">
      <p class="muted">{text['search.try']}</p>
      <ul>{EXAMPLES.map(button)}</ul>
      {recent && recent.length > 0 && (
        <>
          <p class="muted">{text['search.recent']}</p>
          <ul>{recent.map(button)}</ul>
        </>
      )}
      <label>
        <input
          type="checkbox"
          checked={recent !== undefined}
          onChange={(event) => {
            allow(event.currentTarget.checked);
          }}
        />{' '}
        {text['search.remember']}
      </label>
    </div>
  );
}
