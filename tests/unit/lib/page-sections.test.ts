import { expect, test } from 'vitest';
import { splitPage } from '../../../src/lib/page-sections.ts';
import { joinWords } from '../../../src/lib/section-words.ts';

const toPage = (main: string, lang = 'en') =>
  `<!doctype html><html lang=${lang}><title>x</title><main>${main}</main>`;
const textsOf = (html: string) =>
  splitPage(html)?.sections.map(({ words }) => joinWords(words)) ?? [];

test.each([
  [
    'a term and its value',
    '<dl><dt>Set by<dd>a shell<dt>Since<dd>1.28</dl>',
    'Set by: a shell · Since: 1.28',
  ],
  ['a Chinese term', '<dl><dt>审核日期<dd><time>2026-11-21</time></dl>', '审核日期： 2026-11-21'],
  ['a sentence that ends itself', '<p>It ends.<p>Another', 'It ends. Another'],
  ['a Chinese sentence', '<p>结束。<p>另一句', '结束。 另一句'],
  ['links side by side', '<p><a>One</a><a>Two</a>', 'One Two'],
  ['items and cells', '<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>', 'a · b · c · d'],
  ['code before a colon', '<p>Reason <code>OOMKilled</code>: memory', 'Reason OOMKilled: memory'],
  ['code in brackets', '<p>（<code>exit(137)</code>）都会', '（exit(137)）都会'],
  ['a plural of code', '<p>two <code>Pod</code>s', 'two Pods'],
  ['a place to break a word', '<p>Crash<wbr>Loop<wbr>BackOff', 'CrashLoopBackOff'],
  ['lines of code', '<pre>kubectl get \\\n  pods</pre>', 'kubectl get \\ pods'],
  ['a break', '<p>one<br>two', 'one · two'],
])('%s', (_, html, text) => {
  expect(textsOf(toPage(html))).toEqual([text]);
});

test('what is pressed or hidden is no text', () => {
  const html =
    '<p>Read<button>Copy</button><nav>Menu</nav><p hidden>No<p class="a no-print">Press<p aria-hidden=true>→';
  expect(textsOf(toPage(html))).toEqual(['Read']);
});

test('a page is cut at its headings with an anchor', () => {
  const html =
    '<h1>Exit code <code>137</code></h1><p>Killed.<section><h2 id=why><a href=#why>Why</a></h2><p>Memory</section><h2>No anchor</h2><p>More';
  expect(splitPage(toPage(html, 'zh-CN'))).toMatchObject({
    language: 'zh-CN',
    title: 'Exit code 137',
    sections: [
      { anchor: '', title: 'Exit code 137' },
      { anchor: 'why', title: 'Why' },
    ],
  });
  expect(textsOf(toPage(html))).toEqual([
    'Exit code 137 · Killed.',
    'Why · Memory · No anchor · More',
  ]);
});

test('a word counts as the weightiest of its parts', () => {
  const [section] =
    splitPage(toPage('<h2>The limit</h2><p>Set by (<code>a b</code>), not c'))?.sections ?? [];
  expect(section?.words).toEqual([
    { role: 'heading', text: 'The limit' },
    { role: 'prose', text: '· Set by' },
    { role: 'code', text: '(a b),' },
    { role: 'prose', text: 'not c' },
  ]);
});

test.each([
  ['no main part', '<html lang=en><body><p>x'],
  ['left out by search engines', '<html><meta name="robots" content="noindex"><main>x</main>'],
])('%s: no sections', (_, html) => {
  expect(splitPage(html)).toBeUndefined();
});
