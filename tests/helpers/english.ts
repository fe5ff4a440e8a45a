import { blankFences } from './markdown.ts';

/** Words that say nothing, or that sell. Few enough to obey; content/README.md says how we write. */
const EMPTY_WORDS =
  /\b(?:simply|please note|obviously|of course|basically|leverag(?:e|es|ing)|utili[sz](?:e|es|ing)|seamless(?:ly)?|powerful|in order to)\b/giu;
const DOUBLED = /(?<![\w-])([a-z]+) \1(?![\w-])/gu;
const LONGEST_SENTENCE = 45;

/** Leaves the sentences of an English text: no code blocks, no tables, no tags; code is one word. */
export function toEnglishProse(text: string): string {
  return blankFences(text)
    .replaceAll(/(`+)[^`\n].*?\1/gu, 'X')
    .replaceAll(/^(?:\||<).*$/gmu, '')
    .replaceAll(/\]\([^)]*\)/gu, ']');
}

/** Finds empty words, doubled words and sentences that nobody reads at three in the morning. */
export function englishProblems(where: string, prose: string): string[] {
  return prose.split('\n').flatMap((line, index) => {
    const at = `${where}:${String(index + 1)}`;
    return [
      ...(line.match(EMPTY_WORDS) ?? []).map((word) => `${at}: leave out “${word}”`),
      ...(line.match(DOUBLED) ?? []).map((word) => `${at}: “${word}”`),
      ...line
        .split(/(?<=[.!?:;])\s/u)
        .filter((sentence) => sentence.split(/\s+/u).length > LONGEST_SENTENCE)
        .map((sentence) => `${at}: more than ${String(LONGEST_SENTENCE)} words: ${sentence}`),
    ];
  });
}
