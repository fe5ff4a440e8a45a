import type { CommandStep, Locale } from '../core/index.ts';
import { toAnchor } from './mdx-outline.ts';

/** Sections of a cause's text: exactly these, in this order. */
export const CAUSE_SECTIONS: Readonly<Record<Locale, readonly string[]>> = {
  en: ['Confirm', 'Fix', 'Verify', 'Prevent'],
  'zh-cn': ['确认', '修复', '验证', '预防'],
};

/** In which of them a command of a step stands. */
export const STEP_SECTION: Readonly<Record<CommandStep, number>> = {
  confirm: 0,
  fix: 1,
  verify: 2,
};

/** Sections of a runbook: the anchor is the same in every language. */
export const RUNBOOK_SECTIONS = [
  {
    id: 'right-runbook',
    title: { en: 'Is this the right runbook?', 'zh-cn': '这是正确的手册吗？' },
  },
  { id: 'first-minute', title: { en: 'First minute', 'zh-cn': '第一分钟' } },
  { id: 'diagnosis', title: { en: 'Diagnosis', 'zh-cn': '诊断' } },
  { id: 'causes', title: { en: 'Causes', 'zh-cn': '原因' } },
  { id: 'tempting-but-wrong', title: { en: 'Tempting but wrong', 'zh-cn': '容易误判' } },
  { id: 'background', title: { en: 'Background', 'zh-cn': '背景' } },
  { id: 'sources', title: { en: 'Sources', 'zh-cn': '来源' } },
] as const satisfies readonly { id: string; title: Record<Locale, string> }[];

/** The section in which the causes of the catalogue stand. */
export const CAUSES_ANCHOR = 'causes';

/** The anchor of a section of a runbook, given the one Markdown makes of its title. */
export function toSectionAnchor(slug: string): string {
  const section = RUNBOOK_SECTIONS.find(({ title }) =>
    Object.values(title).some((one) => toAnchor(one) === slug),
  );
  return section?.id ?? slug;
}
