import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readMdxOutline } from '../../../src/lib/mdx-outline.ts';
import { chineseProblems, toChineseProse } from '../../helpers/chinese.ts';
import { readContentTexts } from '../../helpers/content-texts.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Every text below a key `zh-cn`, with the keys that lead to it. */
function findChinese(value: unknown, path: readonly string[] = []): [path: string, text: string][] {
  if (typeof value === 'string') return path.includes('zh-cn') ? [[path.join('.'), value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => findChinese(one, [...path, key]));
}

const problemsOf = (where: string, text: string) => chineseProblems(where, toChineseProse(text));

test('texts: spaces and punctuation', () => {
  const texts = readContentTexts().filter(({ locale }) => locale === 'zh-cn');
  expect(texts.length).toBeGreaterThan(0);
  expect(
    texts.flatMap(({ file, body, source }) => [
      ...problemsOf(file, body),
      ...problemsOf(file, source.slice(0, source.length - body.trimStart().length)),
      ...readMdxOutline(body).tags.flatMap(({ attributes }) =>
        ['purpose', 'expect', 'risk', 'undo'].flatMap((key) =>
          problemsOf(`${file} ${key}`, attributes[key] ?? ''),
        ),
      ),
    ]),
  ).toEqual([]);
});

test('data: spaces and punctuation', () => {
  const files = globSync('content/**/*.yaml', { cwd: ROOT });
  expect(files.length).toBeGreaterThan(0);
  expect(
    files.flatMap((file) =>
      findChinese(parse(readFileSync(join(ROOT, file), 'utf8'))).flatMap(([path, text]) =>
        problemsOf(`${file} ${path}`, text),
      ),
    ),
  ).toEqual([]);
});

test('words of the interface: spaces and punctuation', async () => {
  const files = globSync('src/i18n/*.ts', { cwd: ROOT });
  const modules = await Promise.all(
    files.map(async (file) => [file, (await import(join(ROOT, file))) as unknown] as const),
  );
  expect(
    modules.flatMap(([file, module]) =>
      findChinese(module).flatMap(([path, text]) => problemsOf(`${file} ${path}`, text)),
    ),
  ).toEqual([]);
});

describe('chineseProblems', () => {
  test.each([
    ['Pod 的状态是 `Pending`。', 0],
    ['见[手册](/x/)和 [Pod](/y/)。', 0],
    ['见<Cause id="x" />。', 0],
    ['**影响：** 新的来不了', 0],
    ['等待 10、20、40……秒', 0],
    ['Pod的状态', 1],
    ['状态是`Pending`。', 1],
    ['退出码137', 1],
    ['先看事件,再看日志。', 1],
    ['他说「好」。', 1],
  ])('%s', (text, count) => {
    expect(problemsOf('x', text)).toHaveLength(count);
  });
});
