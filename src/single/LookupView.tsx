import { useEffect, useMemo } from 'preact/hooks';
import type { Locale } from '../core/index.ts';
import { CODE_KINDS, toShortMeaning, type CodeView, type NamedLink } from '../core/lookup/index.ts';
import { formatText } from '../i18n/index.ts';
import { lookupText } from '../i18n/lookup.ts';
import CodeEntry from '../islands/CodeEntry.tsx';
import CodeLookup, { type SearchMemory } from '../islands/CodeLookup.tsx';
import InlineText from '../islands/InlineText.tsx';
import { ALIAS_SEPARATOR, INDEX_ID } from '../islands/lookup-rows.ts';
import type { SingleCode, SingleData } from './data.ts';
import { parseRoute, viewHref } from './route.ts';

interface Props {
  readonly data: SingleData;
  readonly locale: Locale;
  /** The entry to show; the list of all when there is none. */
  readonly code: SingleCode | undefined;
  /** A kind or a group of the list, to which it scrolls. */
  readonly part: string | undefined;
}

/** The lookup as the site has it, with its entries in the same file. */
export default function LookupView({ data, locale, code, part }: Props) {
  const text = lookupText[locale];
  if (code)
    return (
      <CodeEntry
        text={text}
        view={toView(data, locale, code)}
        kindHref={viewHref(locale, { name: 'lookup', part: code.body[locale].kind })}
        triageHref={viewHref(locale, { name: 'triage' })}
      />
    );
  return <Index key={locale} data={data} locale={locale} part={part} />;
}

/** Adds what the file says elsewhere: causes, group, neighbours. */
function toView(data: SingleData, locale: Locale, code: SingleCode): CodeView {
  const group = data.codeGroups.find(({ codes }) => codes.includes(code));
  const at = group?.codes.indexOf(code) ?? 0;
  const toLink = (other: SingleCode | undefined): NamedLink | undefined =>
    other && {
      name: other.body[locale].code,
      href: viewHref(locale, { name: 'lookup', id: other.ref }),
    };
  return {
    ...code.body[locale],
    causes: code.causes.map((id) => ({
      name: data.causes[id]?.title[locale] ?? id,
      href: viewHref(locale, { name: 'causes', id }),
    })),
    group: {
      name: group?.title[locale] ?? '',
      href: viewHref(locale, { name: 'lookup', part: group?.id }),
    },
    previous: toLink(group?.codes[at - 1]),
    next: toLink(group?.codes[at + 1]),
  };
}

/** The query stands behind the `#`: a file has no other place for it that every browser lets a page change. */
function toHashMemory(locale: Locale): SearchMemory {
  return {
    read: () => {
      const view = parseRoute(location.hash)?.view;
      return new URLSearchParams(view?.name === 'lookup' ? view.query : '');
    },
    write: (params) => {
      const view = parseRoute(location.hash)?.view;
      if (view?.name !== 'lookup' || view.id !== undefined) return;
      const query = params.toString();
      const part = query === '' ? view.part : undefined;
      history.replaceState(history.state, '', viewHref(locale, { name: 'lookup', part, query }));
    },
  };
}

function Index({ data, locale, part }: Omit<Props, 'code'>) {
  const text = lookupText[locale];
  const groups = data.codeGroups;
  const memory = useMemo(() => toHashMemory(locale), [locale]);
  const count = groups.reduce((sum, { codes }) => sum + codes.length, 0);
  useEffect(() => {
    if (part !== undefined) document.getElementById(part)?.scrollIntoView({ block: 'start' });
  }, [part]);
  return (
    <>
      <h1>{text['lookup.title']}</h1>
      <p class="lead">{text['lookup.lead']}</p>
      <CodeLookup text={text} triageHref={viewHref(locale, { name: 'triage' })} memory={memory} />
      <div id={INDEX_ID}>
        <p>{formatText(text['lookup.indexIntro'], { count })}</p>
        {CODE_KINDS.map((kind) => (
          <section key={kind} data-kind={kind}>
            <h2 id={kind}>{text[`kind.${kind}`]}</h2>
            {groups
              .filter((group) => group.kind === kind)
              .map(({ id, title, codes }) => (
                <>
                  <h3 id={id}>{title[locale]}</h3>
                  <ul>
                    {codes.map((one) => (
                      <Row key={one.ref} locale={locale} code={one} />
                    ))}
                  </ul>
                </>
              ))}
          </section>
        ))}
      </div>
    </>
  );
}

/** One code as `readRows` reads it. */
function Row({ locale, code }: { readonly locale: Locale; readonly code: SingleCode }) {
  const { ref, aliases } = code;
  const view = code.body[locale];
  return (
    <li
      data-aliases={aliases.length > 0 ? aliases.join(ALIAS_SEPARATOR) : undefined}
      data-numbers={view.numbers?.join(' ')}
      data-action={view.action}
      data-sent-by={view.sentBy}
    >
      <a href={viewHref(locale, { name: 'lookup', id: ref })}>{view.code}</a>
      <span>
        <InlineText of={toShortMeaning(view.meaning, locale)} />
      </span>
    </li>
  );
}
