import type { Locale } from '../core/index.ts';

/** What an address without a page asks for. */
export interface AskedAddress {
  readonly locale: Locale;
  /** Its parts that may be names, the last first. */
  readonly names: readonly string[];
  /** Its words, to be searched for. */
  readonly query: string;
}

const CHINESE = /^(?:zh|cn)(?:[-_]|$)/iu;
const ENGLISH = /^en(?:[-_]|$)/iu;
/** Parts that every address may have: they name no page. */
const FOLDER =
  /^(?:docs?|pages?|wiki|index|runbooks?|causes?|explainers?|trees?|lookup|codes?|commands?|search|kubernetes|k8s)$/iu;
const ENDING = /\.(?:html?|mdx?|php|aspx?)$/iu;

/** Decodes `%20` and the like; what cannot be decoded stays as it is. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * Reads what the path and the fragment of an address ask for.
 *
 * @param base Path of the site, such as `/triage`; empty at the root.
 * @example
 * readAskedAddress('/zh/causes/oom_killed.html', '', '')
 * // => { locale: 'zh-cn', names: ['oom_killed'], query: 'oom killed' }
 */
export function readAskedAddress(path: string, hash: string, base: string): AskedAddress {
  const below = path.startsWith(`${base}/`) ? path.slice(base.length) : path;
  const parts = [...below.split('/'), hash.replace(/^#/u, '')]
    .map((part) => decode(part).trim())
    .filter((part) => part !== '');
  const [first = ''] = parts;
  const isChinese = CHINESE.test(first);
  const names = (isChinese || ENGLISH.test(first) ? parts.slice(1) : parts)
    .map((part) => part.replace(ENDING, ''))
    .filter((part) => part !== '' && !FOLDER.test(part));
  const query = names
    .join(' ')
    .replaceAll(/[-_.+~]+/gu, ' ')
    .trim();
  return { locale: isChinese ? 'zh-cn' : 'en', names: names.toReversed(), query };
}
