import { defineText } from './define.ts';

/** The single-file edition. */
export const singleText = defineText({
  en: {
    edition:
      'Single-file edition of {date}. It works without a network and without a server; save it wherever you need it.',
    site: 'Runbooks and everything else: the whole site',
    needsScript: 'This page reads the text in your browser and needs JavaScript for it.',
  },
  'zh-cn': {
    edition: '单文件版，{date} 生成。无需网络和服务器即可使用，可保存到任何需要的地方。',
    site: '手册和其他内容：完整站点',
    needsScript: '本页在浏览器中读取文本，需要 JavaScript。',
  },
});
