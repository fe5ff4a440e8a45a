import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { LOCALES } from '../../../src/core/index.ts';
import { readMdxOutline } from '../../../src/lib/mdx-outline.ts';
import { readContentTexts, type ContentText } from '../../helpers/content-texts.ts';
import { differentCode } from '../../helpers/languages.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Every text that a file of data has in both languages, with the keys that lead to it. */
function findPairs(value: unknown, path: string): [where: string, en: string, zhCn: string][] {
  if (typeof value !== 'object' || value === null) return [];
  const { en, 'zh-cn': zhCn } = value as Record<string, unknown>;
  if (typeof en === 'string' && typeof zhCn === 'string') return [[path, en, zhCn]];
  return Object.entries(value).flatMap(([key, one]) => findPairs(one, `${path} ${key}`));
}

/** Texts of one folder, English first. */
function findBoth(): (readonly [en: ContentText, zhCn: ContentText])[] {
  const texts = readContentTexts();
  return texts
    .filter(({ locale }) => locale === LOCALES[0])
    .flatMap((en) => {
      const zhCn = texts.find(({ file }) => file === en.file.replace(/en\.mdx$/u, 'zh-cn.mdx'));
      return zhCn ? [[en, zhCn] as const] : [];
    });
}

const toNotes = ({ body }: ContentText) =>
  readMdxOutline(body).tags.flatMap(({ attributes }) =>
    ['expect', 'risk', 'undo'].map((key) => attributes[key] ?? ''),
  );

test('data: both languages name the same commands, fields and messages', () => {
  const pairs = globSync('content/**/*.yaml', { cwd: ROOT }).flatMap((file) =>
    findPairs(parse(readFileSync(join(ROOT, file), 'utf8')), file),
  );
  expect(pairs.length).toBeGreaterThan(0);
  expect(pairs.flatMap(([where, en, zhCn]) => differentCode(where, en, zhCn))).toEqual([]);
});

test('texts: both languages name the same commands, fields and messages', () => {
  const both = findBoth();
  expect(both.length).toBeGreaterThan(0);
  expect(both.flatMap(([en, zhCn]) => differentCode(en.file, en.body, zhCn.body))).toEqual([]);
});

test('notes of commands: both languages name the same commands, fields and messages', () => {
  const notes = findBoth().flatMap(([en, zhCn]) => {
    const chinese = toNotes(zhCn);
    return toNotes(en).map((note, index) => [en.file, note, chinese[index] ?? ''] as const);
  });
  expect(notes.length).toBeGreaterThan(0);
  expect(notes.flatMap(([where, en, zhCn]) => differentCode(where, en, zhCn))).toEqual([]);
});

describe('differentCode', () => {
  test.each([
    ['See `a`, then `b`.', '先看 `b`，再看 `a`。', []],
    ['See `a` twice: `a`.', '看 `a`。', []],
    ['A fence:\n\n```text\n`a`\n```', '一段代码：', []],
    ['It is a [b](/x/).', '它是 [b](/x/)。', []],
    ['See `a`.', '看一下。', ['x: `a` is missing in Chinese']],
    ['See it.', '看 `b`。', ['x: `b` is missing in English']],
  ])('%j and %j', (en, zhCn, problems) => {
    expect(differentCode('x', en, zhCn)).toEqual(problems);
  });
});
