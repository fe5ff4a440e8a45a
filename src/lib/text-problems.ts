import type { Locale } from '../core/index.ts';
import { findUnknownPlaceholders } from '../schemas/placeholders.ts';
import { findTextIds, type ContentIndex } from './content-index.ts';
import { readMdxOutline, toAnchor, type MdxOutline } from './mdx-outline.ts';
import { CAUSES_ANCHOR, RUNBOOK_SECTIONS } from './text-sections.ts';

/** Placeholders of a command that are not in the closed list. */
export function placeholderProblems(where: string, command: string): string[] {
  return findUnknownPlaceholders(command).map((name) => `${where}: unknown placeholder ${name}`);
}

/** Headings that skip a level, and those with nothing below them. */
export function headingProblems(file: string, { headings }: MdxOutline): string[] {
  return headings.flatMap(({ depth, text, filled }, index) => {
    const before = headings[index - 1]?.depth ?? depth;
    const after = headings[index + 1]?.depth ?? 0;
    return [
      ...(depth > before + 1 ? [`${file}: “${text}” skips a level of headings`] : []),
      ...(filled || after > depth ? [] : [`${file}: the section “${text}” is empty`]),
    ];
  });
}

/** The page on which a text stands, such as `/runbooks/probe/`. */
export interface Place {
  readonly folder: 'runbooks' | 'explainers';
  readonly id: string;
}

/** Pages with their own checks: their anchors are followed on the built site only. */
const OTHER_PAGES = /^\/(?:(?:commands|lookup|trees|search|accuracy)\/(?:[\w-]+\/)*)?$/u;

/**
 * Links of a text to another language, page or section that is not there.
 *
 * @param place Where the text is shown: a link such as `#oom-killed` stays on that page.
 */
export function linkProblems(
  file: string,
  locale: Locale,
  place: Place,
  outline: MdxOutline,
  content: ContentIndex,
): string[] {
  const prefix = locale === 'en' ? '' : `/${locale}`;
  const pages = new RegExp(`^${prefix}/(runbooks|explainers)/([^/]+)/$`, 'u');
  return outline.links.flatMap((link) => {
    if (link.startsWith('https://')) return [];
    const [path = '', anchor] = link.split('#');
    if (path.startsWith(`${prefix}/`) && OTHER_PAGES.test(path.slice(prefix.length))) return [];
    const [, folder, id] = path === '' ? ['', place.folder, place.id] : (pages.exec(path) ?? []);
    if ((folder !== 'runbooks' && folder !== 'explainers') || id === undefined)
      return [`${file}: the link ${link} is not of the form ${prefix}/runbooks/<id>/#<anchor>`];
    const texts = folder === 'runbooks' ? content.runbookTexts : content.explainerTexts;
    if (!findTextIds(texts).includes(id))
      return [`${file}: the link ${link} leads to no ${folder.replace(/s$/u, '')}`];
    if (anchor !== undefined && !hasAnchor({ folder, id }, locale, anchor, content))
      return [`${file}: the link ${link} leads to no section of ${id}`];
    return [];
  });
}

function hasAnchor(
  { folder, id }: Place,
  locale: Locale,
  anchor: string,
  content: ContentIndex,
): boolean {
  const texts = folder === 'runbooks' ? content.runbookTexts : content.explainerTexts;
  const { headings } = readMdxOutline(texts[`${id}/${locale}`] ?? '');
  if (folder === 'explainers') return headings.some(({ text }) => toAnchor(text) === anchor);
  if (anchor === CAUSES_ANCHOR || RUNBOOK_SECTIONS.some((section) => section.id === anchor))
    return true;
  const cause = content.causes[anchor];
  if (cause) return cause.runbook === id;
  return headings.some(({ depth, text }) => depth > 2 && toAnchor(text) === anchor);
}
