import { describe, expect, test } from 'vitest';
import { parsePolicy, toPolicyText, unitePolicies } from '../../../src/lib/policy.ts';

const unite = (...texts: string[]) => toPolicyText(unitePolicies(texts.map(parsePolicy)));

test.each([
  { name: 'as written', text: "default-src 'none'; img-src 'self' data:" },
  { name: 'spaces and a last semicolon', text: " default-src  'none' ;img-src 'self' data:;" },
])('parsePolicy: $name', ({ text }) => {
  expect([...parsePolicy(text)]).toEqual([
    ['default-src', ["'none'"]],
    ['img-src', ["'self'", 'data:']],
  ]);
});

describe('unitePolicies', () => {
  test.each([
    { name: 'one page', pages: ["connect-src 'none'"], united: "connect-src 'none'" },
    {
      name: 'what one page allows is allowed',
      pages: ["connect-src 'none'", "connect-src 'self'"],
      united: "connect-src 'self'",
    },
    {
      name: 'every hash stays, once',
      pages: ["script-src 'self' 'sha256-a'", "script-src 'self' 'sha256-b' 'sha256-a'"],
      united: "script-src 'self' 'sha256-a' 'sha256-b'",
    },
  ])('$name', ({ pages, united }) => {
    expect(unite(...pages)).toBe(united);
  });

  test('a page without one of the directives would allow everything', () => {
    expect(() => unite("default-src 'none'; img-src 'self'", "default-src 'none'")).toThrow(
      'same directives',
    );
  });
});
