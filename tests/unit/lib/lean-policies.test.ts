import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { dropIdleHashes } from '../../../src/lib/lean-policies.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const toPage = (scripts: string, styles: string, body: string) =>
  `<head><meta http-equiv="content-security-policy" content="script-src ${scripts}; style-src ${styles}"></head><body>${body}</body>`;

test.each([
  {
    name: 'a page without inline programs',
    page: toPage(`'self' ${hashOf('a')}`, `'self' ${hashOf('b')}`, '<script src="/a.js"></script>'),
    lean: toPage("'self'", "'self'", '<script src="/a.js"></script>'),
  },
  {
    name: 'an inline script and an inline style',
    page: toPage(
      `'self' ${hashOf('a')} ${hashOf('x')}`,
      `'self' ${hashOf('b')} ${hashOf('x')}`,
      '<script>a</script><style>b</style>',
    ),
    lean: toPage(
      `'self' ${hashOf('a')}`,
      `'self' ${hashOf('b')}`,
      '<script>a</script><style>b</style>',
    ),
  },
  {
    name: 'data is no program',
    page: toPage("'self'", "'self'", '<script type="application/json">{}</script>'),
    lean: toPage("'self'", "'self'", '<script type="application/json">{}</script>'),
  },
])('$name', ({ page, lean }) => {
  expect(dropIdleHashes(page)).toBe(lean);
});

test('an inline script that the policy lacks stops the build', () => {
  expect(() => dropIdleHashes(toPage("'self'", "'self'", '<script>a</script>'))).toThrow(
    'not in the policy',
  );
});
