import { expect, test } from 'vitest';
import { findGroup, findPack, findPageLocale } from '../../../src/offline/files.ts';

test.each([
  { path: '', group: 'en' },
  { path: 'runbooks/probe/', group: 'en' },
  { path: 'zh-cn/', group: 'zh-cn' },
  { path: 'zh-cn/manifest.webmanifest', group: 'zh-cn' },
  { path: '404.html', group: 'shared' },
  { path: '_astro/Page.BL4FW68G.css', group: 'shared' },
  { path: 'start.js', group: 'shared' },
  { path: 'pagefind/pagefind.js', group: 'shared' },
  { path: 'pagefind/pagefind-entry.json', group: 'shared' },
  { path: 'pagefind/pagefind.zh-cn_4f2a1c.pf_meta', group: 'zh-cn' },
  { path: 'pagefind/fragment/en_4f2a1c.pf_fragment', group: 'en' },
  { path: 'pagefind/wasm.zh-cn.pagefind', group: 'zh-cn' },
  { path: 'pagefind/wasm.unknown.pagefind', group: 'shared' },
  { path: '_headers', group: undefined },
  { path: 'robots.txt', group: undefined },
  { path: 'sitemap-0.xml', group: undefined },
  { path: 'zh-cn/feed.xml', group: undefined },
  { path: 'api/codes.json', group: undefined },
  { path: 'card-zh-cn.png', group: undefined },
  { path: 'index.html.br', group: undefined },
  { path: 'offline-worker.js', group: undefined },
  { path: 'offline-files/en.txt', group: undefined },
  { path: 'offline/', group: 'en' },
])('$path belongs to $group', ({ path, group }) => {
  expect(findGroup(path)).toBe(group);
});

test.each([
  { path: 'lookup/exit-code/137/', pack: 'txt' },
  { path: 'zh-cn/lookup/exit-code/137/', pack: 'txt' },
  { path: 'lookup/', pack: undefined },
  { path: 'zh-cn/lookup/', pack: undefined },
  { path: 'runbooks/lookup/a/', pack: undefined },
  { path: 'pagefind/fragment/en_4f2a1c.pf_fragment', pack: 'bin' },
  { path: 'pagefind/index/zh-cn_4f2a1c.pf_index', pack: 'bin' },
  { path: 'pagefind/pagefind.js', pack: undefined },
])('$path is in the pack $pack', ({ path, pack }) => {
  expect(findPack(path)).toBe(pack);
});

test.each([
  { path: 'zh-cn/runbooks/', locale: 'zh-cn' },
  { path: 'zh-cnx/', locale: 'en' },
  { path: '', locale: 'en' },
])('"$path" is read in $locale', ({ path, locale }) => {
  expect(findPageLocale(path)).toBe(locale);
});
