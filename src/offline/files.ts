import { LOCALES, type Locale } from '../core/index.ts';

/** What is kept together: files of one language, and those that every language needs. */
export type FileGroup = Locale | 'shared';

/** Path below the base without a leading slash, as in the address bar, and its SHA-256 in Base64. */
export type GroupFiles = Readonly<Record<string, string>>;

/** What the worker may keep: `FILES` is put in by the build. */
export type OfflineFiles = Readonly<Record<FileGroup, GroupFiles>>;

/** Not part of a page: for hosts and machines, for other websites, or the worker itself. */
const LEFT_OUT =
  /^(?:_headers|robots\.txt|offline-worker\.js|card-[\w-]+\.png|sitemap[\w-]*\.xml|api\/[\w-]+\.json|(?:[\w-]+\/)?(?:feed|atom|rss)\.xml)$|\.(?:br|gz|zst|map)$/u;
const PAGEFIND = 'pagefind/';

/**
 * Which language a built file belongs to, or undefined when it is not kept.
 *
 * Pagefind writes the language into the names of its files: `index/zh-cn_4f2a.pf_index`.
 *
 * @param path Below the base, without a leading slash: `zh-cn/runbooks/probe/`.
 */
export function findGroup(path: string): FileGroup | undefined {
  if (LEFT_OUT.test(path)) return undefined;
  if (path.startsWith(PAGEFIND)) {
    const language = /(?:^|[/.])([a-z]{2}(?:-[a-z]{2})?)[_.][^/]*$/u.exec(path)?.[1];
    return LOCALES.find((locale) => locale === language) ?? 'shared';
  }
  const [first] = path.split('/');
  const own = LOCALES.find((locale) => locale === first);
  if (own) return own;
  return path === '' || path.endsWith('/') ? 'en' : 'shared';
}

/** The language of a page, from its path below the base. */
export function findPageLocale(path: string): Locale {
  return LOCALES.find((locale) => path.startsWith(`${locale}/`)) ?? 'en';
}
