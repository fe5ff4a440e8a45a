import { getRssString } from '@astrojs/rss';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../src/core/index.ts';
import { toFeed } from '../../../src/lib/feed.ts';
import type { Change } from '../../../src/schemas/change.ts';

const change = (id: string, day: string, path: string): Change => ({
  id,
  date: new Date(day),
  path,
  title: { en: `A & B of ${id}`, 'zh-cn': `${id} 的更新` },
  text: { en: 'Paste `<pod>` here.', 'zh-cn': '在这里粘贴 `<pod>`。' },
});
const CHANGES = [
  change('old', '2026-11-20', '/'),
  change('first', '2026-11-22', '/compare/'),
  change('second', '2026-11-22', '/offline/#state'),
];
const toAddress = (path: string) => `https://example.org/triage/zh-cn${path}`;

interface Feed {
  readonly rss: {
    readonly channel: {
      readonly title: string;
      readonly link: string;
      readonly language: string;
      readonly item: readonly Readonly<Record<string, string>>[];
    };
  };
}

describe.each(LOCALES)('%s', (locale) => {
  test('is XML with every change, newest first', async () => {
    const text = await getRssString(toFeed(CHANGES, locale, toAddress));
    const { channel } = (new XMLParser().parse(text) as Feed).rss;
    expect(channel.language).toBe(locale === 'en' ? 'en' : 'zh-CN');
    expect(channel.link).toBe(toAddress('/').replace(/\/$/u, ''));
    expect(channel.item.map(({ link }) => link)).toEqual(
      ['/compare/', '/offline/#state', '/'].map(toAddress),
    );
    const [first] = channel.item;
    expect(first?.['title']).toBe(locale === 'en' ? 'A & B of first' : 'first 的更新');
    expect(first?.['description']).toBe(
      locale === 'en' ? 'Paste <pod> here.' : '在这里粘贴 <pod>。',
    );
    expect(first?.['pubDate']).toBe('Sun, 22 Nov 2026 00:00:00 GMT');
  });
});

test('two changes at one address are refused', () => {
  const twice = [...CHANGES, change('third', '2026-11-23', '/compare/')];
  expect(() => toFeed(twice, 'en', toAddress)).toThrow('two changes lead to /compare/');
});
