import type { Cause, CommandStep, Locale, Localised } from '../core/index.ts';
import type { CodeBody, CodeKind } from '../core/lookup/index.ts';
import type { PackedRules } from '../report/pack.ts';
import { joinTexts, liftTexts, type Lifted } from './lift.ts';

/** Id of the data block in the single file. */
export const DATA_ID = 'data';

/** What an element of a cause's text may be. */
export const TEXT_TAGS = [
  'h2',
  'p',
  'ul',
  'ol',
  'li',
  'strong',
  'em',
  'code',
  'pre',
  'blockquote',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'br',
] as const;
export type TextTag = (typeof TEXT_TAGS)[number];

/** A piece of a cause's text: words, an element, or one of our own tags. */
export type TextNode =
  | string
  | readonly [tag: TextTag, children: readonly TextNode[]]
  /** An address outside of the file. */
  | readonly [tag: 'a', children: readonly TextNode[], href: string]
  | readonly [tag: 'cause', id: string]
  /** The place of a command. */
  | readonly [tag: 'run', id: string]
  | readonly [tag: 'version', children: readonly TextNode[], since: string, until: string]
  | readonly [tag: 'danger', children: readonly TextNode[]];

/** A cause as the single file has it: rules are packed apart. */
export interface SingleCause extends Omit<Cause, 'rule' | 'aliases' | 'codes'> {
  /** As they are printed; `ref` names the entry of the lookup, where there is one. */
  readonly codes: readonly { readonly name: string; readonly ref?: string | undefined }[];
  readonly text: Localised<readonly TextNode[]>;
}

/** One entry of the lookup. */
export interface SingleCode {
  /** `<kind>/<slug>`, as in the address of its page on the site. */
  readonly ref: string;
  /** All of its names, also those in the other language: both are searched. */
  readonly aliases: readonly string[];
  /** Ids of its causes. */
  readonly causes: readonly string[];
  /** The languages stand side by side: packing sees what they have in common. */
  readonly body: Localised<CodeBody>;
}

export interface SingleCodeGroup {
  readonly id: string;
  readonly kind: CodeKind;
  readonly title: Localised;
  readonly codes: readonly SingleCode[];
}

/** What the single-file edition knows. */
export interface SingleData {
  readonly rules: PackedRules;
  readonly causes: Readonly<Record<string, SingleCause>>;
  /** In alphabetical order of their ids. */
  readonly runbooks: readonly { readonly id: string; readonly title: Localised }[];
  readonly codeGroups: readonly SingleCodeGroup[];
  /** Where the whole site is, when the build was told. */
  readonly site: string | undefined;
  readonly repository: string | undefined;
  /** Day of the build. */
  readonly built: string;
}

/** All commands of a cause: there is no runbook to look the others up in. */
export const ALL_COMMANDS: Readonly<Record<CommandStep, number>> = {
  confirm: 99,
  fix: 99,
  verify: 99,
};

/** Where a page of the whole site is, for a path that begins with `/`; undefined when the build was not told. */
export function toSiteHref(
  site: string | undefined,
  locale: Locale,
  path: string,
): string | undefined {
  return site === undefined ? undefined : `${site}${locale === 'en' ? '' : `/${locale}`}${path}`;
}

/** The data as the block holds it. */
export interface PackedData extends Omit<SingleData, 'causes'> {
  readonly causes: Lifted;
}

export function packData(data: SingleData): PackedData {
  return { ...data, causes: liftTexts(data.causes) };
}

export function unpackData(packed: PackedData): SingleData {
  return { ...packed, causes: joinTexts(packed.causes) as SingleData['causes'] };
}
