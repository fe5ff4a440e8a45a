import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { CODE_KINDS, findCodes, readTypedNumber, type CodeKind } from '../core/lookup/index.ts';
import { formatText } from '../i18n/format.ts';
import type { LookupWords } from '../i18n/lookup.ts';
import Arithmetic from './Arithmetic.tsx';
import { INDEX_ID, readRows, type LookupRow } from './lookup-rows.ts';

export interface CodeLookupProps {
  readonly text: LookupWords;
  /** The triage page, for what is no code but a whole line. */
  readonly triageHref: string;
  /** Keeps what is searched; without it the query of the address does. */
  readonly memory?: SearchMemory | undefined;
}

/** Keeps what is searched, as `q` and `kind`, so that the way back leads to it. */
export interface SearchMemory {
  readonly read: () => URLSearchParams;
  /** Called with both names taken away from what was read, or set anew; adds no step to the history. */
  readonly write: (params: URLSearchParams) => void;
}

/** What is shown before someone asks for more. */
const FIRST = 12;
/** Browsers refuse an address that changes too often; milliseconds. */
const ADDRESS_AFTER = 250;
/** Spoken once typing rests; milliseconds. */
const ANNOUNCE_AFTER = 700;
/** What was typed before the script came; hydration empties the box. */
const TYPED_BEFORE =
  typeof document === 'undefined'
    ? ''
    : ((document.getElementById('code') as HTMLInputElement | null)?.value ?? '');

const toKind = (name: string | null): CodeKind | undefined =>
  CODE_KINDS.find((kind) => kind === name);

const addressMemory: SearchMemory = {
  read: () => new URLSearchParams(location.search),
  write: (params) => {
    const url = new URL(location.href);
    url.search = params.toString();
    history.replaceState(history.state, '', url);
  },
};

function remember(memory: SearchMemory, query: string, kind: CodeKind | undefined): void {
  const params = memory.read();
  params.delete('q');
  params.delete('kind');
  if (query.trim() !== '') params.set('q', query.trim());
  if (kind) params.set('kind', kind);
  memory.write(params);
}

