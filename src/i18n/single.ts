import { defineText } from './define.ts';

/** The single-file edition. */
export const singleText = defineText({
  en: {
    edition:
      'Single-file edition of {date}. It works without a network and without a server; save it wherever you need it.',
    site: 'Runbooks and everything else: the whole site',
    needsScript: 'This page reads the text in your browser and needs JavaScript for it.',
    causes: 'Causes',
    causesLead: 'Everything that triage knows, by runbook: how to confirm, fix and verify it.',
    back: 'All causes',
  },
  'zh-cn': {
    edition: '单文件版，{date} 生成。无需网络和服务器即可使用，可保存到任何需要的地方。',
    site: '手册和其他内容：完整站点',
    needsScript: '本页在浏览器中读取文本，需要 JavaScript。',
    causes: '原因',
    causesLead: '诊断所知道的全部原因，按手册排列：如何确认、修复和验证。',
    back: '全部原因',
  },
});
