// What terminals, mails, chats, editors and logs do to an output before somebody pastes it.
import type { Repair } from '../../../src/core/index.ts';

export interface Damage {
  readonly apply: (text: string) => string;
  /** What the reader is told was mended; undefined where nothing has to be. */
  readonly repair?: Repair['kind'];
}

const eachLine =
  (change: (line: string, index: number) => string | readonly string[]) =>
  (text: string): string =>
    text.split('\n').flatMap(change).join('\n');

const breakAt = (width: number) =>
  eachLine((line) => line.match(new RegExp(`.{1,${String(width)}}`, 'gu')) ?? ['']);

/** Breaks at spaces, as mail programs do. */
const wrapAt = (width: number) =>
  eachLine((line) => {
    const rows: string[] = [];
    let rest = line;
    while (rest.length > width) {
      const space = rest.lastIndexOf(' ', width);
      const cut = space < width / 3 ? width : space;
      rows.push(rest.slice(0, cut));
      rest = rest.slice(cut).trimStart();
    }
    return [...rows, rest];
  });

function frame(text: string, [side, line, ...corners]: readonly string[]): string {
  const lines = text.split('\n');
  const width = Math.max(...lines.map(({ length }) => length));
  const rule = (left = '', right = '') => left + (line ?? '').repeat(width + 2) + right;
  return [
    rule(corners[0], corners[1]),
    ...lines.map((one) => `${side ?? ''} ${one.padEnd(width)} ${side ?? ''}`),
    rule(corners[2], corners[3]),
  ].join('\n');
}

const two = (number: number) => String(number % 60).padStart(2, '0');
const asHtml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

