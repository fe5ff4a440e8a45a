import type { Repair } from './types.ts';

const ANSI = /\u001b\[[0-9;?]*[A-Za-z]|\^\[\[[0-9;]*m|\[\d{1,2}(?:;\d{1,3}){0,4}m(?!\])/gu;
const QUOTE_MARK = /^\s{0,3}(?:>\s?)+/u;
const FENCE = /^\s*(?:`{3,}|~{3,})(?:\s*(?:[{\w.-][\w.-]{0,30}\}?\s*)?$)?/u;
/** Marks of AsciiDoc, Jira and reStructuredText around a listing. */
const MARKUP_FENCE =
  /^\s*(?:-{4,}|\[[.\w, -]+\]|\{(?:code|noformat)(?:[:|][^}]{0,60})?\}|\.\. code-block::.{0,40})\s*$/u;
const HTML_FENCE = /<\/?(?:pre|code|br|p|div|span)(?:\s[^>]{0,200})?\/?>/giu;
const PAGER = /^\s*(?:--\s?More\s?--.{0,20}|\(END\)|lines \d+-\d+(?:\/\d+)?.{0,20}|:|~)\s*$/iu;
const BOX_LEFT = /^\s*[│┃║]\s?/u;
/** Columns of k9s that only it has, and how it marks the column by which it sorts. */
const BOX_MARKS = /[↑↓]|\s(?:PF|●|Ⓕ)(?=\s)/gu;
const BOX_RIGHT = /(?<!\s)\s*[│┃║]\s*$/u;
const BOX_RULE = /^\s*(?:[┌└├╔╚╭╰┏┗][─━═┬┴┼\s\w().:/\-<>]*(?:[┐┘┤╗╝╮╯┓┛]\s*)?|\+[-=+]{3,}\+\s*)$/u;
const BOLD = /(?<!\*)\*\*(?!\*)([^*]+)\*\*(?!\*)/gu;
const ENTITY = /&(lt|gt|amp|quot|apos|nbsp|#\d{2,4}|#x[0-9a-f]{2,4});/giu;
const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
const DOUBLE_QUOTES = /[“”„‟]/gu;
const SINGLE_QUOTES = /[‘’‚‛]/gu;
/** The colon of a Chinese keyboard between words that are none. */
const WIDE_COLON = /(?<=[A-Za-z0-9)"'\]])：(?:\s{1,200}|(?=[\u0020-\u007e])|$)/gu;
/** What somebody wrote behind a line: with an arrow, or in Chinese behind a comment mark. */
const REMARKS = [
  /\s(?:<-{1,9}|←|⬅)[^<>←⬅]{0,200}$/u,
  /\s(?:#|\/\/)[^#\u3400-\u9fff]{0,100}[\u3400-\u9fff][^#]{0,200}$/u,
] as const;

interface Step {
  readonly kind: Repair['kind'];
  readonly apply: (line: string) => string;
}

function readEntity(whole: string, name: string): string {
  const known = ENTITIES[name.toLowerCase()];
  if (known !== undefined) return known;
  const isHex = /^#x/iu.test(name);
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return code >= 0x20 ? String.fromCharCode(code) : whole;
}

const takeOffQuoteMarks: Step = {
  kind: 'quote-marks',
  apply: (line) => line.replace(QUOTE_MARK, ''),
};

const STEPS: readonly Step[] = [
  { kind: 'ansi-colours', apply: (line) => line.replace(ANSI, '') },
  // Around a frame, and inside of one.
  takeOffQuoteMarks,
  {
    kind: 'box-frame',
    apply: (line) =>
      BOX_RULE.test(line)
        ? ''
        : (BOX_LEFT.test(line) ? line.replace(BOX_MARKS, '') : line)
            .replace(BOX_LEFT, '')
            .replace(BOX_RIGHT, ''),
  },
  takeOffQuoteMarks,
  { kind: 'pager', apply: (line) => (PAGER.test(line) ? '' : line) },
  {
    kind: 'code-fence',
    apply: (line) =>
      MARKUP_FENCE.test(line) ? '' : line.replace(FENCE, '').replace(HTML_FENCE, ''),
  },
  { kind: 'bold-marks', apply: (line) => line.replace(BOLD, '$1').replaceAll('\\_', '_') },
  { kind: 'html-entities', apply: (line) => line.replace(ENTITY, readEntity) },
  {
    kind: 'typography',
    apply: (line) =>
      line.replace(DOUBLE_QUOTES, '"').replace(SINGLE_QUOTES, "'").replace(WIDE_COLON, ': '),
  },
  {
    kind: 'remarks',
    apply: (line) => REMARKS.reduce((text, remark) => text.replace(remark, ''), line),
  },
];

/** Whether a line can hold anything that a step takes off; most lines of kubectl cannot. */
const DECORATED =
  /[\u001b│┃║┌└├╔╚╭╰┏┗`~*\\&{“”„‟‘’‚‛：←⬅]|\^\[\[|\[\d|<-|\+[-=]|#|\/\/|^\s{0,3}>|^\s*(?:-{4,}|\[|:|lines |\(END|--\s?More|\.\.)|<\/?(?:pre|code|br|p|div|span)/iu;

const UNUSUAL = 1;
const MAYBE_SIGN = 2;
/** Characters of which signs are made, and everything that is no printable ASCII. */
const CHARACTERS = new Uint8Array(128).fill(UNUSUAL, 0, 32);
CHARACTERS[0x09] = 0;
CHARACTERS[0x7f] = UNUSUAL;
for (const char of '`~*\\&{^<[') CHARACTERS[char.charCodeAt(0)] = MAYBE_SIGN;
/** Those characters where they are a sign: `<none>`, `spec.containers{web}` and `[::]` are none. */
const SIGN = /```|~~~|\*\*|\\_|&[a-z#]|\^\[|\[\d|<[-/pcbds]|^\s*[[{~]/iu;
const FIRST_SIGNS = '-:(.>+';
/** How a pager says where it is. */
const PAGER_LINES = /^\s*lines /iu;

/** What a line has of unusual characters and of signs; one look at each character instead of many patterns. */
export function lookAt(text: string): {
  readonly isPlain: boolean;
  readonly mayBeDecorated: boolean;
} {
  let flags = 0;
  let first = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    flags |= code < 128 ? (CHARACTERS[code] ?? 0) : UNUSUAL;
    if (first < 0 && code > 0x20) first = at;
  }
  const isPlain = (flags & UNUSUAL) === 0;
  const mayBeDecorated =
    !isPlain || (flags !== 0 && SIGN.test(text)) || beginsWithSign(text, first);
  return { isPlain, mayBeDecorated };
}

function beginsWithSign(text: string, first: number): boolean {
  const char = text[first] ?? ' ';
  return FIRST_SIGNS.includes(char) || ((char === 'l' || char === 'L') && PAGER_LINES.test(text));
}

/**
 * Takes off what chats, mails, pagers and terminals put around and into a line.
 *
 * @param onRepair Told the kind of each change.
 */
export function takeOffDecoration(line: string, onRepair: (kind: Repair['kind']) => void): string {
  if (!DECORATED.test(line)) return line;
  let bare = line;
  for (const { kind, apply } of STEPS) {
    const changed = apply(bare);
    if (changed === bare) continue;
    onRepair(kind);
    bare = changed;
  }
  return bare;
}

/** Takes colours off. */
export function takeOffColours(text: string): string {
  return text.replace(ANSI, '');
}
