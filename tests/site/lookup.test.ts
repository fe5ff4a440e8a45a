import { describe, expect, test } from 'vitest';
import { readCatalogue, readCodeFiles } from '../../src/cli/catalogue.ts';
import { LOCALES } from '../../src/core/index.ts';
import { toCodeGroups } from '../../src/lib/codes.ts';
import { attribute, findAll, readDistFile, readSite, textOf } from '../helpers/read-site.ts';

const pages = new Map(readSite().map((page) => [page.path, page]));
const codes = toCodeGroups(readCodeFiles()).flatMap((group) => group.codes);
const causes = readCatalogue();
const BASE = process.env['BASE_PATH']?.replace(/\/+$/u, '') ?? '';

describe.each(LOCALES)('%s', (locale) => {
  const root = locale === 'en' ? '/' : `/${locale}/`;

  test('every code has a page that says what it means', () => {
    const wrong = codes.filter(({ ref, code, meaning }) => {
      const page = pages.get(`${root}lookup/${ref}/`);
      if (!page) return true;
      const [title] = findAll(page, 'h1').map(textOf);
      const text = findAll(page, 'p').map((one) => textOf(one).trim());
      return title !== code || !text.includes(meaning[locale].replaceAll('`', ''));
    });
    expect(wrong.map(({ ref }) => ref)).toEqual([]);
  });

  test('the index lists every code once', () => {
    const index = pages.get(`${root}lookup/`);
    const listed = index
      ? findAll(index, 'a')
          .map((link) => attribute(link, 'href') ?? '')
          .filter((href) => /\/lookup\/[^/]+\/[^/]+\/$/u.test(href))
      : [];
    expect(listed.sort()).toEqual(codes.map(({ ref }) => `${BASE}${root}lookup/${ref}/`).sort());
  });
});

test('every code that triage may link to has its page, in both languages', () => {
  const module = readDistFile('/lookup/codes.js');
  const known = JSON.parse(module.replace(/^export const codes = |;\n$/gu, '')) as Readonly<
    Record<string, Readonly<Record<string, string>>>
  >;
  const refs = Object.entries(known).flatMap(([kind, slugs]) =>
    Object.values(slugs).map((slug) => `${kind}/${slug}`),
  );
  expect(refs).toEqual(
    expect.arrayContaining([
      'terminated/oomkilled',
      'exit-code/137',
      'event/failedscheduling',
      'waiting/crashloopbackoff',
      'pod-reason/evicted',
    ]),
  );
  const missing = refs.filter(
    (ref) =>
      !LOCALES.every((locale) =>
        pages.has(`${locale === 'en' ? '/' : `/${locale}/`}lookup/${ref}/`),
      ),
  );
  expect(missing).toEqual([]);
});

interface ApiEntry {
  readonly url: string;
  readonly causes?: readonly string[];
  readonly runbooks?: readonly string[];
}
const readApi = (name: string) =>
  JSON.parse(readDistFile(`/api/${name}.json`)) as readonly (ApiEntry & Record<string, unknown>)[];
const pathOf = (url: string) => url.slice(BASE.length).replace(/#.*$/u, '');

describe('/api/codes.json', () => {
  const api = readApi('codes');

  test('has every code with its fields', () => {
    expect(api).toHaveLength(codes.length);
    for (const entry of api)
      expect(entry).toEqual({
        kind: expect.any(String) as string,
        code: expect.any(String) as string,
        url: expect.any(String) as string,
        meaning: { en: expect.any(String) as string, 'zh-cn': expect.any(String) as string },
        causes: expect.any(Array) as string[],
        runbooks: expect.any(Array) as string[],
      });
  });

  test('names pages, causes and runbooks that exist', () => {
    for (const { url, causes: own = [], runbooks = [] } of api) {
      expect(pages.has(pathOf(url)), url).toBe(true);
      expect(own.filter((id) => !causes[id])).toEqual([]);
      expect(runbooks.filter((id) => !pages.has(`/runbooks/${id}/`))).toEqual([]);
    }
  });
});

test('/api/causes.json has every cause with its fields', () => {
  const api = readApi('causes');
  expect(api.map(({ id }) => id)).toEqual(Object.keys(causes));
  for (const { url, id, runbook, title, summary, ...others } of api) {
    const cause = causes[String(id)];
    expect(url).toBe(`${BASE}/runbooks/${String(runbook)}/#${String(id)}`);
    expect({ runbook, title, summary }).toEqual({
      runbook: cause?.runbook,
      title: cause?.title,
      summary: cause?.summary,
    });
    expect(Object.keys(others)).toEqual([]);
  }
});
