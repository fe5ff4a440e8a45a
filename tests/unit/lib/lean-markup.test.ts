import { parse, serialize } from 'parse5';
import { expect, test } from 'vitest';
import { toLeanMarkup } from '../../../src/lib/lean-markup.ts';

const toPage = (body: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>a</title></head><body>${body}</body></html>`;

test.each([
  { name: 'commands', body: '<pre><code>a &lt;pod&gt;  -n &#39;b&#39; \\\n  c</code></pre>' },
  { name: 'what only looks like markup', body: '<p>&amp;lt; &lt;b&gt; a &amp; b &amp;amp</p>' },
  { name: 'spaces between languages', body: '<p>看 <code>a</code> 与 <b>b</b> 。</p>' },
  { name: 'lists in lists', body: '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><p>d</p>e' },
  { name: 'terms', body: '<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd><p>d</p></dd></dl>' },
  { name: 'a paragraph before what closes it, and before what does not', body: '<p>a</p><span>b' },
  {
    name: 'attributes',
    body: '<a href="/a/?b=c&amp;d=e" title="a b" class="c">f</a><i title="">g</i>',
  },
  { name: 'tables', body: '<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>' },
  { name: 'data', body: '<script type="application/json">{"a":"b &lt; \'c\'"}</script>' },
  { name: 'a box for text', body: '<textarea placeholder="a\nb">\n c</textarea>' },
])('$name', async ({ body }) => {
  const page = toPage(body);
  const lean = await toLeanMarkup(page);
  expect(lean.length).toBeLessThanOrEqual(page.length);
  expect(serialize(parse(lean))).toBe(serialize(parse(page)));
});
