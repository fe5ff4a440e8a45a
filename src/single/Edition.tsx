import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { LOCALES, type Cause, type Locale } from '../core/index.ts';
import { formatText, HTML_LANG, uiText } from '../i18n/index.ts';
import { lookupText } from '../i18n/lookup.ts';
import { singleText } from '../i18n/single.ts';
import Triage from '../islands/Triage.tsx';
import { unpackRules } from '../report/pack.ts';
import { toCatalogueView, type CatalogueView } from '../report/view.ts';
import CauseEntry from './CauseEntry.tsx';
import CauseList from './CauseList.tsx';
import { ALL_COMMANDS, type SingleData } from './data.ts';
import LookupView from './LookupView.tsx';
import { parseRoute, viewHref, type View } from './route.ts';

interface Props {
  readonly data: SingleData;
}

const SAMPLES = ['mixed', 'pull', 'pending'] as const;
const THEMES = ['system', 'light', 'dark'] as const;
const VIEWS = ['triage', 'causes', 'lookup'] as const;

const ownLocale = (): Locale =>
  navigator.language.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en';

interface Place {
  readonly locale: Locale;
  readonly view: View;
}

/** Where the address leads: its language, else that of the browser. Undefined when it names no view. */
function readPlace(): Place | undefined {
  const route = parseRoute(location.hash);
  return route && { locale: route.locale ?? ownLocale(), view: route.view };
}

/** Tells the page its language before anything is drawn in it: `islands/OnDemand.tsx` reads it there. */
function speak(place: Place): Place {
  document.documentElement.lang = HTML_LANG[place.locale];
  return place;
}

/** What triage shows of the causes, with links that stay in the file. */
function toCatalogue(data: SingleData, locale: Locale): CatalogueView {
  const rules = unpackRules(data.rules);
  const causes = Object.fromEntries(
    Object.entries(data.causes).flatMap(([id, cause]): [string, Cause][] => {
      const rule = rules[id];
      return rule ? [[id, { ...cause, rule, codes: [], aliases: { en: [], 'zh-cn': [] } }]] : [];
    }),
  );
  return toCatalogueView(
    causes,
    locale,
    (_, id) => viewHref(locale, { name: 'causes', id }),
    ALL_COMMANDS,
  );
}

