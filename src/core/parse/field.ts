import { indentOf } from '../lines.ts';
import type { SourceLine } from '../types.ts';

/** A line of the form `Key:  value`, with its indent in columns. */
export interface Field {
  readonly indent: number;
  readonly key: string;
  readonly value: string;
  readonly line: SourceLine;
}

const LONGEST_KEY = 61;
const LETTER = 1;
const REST = 2;
/** Which characters a key may begin with, and which it may hold. */
const KEY_CHARACTERS = new Uint8Array(128);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
  KEY_CHARACTERS[char.charCodeAt(0)] = LETTER | REST;
for (const char of '0123456789 ()/_.-') KEY_CHARACTERS[char.charCodeAt(0)] = REST;

/** Whether the characters of a text from `from` up to `to` are a key. */
function isKey(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_KEY || ((KEY_CHARACTERS[text.charCodeAt(from)] ?? 0) & LETTER) === 0)
    return false;
  for (let at = from + 1; at < to; at += 1)
    if ((KEY_CHARACTERS[text.charCodeAt(at)] ?? 0) === 0) return false;
  return true;
}

/**
 * Reads `Key:  value`; undefined when the line has no such form.
 *
 * Every line passes here several times: nothing is cut out of it before it is known to have that form.
 */
export function readField(line: SourceLine): Field | undefined {
  const { text } = line;
  const colon = text.indexOf(':');
  if (colon < 1) return undefined;
  const next = text[colon + 1];
  if (next !== undefined && next !== ' ' && next !== '\t') return undefined;
  let from = 0;
  while (text[from] === ' ') from += 1;
  // Other spaces than that are rare.
  if (text.charCodeAt(from) <= 0x20 || text.charCodeAt(from) >= 0x80)
    from = colon - text.slice(0, colon).trimStart().length;
  if (!isKey(text, from, colon)) return undefined;
  const key = text.slice(from, colon);
  return { indent: indentOf(text), key, value: text.slice(colon + 1).trim(), line };
}

/** `Key: value` rows below a heading whose own value may be the first row, as Labels and Tolerations are printed. */
export function readRows(value: string, head: SourceLine, body: readonly SourceLine[]) {
  return [{ number: head.number, text: value }, ...body]
    .map(({ number, text }) => ({ value: text.trim(), line: number }))
    .filter((row) => row.value !== '' && row.value !== '<none>');
}
