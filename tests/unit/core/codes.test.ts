import { describe, expect, test } from 'vitest';
import { explainExitCode } from '../../../src/core/codes.ts';

describe('explainExitCode', () => {
  test.each([
    { name: 'no error', code: 0, meaning: { kind: 'success' } },
    { name: 'an error of the program', code: 1, meaning: { kind: 'program' } },
    { name: 'the tool that starts the command', code: 125, meaning: { kind: 'runtime' } },
    { name: 'found but not executable', code: 126, meaning: { kind: 'notExecutable' } },
    { name: 'not found', code: 127, meaning: { kind: 'notFound' } },
    { name: 'never ran', code: 128, meaning: { kind: 'neverRan' } },
    {
      name: 'the first signal',
      code: 129,
      meaning: { kind: 'signal', signal: { number: 1, name: 'SIGHUP' } },
    },
    {
      name: 'aborted',
      code: 134,
      meaning: { kind: 'signal', signal: { number: 6, name: 'SIGABRT' } },
    },
    {
      name: 'SIGKILL, whose sender the code does not tell',
      code: 137,
      meaning: { kind: 'killed', signal: { number: 9, name: 'SIGKILL' } },
    },
    {
      name: 'a segmentation fault',
      code: 139,
      meaning: { kind: 'signal', signal: { number: 11, name: 'SIGSEGV' } },
    },
    {
      name: 'a polite end',
      code: 143,
      meaning: { kind: 'signal', signal: { number: 15, name: 'SIGTERM' } },
    },
    {
      name: 'a signal that the C library keeps for itself',
      code: 161,
      meaning: { kind: 'program' },
    },
    { name: 'a signal that ends nothing', code: 148, meaning: { kind: 'program' } },
    {
      name: 'the first real-time signal',
      code: 162,
      meaning: { kind: 'signal', signal: { number: 34, name: 'SIGRTMIN' } },
    },
    {
      name: 'a real-time signal, as systemd wants it',
      code: 165,
      meaning: { kind: 'signal', signal: { number: 37, name: 'SIGRTMIN+3' } },
    },
    { name: 'behind the last signal', code: 193, meaning: { kind: 'program' } },
    { name: '-1 as a program returns it', code: 255, meaning: { kind: 'program' } },
    { name: '-1 as printed', code: -1, meaning: { kind: 'outOfRange', truncated: 255 } },
    { name: 'one above a byte', code: 256, meaning: { kind: 'outOfRange', truncated: 0 } },
    { name: 'far above a byte', code: 1000, meaning: { kind: 'outOfRange', truncated: 232 } },
    {
      name: 'an access violation on Windows',
      code: 3_221_225_477,
      meaning: { kind: 'windows', truncated: 5 },
    },
    {
      name: 'the same as a signed number',
      code: -1_073_741_819,
      meaning: { kind: 'windows', truncated: 5 },
    },
  ])('$code: $name', ({ code, meaning }) => {
    expect(explainExitCode(code)).toEqual({ code, ...meaning });
  });

  test.each([
    { code: 137, reason: 'ContainerStatusUnknown', kind: 'placeholder' },
    { code: 255, reason: 'Unknown', kind: 'placeholder' },
    { code: 137, reason: 'OOMKilled', kind: 'killed' },
    { code: 0, reason: 'Error', kind: 'success' },
    { code: 0, reason: 'OOMKilled', kind: 'success' },
    { code: 128, reason: 'ContainerCannotRun', kind: 'neverRan' },
    { code: 128, reason: 'StartError', kind: 'neverRan' },
    { code: 128, reason: 'Error', kind: 'program' },
    { code: 137, reason: 'constructor', kind: 'killed' },
  ])('$code with the reason $reason', ({ code, reason, kind }) => {
    expect(explainExitCode(code, reason)).toMatchObject({ code, kind });
  });
});
