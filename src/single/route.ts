import { LOCALES, type Locale } from '../core/index.ts';

/** What the file shows. `id` names one cause or one code (`<kind>/<slug>`); without it the list of all is meant. */
export type View =
  | { readonly name: 'triage' }
  | { readonly name: 'causes'; readonly id?: string | undefined }
  | {
      readonly name: 'lookup';
      readonly id?: string | undefined;
      /** A part of the list: a kind or a group. */
      readonly part?: string | undefined;
      /** What is searched in the list, as `q=137&kind=event`. */
      readonly query?: string | undefined;
    };

export interface Route {
  /** Undefined when the address names no language. */
  readonly locale: Locale | undefined;
  readonly view: View;
}

/** The way to a view, from within the file. */
export function viewHref(locale: Locale, view: View): string {
  const parts: string[] = [locale];
  if (view.name !== 'triage') parts.push(view.name);
  if (view.name === 'lookup' && view.part !== undefined) parts.push(view.part);
  if (view.name !== 'triage' && view.id !== undefined) parts.push(view.id);
  const query = view.name === 'lookup' ? view.query : undefined;
  return `#${parts.join('/')}${query === undefined || query === '' ? '' : `?${query}`}`;
}

/**
 * Reads what stands behind the `#` of the address.
 *
 * Undefined for what is no view, such as the number of a line: then the reader stays where they are.
 *
 * @example
 * parseRoute('#zh-cn/lookup/exit-code/137')
 * // => { locale: 'zh-cn', view: { name: 'lookup', id: 'exit-code/137' } }
 */
export function parseRoute(hash: string): Route | undefined {
  const [path = '', query] = hash.replace(/^#/u, '').split('?', 2);
  if (path === '') return { locale: undefined, view: { name: 'triage' } };
  const [first = '', name, ...rest] = path.split('/');
  const locale = LOCALES.find((one) => one === first);
  if (!locale) return undefined;
  if (name === undefined) return { locale, view: { name: 'triage' } };
  const id = rest.length > 0 ? rest.join('/') : undefined;
  if (name === 'causes') return { locale, view: { name, id } };
  if (name !== 'lookup') return undefined;
  return { locale, view: rest.length === 1 ? { name, part: id } : { name, id, query } };
}
