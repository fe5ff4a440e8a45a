import type { Locale } from '../core/index.ts';
import { en } from './en.ts';
import { zhCn } from './zh-cn.ts';

export { formatText } from './format.ts';

/** The words that several features use, in one language. A language that lacks a key does not compile. */
export type UiText = Readonly<Record<keyof typeof en, string>>;

export const uiText: Readonly<Record<Locale, UiText>> = { en, 'zh-cn': zhCn };

/** What stands in `<html lang>`. */
export const HTML_LANG: Readonly<Record<Locale, string>> = { en: 'en', 'zh-cn': 'zh-CN' };
