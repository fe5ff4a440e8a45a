import { describe, expect, test } from 'vitest';
import { toShortMeaning } from '../../../../src/core/lookup/index.ts';

describe('toShortMeaning', () => {
  test.each([
    { name: 'one sentence', text: 'It ended.', short: 'It ended.' },
    {
      name: 'as many as say something',
      text: 'It ended. Look at the log of the last run, which has the error and the stack. More.',
      short: 'It ended. Look at the log of the last run, which has the error and the stack.',
    },
    {
      name: 'no cut inside of a version or before a small letter',
      text: 'Since 1.32 the kubelet of the node waits at most 5 min. etc. and so on for all of it.',
      short:
        'Since 1.32 the kubelet of the node waits at most 5 min. etc. and so on for all of it.',
    },
  ])('$name', ({ text, short }) => {
    expect(toShortMeaning(text, 'en')).toBe(short);
  });

  test('Chinese sentences have no space between them', () => {
    expect(
      toShortMeaning('它结束了。看上一次运行的日志，里面有错误和调用栈的全部内容。其他。', 'zh-cn'),
    ).toBe('它结束了。看上一次运行的日志，里面有错误和调用栈的全部内容。');
  });
});