/** The whole edition: triage, the causes and the lookup, in a language that can change without losing a paste. */
export default function Edition({ data }: Props) {
  const [place, setPlace] = useState<Place>(() =>
    speak(readPlace() ?? { locale: ownLocale(), view: { name: 'triage' } }),
  );
  const [theme, setTheme] = useState<(typeof THEMES)[number]>('system');
  const main = useRef<HTMLElement>(null);
  /** How far down each view was, so that the way back leads there. */
  const heights = useRef(new Map<string, number>());
  const shown = useRef('');
  const triageFocus = useRef<HTMLElement>();
  const { locale, view } = place;
  const text = uiText[locale];
  const own = singleText[locale];
  const catalogue = useMemo(() => toCatalogue(data, locale), [locale]);
  const code =
    view.name === 'lookup' && view.id !== undefined
      ? data.codeGroups.flatMap((group) => group.codes).find(({ ref }) => ref === view.id)
      : undefined;
  const cause = view.name === 'causes' && view.id !== undefined ? data.causes[view.id] : undefined;
  const names = {
    triage: text['nav.triage'],
    causes: own.causes,
    lookup: lookupText[locale]['lookup.title'],
  };
  const title =
    cause?.title[locale].replaceAll('`', '') ?? code?.body[locale].code ?? names[view.name];
  const key = `${view.name}/${view.name === 'triage' ? '' : (view.id ?? '')}`;

  useEffect(() => {
    const onHash = () => {
      const next = readPlace();
      if (next) setPlace(speak(next));
    };
    // Before the browser moves the page for the new address.
    const onScroll = () => {
      heights.current.set(shown.current, window.scrollY);
    };
    // Triage takes what is pasted or dropped anywhere, also while another view is open: its answer is wanted then.
    const onTaken = (event: Event) => {
      const now = readPlace();
      if (event.defaultPrevented && now && now.view.name !== 'triage')
        location.hash = viewHref(now.locale, { name: 'triage' });
    };
    history.scrollRestoration = 'manual';
    window.addEventListener('hashchange', onHash);
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('paste', onTaken);
    window.addEventListener('drop', onTaken);
    return () => {
      window.removeEventListener('hashchange', onHash);
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('paste', onTaken);
      window.removeEventListener('drop', onTaken);
    };
  }, []);
  useEffect(() => {
    document.title = `${title} · ${text['site.name']}`;
  }, [locale, title]);
  useLayoutEffect(() => {
    const isFirst = shown.current === '';
    shown.current = key;
    if (isFirst) return;
    window.scrollTo({ top: heights.current.get(key) ?? 0 });
    // Back to where triage was left; to the box of the lookup; else to the heading, where a screen reader begins.
    const target =
      view.name === 'triage'
        ? triageFocus.current
        : (main.current?.querySelector<HTMLElement>('#code') ??
          main.current?.querySelector<HTMLElement>('.view:not([hidden]) h1'));
    if (target instanceof HTMLHeadingElement) target.tabIndex = -1;
    target?.focus({ preventScroll: true });
  }, [key]);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
  }, [theme]);

  return (
    <>
      <header>
        <div class="bar page-width">
          <strong>{text['site.name']}</strong>
          <nav aria-label={text['nav.label']}>
            {VIEWS.map((name) => (
              <a
                key={name}
                href={viewHref(locale, { name })}
                aria-current={name === view.name ? 'true' : undefined}
              >
                {names[name]}
              </a>
            ))}
          </nav>
          <div class="tools">
            {LOCALES.filter((one) => one !== locale).map((one) => (
              <button
                key={one}
                type="button"
                lang={HTML_LANG[one]}
                onClick={() => {
                  // The newest query of the lookup stands in the address only.
                  location.hash = viewHref(one, readPlace()?.view ?? view);
                }}
              >
                {uiText[one]['site.language']}
              </button>
            ))}
            <label>
              <span class="visually-hidden">{text['theme.label']}</span>
              <select
                value={theme}
                onChange={(event) => {
                  const chosen = THEMES.find((one) => one === event.currentTarget.value);
                  setTheme(chosen ?? 'system');
                }}
              >
                {THEMES.map((one) => (
                  <option key={one} value={one}>
                    {text[`theme.${one}`]}
                  </option>
                ))}
              </select>
            </label>
          </div>
        </div>
      </header>
      <main class="page-width" ref={main}>
        {/* Never taken away: it holds the paste. */}
        <div
          class="view"
          hidden={view.name !== 'triage'}
          onFocusIn={({ target }) => {
            if (target instanceof HTMLElement) triageFocus.current = target;
          }}
        >
          <h1>{text['triage.title']}</h1>
          <p class="lead">{text['triage.lead']}</p>
          <Triage
            text={text}
            samples={SAMPLES.map((name) => ({ name, label: text[`triage.sample.${name}`] }))}
            repository={data.repository}
            catalogue={catalogue}
          />
        </div>
        {view.name === 'causes' && (
          <div class="view">
            {view.id !== undefined && cause ? (
              <CauseEntry data={data} locale={locale} id={view.id} cause={cause} />
            ) : (
              <CauseList data={data} locale={locale} />
            )}
          </div>
        )}
        {view.name === 'lookup' && (
          <div class="view">
            <LookupView data={data} locale={locale} code={code} part={view.part} />
          </div>
        )}
      </main>
      <footer>
        <div class="page-width">
          <p>{text['footer.privacy']}</p>
          <p>
            {formatText(own.edition, { date: data.built })}
            {data.site !== undefined && (
              <>
                {' '}
                <a href={data.site}>{own.site}</a>
              </>
            )}
          </p>
          <p>{text['footer.license']}</p>
        </div>
      </footer>
    </>
  );
}