/** The box that finds a code while it is typed. Without a query the list of all codes stays as the page has it. */
export default function CodeLookup({ text, triageHref, memory = addressMemory }: CodeLookupProps) {
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<CodeKind>();
  const [rows, setRows] = useState<readonly LookupRow[]>([]);
  const [isWhole, showWhole] = useState(false);
  const [announcement, announce] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    const asked = memory.read();
    setRows(readRows());
    setQuery(TYPED_BEFORE === '' ? (asked.get('q') ?? '') : TYPED_BEFORE);
    setKind(toKind(asked.get('kind')));
  }, []);

  const isAsked = query.trim() !== '';
  const typed = useMemo(() => readTypedNumber(query), [query]);
  const all = useMemo(() => (isAsked ? findCodes(rows, query) : []), [rows, query]);
  const found = kind ? all.filter(({ entry }) => entry.kind === kind) : all;
  const shown = isWhole ? found : found.slice(0, FIRST);
  const isReady = rows.length > 0;

  useEffect(() => {
    if (!isReady) return;
    const index = document.getElementById(INDEX_ID);
    if (index) index.hidden = isAsked;
    // scripts/pending.ts
    delete document.documentElement.dataset['pending'];
    const address = setTimeout(() => {
      remember(memory, query, kind);
    }, ADDRESS_AFTER);
    const count =
      found.length === 1
        ? text['lookup.one']
        : formatText(text['lookup.count'], { count: found.length });
    const speech = setTimeout(() => {
      announce(isAsked ? count : '');
    }, ANNOUNCE_AFTER);
    return () => {
      clearTimeout(address);
      clearTimeout(speech);
    };
  }, [query, kind, isReady]);

  const links = () => [...(list.current?.querySelectorAll('a') ?? [])];
  const onBoxKey = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const [first] = links();
    if (event.isComposing || !first) return;
    if (event.key === 'ArrowDown') first.focus();
    else if (event.key === 'Enter') first.click();
    else return;
    event.preventDefault();
  };
  const onListKey = (event: TargetedKeyboardEvent<HTMLOListElement>) => {
    const every = links();
    const at = every.findIndex((link) => link === document.activeElement);
    if (event.key === 'ArrowDown') every[at + 1]?.focus();
    else if (event.key === 'ArrowUp') (every[at - 1] ?? box.current)?.focus();
    else if (event.key === 'Home') every[0]?.focus();
    else if (event.key === 'End') every.at(-1)?.focus();
    else if (event.key === 'Escape') box.current?.focus();
    else return;
    event.preventDefault();
  };
  const take = (value: string) => {
    setQuery(value);
    showWhole(false);
  };

  return (
    <div class={isAsked ? 'lookup is-asked' : 'lookup'}>
      <form
        class="no-print"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <div class="field">
          <label for="code">{text['lookup.label']}</label>
          <input
            id="code"
            ref={box}
            type="search"
            autofocus
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            enterkeyhint="go"
            aria-describedby="hint"
            value={query}
            onInput={(event) => {
              take(event.currentTarget.value);
            }}
            onKeyDown={onBoxKey}
          />
        </div>
        <div class="field">
          <label for="kind">{text['lookup.kind']}</label>
          <select
            id="kind"
            value={kind ?? ''}
            onChange={(event) => {
              setKind(toKind(event.currentTarget.value));
            }}
          >
            <option value="">{text['lookup.allKinds']}</option>
            {CODE_KINDS.map((one) => (
              <option key={one} value={one}>
                {text[`kind.${one}`]}
              </option>
            ))}
          </select>
        </div>
      </form>
      <p id="hint" class="hint muted no-print">
        {text['lookup.hint']}
      </p>
      <p class="visually-hidden" role="status">
        {announcement}
      </p>
      {isAsked && typed && isReady && (
        <Arithmetic
          text={text}
          typed={typed}
          signals={rows.filter((row) => row.kind === 'signal')}
        />
      )}
      {found.length > 0 && (
        <section aria-labelledby="results">
          <h2 id="results">
            {text['lookup.results']} <small>{found.length}</small>
          </h2>
          <ol ref={list} class="results" onKeyDown={onListKey}>
            {shown.map(({ entry, by }) => (
              <li key={entry.href}>
                <a href={entry.href}>
                  <code>{entry.code}</code>
                </a>
                <span class="kind">{text[`kind.${entry.kind}`]}</span>
                {(by === 'spelling' || by === 'words') && (
                  <span class="muted">{text[`lookup.by.${by}`]}</span>
                )}
                <p>{entry.meaning}</p>
              </li>
            ))}
          </ol>
          {shown.length < found.length && (
            <button
              type="button"
              onClick={() => {
                showWhole(true);
                links().at(-1)?.focus();
              }}
            >
              {formatText(text['lookup.more'], { count: found.length })}
            </button>
          )}
        </section>
      )}
      {isAsked && isReady && found.length === 0 && (
        <NoneFound
          text={text}
          query={query.trim()}
          kind={kind}
          isNumber={typed !== undefined}
          triageHref={triageHref}
          hasOthers={all.length > 0}
          onAllKinds={() => {
            setKind(undefined);
            box.current?.focus();
          }}
        />
      )}
    </div>
  );
}

interface NoneFoundProps {
  readonly text: LookupWords;
  readonly query: string;
  readonly kind: CodeKind | undefined;
  readonly isNumber: boolean;
  readonly triageHref: string;
  /** Other kinds have something. */
  readonly hasOthers: boolean;
  readonly onAllKinds: () => void;
}

/** Says that there is nothing, and what to try. */
function NoneFound(props: NoneFoundProps) {
  const { text, query, kind, isNumber, triageHref, hasOthers, onAllKinds } = props;
  return (
    <section class="none">
      <p>
        {kind
          ? formatText(text['lookup.noneOfKind'], { kind: text[`kind.${kind}`], query })
          : formatText(text['lookup.none'], { query })}
      </p>
      {kind && hasOthers && (
        <button type="button" onClick={onAllKinds}>
          {text['lookup.tryAll']}
        </button>
      )}
      <ul>
        <li>{isNumber ? text['lookup.tryProgram'] : text['lookup.tryName']}</li>
        <li>
          <a href={triageHref}>{text['lookup.tryTriage']}</a>
        </li>
      </ul>
    </section>
  );
}
