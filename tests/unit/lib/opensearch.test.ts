import { expect, test } from 'vitest';
import { toOpenSearch } from '../../../src/lib/opensearch.ts';

test('names the address with a place for the query, and escapes what is markup', () => {
  const text = toOpenSearch({
    name: 'A & B',
    description: 'Paste <anything>',
    language: 'zh-CN',
    search: 'https://triage.example/zh-cn/search/',
    icon: 'https://triage.example/favicon.svg',
  });
  expect(text).toContain('<ShortName>A &amp; B</ShortName>');
  expect(text).toContain('<Description>Paste &lt;anything></Description>');
  expect(text).toContain('<Language>zh-CN</Language>');
  expect(text).toContain(
    '<Url type="text/html" template="https://triage.example/zh-cn/search/?q={searchTerms}"/>',
  );
});
