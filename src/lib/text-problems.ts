import type { Locale } from '../core/index.ts';
import { findUnknownPlaceholders } from '../schemas/placeholders.ts';
import { findRunbookIds, type ContentIndex } from './content-index.ts';
import { readMdxOutline, toAnchor, type MdxOutline, type MdxTag } from './mdx-outline.ts';
import { CAUSES_ANCHOR, RUNBOOK_SECTIONS } from './text-sections.ts';

/** Tags of ours that cannot be read, and tags that belong to the other kind of text. */
export function tagProblems(
  file: string,
  { tags, unreadable }: MdxOutline,
  name: MdxTag['name'],
): string[] {
  return [
    ...unreadable.map((text) => `${file}: cannot read the tag in “${text}”`),
    ...tags
      .filter((tag) => tag.name !== name)
      .map((tag) => `${file}: use <${name} />, not <${tag.name} />`),
  ];
}

export function placeholderProblems(where: string, command: string): string[] {
  return findUnknownPlaceholders(command).map((name) => `${where}: unknown placeholder ${name}`);
}

/** Links of a text that stands on the page of `runbook`: to another language, page or section that is not there. */
export function linkProblems(
  file: string,
  locale: Locale,
  runbook: string,
  outline: MdxOutline,
  content: ContentIndex,
): string[] {
  const prefix = locale === 'en' ? '' : `/${locale}`;
  const runbookPath = new RegExp(`^${prefix}/runbooks/([^/]+)/$`, 'u');
  return outline.links.flatMap((link) => {
    if (link.startsWith('https://')) return [];
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? runbook : runbookPath.exec(path)?.[1];
    if (target === undefined)
      return [`${file}: the link ${link} is not of the form ${prefix}/runbooks/<id>/#<anchor>`];
    if (!findRunbookIds(content.runbookTexts).includes(target))
      return [`${file}: the link ${link} leads to no runbook`];
    if (anchor !== undefined && !hasAnchor(target, locale, anchor, content))
      return [`${file}: the link ${link} leads to no section of ${target}`];
    return [];
  });
}

function hasAnchor(
  runbook: string,
  locale: Locale,
  anchor: string,
  content: ContentIndex,
): boolean {
  if (anchor === CAUSES_ANCHOR || RUNBOOK_SECTIONS.some(({ id }) => id === anchor)) return true;
  const cause = content.causes[anchor];
  if (cause) return cause.runbook === runbook;
  const { headings } = readMdxOutline(content.runbookTexts[`${runbook}/${locale}`] ?? '');
  return headings.some(({ depth, text }) => depth > 2 && toAnchor(text) === anchor);
}
