import { indexInSteps, type SearchIndex } from '../core/search/index.ts';
import type { SearchText } from '../i18n/search.ts';
import { unpackEntries, type PackedCatalogue, type PackedPages } from './packed.ts';

/** The module that the build writes for a language. */
interface SearchModule {
  readonly catalogue: PackedCatalogue;
  readonly text: SearchText;
  /** Added once the pages are written; not there while authors write. */
  readonly pages?: PackedPages;
}

/** The matcher, ready to search, and the words around it. */
export interface Matcher {
  readonly index: SearchIndex;
  readonly text: SearchText;
  /** What stands before the path of every page in this language. */
  readonly base: string;
}

/** A slice of work in milliseconds: four times as long on a phone, and still nobody notices. */
const SLICE = 8;

const pause = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

const matchers = new Map<string, Promise<Matcher>>();

/**
 * Loads the matcher of a language, once: a script of the site, because pages that forbid every request still load those.
 *
 * Rejects when it cannot be loaded.
 */
export function loadMatcher(href: string): Promise<Matcher> {
  const known = matchers.get(href) ?? prepareMatcher(href);
  matchers.set(href, known);
  known.catch(() => {
    matchers.delete(href);
  });
  return known;
}

async function prepareMatcher(href: string): Promise<Matcher> {
  const { catalogue, text, pages = {} } = (await import(/* @vite-ignore */ href)) as SearchModule;
  const steps = indexInSteps(unpackEntries(catalogue, pages));
  let until = performance.now() + SLICE;
  for (;;) {
    const step = steps.next();
    if (step.done) return { index: step.value, text, base: catalogue.base };
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + SLICE;
  }
}
