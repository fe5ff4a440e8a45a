import { defineText } from './define.ts';

/** Words of the feed of changes. */
export const feedText = defineText({
  en: {
    title: 'What is new in Pod Triage',
    description: 'Changes that readers of the site notice.',
  },
  'zh-cn': {
    title: 'Pod Triage 的更新',
    description: '本站读者能注意到的变化。',
  },
});
