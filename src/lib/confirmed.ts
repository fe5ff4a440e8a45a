import { createHash } from 'node:crypto';
import { LOCALES, type Locale } from '../core/index.ts';

/** A hash of what a text says in each language. */
export type Hashes = Readonly<Record<Locale, string>>;
/** The hashes of texts by their ids, such as `causes/oom-killed`. */
export type Confirmed = Readonly<Record<string, Hashes>>;

const HASH_LENGTH = 12;

/** The words of one language in a value read from YAML, with the keys that lead to them. */
export function findWords(value: unknown, locale: Locale, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) => {
    const here = `${path}.${key}`;
    return key === locale ? [`${here} ${JSON.stringify(one)}`] : findWords(one, locale, here);
  });
}

/** A short hash of texts, the same on every system. */
export function toHash(texts: readonly string[]): string {
  const text = texts.join('\n').replaceAll('\r\n', '\n');
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH);
}

/**
 * Finds texts of which one language was changed after both were last confirmed to say the same.
 *
 * @returns One text for each, with the command that confirms it; empty is good.
 */
export function staleProblems(now: Confirmed, confirmed: Confirmed): string[] {
  const stale = Object.entries(now).flatMap(([id, hashes]) => {
    const before = Object.hasOwn(confirmed, id) ? confirmed[id] : undefined;
    if (!before) return [`content/${id}: nobody has confirmed that the languages say the same`];
    const changed = LOCALES.filter((locale) => hashes[locale] !== before[locale]);
    if (changed.length === 0) return [];
    return [`content/${id}: ${changed.join(' and ')} changed since the languages were confirmed`];
  });
  const gone = Object.keys(confirmed).filter((id) => !Object.hasOwn(now, id));
  return [
    ...stale.map((text) => `${text}: compare them, then npm run confirm -- ${toId(text)}`),
    ...gone.map((id) => `content/confirmed.json: there is no ${id} any more: npm run confirm`),
  ];
}

function toId(text: string): string {
  return text.slice('content/'.length, text.indexOf(':'));
}
