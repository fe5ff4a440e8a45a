import { defineText } from './define.ts';

/** Words at the end of a text: where it comes from. */
export const pageNotesText = defineText({
  en: { changed: 'Last changed', suggest: 'Suggest a change to this page' },
  'zh-cn': { changed: '最后修改于', suggest: '建议修改本页' },
});
