import { describe, expect, test } from 'vitest';
import { PatternIndex } from '../../../src/core/pattern-index.ts';
import { INPUTS } from './random-paste.ts';
import { CATALOGUE } from '../../helpers/catalogue.ts';

const indexOf = (...sources: string[]) => new PatternIndex(new Map(sources.entries()));

describe('PatternIndex', () => {
  test.each<[string, string[], string, number[]]>([
    ['nothing', ['evicted'], 'all is well', []],
    ['one of several', ['evicted', 'killed'], 'it was killed', [1]],
    ['several', ['was', 'killed$'], 'it was killed', [0, 1]],
    ['another case', ['OOMKilled'], 'oomKILLED', [0]],
    ['a pattern without any text', ['^\\d+$'], '137', [0]],
    ['a text shorter than what is looked up', ['^a$'], 'a', [0]],
    ['the text, but not the pattern', ['^killed'], 'it was killed', []],
    ['a letter that is an s without case', ['pressed'], 'pre\u017fsed', [0]],
    ['a sign that is a k without case', ['killed'], '\u212ailled', [0]],
    ['no text', ['evicted'], '', []],
  ])('%s', (_name, sources, text, expected) => {
    expect([...indexOf(...sources).find(text)].sort()).toEqual(expected);
  });

  test('the same answer every time', () => {
    const index = indexOf('killed');
    expect([index.find('it was killed'), index.find('it was killed')]).toEqual([[0], [0]]);
  });
});

test('finds what trying each pattern of the catalogue finds', () => {
  const conditions = Object.values(CATALOGUE).flatMap(({ rule }) =>
    rule.cases.flatMap(({ when, unless = [] }) => [...when, ...unless]),
  );
  const sources = [...new Set(conditions.flatMap(({ matches }) => matches ?? []))];
  const index = indexOf(...sources);
  const patterns = sources.map((source) => new RegExp(source, 'iu'));
  const lines = new Set(INPUTS.flatMap((text) => text.split('\n')).map((line) => line.trim()));
  for (const line of lines) {
    const expected = patterns.flatMap((pattern, id) => (pattern.test(line) ? [id] : []));
    expect(
      [...index.find(line)].sort((a, b) => a - b),
      line,
    ).toEqual(expected);
  }
}, 60_000);
