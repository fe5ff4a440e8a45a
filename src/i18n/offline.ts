import { defineText } from './define.ts';

/** Offline use: the note about a new version, and the page that tells what is kept. */
export const offlineText = defineText({
  en: {
    updated: 'A newer version of this site is ready.',
    updatedElsewhere: 'This site was updated in another tab.',
    reload: 'Reload',
    later: 'Later',
    title: 'Offline use',
    description:
      'This site works without a network after one visit: what is kept in your browser, and how to remove it.',
    lead: 'After one visit this site works without a network: triage, runbooks, everything in the language in which you read it.',
    notKept:
      'Are you seeing this page instead of another one? Then you are offline, and that page is not kept in your browser yet. Open it once with a network.',
    state: 'In this browser',
    needsScript: 'Offline use needs JavaScript and a secure address (https, or localhost).',
    unsupported: 'This browser cannot keep the site, or the address is not secure (https).',
    off: 'Nothing is kept. Offline use is switched off.',
    storing: 'The pages are being stored…',
    ready: 'Everything in English is stored: you can go offline.',
    failed:
      'Not everything could be stored: there is no network, no room, or a newer version is about to come. The next visit tries again.',
    otherLanguage: 'The other language is stored when you open a page in it.',
    remove: 'Remove what is kept, and switch off',
    enable: 'Keep this site for offline use',
    how: 'What is kept, and what is not',
    howPages:
      'Pages, programs and the search index. Each file is checked against the version it belongs to, so that old and new never mix.',
    howPaste: 'Nothing that you paste. It is never stored.',
    howUpdate:
      'When there is a newer version, a note offers it. Until you reload, the old one stays as it is.',
    footer: 'Offline use',
  },
  'zh-cn': {
    updated: '本站已有新版本。',
    updatedElsewhere: '本站已在另一个标签页中更新。',
    reload: '重新加载',
    later: '以后再说',
    title: '离线使用',
    description: '访问一次之后，没有网络也能使用本站：浏览器中保存了什么，以及如何删除。',
    lead: '访问一次之后，没有网络也能使用本站：诊断、手册，以及你所用语言的全部内容。',
    notKept:
      '本想打开别的页面，却看到了这一页？说明现在没有网络，而那个页面还没有保存到浏览器中。联网后打开一次即可。',
    state: '在这个浏览器中',
    needsScript: '离线使用需要 JavaScript 和安全的地址（https 或 localhost）。',
    unsupported: '这个浏览器无法保存本站，或者地址不安全（不是 https）。',
    off: '没有保存任何内容，离线使用已关闭。',
    storing: '正在保存页面……',
    ready: '中文内容已全部保存，可以离线使用。',
    failed: '未能全部保存：没有网络、空间不足，或者即将有新版本。下次访问时会再次尝试。',
    otherLanguage: '打开另一种语言的页面后，那种语言也会保存下来。',
    remove: '删除已保存的内容并关闭',
    enable: '保存本站以便离线使用',
    how: '保存什么，不保存什么',
    howPages: '页面、程序和搜索索引。每个文件都按所属版本校验，新旧内容不会混在一起。',
    howPaste: '不保存你粘贴的任何内容。',
    howUpdate: '有新版本时会出现提示。在重新加载之前，旧版本保持不变。',
    footer: '离线使用',
  },
});
