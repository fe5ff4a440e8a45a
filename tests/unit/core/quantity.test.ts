import { describe, expect, test } from 'vitest';
import { parseQuantity } from '../../../src/core/quantity.ts';

describe('parseQuantity', () => {
  test.each([
    ['0', 0],
    ['2', 2],
    ['0.5', 0.5],
    ['500m', 0.5],
    ['250u', 0.000_25],
    ['100n', 0.000_000_1],
    ['1k', 1000],
    ['128M', 128_000_000],
    ['128Mi', 134_217_728],
    ['1.5Gi', 1_610_612_736],
    ['64Ki', 65_536],
    ['1T', 1e12],
    ['1Ti', 2 ** 40],
    ['1P', 1e15],
    ['1Pi', 2 ** 50],
    ['1E', 1e18],
    ['1Ei', 2 ** 60],
    ['1e3', 1000],
    ['1E3', 1000],
    ['12e-1', 1.2],
    ['-1', -1],
    ['+1', 1],
    [' 64Mi ', 67_108_864],
  ])('%s', (text, number) => {
    expect(parseQuantity(text)).toBeCloseTo(number, 12);
  });

  test.each(['', 'Mi', '1K', '1mi', '1ki', '1 Mi', '1MB', '128Mib', '1e', 'NaN', '<unset>'])(
    '"%s" is no quantity',
    (text) => {
      expect(parseQuantity(text)).toBeUndefined();
    },
  );
});
