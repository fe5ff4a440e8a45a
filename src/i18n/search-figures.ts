import { defineText } from './define.ts';

/** Words of the part of the accuracy page about the search. */
export const searchFiguresText = defineText({
  en: {
    title: 'Search',
    intro:
      'On {date} the search got {count} queries of our own making: lines with fresh names, codes, questions, misspellings. A result is right when it is the section of the expected cause, or a page of the expected runbook. Those who wrote the search wrote the queries: expect less of one that nobody thought of.',
    kind: 'Queries',
    count: 'Number',
    first: 'Right one first',
    three: 'Among the first three',
    'group.all': 'all',
    'group.en': 'in English',
    'group.zh-cn': 'in Chinese',
    'group.event': 'lines of events',
    'group.code': 'codes',
    'group.human': 'questions in plain words',
    'group.log': 'lines of logs',
    'group.misspelt': 'misspellings',
    'group.runtime': 'messages of the container runtime',
  },
  'zh-cn': {
    title: '搜索',
    intro:
      '{date} 用 {count} 条自拟查询测试了搜索：换了名称的报错行、代码、提问和拼写错误。结果是预期原因的那一节，或预期手册中的页面，才算正确。写搜索的人也写了这些查询：没人想到过的查询，效果会差一些。',
    kind: '查询',
    count: '数量',
    first: '正确结果排第一',
    three: '正确结果在前三',
    'group.all': '全部',
    'group.en': '英文',
    'group.zh-cn': '中文',
    'group.event': '事件行',
    'group.code': '代码',
    'group.human': '日常提问',
    'group.log': '日志行',
    'group.misspelt': '拼写错误',
    'group.runtime': '容器运行时的消息',
  },
});