export const DAMAGES: Readonly<Record<string, Damage>> = {
  'a terminal of 80 columns': { apply: breakAt(80) },
  'a terminal of 132 columns': { apply: breakAt(132) },
  'a mail of 72 columns': { apply: wrapAt(72) },
  'a quoted mail': {
    apply: (text) => eachLine((line) => `> ${line}`)(wrapAt(76)(text)),
    repair: 'quote-marks',
  },
  'a mail quoted twice': { apply: eachLine((line) => `>> ${line}`), repair: 'quote-marks' },
  'lost indents': { apply: eachLine((line) => line.trimStart()) },
  'squeezed spaces': { apply: eachLine((line) => line.trim().replaceAll(/ {2,}/gu, ' ')) },
  'tabs for indents': {
    apply: eachLine((line) =>
      line.replace(/^ +/u, (spaces) => '\t'.repeat(Math.ceil(spaces.length / 2))),
    ),
  },
  'another indent': { apply: eachLine((line) => `      ${line}`) },
  'trailing spaces': { apply: eachLine((line) => `${line}   `) },
  'a code fence with words around': {
    apply: (text) => `It broke:\n\`\`\`yaml\n${text}\n\`\`\`\nAny idea?`,
    repair: 'code-fence',
  },
  'a listing of Jira': { apply: (text) => `{noformat}\n${text}\n{noformat}`, repair: 'code-fence' },
  'each line as code': { apply: eachLine((line) => `\`${line}\``), repair: 'line-marks' },
  'HTML entities': { apply: asHtml, repair: 'html-entities' },
  'HTML entities by number': {
    apply: (text) =>
      text.replaceAll('<', '&#60;').replaceAll('>', '&#x3e;').replaceAll('"', '&#34;'),
  },
  'HTML line breaks': { apply: eachLine((line) => `${line}<br/>`), repair: 'code-fence' },
  'a frame': { apply: (text) => frame(text, ['│', '─', '┌', '┐', '└', '┘']), repair: 'box-frame' },
  'a frame of ASCII': {
    apply: (text) => frame(text, ['|', '-', '+', '+', '+', '+']),
    repair: 'box-frame',
  },
  'a quoted frame': {
    apply: (text) => eachLine((line) => `> ${line}`)(frame(text, ['│', '─', '┌', '┐', '└', '┘'])),
    repair: 'box-frame',
  },
  'line numbers of an editor': {
    apply: eachLine((line, i) => `${String(i + 1).padStart(4)} ${line}`),
    repair: 'line-numbers',
  },
  'line numbers of cat -n': {
    apply: eachLine((line, i) => `${String(i + 1).padStart(6)}\t${line}`),
    repair: 'line-numbers',
  },
  'line numbers of grep': {
    apply: eachLine((line, i) => `${i + 1}:${line}`),
    repair: 'line-numbers',
  },
  'line numbers and a bar': {
    apply: eachLine((line, i) => `${String(i + 1).padStart(4)} | ${line}`),
    repair: 'line-numbers',
  },
  colours: {
    apply: eachLine((line) => line.replace(/^(\s*)([A-Z][\w ]*:)/u, '$1\u001b[1;36m$2\u001b[0m')),
    repair: 'ansi-colours',
  },
  'colours that lost their escape': {
    apply: eachLine((line) => line.replace(/^(\s*)([A-Z][\w ]*:)/u, '$1[1;36m$2[0m')),
    repair: 'ansi-colours',
  },
  timestamps: {
    apply: eachLine((line, i) => `2026-11-21T10:00:${two(i)}.123456Z ${line}`),
    repair: 'timestamps',
  },
  'times in brackets': {
    apply: eachLine((line, i) => `[10:00:${two(i)}] ${line}`),
    repair: 'timestamps',
  },
  syslog: {
    apply: eachLine((line, i) => `Nov 21 10:00:${two(i)} host watch[12]: ${line}`),
    repair: 'timestamps',
  },
  'line numbers before timestamps': {
    apply: eachLine(
      (line, i) => `${String(i + 1).padStart(4)}  2026-11-21T10:00:${two(i)}Z ${line}`,
    ),
    repair: 'timestamps',
  },
  'a JSON string': { apply: (text) => JSON.stringify(text), repair: 'escaped-breaks' },
  'breaks written as \\n': {
    apply: (text) => text.replaceAll('\n', '\\n'),
    repair: 'escaped-breaks',
  },
  'spaces that do not break': { apply: (text) => text.replaceAll(' ', '\u00a0') },
  'Windows line ends': { apply: (text) => text.replaceAll('\n', '\r\n') },
  'old Mac line ends': { apply: (text) => text.replaceAll('\n', '\r') },
  'a byte order mark': { apply: (text) => `\ufeff${text}` },
  'characters without width': { apply: eachLine((line) => line.replace(':', '\u200b:')) },
  'a pager': {
    apply: eachLine((line, i) => (i % 24 === 23 ? [line, '--More--'] : line)),
    repair: 'pager',
  },
  'a pager with its place': {
    apply: eachLine((line, i) => (i % 24 === 23 ? [`--More-- (${i}%)`, line] : line)),
    repair: 'pager',
  },
  'a blank line after each': { apply: eachLine((line) => [line, '']) },
  'two blank lines after each': { apply: eachLine((line) => [line, '', '']) },
  'Chinese remarks between': {
    apply: eachLine((line, i) => (i % 7 === 3 ? [line, '这里我看不懂，求大神帮忙看看'] : line)),
  },
  'Chinese remarks behind': {
    apply: eachLine((line, i) => (i % 9 === 3 ? `${line}   # 这里报错了` : line)),
    repair: 'remarks',
  },
  'arrows behind': {
    apply: eachLine((line, i) => (i % 9 === 3 ? `${line}   <--- what is this?` : line)),
    repair: 'remarks',
  },
  'colons of a Chinese keyboard': {
    apply: (text) => text.replaceAll(': ', '：'),
    repair: 'typography',
  },
  'typographic quotes': { apply: (text) => text.replaceAll('"', '”').replaceAll("'", '’') },
  'bold names': {
    apply: eachLine((line) => line.replace(/^(\s*)([A-Z][\w ]*:)/u, '$1**$2**')),
    repair: 'bold-marks',
  },
  'a diff': { apply: eachLine((line) => `+${line}`), repair: 'line-marks' },
  'a comment of a shell': { apply: eachLine((line) => `# ${line}`), repair: 'line-marks' },
  'a comment of a program': { apply: eachLine((line) => `// ${line}`), repair: 'line-marks' },
};
