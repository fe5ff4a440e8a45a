import { describe, expect, test } from 'vitest';
import { toExitCodeSteps } from '../../../../src/core/lookup/index.ts';

describe('toExitCodeSteps', () => {
  const signal = (code: number) => ({ step: 'signal', code, number: code - 128 });
  const windows = (unsigned: number, signed: number, hex: string) => ({
    step: 'windows',
    unsigned,
    signed,
    hex,
  });

  test.each([
    { code: 0, steps: [] },
    { code: 1, steps: [] },
    { code: 128, steps: [] },
    { code: 129, steps: [signal(129)] },
    { code: 137, steps: [signal(137)] },
    { code: 192, steps: [signal(192)] },
    { code: 193, steps: [] },
    { code: 255, steps: [] },
    { code: 256, steps: [{ step: 'modulo', code: 256, result: 0 }] },
    { code: 257, steps: [{ step: 'modulo', code: 257, result: 1 }] },
    { code: 393, steps: [{ step: 'modulo', code: 393, result: 137 }, signal(137)] },
    { code: -1, steps: [{ step: 'complement', code: -1, result: 255 }] },
    { code: -2, steps: [{ step: 'complement', code: -2, result: 254 }] },
    { code: -119, steps: [{ step: 'complement', code: -119, result: 137 }, signal(137)] },
    { code: -256, steps: [{ step: 'complement', code: -256, result: 0 }] },
    { code: -300, steps: [{ step: 'complement', code: -300, result: 212 }] },
    { code: 3_221_225_477, steps: [windows(3_221_225_477, -1_073_741_819, '0xC0000005')] },
    { code: -1_073_741_819, steps: [windows(3_221_225_477, -1_073_741_819, '0xC0000005')] },
    { code: -532_462_766, steps: [windows(3_762_504_530, -532_462_766, '0xE0434352')] },
    {
      code: 4_294_967_295,
      steps: [
        windows(4_294_967_295, -1, '0xFFFFFFFF'),
        { step: 'modulo', code: 4_294_967_295, result: 255 },
      ],
    },
  ])('$code', ({ code, steps }) => {
    expect(toExitCodeSteps(code)).toEqual(steps);
  });
});
