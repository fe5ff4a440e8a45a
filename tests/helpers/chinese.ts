import autocorrect from 'autocorrect-node';
import { blankFences } from './markdown.ts';

const TAG = /<\/?[A-Z]\w*(?:\s+\w+=(?:"[^"]*"|'[^']*'|\{`[^`]*`\}))*\s*\/?>/gu;
// Without the space Markdown would not end the bold text: its `**` stands behind punctuation.
const BOLD_END = /([，。、；：？！”）])\*\* /gu;

/** What autocorrect does not see. */
const RULES = [
  { against: /[「」『』]/u, rule: '“ ” instead of 「 」' },
  // `1000 % 256` is arithmetic.
  { against: /\d\s+%(?!\s*\d)/u, rule: 'no space before %' },
  { against: /\p{Script=Han}…(?!…)/u, rule: '…… instead of …' },
];

/**
 * Leaves of a Chinese text what a reader reads as prose: code becomes one Latin word, for which
 * the rules on spaces hold, a link its text, and a tag that shows a title a Chinese word.
 */
export function toChineseProse(text: string): string {
  return blankFences(text)
    .replaceAll(/(`+)[^`\n](?:[^\n]*?[^`\n])??\1(?!`)/gu, 'Code')
    .replaceAll(/!?\[([^\]\n]*)\]\([^)\n]*\)/gu, '$1')
    .replaceAll(TAG, (tag) =>
      /^<(?:Cause|Explainer)/u.test(tag) ? '标题' : tag.replaceAll(/[^\n]/gu, ''),
    )
    .replaceAll(/\{\w+\}/gu, '1')
    .replaceAll(BOLD_END, '$1')
    .replaceAll('**', '');
}

/**
 * Finds what breaks our rules for Chinese: a space between Chinese and Latin letters or digits,
 * none before %, full-width punctuation in Chinese sentences, “ ” and not 「 」, …… and not ….
 *
 * @param text Prose, as `toChineseProse` gives it.
 * @returns One text for each line, with how it should read; empty is good.
 */
export function chineseProblems(where: string, text: string): string[] {
  const { lines } = autocorrect.lintFor(text, 'prose.txt') as {
    lines: { l: number; old: string; new: string }[];
  };
  return [
    ...lines.map(
      (line) => `${where}:${String(line.l)}: “${line.old.trim()}” should read “${line.new.trim()}”`,
    ),
    ...text
      .split('\n')
      .flatMap((line, index) =>
        RULES.filter(({ against }) => against.test(line)).map(
          ({ rule }) => `${where}:${String(index + 1)}: ${rule}`,
        ),
      ),
  ];
}
