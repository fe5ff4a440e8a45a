import { describe, expect, test } from 'vitest';
import { findCodes, type Findable } from '../../../../src/core/lookup/index.ts';

const entry = (
  kind: Findable['kind'],
  code: string,
  more: Partial<Pick<Findable, 'aliases' | 'meaning' | 'numbers'>> = {},
): Findable => ({ kind, code, aliases: [], meaning: '', ...more });

const ENTRIES: readonly Findable[] = [
  entry('event', 'BackOff', { meaning: 'The kubelet waits before the next try.' }),
  entry('event', 'FailedAttachVolume', { meaning: 'The disk could not be attached to the node.' }),
  entry('event', 'FailedMount', {
    aliases: ['挂载失败'],
    meaning: 'A volume could not be mounted. 卷无法挂载到节点。',
  }),
  entry('event', 'Failed'),
  entry('event', 'Unhealthy', { aliases: ['probe failed'] }),
  entry('phase', 'Failed'),
  entry('waiting', 'CrashLoopBackOff', { aliases: ['crash loop', '反复重启'] }),
  entry('waiting', 'ImagePullBackOff'),
  entry('terminated', 'OOMKilled', { aliases: ['内存溢出'] }),
  entry('taint', 'node.kubernetes.io/not-ready'),
  entry('exit-code', '137', { aliases: ['SIGKILL'], numbers: [137, 137] }),
  entry('exit-code', '9', { numbers: [9, 9] }),
  entry('exit-code', '4–63', { numbers: [4, 63] }),
  entry('exit-code', '255', { numbers: [255, 255] }),
  entry('exit-code', '3221225477', { numbers: [3_221_225_477, 3_221_225_477] }),
  entry('exit-code', '4294967295', { numbers: [4_294_967_295, 4_294_967_295] }),
  entry('signal', 'SIGKILL', { numbers: [9, 9] }),
];
const find = (typed: string) => findCodes(ENTRIES, typed).map((one) => one.entry);
const names = (typed: string) => find(typed).map(({ kind, code }) => `${kind} ${code}`);

describe('findCodes', () => {
  test.each([
    { typed: 'FailedMount', first: 'event FailedMount', why: 'its name' },
    { typed: 'failed mount', first: 'event FailedMount', why: 'with a space, in small letters' },
    { typed: '  failed-mount: ', first: 'event FailedMount', why: 'with other signs' },
    { typed: 'mount', first: 'event FailedMount', why: 'a word of it' },
    { typed: 'crashlopbackoff', first: 'waiting CrashLoopBackOff', why: 'a letter left out' },
    { typed: 'CrashLoopBackOfff', first: 'waiting CrashLoopBackOff', why: 'a letter too many' },
    { typed: 'crashlopb', first: 'waiting CrashLoopBackOff', why: 'misspelt and not finished' },
    { typed: 'imgaepullbackoff', first: 'waiting ImagePullBackOff', why: 'letters swapped' },
    { typed: 'oomkiled', first: 'terminated OOMKilled', why: 'a short misspelling' },
    { typed: 'crash loop', first: 'waiting CrashLoopBackOff', why: 'another name' },
    { typed: '内存溢出', first: 'terminated OOMKilled', why: 'a Chinese name' },
    { typed: '挂载', first: 'event FailedMount', why: 'a part of a Chinese name' },
    { typed: '节点 卷 挂载不了', first: 'event FailedMount', why: 'Chinese words of the meaning' },
    { typed: 'disk not attached', first: 'event FailedAttachVolume', why: 'words of the meaning' },
    {
      typed: 'Warning FailedMount 2m kubelet',
      first: 'event FailedMount',
      why: 'a name among other words',
    },
    {
      typed: 'Readiness probe failed: HTTP 503',
      first: 'event Unhealthy',
      why: 'another name in a line, not a common word in it',
    },
    { typed: 'Warning  Failed  kubelet', first: 'phase Failed', why: 'a common word as spelt' },
    { typed: 'not-ready', first: 'taint node.kubernetes.io/not-ready', why: 'the end of a taint' },
    { typed: '137', first: 'exit-code 137', why: 'a number' },
    { typed: 'exit code 9', first: 'exit-code 9', why: 'an exit code that is a signal, too' },
    { typed: 'signal 9', first: 'signal SIGKILL', why: 'a signal' },
    { typed: '42', first: 'exit-code 4–63', why: 'one of several' },
    { typed: '-119', first: 'exit-code 137', why: 'what the kernel keeps' },
    { typed: '393', first: 'exit-code 137', why: 'one byte too high' },
    { typed: '0xC0000005', first: 'exit-code 3221225477', why: 'a Windows status in hexadecimal' },
    { typed: '-1073741819', first: 'exit-code 3221225477', why: 'a Windows status with a sign' },
    { typed: '-1', first: 'exit-code 255', why: 'minus one' },
  ])('$typed finds $first: $why', ({ typed, first }) => {
    expect(names(typed)[0]).toBe(first);
  });

  test('a number finds all that it may stand for', () => {
    expect(names('137')).toEqual(['exit-code 137', 'signal SIGKILL']);
    expect(names('9')).toEqual(['exit-code 9', 'signal SIGKILL', 'exit-code 4–63']);
    expect(names('-1')).toContain('exit-code 4294967295');
  });

  test('equal names come in the order of their kinds', () => {
    expect(names('failed').slice(0, 2)).toEqual(['phase Failed', 'event Failed']);
  });

  test('says how it was found', () => {
    const by = (typed: string) => findCodes(ENTRIES, typed)[0]?.by;
    expect(by('FailedMount')).toBe('name');
    expect(by('attach')).toBe('part');
    expect(by('oomkiled')).toBe('spelling');
    expect(by('disk not attached')).toBe('words');
  });

  test.each(['', '   ', '/-:', 'zzzzzz', 'qx', '没有这样的东西', '300000000000'])(
    'finds nothing for %j',
    (typed) => {
      expect(names(typed)).toEqual([]);
    },
  );
});
