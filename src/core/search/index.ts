/**
 * The second door of the core: comparing by words. Apart, so that a page that only diagnoses does not load it.
 */
export { addLooseCauses } from '../add-loose.ts';
export type { Phrase, PhraseHit } from '../errorLine.ts';
export {
  indexEntries,
  indexInSteps,
  search,
  type EntryKind,
  type Reason,
  type SearchEntry,
  type SearchHit,
  type SearchIndex,
} from './search.ts';
export { splitTerms, stripNames, toTerms, toWords } from './words.ts';
