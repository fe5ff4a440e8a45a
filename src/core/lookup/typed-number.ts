const SIGNAL_BASE = 128;
const WORD = 2 ** 32;

/** A number that someone typed, and what they said it is. */
export interface TypedNumber {
  readonly value: number;
  readonly as: 'exit-code' | 'signal' | 'number';
}

const NUMBER = /(?<![\w.])[-−]?(?:0x[0-9a-f]{1,8}|\d{1,10})(?![\w.])/giu;
const SUM = /\b128\s*\+\s*(\d{1,3})\b/u;
const SAYS_SIGNAL = /\bsignal\b|\bsig\b|信号/iu;
const SAYS_EXIT_CODE = /exit|return|status|\bcode\b|\brc\b|\berrno\b|码|返回值|状态/iu;
/** Words around a number that add nothing. */
const FILLER =
  /\b(?:init|exit(?:ed|s|code)?|with|non-?zero|code|status|return(?:ed|s)?|command|terminated|by|error|rc|errno|signal|sig|killed|kill|container|pod|process|linux|windows)\b|退出码|退出代码|退出状态码?|错误码|返回码|返回值|状态码|代码|信号|容器|进程|是|为|[\s:：=,，.。"'()（）]/giu;

/**
 * Reads what was typed as one number, when it is nothing else: `137`, `exit code 137`, `Init:ExitCode:1`, `128+9`,
 * `signal 9`, `退出码 -1`, `0xC0000005`. Undefined for anything with other words in it.
 */
export function readTypedNumber(typed: string): TypedNumber | undefined {
  const text = typed.trim();
  const [, added] = SUM.exec(text) ?? [];
  if (added !== undefined && text.replace(SUM, '').replaceAll(FILLER, '') === '')
    return { value: SIGNAL_BASE + Number(added), as: 'exit-code' };
  // A colon or an equals sign glues the number to its word: `ExitCode:137`.
  const spaced = text
    .replaceAll(/[:=：](?=[-−\d])/gu, ' ')
    .replaceAll(/([一-鿿])(?=[-−\d])/gu, '$1 ');
  const numbers = spaced.match(NUMBER) ?? [];
  const [number] = numbers;
  const rest = spaced.replaceAll(NUMBER, '');
  if (number === undefined || numbers.length > 1 || rest.replaceAll(FILLER, '') !== '')
    return undefined;
  const isNegative = /^[-−]/u.test(number);
  const size = Number(number.replace(/^[-−]/u, ''));
  if (size >= WORD) return undefined;
  const value = isNegative && size !== 0 ? -size : size;
  if (SAYS_SIGNAL.test(rest)) return { value, as: 'signal' };
  return { value, as: SAYS_EXIT_CODE.test(rest) || value < 0 ? 'exit-code' : 'number' };
}
