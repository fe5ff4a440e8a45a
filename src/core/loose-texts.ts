import { isSource, lastConnected, readLooseLine, tellsOfLost } from './loose.ts';
import { freshnessOfEvent, type Freshness } from './timeline.ts';
import type { ObjectReport, SourceLine } from './types.ts';

/** A text that stands in no column: one line, or several that were one before a mail or YAML broke it. */
export interface LooseText {
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
  readonly freshness: Freshness;
}

/** Lines of a long log that are looked at: so many from its beginning and from its end. */
const MAX_LOOSE = 10_000;
/** What is shorter was ended by its author; what is longer, by nobody. */
const BROKEN_FROM = 40;
const BROKEN_TO = 200;
/** So many lines are taken for one at most. */
const MAX_BROKEN = 8;
/** How a line ends that goes on in the next one: neither as a sentence nor as a block. */
const ENDS = /[.;!?{}]$|:$/u;
/** How the rest of a broken line begins, and no new entry of a log or a trace. */
const GOES_ON = /^(?!at |in |by |and |or |[a-z_]+[=:]|\.\.\.)["'({\\/&a-z]/u;
/** What has its own entry in a log: a date, a time, a level. */
const ENTRY = /\d{2}:\d{2}:\d{2}/u;

/** Widths at which mails and terminals break lines. */
const WIDTHS = { least: 60, most: 132 };
/** So many lines come this close to it. */
const NEAR = { lines: 3, characters: 20 };
const SAMPLE = 400;

/** The width at which lines were broken; nothing when some are longer than any, or few come near it. */
function widthOf(lines: readonly SourceLine[]): number {
  const lengths = lines.slice(0, SAMPLE).map(({ text }) => text.length);
  const width = Math.max(...lengths);
  const near = lengths.filter((length) => length > width - NEAR.characters);
  return width >= WIDTHS.least && width <= WIDTHS.most && near.length >= NEAR.lines
    ? width
    : Infinity;
}

const firstWord = (text: string) => /^\W*[a-z]*/iu.exec(text)?.[0];

/** Whether a line had no room for the word that the next one begins with; entries of a log begin alike. */
const isFull = (text: string, next: string, width: number) =>
  /^\S/u.test(next) &&
  firstWord(text) !== firstWord(next) &&
  text.length + next.search(/\s|$/u) >= width;

const goesOn = ({ text, number }: SourceLine, next: SourceLine | undefined, width: number) =>
  next?.number === number + 1 &&
  text.length >= BROKEN_FROM &&
  text.length <= BROKEN_TO &&
  !ENTRY.test(next.text) &&
  (isFull(text, next.text, width) || (!ENDS.test(text) && GOES_ON.test(next.text.trim())));

/** What a message says before it names anything; a shorter beginning could be that of any other. */
const HEAD = /^[^"\d]{16,80}(?=["\d])/u;

/** How those warnings begin that are over. */
function headsOfPast(object: ObjectReport): string[] {
  return object.events.flatMap((event) => {
    const head = HEAD.exec(event.message)?.[0].trim();
    return head === undefined || freshnessOfEvent(object, event) !== 'past' ? [] : [head];
  });
}

const known = new WeakMap<ObjectReport, readonly LooseText[]>();

/**
 * The texts of an object that stand in no column, such as lines of a log or of the mail around it; none when they are
 * the source of a program.
 *
 * Lines that look like one broken line are given as one, too, with line breaks inside. A line that quotes a warning of
 * the object is as old as that warning.
 */
export function looseTextsOf(object: ObjectReport): readonly LooseText[] {
  let texts = known.get(object);
  if (!texts) known.set(object, (texts = readLooseTexts(object)));
  return texts;
}

function readLooseTexts(object: ObjectReport): LooseText[] {
  const { loose } = object;
  const lines =
    loose.length <= 2 * MAX_LOOSE
      ? loose
      : [...loose.slice(0, MAX_LOOSE), ...loose.slice(-MAX_LOOSE)];
  if (lines.length === 0 || isSource(lines)) return [];
  const width = widthOf(lines);
  const connected = lastConnected(lines);
  const heads = headsOfPast(object);
  const texts: LooseText[] = [];
  const add = (text: string, line: number, endLine: number, index: number) => {
    const isPast =
      (index <= connected && tellsOfLost(text)) || heads.some((head) => text.includes(head));
    texts.push({ text, line, endLine, freshness: isPast ? 'past' : 'present' });
  };
  let begin = 0;
  for (const [index, { text, number }] of lines.entries()) {
    add(readLooseLine(text), number, number, index);
    const next = lines[index + 1];
    if (goesOn({ text, number }, next, width) && index - begin + 1 < MAX_BROKEN) continue;
    const first = lines[begin];
    if (first && index > begin) {
      const whole = lines.slice(begin, index + 1).map((one) => one.text.trim());
      add(readLooseLine(whole.join('\n')), first.number, number, index);
    }
    begin = index + 1;
  }
  return texts;
}
