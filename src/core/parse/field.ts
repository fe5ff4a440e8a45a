import { indentOf } from '../lines.ts';
import type { SourceLine } from '../types.ts';

/** A line of the form `Key:  value`, with its indent in columns. */
export interface Field {
  readonly indent: number;
  readonly key: string;
  readonly value: string;
  readonly line: SourceLine;
}

const FIELD = /^\s*([A-Za-z][A-Za-z0-9 ()/_.-]{0,60}?):(?:[ \t]+([^]*))?$/u;

/** Reads `Key:  value`; undefined when the line has no such form. */
export function readField(line: SourceLine): Field | undefined {
  const [, key, value = ''] = FIELD.exec(line.text) ?? [];
  if (key === undefined) return undefined;
  return { indent: indentOf(line.text), key, value: value.trim(), line };
}

/** `Key: value` rows below a heading whose own value may be the first row, as Labels and Tolerations are printed. */
export function readRows(value: string, head: SourceLine, body: readonly SourceLine[]) {
  return [{ number: head.number, text: value }, ...body]
    .map(({ number, text }) => ({ value: text.trim(), line: number }))
    .filter((row) => row.value !== '' && row.value !== '<none>');
}
