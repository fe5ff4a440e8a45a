import { expect, test } from 'vitest';
import { parseHeaderRules, toCaddyHeaders } from '../../../src/lib/host-headers.ts';

const TEXT = `# What hosts read
/*
  Content-Security-Policy: default-src 'none'
  X-Content-Type-Options: nosniff

/_astro/*
  Cache-Control: immutable

/zh-cn/
  Content-Security-Policy: connect-src 'none'
`;

test('parseHeaderRules: paths, what is below them, and their headers', () => {
  expect(parseHeaderRules(TEXT)).toEqual([
    {
      path: '/',
      below: true,
      headers: [
        ['Content-Security-Policy', "default-src 'none'"],
        ['X-Content-Type-Options', 'nosniff'],
      ],
    },
    { path: '/_astro/', below: true, headers: [['Cache-Control', 'immutable']] },
    { path: '/zh-cn/', below: false, headers: [['Content-Security-Policy', "connect-src 'none'"]] },
  ]);
});

test('toCaddyHeaders: a second policy is added, anything else is set', () => {
  expect(toCaddyHeaders(parseHeaderRules(TEXT)).split('\n')).toEqual([
    'route {',
    '\theader Cache-Control "no-cache"',
    '\theader Content-Security-Policy "default-src \'none\'"',
    '\theader X-Content-Type-Options "nosniff"',
    '\theader /_astro/* Cache-Control "immutable"',
    '\theader /zh-cn/ +Content-Security-Policy "connect-src \'none\'"',
    '}',
    '',
  ]);
});
