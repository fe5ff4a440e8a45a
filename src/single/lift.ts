import { LOCALES, type Locale, type Localised } from '../core/index.ts';

/** A value whose texts were taken out, language by language. */
export interface Lifted {
  /** The value; where a text stood is its position in the lists: `{ "@": position }`. */
  readonly rest: unknown;
  readonly texts: Localised<readonly unknown[]>;
}

const TEXT_KEY = '@';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const isLocalised = (value: Json): value is Localised<unknown> =>
  LOCALES.every((locale) => locale in value) && Object.keys(value).length === LOCALES.length;

/** Changes every part of a JSON value that `change` knows, from the outside in; others are copied. */
function mapJson(value: unknown, change: (part: Json) => unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => mapJson(part, change));
  if (!isObject(value)) return value;
  return (
    change(value) ??
    Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapJson(part, change)]))
  );
}

/**
 * Takes the texts out of a JSON value: everything that is given once per language. Each language packs better by itself,
 * by a twelfth of all. `joinTexts` gives the value back.
 */
export function liftTexts(value: unknown): Lifted {
  const texts: Record<Locale, unknown[]> = { en: [], 'zh-cn': [] };
  const rest = mapJson(value, (part) => {
    if (!isLocalised(part)) return undefined;
    for (const locale of LOCALES) texts[locale].push(part[locale]);
    return { [TEXT_KEY]: texts.en.length - 1 };
  });
  return { rest, texts };
}

/** Puts texts back to where `liftTexts` took them. */
export function joinTexts({ rest, texts }: Lifted): unknown {
  return mapJson(rest, (part) => {
    const at = part[TEXT_KEY];
    return typeof at === 'number'
      ? Object.fromEntries(LOCALES.map((locale) => [locale, texts[locale][at]]))
      : undefined;
  });
}
