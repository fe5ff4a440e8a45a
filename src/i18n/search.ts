import { defineText } from './define.ts';

/** Words of the search page and the search dialog. Loaded with the data of the matcher, never by other pages. */
export const searchText = defineText({
  en: {
    'search.title': 'Search',
    'search.description':
      'Paste a whole error line, a status, an exit code or a question. Names, hashes and addresses in it do not get in the way.',
    'search.label': 'Error line, status, exit code or question',
    'search.placeholder': 'Paste an error line',
    'search.results': 'Results',
    'search.count': '{count} results',
    'search.one': '1 result',
    'search.loading': 'Loading the search…',
    'search.more': 'Searching all pages…',
    'search.failed': 'The search could not be loaded. Check the connection and reload the page.',
    'search.pagesFailed':
      'The search over all pages could not be loaded. These results come from the catalogue of causes alone.',
    'search.reason.message': 'this message',
    'search.reason.code': 'this code',
    'search.reason.words': 'all words',
    'search.reason.similar': 'similar',
    'search.reasonHint.message': 'Triage recognises this message.',
    'search.reasonHint.code': 'It stands for a code in your text.',
    'search.reasonHint.words': 'It has every word that tells something.',
    'search.reasonHint.similar': 'It has some of the words.',
    'search.none': 'Nothing fits “{query}”.',
    'search.noneHint':
      'No page has these words, and no known message looks like it. What can still help:',
    'search.noneTriage': 'Paste the whole output of kubectl describe into triage',
    'search.noneRunbooks': 'Start from the status that kubectl get pods shows',
    'search.noneTrees': 'Answer questions until the cause is left',
    'search.noneLookup': 'Look up a single code, reason or signal',
    'search.lines':
      'You pasted {count} lines. Triage reads them as a whole; search takes them as one error.',
    'search.triage': 'Diagnose these lines',
    'search.handoverFailed':
      'The browser keeps no data for this site, so the lines cannot be handed over. Paste them into triage.',
    'search.all': 'Search all pages',
    'search.keys': 'arrow keys choose, Enter opens, Esc closes',
    'search.close': 'Close',
    'search.remember': 'Remember what I search for, in this browser only',
    'search.recent': 'Recent searches',
    'search.try': 'For example:',
    'search.noScript':
      'Search runs in your browser and needs JavaScript. The runbooks and their lists of causes work without it.',
  },
  'zh-cn': {
    'search.title': '搜索',
    'search.description':
      '可以粘贴整行报错、状态、退出码，也可以直接提问。其中的名称、哈希和地址不影响结果。',
    'search.label': '报错、状态、退出码或问题',
    'search.placeholder': '粘贴一行报错',
    'search.results': '结果',
    'search.count': '{count} 条结果',
    'search.one': '1 条结果',
    'search.loading': '正在加载搜索……',
    'search.more': '正在搜索全部页面……',
    'search.failed': '搜索加载失败。请检查网络后刷新页面。',
    'search.pagesFailed': '全文搜索加载失败，以下结果只来自原因目录。',
    'search.reason.message': '就是这条报错',
    'search.reason.code': '就是这个代码',
    'search.reason.words': '含全部词语',
    'search.reason.similar': '相近',
    'search.reasonHint.message': '诊断规则认得这条报错。',
    'search.reasonHint.code': '它对应文本中的某个代码。',
    'search.reasonHint.words': '它包含所有有意义的词语。',
    'search.reasonHint.similar': '它包含其中一部分词语。',
    'search.none': '没有找到与“{query}”相符的内容。',
    'search.noneHint': '没有页面包含这些词语，也没有相近的已知报错。还可以：',
    'search.noneTriage': '把 kubectl describe 的完整输出粘贴到诊断页',
    'search.noneRunbooks': '从 kubectl get pods 显示的状态查起',
    'search.noneTrees': '逐个回答问题，直到只剩下原因',
    'search.noneLookup': '速查单个代码、原因或信号',
    'search.lines': '你粘贴了 {count} 行。诊断会通读全文；搜索只把它当作一条报错。',
    'search.triage': '诊断这些内容',
    'search.handoverFailed': '浏览器不允许本站保存数据，无法转交这些内容。请直接粘贴到诊断页。',
    'search.all': '搜索全部页面',
    'search.keys': '方向键选择，Enter 打开，Esc 关闭',
    'search.close': '关闭',
    'search.remember': '记住我的搜索，只保存在此浏览器中',
    'search.recent': '最近的搜索',
    'search.try': '例如：',
    'search.noScript': '搜索在浏览器中运行，需要 JavaScript。没有它，手册和原因列表仍可使用。',
  },
});

/** Words of the search page around the search, which its data need not hold. */
const PAGE_WORDS = [
  'search.title',
  'search.description',
  'search.loading',
  'search.failed',
  'search.noScript',
] as const;

/** The words that the search itself needs: they come with what the matcher knows. */
export type SearchText = Omit<(typeof searchText)['en'], (typeof PAGE_WORDS)[number]>;

/** Takes the words that the search itself needs out of all. */
export function toSearchText(text: (typeof searchText)['en']): SearchText {
  const isOfPage = (key: string) => PAGE_WORDS.some((one) => one === key);
  return Object.fromEntries(Object.entries(text).filter(([key]) => !isOfPage(key))) as Readonly<
    Record<keyof SearchText, string>
  >;
}
