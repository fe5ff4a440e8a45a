import type { Repair, SourceLine } from './types.ts';

const LINE_BREAK = /\r\n|\n|\r/u;
const ANSI = /\u001b\[[0-9;?]*[A-Za-z]|\^\[\[[0-9;]*m/gu;
const SPACES = /[\u00a0\u2007\u202f\u3000]/gu;
const ZERO_WIDTH = /[\ufeff\u200b\u200c\u200d\u2060]/gu;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;
const QUOTE_MARK = /^\s{0,3}(?:>\s?)+/u;
const FENCE = /^\s*(?:`{3,}|~{3,})(\w*\s*$)?/u;
const ASCIIDOC_FENCE = /^\s*(?:-{4,}|\[[.\w, -]+\])\s*$/u;
const BOX_LEFT = /^\s*[│┃║]\s?/u;
const BOX_RIGHT = /\s*[│┃║]\s*$/u;
const BOX_RULE = /^\s*[┌└├╔╚╭╰┏┗][─━═┬┴┼ \w().:/\-<>]*[┐┘┤╗╝╮╯┓┛]?\s*$/u;
const BOLD = /(?<!\*)\*\*(?!\*)/gu;
const ENTITY = /&(lt|gt|amp|quot|apos|nbsp|#39|#34|#x27);/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
  '#34': '"',
  '#x27': "'",
};

/** Splits text at LF, CRLF or CR, as every line number of the product counts lines. */
export function splitLines(text: string): string[] {
  return text.split(LINE_BREAK);
}

interface Step {
  readonly kind: Repair['kind'];
  readonly apply: (line: string) => string;
}

const STEPS: readonly Step[] = [
  { kind: 'ansi-colours', apply: (line) => line.replace(ANSI, '') },
  {
    kind: 'box-frame',
    apply: (line) => (BOX_RULE.test(line) ? '' : line.replace(BOX_LEFT, '').replace(BOX_RIGHT, '')),
  },
  { kind: 'quote-marks', apply: (line) => line.replace(QUOTE_MARK, '') },
  {
    kind: 'code-fence',
    apply: (line) => (ASCIIDOC_FENCE.test(line) ? '' : line.replace(FENCE, '')),
  },
  { kind: 'bold-marks', apply: (line) => line.replace(BOLD, '').replaceAll('\\_', '_') },
  {
    kind: 'html-entities',
    apply: (line) => line.replace(ENTITY, (whole, name: string) => ENTITIES[name] ?? whole),
  },
];

/**
 * Numbers the lines of a paste and takes off what chats, editors and terminals put around it: colours, `>` marks,
 * code fences, frames, bold marks and HTML entities. Every line keeps its number, so that it can be marked in the
 * reader's own text.
 *
 * Each kind of change is reported with the number of lines it touched.
 */
export function readLines(text: string): { lines: SourceLine[]; repairs: Repair[] } {
  const counts = new Map<Repair['kind'], number>();
  const lines = splitLines(text).map((raw, index) => {
    let line = raw.replace(ZERO_WIDTH, '').replace(SPACES, ' ');
    for (const { kind, apply } of STEPS) {
      const changed = apply(line);
      if (changed === line) continue;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      line = changed;
    }
    return { number: index + 1, text: line.replace(CONTROL, '').trimEnd() };
  });
  return { lines, repairs: [...counts].map(([kind, count]) => ({ kind, count })) };
}

const TAB_WIDTH = 8;

/** Width of the white space at the start of a line; a tab reaches to the next multiple of 8. */
export function indentOf(text: string): number {
  let width = 0;
  for (const char of text) {
    if (char === ' ') width += 1;
    else if (char === '\t') width += TAB_WIDTH - (width % TAB_WIDTH);
    else break;
  }
  return width;
}

const COMMAND =
  /(?:^|[\s`$#%>])(?:kubectl|kubectl\.sh|\S{0,60}\/kubectl(?:\.sh)?|oc|kc|k)\s+(?:-|\$\(|get|describe|desc|logs?|events|po\b)/u;
const BEFORE_COMMAND = /^\s*$|[$#%>❯]\s*(?:sudo\s*)?$|^\s*➜/u;
const BARE_PROMPT =
  /^\s*(?:[\w.@~/:[\]-]{0,80}(?:\s?\([\w./-]{1,60}\)\s?)?[$#%❯➜]|\([\w.-]{1,40}\)|➜\s+\S{1,40})\s*$/u;
const PROMPT_REACH = 160;

/** Whether the line is a shell prompt, with or without a kubectl command behind it. */
export function isPrompt(text: string): boolean {
  if (BARE_PROMPT.test(text)) return text.trim() !== '';
  const command = COMMAND.exec(text.slice(0, PROMPT_REACH));
  if (!command) return false;
  const word = text.slice(0, command.index) + (/^[\s`$#%>]/u.exec(command[0])?.[0] ?? '');
  return BEFORE_COMMAND.test(word);
}

/** Dots that stand for what was left out of a paste. */
export function isEllipsis(text: string): boolean {
  return /^\s*(?:\.{2,}|…|\[?<?(?:cut|snip|\.\.\.)[^\n]{0,40}>?\]?)\s*$/iu.test(text);
}
