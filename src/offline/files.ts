import { LOCALES, type Locale } from '../core/index.ts';

/** What is kept together: files of one language, and those that every language needs. */
export type FileGroup = Locale | 'shared';

/** Path below the base without a leading slash, as in the address bar, and its SHA-256 in Base64. */
export type GroupFiles = Readonly<Record<string, string>>;

/** What the worker may keep: `FILES` is put in by the build. */
export type OfflineFiles = Readonly<Record<FileGroup, GroupFiles>>;

/** Not part of a page: for hosts and machines, for other websites, or the worker itself. */
const LEFT_OUT =
  /^(?:_headers|robots\.txt|offline-worker\.js|card-[\w-]+\.png|sitemap[\w-]*\.xml|api\/[\w-]+\.json|offline-files\/.*|(?:[\w-]+\/)?(?:feed|atom|rss)\.xml)$|\.(?:br|gz|zst|map)$/u;
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

/**
 * Small files of which a language has thousands: the pages of single codes, and the pieces of
 * Pagefind. They are kept as two files, or a visit would make thousands of requests.
 */
export type PackKind = 'txt' | 'bin';

/** Where a file begins and ends in its pack, in bytes. */
export type PackIndex = Readonly<
  Record<PackKind, Readonly<Record<string, readonly [begin: number, end: number]>>>
>;

const PACKS: readonly (readonly [PackKind, RegExp])[] = [
  // Text, because hosts compress it.
  ['txt', /^(?:[a-z-]+\/)?lookup\/[^/]+\/[^/]+\/$/u],
  // Compressed by Pagefind.
  ['bin', /^pagefind\/(?:fragment|index)\/./u],
];

/** Which pack of its language holds a built file; undefined when it is kept by itself. */
export function findPack(path: string): PackKind | undefined {
  return PACKS.find(([, pattern]) => pattern.test(path))?.[0];
}

/** Where the build writes a pack of a language, or the index of both (`json`), below the base. */
export function toPackPath(group: FileGroup, kind: PackKind | 'json'): string {
  return `offline-files/${group}.${kind}`;
}

/** The language of a page, from its path below the base. */
export function findPageLocale(path: string): Locale {
  return LOCALES.find((locale) => path.startsWith(`${locale}/`)) ?? 'en';
}
