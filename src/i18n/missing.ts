import { defineText } from './define.ts';

/** Words of the page for addresses that have none. */
export const missingText = defineText({
  en: {
    title: 'Page not found',
    text: 'There is no page at this address.',
    meant: 'You may be looking for',
    search: 'Search all pages for “{query}”',
    ways: 'Begin here:',
    triage: 'Triage a pod',
    runbooks: 'All runbooks',
    lookup: 'Look up a code',
    trees: 'Answer questions, step by step',
    searchPage: 'Search',
  },
  'zh-cn': {
    title: '找不到页面',
    text: '这个地址没有页面。',
    meant: '你要找的可能是',
    search: '在全部页面中搜索“{query}”',
    ways: '可以从这里开始：',
    triage: '诊断 Pod',
    runbooks: '全部手册',
    lookup: '速查代码',
    trees: '逐个问题排查',
    searchPage: '搜索',
  },
});

export type MissingText = (typeof missingText)['en'];
