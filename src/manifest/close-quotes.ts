import type { ManifestPart } from '../core/manifest/index.ts';

type Lines = ManifestPart['lines'];

/** A value or an item that begins with a quote; the lead counts for the indent of what may follow. */
const QUOTED = /^(\s*(?:- )*)(?:["']?[\w./~-]+["']?:\s+)?(["'])/u;
/** By how many spaces a line is indented. */
export const widthOf = (text: string) => /^ */u.exec(text)?.[0].length ?? 0;

/** Whether a quoted text ends in this line; `from` is behind its first quote. */
function isClosed(text: string, quote: string, from: number): boolean {
  for (let i = from; i < text.length; i += 1) {
    if (quote === '"' && text[i] === '\\') i += 1;
    else if (text[i] === quote) {
      if (quote === '"' || text[i + 1] !== quote) return true;
      i += 1;
    }
  }
  return false;
}

/**
 * Closes quotes that were cut off, at the end of what is indented below them.
 *
 * A parser of YAML would read on to the next quote, however far below, and take everything between for one text.
 */
export function closeQuotes(lines: Lines): Lines {
  const closed = [...lines];
  for (let i = 0; i < lines.length; i += 1) {
    const text = lines[i]?.text ?? '';
    const [whole = '', lead = '', quote] = QUOTED.exec(text) ?? [];
    if (quote === undefined) continue;
    let last = i;
    let isOpen = !isClosed(text, quote, whole.length);
    while (isOpen && last + 1 < lines.length) {
      const below = lines[last + 1]?.text ?? '';
      if (below.trim() !== '' && widthOf(below) <= lead.length) break;
      last += 1;
      isOpen = !isClosed(below, quote, 0);
    }
    const end = closed[last];
    if (isOpen && end) closed[last] = { ...end, text: end.text + quote };
    i = last;
  }
  return closed;
}
