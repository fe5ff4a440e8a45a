import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readMdxOutline } from '../../../src/lib/mdx-outline.ts';
import { chineseProblems, toChineseProse } from '../../helpers/chinese.ts';
import { readContentTexts } from '../../helpers/content-texts.ts';
import { glossaryProblems, readRefusedWords } from '../../helpers/glossary.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Every text below a key `zh-cn`, with the keys that lead to it. */
function findChinese(value: unknown, path: readonly string[] = []): [path: string, text: string][] {
  if (typeof value === 'string') return path.includes('zh-cn') ? [[path.join('.'), value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => findChinese(one, [...path, key]));
}

const REFUSED = readRefusedWords();

/** What is wrong with a text; aliases are what people type, so our glossary does not bind them. */
function problemsOf(where: string, text: string): string[] {
  const prose = toChineseProse(text);
  return [
    ...chineseProblems(where, prose),
    ...(where.includes('aliases') ? [] : glossaryProblems(where, prose, REFUSED)),
  ];
}

test('texts: spaces, punctuation, glossary', () => {
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

test('data: spaces, punctuation, glossary', () => {
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

test('words of the interface: spaces, punctuation, glossary', async () => {
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
    ['磁盘用到 85%。', 0],
    ['正在加载……', 0],
    ['正在加载…', 1],
    ['见 `Failed …`：下一步', 0],
    ['磁盘用到 85 %。', 1],
    ['1000 % 256 等于 232。', 0],
  ])('%s', (text, count) => {
    expect(problemsOf('x', text)).toHaveLength(count);
  });
});

describe('glossaryProblems', () => {
  const words = [
    { word: '选择器', instead: '选择算符' },
    { word: 'sidecar', instead: '边车' },
    { word: 'API server', instead: 'API Server' },
  ];
  const refused = (text: string) => glossaryProblems('x', toChineseProse(text), words);

  test.each([
    ['选择算符与标签不一致', []],
    ['`sidecar` 是代码', []],
    ['[边车](https://example.com/sidecar-containers/)', []],
    ['sidecar-containers 是名称', []],
    ['API Server 没有应答', []],
    ['原生 sidecar 先启动', ['x:1: “sidecar” is “边车” in our glossary']],
    ['一行\n标签选择器不匹配', ['x:2: “选择器” is “选择算符” in our glossary']],
    ['连不上 API server。', ['x:1: “API server” is “API Server” in our glossary']],
  ])('%s', (text, problems) => {
    expect(refused(text)).toEqual(problems);
  });
});
