/** What the checks of the content need to know of an MDX text. Read without compiling it. */
export interface MdxOutline {
  readonly headings: readonly MdxHeading[];
  /** `<Run of="…">` and `<Command run="…">` in the order of the text. */
  readonly tags: readonly MdxTag[];
  /** Targets of links, such as `#oom-killed` or `/runbooks/probe/`. */
  readonly links: readonly string[];
  /** Texts that begin like one of our tags but cannot be read as one. */
  readonly unreadable: readonly string[];
}

export interface MdxHeading {
  readonly depth: number;
  readonly text: string;
}

export interface MdxTag {
  readonly name: 'Run' | 'Command';
  readonly attributes: Readonly<Record<string, string>>;
  /** The heading it stands under. */
  readonly section: string;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
const HEADING = /^(#{1,6})\s+(.*\S)\s*$/u;
const VALUE = `"[^"]*"|'[^']*'|\\{\`[^\`]*\`\\}`;
const TAG = new RegExp(`^<(Run|Command)((?:\\s+\\w+=(?:${VALUE}))*)\\s*/>`, 'u');
const TAG_START = /<(?:Run|Command)\b/u;
const ATTRIBUTE = new RegExp(`(\\w+)=(${VALUE})`, 'gu');
const INLINE_CODE = /(`+)[^`].*?\1/gu;
const LINK = /\]\(\s*<?([^\s)>]+)/gu;

/**
 * Reads headings, commands and links of an MDX text; fenced blocks and inline code are left out.
 *
 * A scanner and not the MDX compiler: it must run in unit tests and name the line of a wrong tag.
 */
export function readMdxOutline(body: string): MdxOutline {
  const headings: MdxHeading[] = [];
  const tags: MdxTag[] = [];
  const links: string[] = [];
  const unreadable: string[] = [];
  const lines = body.split(/\r?\n/u);
  let fence = '';

  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const marker = FENCE.exec(line)?.[1];
    if (marker !== undefined && (fence === '' || marker.startsWith(fence))) {
      fence = fence === '' ? marker : '';
      continue;
    }
    if (fence !== '') continue;

    const heading = HEADING.exec(line);
    if (heading) {
      headings.push({ depth: heading[1]?.length ?? 0, text: heading[2] ?? '' });
      continue;
    }
    const prose = line.replaceAll(INLINE_CODE, '');
    for (const [, target = ''] of prose.matchAll(LINK)) links.push(target);
    if (!TAG_START.test(prose)) continue;

    const tag = TAG.exec(lines.slice(index).join('\n').trimStart());
    if (!tag) {
      unreadable.push(line.trim());
      continue;
    }
    tags.push({
      name: tag[1] as MdxTag['name'],
      attributes: readAttributes(tag[2] ?? ''),
      section: headings.at(-1)?.text ?? '',
    });
    index += tag[0].split('\n').length - 1;
  }
  return { headings, tags, links, unreadable };
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
