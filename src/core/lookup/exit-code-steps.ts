import { explainExitCode } from '../codes.ts';

const SIGNAL_BASE = 128;
const LAST_SIGNAL = 64;
const BYTE = 256;
const WORD = 2 ** 32;

/** One step from a number as it was printed to what the kernel kept or the signal behind it. */
export type ExitCodeStep =
  | { readonly step: 'modulo'; readonly code: number; readonly result: number }
  | { readonly step: 'complement'; readonly code: number; readonly result: number }
  | { readonly step: 'signal'; readonly code: number; readonly number: number }
  | {
      readonly step: 'windows';
      readonly unsigned: number;
      readonly signed: number;
      readonly hex: string;
    };

/**
 * The arithmetic behind an exit code, step by step; none for a code that is what it says.
 *
 * Linux keeps the lowest byte of what a program returns: `code % 256`, and `256 − |code| % 256` below zero. Above 128
 * the rest may be a signal. Windows has 32 bits, printed as a signed or an unsigned number. Source: man 3 exit,
 * man 1 bash (Exit Status), Windows NTSTATUS values.
 *
 * @example
 * toExitCodeSteps(-119)
 * // => [{ step: 'complement', code: -119, result: 137 }, { step: 'signal', code: 137, number: 9 }]
 */
export function toExitCodeSteps(code: number): ExitCodeStep[] {
  const { kind, truncated } = explainExitCode(code);
  const isMinusSomething = code > WORD - BYTE;
  const steps: ExitCodeStep[] = [];
  if (kind === 'windows') {
    const unsigned = ((code % WORD) + WORD) % WORD;
    const hex = `0x${unsigned.toString(16).toUpperCase().padStart(8, '0')}`;
    steps.push({ step: 'windows', unsigned, signed: unsigned - WORD, hex });
    if (!isMinusSomething) return steps;
  }
  const kept = truncated ?? code;
  if (truncated !== undefined)
    steps.push({ step: code < 0 ? 'complement' : 'modulo', code, result: truncated });
  if (kept > SIGNAL_BASE && kept <= SIGNAL_BASE + LAST_SIGNAL)
    steps.push({ step: 'signal', code: kept, number: kept - SIGNAL_BASE });
  return steps;
}
