import { describe, expect, test } from 'vitest';
import { readTypedNumber } from '../../../../src/core/lookup/index.ts';

describe('readTypedNumber', () => {
  test.each([
    { typed: '137', value: 137, as: 'number' },
    { typed: ' 137 ', value: 137, as: 'number' },
    { typed: '-1', value: -1, as: 'exit-code' },
    { typed: '−1', value: -1, as: 'exit-code' },
    { typed: '-0', value: 0, as: 'number' },
    { typed: 'exit code 137', value: 137, as: 'exit-code' },
    { typed: 'Exit Code:    137', value: 137, as: 'exit-code' },
    { typed: 'exitCode=137', value: 137, as: 'exit-code' },
    { typed: 'Init:ExitCode:1', value: 1, as: 'exit-code' },
    { typed: 'exited with code 3', value: 3, as: 'exit-code' },
    { typed: 'command terminated with exit code 137', value: 137, as: 'exit-code' },
    { typed: '退出码 -1', value: -1, as: 'exit-code' },
    { typed: '退出码137', value: 137, as: 'exit-code' },
    { typed: '退出码是 137', value: 137, as: 'exit-code' },
    { typed: 'Signal:9', value: 9, as: 'signal' },
    { typed: 'signal 9', value: 9, as: 'signal' },
    { typed: '信号 15', value: 15, as: 'signal' },
    { typed: '128+9', value: 137, as: 'exit-code' },
    { typed: '128 + 15', value: 143, as: 'exit-code' },
    { typed: '0xC0000005', value: 3_221_225_477, as: 'number' },
    { typed: '0xc0000005', value: 3_221_225_477, as: 'number' },
    { typed: '4294967295', value: 4_294_967_295, as: 'number' },
  ])('$typed', ({ typed, value, as }) => {
    expect(readTypedNumber(typed)).toEqual({ value, as });
  });

  test.each([
    '',
    'SIGKILL',
    '4294967296',
    '99999999999',
    '1.5',
    '10.0.0.1',
    '137 143',
    '0xZZ',
    'FailedMount 3',
    'port 8080 refused',
    'x137',
    '3m',
  ])('%j is no number alone', (typed) => {
    expect(readTypedNumber(typed)).toBeUndefined();
  });
});
