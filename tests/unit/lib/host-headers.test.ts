import { expect, test } from 'vitest';
import {
  hostLimitProblems,
  parseHeaderRules,
  toCaddyHeaders,
  toNginxHeaders,
} from '../../../src/lib/host-headers.ts';

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

test('toCaddyHeaders: in their order, so that the last one counts', () => {
  expect(toCaddyHeaders(parseHeaderRules(TEXT)).split('\n')).toEqual([
    'route {',
    '\theader Cache-Control "no-cache"',
    '\theader Content-Security-Policy "default-src \'none\'"',
    '\theader X-Content-Type-Options "nosniff"',
    '\theader /_astro/* Cache-Control "immutable"',
    '\theader /zh-cn/ Content-Security-Policy "connect-src \'none\'"',
    '}',
    '',
  ]);
});

test.each([
  { name: 'what hosts read', text: TEXT, problems: [] },
  {
    name: 'a long line, but not a long comment',
    text: `# ${'#'.repeat(3000)}\n/*\n  A: ${'b'.repeat(1997)}\n  A: ${'b'.repeat(1998)}\n`,
    problems: ['line 4 has 2001 characters; hosts read 2000.'],
  },
  {
    name: 'too many rules',
    text: '/a\n  B: c\n'.repeat(101),
    problems: ['101 rules; hosts read 100.'],
  },
  {
    name: 'a star in the middle',
    text: '/*/a\n  B: c\n',
    problems: ['/*/a has a `*` that is not its end.'],
  },
])('hostLimitProblems: $name', ({ text, problems }) => {
  expect(hostLimitProblems(text)).toEqual(problems);
});

test('toNginxHeaders: one map and one header for each name, below the base', () => {
  const { maps, headers } = toNginxHeaders(parseHeaderRules(TEXT), '/triage/');
  expect(headers.split('\n')).toEqual([
    'add_header Cache-Control $pod_triage_cache_control always;',
    'add_header Content-Security-Policy $pod_triage_content_security_policy always;',
    'add_header X-Content-Type-Options $pod_triage_x_content_type_options always;',
    '',
  ]);
  expect(maps).toContain(`map $pod_triage_path $pod_triage_content_security_policy {
\tdefault "default-src 'none'";
\t"/triage/zh-cn/" "connect-src 'none'";
}`);
  expect(maps).toContain(`map $pod_triage_path $pod_triage_cache_of_path {
\tdefault "no-cache";
\t"~^/triage/_astro/" "immutable";
}`);
});
