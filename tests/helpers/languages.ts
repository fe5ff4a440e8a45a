import { blankFences } from './markdown.ts';

const EXPRESSION = /\b\w+=\{`[^`]*`\}/gu;

const findCode = (text: string) =>
  new Set(
    [
      ...blankFences(text)
        .replaceAll(EXPRESSION, '')
        .matchAll(/`([^`\n]+)`/gu),
    ].map(([code]) => code),
  );

/**
 * Finds code that only one of two texts has. Commands, fields and messages stay English, so what
 * one language marks as code and the other does not is a fact that one of them lacks.
 *
 * @returns One text for each piece of code; empty is good.
 */
export function differentCode(where: string, en: string, zhCn: string): string[] {
  const [english, chinese] = [findCode(en), findCode(zhCn)];
  const missing = (from: ReadonlySet<string>, other: ReadonlySet<string>, language: string) =>
    [...from]
      .filter((code) => !other.has(code))
      .map((code) => `${where}: ${code} is missing in ${language}`);
  return [...missing(english, chinese, 'Chinese'), ...missing(chinese, english, 'English')];
}
