import { defineText } from './define.ts';

/** Words around commands: the bar that fills them in, and copying one that changes something. */
export const commandsText = defineText({
  en: {
    'nav.commands': 'Commands',
    'commands.title': 'Commands by purpose',
    'commands.description':
      'What to type, what to look for in the answer, and which runbook goes on from there. Reading comes first; what changes something is marked.',
    'commands.runbooks': 'Used in:',
    'commands.explainers': 'What lies behind the answers is in the explainers.',
    'names.title': 'Names in commands',
    'names.empty': 'fill in pod, namespace, container, node',
    'names.pod': 'Pod',
    'names.namespace': 'Namespace',
    'names.container': 'Container',
    'names.node': 'Node',
    'names.refused':
      'No Kubernetes name: lower-case letters, digits and - (in pods and nodes also .)',
    'names.clear': 'Clear',
    'names.kept': 'Fills the commands of all pages. Kept in this tab only, until you close it.',
    'copy.failed': 'Select and copy by hand',
    'copy.confirm': 'Read the risk. Copy?',
    'copy.open': '. Still to fill in:',
  },
  'zh-cn': {
    'nav.commands': '命令',
    'commands.title': '按用途查命令',
    'commands.description':
      '敲什么命令，在输出里看什么，接下来看哪本手册。先只读；会做出更改的都有标记。',
    'commands.runbooks': '用于：',
    'commands.explainers': '输出背后的原理，见背景知识。',
    'names.title': '命令中的名称',
    'names.empty': '填写 Pod、命名空间、容器、节点',
    'names.pod': 'Pod',
    'names.namespace': '命名空间',
    'names.container': '容器',
    'names.node': '节点',
    'names.refused': '不是合法的 Kubernetes 名称：只能用小写字母、数字和 -（Pod 和节点还可以用 .）',
    'names.clear': '清除',
    'names.kept': '会填进所有页面的命令。只保存在这个标签页里，关闭后消失。',
    'copy.failed': '请手动选择并复制',
    'copy.confirm': '看过风险了，复制？',
    'copy.open': '，还要填写：',
  },
});
