import { lookAt, takeOffColours, takeOffDecoration } from './decoration.ts';
import { findPrefixes, takeOffPrefix } from './prefixes.ts';
import { eachInSlices, finish, type Steps } from './steps.ts';
import type { Repair, SourceLine } from './types.ts';
import { countWrapped } from './wrapped.ts';

const LINE_BREAK = /\r\n|\n|\r/u;
const SPACES = /[\u00a0\u2007\u202f\u3000]/gu;
const ZERO_WIDTH = /[\ufeff\u200b\u200c\u200d\u2060]/gu;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;
const ESCAPED_BREAK = /(?:\\r)?\\n/gu;
const ESCAPES: Readonly<Record<string, string>> = { t: '\t', '"': '"', '\\': '\\', '/': '/' };
/** What only kubectl prints, so that a guess about the whole text can be believed. */
const STRUCTURE =
  /^[\p{Zs}\t]*(?:(?:Name|Namespace|Status|Events|Containers|Conditions):|(?:Normal|Warning)\s)/mu;
/** How YAML and JSON of the API begin. */
const MANIFEST =
  /^[\p{Zs}\t]*(?:- )?"?(?:(?:apiVersion|kind|restartCount)"?:\s|(?:metadata|spec|status|containerStatuses)"?:\s*[{[]?$)/mu;

/** How often a part stands in a text, counted up to a limit. */
function countUpTo(limit: number, text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0 && count < limit; at = text.indexOf(part, at + 1))
    count += 1;
  return count;
}

/** Whether the text is one long JSON string, as logs and chat exports hold it. */
function hasEscapedBreaks(text: string): boolean {
  const breaks = countUpTo(Infinity, text, '\\n');
  return breaks >= 3 && breaks > 2 * countUpTo(breaks, text.trim(), '\n');
}

/**
 * Splits text at LF, CRLF or CR, as every line number of the product counts lines.
 *
 * A text whose breaks are written as `\\n`, inside a JSON string, is split there.
 */
