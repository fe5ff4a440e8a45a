import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseHeaderRules } from '../../src/lib/host-headers.ts';
import { parsePolicy } from '../../src/lib/policy.ts';
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
  'img-src': "'self'",
  // The worker that keeps pages for offline use; which one it may be is in public/start.js.
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'none'",
  'base-uri': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'default',
};
/** Pages whose programs fetch files of this site: those of the search. */
const CONNECTING = /^\/(?:zh-cn\/)?search\/$/u;
const STRICT_SOURCE = /^'(?:self|sha256-[\w+/]+=*)'$/u;
/** The search over all pages is WebAssembly; no other program may be made from data. */
const WASM = "'wasm-unsafe-eval'";

function readPolicy(text: string): Record<string, string> {
  return Object.fromEntries(
    [...parsePolicy(text)].map(([name, sources]) => [name, sources.join(' ')]),
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

function expectStrict(policy: Record<string, string>, mayRunWasm: boolean): void {
  expect(policy).toMatchObject(FIXED);
  for (const name of ['script-src', 'style-src']) {
    const sources = (policy[name] ?? '').split(' ');
    expect(sources.filter((source) => !STRICT_SOURCE.test(source))).toEqual(
      mayRunWasm && name === 'script-src' ? [WASM] : [],
    );
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
    expectStrict(policyOf(page), CONNECTING.test(page.path));
    expect(Object.keys(policyOf(page)).sort()).toEqual(
      [...Object.keys(FIXED), 'connect-src', 'script-src', 'style-src'].sort(),
    );
  });

  test('fetches nothing, unless it is the search', () => {
    expect(policyOf(page)['connect-src']).toBe(CONNECTING.test(page.path) ? "'self'" : "'none'");
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

/**
 * Hosts part ways where several rules give one header. Cloudflare Pages joins the values with a comma, which for a policy
 * means that a browser obeys each; Netlify and our own server send what the last rule says.
 */
const HOSTS: Readonly<Record<string, (values: readonly string[]) => string>> = {
  'values are joined': (values) => values.join(', '),
  'the last value counts': (values) => values.at(-1) ?? '',
};

describe.each(Object.keys(HOSTS))('the headers of a host where %s', (host) => {
  const rules = parseHeaderRules(readDistFile('/_headers'));
  /** What such a host sends for a path, with names in lower case. */
  function headersOf(path: string): Readonly<Record<string, string>> {
    const found = new Map<string, string[]>();
    for (const rule of rules)
      if (rule.below ? path.startsWith(rule.path) : path === rule.path)
        for (const [name, value] of rule.headers) {
          const key = name.toLowerCase();
          found.set(key, [...(found.get(key) ?? []), value]);
        }
    return Object.fromEntries(
      [...found].map(([name, values]) => [name, HOSTS[host]?.(values) ?? '']),
    );
  }
  const policiesOf = (path: string) =>
    (headersOf(path)['content-security-policy'] ?? '').split(', ').map(readPolicy);
  const takesPaste = (page: SitePage) =>
    findAll(page, 'textarea').length > 0 && !CONNECTING.test(page.path);

  test('some pages take a paste', () => {
    expect(pages.filter(takesPaste).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/', '/zh-cn/', '/compare/', '/zh-cn/compare/']),
    );
  });

  test.each(pages)('$path: as strict as its own policy, and not to be framed', (page) => {
    const policies = policiesOf(page.path);
    expect(policies.map((policy) => policy['frame-ancestors'])).toContain("'none'");
    for (const policy of policies) expectStrict(policy, true);
    // The worker for offline use fetches, for every page but those.
    const connects = policies.map((policy) => policy['connect-src']);
    if (takesPaste(page)) expect(connects).toContain("'none'");
    else expect(connects).toEqual(["'self'"]);
  });

  test.each(pages)('$path: what its own policy allows is allowed', (page) => {
    for (const [name, sources] of Object.entries(policyOf(page)))
      for (const source of sources.split(' '))
        if (source !== "'none'")
          for (const policy of policiesOf(page.path))
            expect(policy[name]?.split(' ')).toContain(source);
  });

  test.each(pages)('$path: what a policy cannot say', (page) => {
    expect(headersOf(page.path)).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()') as unknown,
    });
  });

  test('what has a hash in its name is kept for good, data may be read from elsewhere', () => {
    expect(headersOf('/_astro/page.css')['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    expect(headersOf('/')['cache-control']).toBeUndefined();
    expect(headersOf('/api/codes.json')['access-control-allow-origin']).toBe('*');
  });
});

test('no page names an address of the machine it was built on', () => {
  for (const page of pages)
    for (const link of findAll(page, 'link'))
      expect(attribute(link, 'href')).not.toMatch(/localhost/u);
});
