import type { Steps } from '../steps.ts';
import type { SourceLine } from '../types.ts';

/** Longer lines are taken apart: an API answers a whole list on one line. Characters. */
const LONG = 100_000;
/** Characters between two pauses. */
const SLICE = 2_000_000;
const OPEN = /^\s*[{[]/u;
const BEFORE_ITEMS = /"items"\s*:\s*$/u;
/** As much of the text before a bracket as may name it. */
const NAME_REACH = 40;
const BEHIND_ITEM = /[\s,]*/uy;

/** Where the items of a JSON list begin and end: behind `"items": [`, behind each item, and before the closing bracket. */
function* findBreaks(text: string): Steps<number[]> {
  const breaks: number[] = [];
  let depth = 0;
  let inItems = false;
  let pause = SLICE;
  for (let at = 0; at < text.length; at += 1) {
    if (at >= pause) {
      pause = at + SLICE;
      yield;
    }
    const char = text[at];
    if (char === '"') {
      // To the end of the string.
      at += 1;
      while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    } else if (char === '{' || char === '[') {
      depth += 1;
      const name =
        depth === 2 ? BEFORE_ITEMS.exec(text.slice(Math.max(0, at - NAME_REACH), at)) : null;
      if (char === '[' && name) {
        inItems = true;
        breaks.push(at - name[0].length, at + 1);
      }
    } else if (char === '}' || char === ']') {
      depth -= 1;
      if (inItems && depth === 2) {
        BEHIND_ITEM.lastIndex = at + 1;
        breaks.push(at + 1 + (BEHIND_ITEM.exec(text)?.[0].length ?? 0));
      } else if (inItems && depth === 1) {
        inItems = false;
        breaks.push(at);
      }
    }
  }
  return breaks;
}

/**
 * Takes long lines of JSON apart, so that the items of a list stand on lines of their own, as kubectl prints them. All
 * keep the number of their line.
 */
export function* breakLongLines(lines: readonly SourceLine[]): Steps<readonly SourceLine[]> {
  if (!lines.some(({ text }) => text.length > LONG && OPEN.test(text))) return lines;
  const broken: SourceLine[] = [];
  for (const line of lines) {
    const { number, text } = line;
    const breaks = text.length > LONG && OPEN.test(text) ? yield* findBreaks(text) : [];
    let from = 0;
    for (const to of [...breaks, text.length]) {
      if (to > from) broken.push({ number, text: text.slice(from, to) });
      from = to;
    }
    if (text === '') broken.push(line);
  }
  return broken;
}