export function splitLines(text: string): string[] {
  if (!hasEscapedBreaks(text)) return text.split(text.includes('\r') ? LINE_BREAK : '\n');
  const open = text
    .trim()
    .replace(/^["']|["']$/gu, '')
    .replace(ESCAPED_BREAK, '\n')
    .replace(/\\([t"\\/])/gu, (whole, char: string) => ESCAPES[char] ?? whole);
  // Inside of a JSON document breaks belong to its strings.
  const isManifest = MANIFEST.test(open) && !/^\s*[{[]/u.test(text);
  return STRUCTURE.test(open) || isManifest ? open.split(LINE_BREAK) : text.split(LINE_BREAK);
}

/** Takes off what a terminal does not show: colours, characters without width and control characters. */
export function takeOffInvisible(text: string): string {
  return takeOffColours(text).replace(ZERO_WIDTH, '').replace(CONTROL, '');
}

/** So many lines at the beginning tell what stands before all of them. */
const SAMPLE = 500;

const GLUED =
  /(?<=\S)\s+(?=(?:Reason|Message|Exit Code|Signal|Started|Finished|Ready|Restart Count|Last State):\s)/u;
const STARTS_STATE = /^\s*(?:Status|State|Last State|Reason):\s+\w+\s+\S/u;

/** Fields of a state that a chat has put on one line, each on its own again; undefined when they are not glued. */
function splitGlued(line: string): string[] | undefined {
  const parts = STARTS_STATE.test(line) ? line.split(GLUED) : [];
  return parts.length > 1 ? parts : undefined;
}

/**
 * Numbers the lines of a paste and takes off what chats, editors, pagers and terminals put around it: colours, `>`
 * marks, code fences, frames, bold marks, line numbers, timestamps, HTML entities and remarks. Every line keeps its number, so
 * that it can be marked in the reader's own text.
 *
 * Each kind of change is reported with the number of lines it touched.
 */
export function readLines(text: string): { lines: SourceLine[]; repairs: Repair[] } {
  const lines: SourceLine[] = [];
  const repairs = finish(readLinesInSteps(text, splitLines(text), (line) => lines.push(line)));
  return { lines, repairs };
}

/**
 * The same in slices, for texts of many megabytes.
 *
 * @param raw The lines of the text, as `splitLines` gives them.
 * @param onLine Given each line, so that nobody has to hold all of them.
 */
export function* readLinesInSteps(
  text: string,
  raw: readonly string[],
  onLine: (line: SourceLine) => void,
): Steps<Repair[]> {
  const counts = new Map<Repair['kind'], number>();
  const count = (kind: Repair['kind'], lines = 1) =>
    counts.set(kind, (counts.get(kind) ?? 0) + lines);
  // A break at the end splits nothing.
  if (!LINE_BREAK.test(text.trim()) && raw.filter((line) => line.trim() !== '').length > 1)
    count('escaped-breaks', raw.length);
  const prefixes = findPrefixes(
    raw.slice(0, SAMPLE),
    (sample) => STRUCTURE.test(sample) || MANIFEST.test(sample),
  );
  yield* eachInSlices(raw, (original, index) => {
    // Most lines are plain: they need none of the replacements.
    const { isPlain, mayBeDecorated } = lookAt(original);
    let line = isPlain ? original : original.replace(ZERO_WIDTH, '').replace(SPACES, ' ');
    for (const prefix of prefixes) {
      const bare = takeOffPrefix(line, prefix);
      if (bare === undefined) continue;
      line = bare;
      count(prefix.kind);
    }
    // What stood behind a line number may be decorated, too.
    if (mayBeDecorated || prefixes.length > 0) line = takeOffDecoration(line, count);
    line = (isPlain ? line : line.replace(CONTROL, '')).trimEnd();
    const parts = splitGlued(line);
    if (!parts) onLine({ number: index + 1, text: line });
    else {
      count('glued-fields');
      for (const part of parts) onLine({ number: index + 1, text: part });
    }
  });
  const wrapped = countWrapped(raw);
  if (wrapped > 0) count('wrapped-lines', wrapped);
  return [...counts].map(([kind, number]) => ({ kind, count: number }));
}

const TAB_WIDTH = 8;
const SPACE = 0x20;
const TAB = 0x09;

/** Width of the white space at the start of a line; a tab reaches to the next multiple of 8. */
export function indentOf(text: string): number {
  let width = 0;
  for (let at = 0; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SPACE) width += 1;
    else if (code === TAB) width += TAB_WIDTH - (width % TAB_WIDTH);
    else return width;
  }
}

const COMMAND =
  /(?:^|[\s`$#%>])(?:kubectl|kubectl\.sh|\S{0,60}\/kubectl(?:\.sh)?|oc|kc|k)\s+(?:-|\$\(|get|describe|desc|logs?|events|po\b)/u;
const BEFORE_COMMAND = /^\s*$|[$#%>❯]\s*(?:sudo\s*)?$|^\s*➜/u;
const BARE_PROMPT =
  /^\s*(?!\d+%)(?:[\w.@~/:[\]-]{0,80}(?:\s?\([\w./-]{1,60}\)\s?)?[$#%❯➜]|\[[^\]]{1,80}\]\s?[$#%]|\([\w.-]{1,40}\)|➜\s+\S{1,40})\s*$/u;
const ANSWER = /\s(?:Error from server|error: |Unable to connect|The connection to the server)/u;
const PROMPT_REACH = 160;

const PROMPT_SIGN = /[$#%>❯➜]/u;
const BRACKETS_END = /[\])]\s*$/u;
/** How a line without a prompt begins when it is a command. */
const BARE_COMMAND = /^\s*(?:k|oc)|\/kubectl/u;

/** Whether the line is a shell prompt, with or without a kubectl command behind it. */
export function isPrompt(text: string): boolean {
  const hasSign = PROMPT_SIGN.test(text);
  if ((hasSign || BRACKETS_END.test(text)) && BARE_PROMPT.test(text)) return text.trim() !== '';
  if (!hasSign && !BARE_COMMAND.test(text)) return false;
  const command = COMMAND.exec(text.slice(0, PROMPT_REACH));
  // An answer that lost its line break still counts.
  if (!command || ANSWER.test(text)) return false;
  const word = text.slice(0, command.index) + (/^[\s`$#%>]/u.exec(command[0])?.[0] ?? '');
  return BEFORE_COMMAND.test(word);
}

/** Dots that stand for what was left out of a paste. */
export function isEllipsis(text: string): boolean {
  return /^\s*(?:\.{2,}|…|[[<](?:[^\]>]{0,60}\b(?:cut|snip)\b|\.\.\.)[^\]>]{0,60}[\]>])\s*$/iu.test(
    text,
  );
}

/** Adds every item to the list; unlike a spread call, at any length. */
export function addAll<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}
