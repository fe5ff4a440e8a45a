const FENCE = /^( *)(`{3,})[\s\S]*?^ *\2 *$/gmu;

/** Takes away what stands in the fenced blocks of a Markdown text; the lines keep their numbers. */
export function blankFences(text: string): string {
  return text.replaceAll(FENCE, (block) => block.replaceAll(/[^\n]/gu, ''));
}
