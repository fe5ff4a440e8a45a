import type { Locale } from '../core/index.ts';
import type { PackedRules } from '../report/pack.ts';
import type { CauseView } from '../report/view.ts';

/** Id of the data block in the single file. */
export const DATA_ID = 'data';

/** What the single-file edition knows of the causes: rules once, words in every language. */
export interface SingleData {
  readonly rules: PackedRules;
  readonly views: Readonly<
    Record<Locale, Readonly<Record<string, Omit<CauseView, 'rule' | 'phrases'>>>>
  >;
  /** Where the whole site is, when the build was told. */
  readonly site: string | undefined;
  readonly repository: string | undefined;
  /** Day of the build. */
  readonly built: string;
}
