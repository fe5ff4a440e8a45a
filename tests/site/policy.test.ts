import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  attribute,
  DIST,
  findAll,
  readDistFile,
  readSite,
  textOf,
  toSitePath,
  type Element,
  type SitePage,
} from '../helpers/read-site.ts';

const pages = readSite();

/** What a page may never loosen. `script-src` and `style-src` have hashes, which change. */
const FIXED: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'none'",
  'worker-src': "'none'",
  'object-src': "'none'",
  'manifest-src': "'self'",
  'form-action': "'none'",
  'base-uri': "'none'",
};
const STRICT_SOURCE = /^'(?:self|sha256-[\w+/]+=*)'$/u;

function readPolicy(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(';')
      .map((directive) => directive.trim())
      .filter((directive) => directive !== '')
      .map((directive) => {
        const [name = '', ...sources] = directive.split(/\s+/u);
        return [name, sources.join(' ')];
      }),
  );
}

function isPolicy(element: Element): boolean {
  return (
    element.tagName === 'meta' &&
    attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy'
  );
}

function policyOf(page: SitePage): Record<string, string> {
  const [meta] = page.elements.filter(isPolicy);
  return readPolicy((meta && attribute(meta, 'content')) ?? '');
}

function expectStrict(policy: Record<string, string>): void {
  expect(policy).toMatchObject(FIXED);
  for (const name of ['script-src', 'style-src']) {
    const sources = (policy[name] ?? '').split(' ');
    expect(sources.filter((source) => !STRICT_SOURCE.test(source))).toEqual([]);
  }
}

function loads(element: Element): boolean {
  if (element.tagName === 'link') {
    const rel = attribute(element, 'rel') ?? '';
    return !['alternate', 'canonical'].includes(rel);
  }
  return element.tagName !== 'a';
}

describe.each(pages)('$path', (page) => {
  test('carries one strict policy', () => {
    expect(page.elements.filter(isPolicy)).toHaveLength(1);
    expectStrict(policyOf(page));
    expect(Object.keys(policyOf(page)).sort()).toEqual(
      [...Object.keys(FIXED), 'script-src', 'style-src'].sort(),
    );
  });

  test('loads nothing before the policy holds', () => {
    const policyAt = page.elements.findIndex(isPolicy);
    const early = page.elements
      .slice(0, policyAt)
      .filter(
        ({ tagName, attrs }) =>
          tagName === 'script' ||
          tagName === 'style' ||
          attrs.some(({ name, value }) => name === 'rel' && /stylesheet|preload/u.test(value)),
      );
    expect(early.map(({ tagName }) => tagName)).toEqual([]);
  });

  test('has only inline scripts and styles that the policy names', () => {
    const policy = policyOf(page);
    const inline = page.elements.filter(
      (element) =>
        element.tagName === 'style' ||
        (element.tagName === 'script' &&
          attribute(element, 'src') === undefined &&
          attribute(element, 'type') !== 'application/json'),
    );
    for (const element of inline) {
      const hash = createHash('sha256').update(textOf(element)).digest('base64');
      expect(policy[`${element.tagName}-src`]).toContain(`'sha256-${hash}'`);
    }
  });

  test('has no style attributes, event attributes, forms with a target or frames', () => {
    const wrong = page.elements.flatMap(({ tagName, attrs }) => [
      ...attrs
        .filter(({ name }) => name === 'style' || name.startsWith('on'))
        .map(({ name }) => name),
      ...attrs.filter(({ name }) => name === 'action' || name === 'ping').map(({ name }) => name),
      ...(['iframe', 'frame', 'object', 'embed', 'base'].includes(tagName) ? [tagName] : []),
    ]);
    expect(wrong).toEqual([]);
  });

  test('loads nothing from elsewhere', () => {
    const addresses = page.elements
      .filter(loads)
      .flatMap(({ attrs }) =>
        attrs.filter(({ name }) => /^(?:src|href|srcset|poster|.*-url)$/u.test(name)),
      )
      .map(({ value }) => value);
    const elsewhere = addresses.filter(
      (value) => !value.startsWith('data:') && toSitePath(value, page) === undefined,
    );
    expect(elsewhere).toEqual([]);
  });
});

test.each(globSync('**/*.css', { cwd: DIST }))('%s loads nothing', (file) => {
  expect(readDistFile(`/${file}`)).not.toMatch(/@import|url\((?!["']?data:)/u);
});

test('the headers for hosts carry the policy of the pages, and forbid framing', () => {
  const headers = new Map(
    [...readDistFile('/_headers').matchAll(/^ +([\w-]+): (.*)$/gmu)].map(
      ([, name = '', value = '']) => [name.toLowerCase(), value],
    ),
  );
  const policy = readPolicy(headers.get('content-security-policy') ?? '');
  expectStrict(policy);
  expect(policy['frame-ancestors']).toBe("'none'");
  const [page] = pages;
  if (page) expect(policy).toMatchObject(policyOf(page));
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('permissions-policy')).toContain('camera=()');
});

test('no page names an address of the machine it was built on', () => {
  for (const page of pages)
    for (const link of findAll(page, 'link'))
      expect(attribute(link, 'href')).not.toMatch(/localhost/u);
});
