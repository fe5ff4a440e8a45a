import { indentOf, isEllipsis } from '../lines.ts';
import type { SourceLine } from '../types.ts';

/** A line for a parser, or several that a terminal had made of one. */
export interface ManifestLine extends SourceLine {
  readonly endNumber?: number;
}

const MANAGED_FIELDS = /^\s*"?managedFields"?:\s*(?:\[\s*)?$/u;

/** Empties lines of dots that stand for what was left out: to YAML three of them are the end of the document. */
export function dropEllipses(lines: readonly ManifestLine[]): ManifestLine[] {
  return lines.map((line) =>
    isEllipsis(line.text) && !/:(?:\s|$)/u.test(line.text) ? { ...line, text: '' } : line,
  );
}

/** Width of a tab: of the editor or terminal that made tabs of the indent, told by the spaces that it left beside them. */
function tabWidth(leads: readonly string[]): number {
  const spaces = Math.max(0, ...leads.map((lead) => lead.replaceAll('\t', '').length % 8));
  return spaces >= 4 ? 8 : spaces >= 2 ? 4 : 2;
}

/** YAML forbids tabs in the indent. */
export function expandTabs(lines: readonly ManifestLine[]): readonly ManifestLine[] {
  const leadOf = (text: string) => /^[ \t]*/u.exec(text)?.[0] ?? '';
  if (!lines.some(({ text }) => leadOf(text).includes('\t'))) return lines;
  const width = tabWidth([...new Set(lines.map(({ text }) => leadOf(text)))].slice(0, 1000));
  return lines.map((line) => {
    const lead = leadOf(line.text);
    let column = 0;
    for (const char of lead) column += char === '\t' ? width - (column % width) : 1;
    return { ...line, text: ' '.repeat(column) + line.text.slice(lead.length) };
  });
}

/** Leaves out `managedFields`: half of the text, and nothing that tells a cause. */
export function dropManagedFields(lines: readonly ManifestLine[]): ManifestLine[] {
  let width = -1;
  return lines.filter(({ text }) => {
    if (width >= 0) {
      const indent = indentOf(text);
      if (text.trim() === '' || indent > width) return false;
      if (indent === width && /^\s*(?:- |\]|\})/u.test(text)) return false;
      width = -1;
    }
    if (MANAGED_FIELDS.test(text)) width = indentOf(text);
    return width < 0;
  });
}

/** Puts lines that only go on with the one above back to it; each leaves an empty one. */
export function joinWrapped(
  lines: readonly SourceLine[],
  isWrapped: (index: number) => boolean,
  widest: number,
): ManifestLine[] {
  const joined: ManifestLine[] = [];
  // A terminal cuts every line at its width, inside of words; a mail program cuts at spaces.
  const isCut = lines.every(
    (_, index) => !isWrapped(index) || (lines[index - 1]?.text.length ?? 0) >= widest - 1,
  );
  let last = 0;
  lines.forEach((line, index) => {
    const above = joined[last];
    if (!above || !isWrapped(index)) {
      last = joined.length;
      joined.push(line);
    } else {
      const isInWord = isCut && lines[index - 1]?.text.length === widest;
      const text = isInWord ? above.text + line.text : `${above.text} ${line.text.trim()}`;
      joined[last] = { ...above, text, endNumber: line.number };
      joined.push({ ...line, text: '' });
    }
  });
  return joined;
}
