import { isEllipsis, isPrompt } from '../lines.ts';
import type { Steps } from '../steps.ts';
import type { SourceLine } from '../types.ts';

/** Where a JSON document stands: lines from `start` up to `end`, which is not part of it. */
export interface JsonRange {
  readonly start: number;
  readonly end: number;
  /** Whether it tells of the API. */
  readonly isTelling: boolean;
  /** How many characters stand behind its end in its last line. */
  readonly tail: number;
  /** The items of its `items`, where each begins and ends on lines of its own. */
  readonly items: readonly { readonly start: number; readonly end: number }[];
  /** Lines that go on with a string of the line above. */
  readonly wrapped: ReadonlySet<number>;
}

const OPEN = /^\s*[{[]/u;
/** First keys of an object, of a status, and of what stands in one. */
const FIRST_KEY =
  /^\s*[{[][\s[{]*"(?:apiVersion|kind|metadata|items|spec|status|conditions|containerStatuses|initContainerStatuses|allocatedResources|containerID|image|state|lastState|waiting|terminated|running|hostIP|phase|lastProbeTime|lastTransitionTime|name|ready|restartCount)"\s*:/u;
const TELLING =
  /"(?:apiVersion|containerStatuses|restartCount|lastTransitionTime|startedAt|waiting|terminated|hostIP)"\s*:/u;
/** How a line of printed JSON begins. */
const LINE = /^\s*(?:[{}[\]",]|-?\d|true\b|false\b|null\b|$)/u;
const ITEMS = /^\s*"items"\s*:\s*\[\s*$/u;
const HEAD_LINES = 4;
/** How many lines a string may be wrapped over. */
const MAX_WRAPPED = 4;
/** Lines and characters between two pauses. */
const LINES_IN_SLICE = 5000;
const CHARACTERS_IN_SLICE = 1_000_000;

/** Follows braces and strings through the lines. */
class Scanner {
  depth = 0;
  inString = false;
  private escaped = false;

  /** Reads a line; the number of characters behind the end of the document, or -1 when it does not end here. */
  read(text: string): number {
    for (let i = 0; i < text.length; i += 1) {
      const char = text[i];
      if (this.escaped) this.escaped = false;
      else if (this.inString) {
        if (char === '\\') this.escaped = true;
        else if (char === '"') this.inString = false;
      } else if (char === '"') this.inString = true;
      else if (char === '{' || char === '[') this.depth += 1;
      else if (char === '}' || char === ']') {
        this.depth -= 1;
        if (this.depth === 0) return text.length - i - 1;
      }
    }
    this.escaped = false;
    return -1;
  }
}

/** Whether a JSON document of the API may begin at a line. */
export function beginsJson(lines: readonly SourceLine[], start: number): boolean {
  if (!OPEN.test(lines[start]?.text ?? '')) return false;
  const head = lines.slice(start, start + HEAD_LINES);
  return FIRST_KEY.test(head.map(({ text }) => text).join('\n'));
}

/**
 * Finds the end of the JSON document that begins at a line.
 *
 * It ends with its last brace; one that was cut ends where lines look like something else.
 */
export function* findJson(lines: readonly SourceLine[], start: number): Steps<JsonRange> {
  const scanner = new Scanner();
  const items: { start: number; end: number }[] = [];
  let inItems = false;
  let itemStart = -1;
  const wrapped = new Set<number>();
  let inWrapped = 0;
  let isTelling = false;
  let end = lines.length;
  let tail = 0;
  let seen = 0;
  for (let i = start; i < lines.length; i += 1) {
    const text = lines[i]?.text ?? '';
    seen += text.length;
    if (i % LINES_IN_SLICE === 0 || seen > CHARACTERS_IN_SLICE) {
      seen = 0;
      yield;
    }
    inWrapped = scanner.inString ? inWrapped + 1 : 0;
    const fits = scanner.inString ? inWrapped <= MAX_WRAPPED && !isPrompt(text) : LINE.test(text);
    if (!fits && (isPrompt(text) || !isEllipsis(text))) {
      // A string that does not end was cut: what follows is no part of it.
      end = i - Math.max(0, inWrapped - 1);
      break;
    }
    if (scanner.inString) wrapped.add(i);
    if (!fits) continue;
    isTelling ||= TELLING.test(text);
    if (inItems && scanner.depth === 2 && /^\s*\{/u.test(text)) itemStart = i;
    const behind = scanner.read(text);
    if (itemStart >= 0 && scanner.depth === 2 && /\},?\s*$/u.test(text)) {
      items.push({ start: itemStart, end: i + 1 });
      itemStart = -1;
    }
    if (scanner.depth === 2 && ITEMS.test(text)) inItems = true;
    else if (scanner.depth < 2) inItems = false;
    if (behind >= 0) {
      end = i + 1;
      tail = behind;
      break;
    }
  }
  if (end === lines.length && scanner.inString) end -= inWrapped;
  return { start, end, tail, items, wrapped, isTelling };
}
