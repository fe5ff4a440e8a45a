/** What the checks of the content need to know of an MDX text. Read without compiling it. */
export interface MdxOutline {
  readonly headings: readonly MdxHeading[];
  /** Our own tags, such as `<Run of="…" />`, in the order of the text. */
  readonly tags: readonly MdxTag[];
  /** Targets of links, such as `#oom-killed` or `/runbooks/probe/`. */
  readonly links: readonly string[];
  /**
   * How it is built: headings, list items, rows, fenced blocks, links and references, in their
   * order and without their words. Two languages of one text have the same.
   */
  readonly shape: string;
  /** Texts that begin like one of our tags but cannot be read as one. */
  readonly unreadable: readonly string[];
}

export interface MdxHeading {
  readonly depth: number;
  readonly text: string;
  /** Whether something stands between it and the next heading. */
  readonly filled: boolean;
}

export interface MdxTag {
  readonly name: TagName;
  readonly attributes: Readonly<Record<string, string>>;
  /** The heading it stands under. */
  readonly section: string;
}

/** Tags on lines of their own. Of these only `Command` may hold something: a fenced block. */
const BLOCK_TAGS = ['Run', 'Command', 'Causes', 'Tree'] as const;
/** Tags that may stand within a sentence. */
const INLINE_TAGS = ['Cause', 'Explainer', 'Version', 'Danger'] as const;
export type TagName = (typeof BLOCK_TAGS)[number] | (typeof INLINE_TAGS)[number];

const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
const HEADING = /^(#{1,6})\s+(.*\S)\s*$/u;
// No backslash and no `${` in a template: MDX would turn them into something else than what is checked.
const VALUE = String.raw`"[^"]*"|'[^']*'|\{\x60(?:[^\x60\\$]|\$(?!\{))*\x60\}`;
const ATTRIBUTES = `((?:\\s+\\w+=(?:${VALUE}))*)\\s*`;
const BLOCK_TAG = new RegExp(
  `^<(?:(Command)${ATTRIBUTES}/?|(Run|Causes|Tree)${ATTRIBUTES}/)>`,
  'u',
);
const BLOCK_START = new RegExp(`<(?:${BLOCK_TAGS.join('|')})\\b`, 'u');
const INLINE_TAG = new RegExp(
  `^<(?:(Cause|Explainer)${ATTRIBUTES}/|(Version|Danger)${ATTRIBUTES})>`,
  'u',
);
const INLINE_START = new RegExp(`<(?:${INLINE_TAGS.join('|')})\\b`, 'gu');
const ATTRIBUTE = new RegExp(`(\\w+)=(${VALUE})`, 'gu');
const LIST_ITEM_OR_ROW = /^ *([-*|]|\d+\.)(?: |$)/u;
const INLINE_CODE = /(`+)[^`].*?\1/gu;
const LINK = /\]\(\s*<?([^\s)>]+)/gu;

/**
 * Reads headings, tags and links of an MDX text; fenced blocks and inline code are left out.
 *
 * A scanner and not the MDX compiler: it must run in unit tests and name the line of a wrong tag.
 */
export function readMdxOutline(body: string): MdxOutline {
  const headings: (MdxHeading & { filled: boolean })[] = [];
  const tags: MdxTag[] = [];
  const links: string[] = [];
  const shape: string[] = [];
  const unreadable: string[] = [];
  const lines = body.split(/\r?\n/u);
  let fence = '';

  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const last = headings.at(-1);
    if (last && line.trim() !== '' && (fence !== '' || !HEADING.test(line))) last.filled = true;
    const marker = FENCE.exec(line.trimStart())?.[1];
    if (marker !== undefined && (fence === '' || marker.startsWith(fence))) {
      if (fence === '') shape.push(line.trim());
      fence = fence === '' ? marker : '';
      continue;
    }
    if (fence !== '') continue;

    const heading = HEADING.exec(line);
    if (heading) {
      shape.push(heading[1] ?? '');
      headings.push({ depth: heading[1]?.length ?? 0, text: heading[2] ?? '', filled: false });
      continue;
    }
    const section = last?.text ?? '';
    const prose = line.replaceAll(INLINE_CODE, '');
    const mark = LIST_ITEM_OR_ROW.exec(line)?.[1];
    if (mark !== undefined) shape.push(mark);
    for (const [, target = ''] of prose.matchAll(LINK)) {
      links.push(target);
      shape.push('link');
    }
    for (const { index: start } of prose.matchAll(INLINE_START)) {
      const tag = toTag(INLINE_TAG.exec(prose.slice(start)), section);
      if (!tag) unreadable.push(line.trim());
      else {
        tags.push(tag);
        shape.push(tag.name);
      }
    }
    if (!BLOCK_START.test(prose)) continue;

    const found = BLOCK_TAG.exec(lines.slice(index).join('\n').trimStart());
    const tag = toTag(found, section);
    if (!found || !tag) {
      unreadable.push(line.trim());
      continue;
    }
    tags.push(tag);
    shape.push(tag.name);
    index += found[0].split('\n').length - 1;
  }
  return { headings, tags, links, shape: shape.join(' '), unreadable };
}

function toTag(found: RegExpExecArray | null, section: string): MdxTag | undefined {
  const name = found?.[1] ?? found?.[3];
  if (!found || name === undefined) return undefined;
  const attributes = readAttributes(found[2] ?? found[4] ?? '');
  return { name: name as TagName, attributes, section };
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [
      name,
      value.startsWith('{') ? value.slice(2, -2) : value.slice(1, -1),
    ]),
  );
}

/** The anchor that Markdown gives a heading (the rule of github-slugger). */
export function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .replaceAll(/\s/gu, '-');
}
