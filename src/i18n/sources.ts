import { defineText } from './define.ts';

/** Words of the page that says what each cause rests on. */
export const sourcesText = defineText({
  en: {
    title: 'Sources of the causes',
    description:
      'What each cause rests on: documentation, source code and manual pages, as they were read.',
    link: 'Sources of this cause',
  },
  'zh-cn': {
    title: '各个原因的来源',
    description: '每个原因的依据：官方文档、源代码和手册页，均已读过原文。',
    link: '这个原因的来源',
  },
});
