import { describe, expect, test } from 'vitest';
import { findRequiredTexts } from '../../../src/core/literals.ts';

describe('findRequiredTexts', () => {
  test.each<[string, string, readonly string[] | undefined]>([
    ['a text', 'OOMKilled', ['oomkilled']],
    ['alternatives', 'not found|no such', ['not found', 'no such']],
    ['an alternative that needs nothing', 'not found|\\d+', undefined],
    ['the longest of several texts', 'pod \\S+ evicted on', [' evicted on']],
    ['a group', 'failed to (?:pull|inspect)', ['failed to ']],
    [
      'a group that says more than what is around it',
      'a(?:pulling|inspecting)',
      ['pulling', 'inspecting'],
    ],
    ['a group that may be missing', '(?:pulling|inspecting)?', undefined],
    ['a character that may be missing', 'set ?up network', ['up network']],
    ['a character that repeats', 'killed+ now', ['killed']],
    ['a character that repeats as often as it likes', 'killed* now', ['kille']],
    ['an escaped sign', 'image\\.tag', ['image.tag']],
    ['an escape that is no character', 'exit\\scode', ['exit']],
    ['a class with a bracket', 'exit[\\]a]code', ['exit']],
    ['a script', '\\p{Script=Han}node', ['node']],
    ['what must follow', 'node(?= lost)', ['node']],
    ['what must not stand before', '(?<!not )ready', ['ready']],
    ['what must not follow', '(?!pending)', undefined],
    ['a named group', '(?<why>evicted)', ['evicted']],
    ['a count', '(?:gone){2} x', ['gone']],
    ['a count that begins at zero', '(?:gone){0,2}x', undefined],
    ['texts that are too short', 'a b|cd', undefined],
  ])('%s', (_name, source, expected) => {
    expect(findRequiredTexts(source)).toEqual(expected);
  });
});
