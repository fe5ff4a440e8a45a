import { useEffect, useMemo, useState } from 'preact/hooks';
import { LOCALES, type Locale } from '../core/index.ts';
import { formatText, HTML_LANG, uiText } from '../i18n/index.ts';
import { singleText } from '../i18n/single.ts';
import Triage from '../islands/Triage.tsx';
import { unpackRules } from '../report/pack.ts';
import type { CatalogueView } from '../report/view.ts';
import type { SingleData } from './data.ts';

interface Props {
  readonly data: SingleData;
}

const SAMPLES = ['mixed', 'pull', 'pending'] as const;
const THEMES = ['system', 'light', 'dark'] as const;
const LOCALE_OF_HASH = /^#(en|zh-cn)$/u;

/** The language of the address (`#zh-cn`), else that of the browser. */
function chooseLocale(): Locale {
  const named = LOCALE_OF_HASH.exec(location.hash)?.[1];
  const own = LOCALES.find((locale) => locale === named);
  if (own) return own;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en';
}

/** The whole edition: triage in the language of the reader, who can change it without losing a paste. */
export default function Edition({ data }: Props) {
  const [locale, setLocale] = useState(chooseLocale);
  const [theme, setTheme] = useState<(typeof THEMES)[number]>('system');
  const text = uiText[locale];
  const own = singleText[locale];
  const rules = useMemo(() => unpackRules(data.rules), []);
  const catalogue = useMemo<CatalogueView>(
    () =>
      Object.fromEntries(
        Object.entries(data.views[locale]).flatMap(([id, view]) => {
          const rule = rules[id];
          return rule ? [[id, { ...view, rule, phrases: [] }]] : [];
        }),
      ),
    [locale],
  );

  useEffect(() => {
    document.documentElement.lang = HTML_LANG[locale];
    document.title = text['site.name'];
  }, [locale]);
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
          <div class="tools">
            {LOCALES.filter((one) => one !== locale).map((one) => (
              <button
                key={one}
                type="button"
                lang={HTML_LANG[one]}
                onClick={() => {
                  setLocale(one);
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
      <main class="page-width">
        <h1>{text['triage.title']}</h1>
        <p class="lead">{text['triage.lead']}</p>
        <Triage
          text={text}
          samples={SAMPLES.map((name) => ({ name, label: text[`triage.sample.${name}`] }))}
          repository={data.repository}
          catalogue={catalogue}
        />
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
