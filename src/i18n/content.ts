import { defineText } from './define.ts';

/** Words of the longer texts: runbooks, explainers and what stands in them. */
export const contentText = defineText({
  en: {
    'command.output': 'Sample output',
    'version.since': 'since {since}',
    'version.until': 'until {until}',
    'version.range': '{since} to {until}',
    danger: 'Danger',
    tree: 'Question by question: decision tree “{title}”',
    'causes.elsewhere': 'Causes described in other runbooks',
    'causes.elsewhereIntro':
      'Each of these can be behind what you see. The line that decides stands with it; the fix is in its own runbook.',
    'explainers.title': 'Explainers',
    'explainers.description':
      'How the parts of Kubernetes behave that the runbooks lean on. Short, and with the versions in which it changed.',
  },
  'zh-cn': {
    'command.output': '输出示例',
    'version.since': '{since} 起',
    'version.until': '至 {until}',
    'version.range': '{since} 至 {until}',
    danger: '危险',
    tree: '逐个问题排查：决策树“{title}”',
    'causes.elsewhere': '其他手册中的原因',
    'causes.elsewhereIntro':
      '下面每一个都可能是你所见现象的原因。每条都写明了判断依据，修复方法在它所属的手册里。',
    'explainers.title': '背景知识',
    'explainers.description': '手册所依赖的 Kubernetes 行为。篇幅短，并写明在哪个版本发生了变化。',
  },
});
