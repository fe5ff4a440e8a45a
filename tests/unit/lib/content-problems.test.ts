import { describe, expect, test } from 'vitest';
import type { Cause } from '../../../src/core/index.ts';
import type { ContentIndex } from '../../../src/lib/content-index.ts';
import { contentProblems } from '../../../src/lib/content-problems.ts';
import { codeFileSchema } from '../../../src/schemas/code.ts';

const both = (text: string) => ({ en: text, 'zh-cn': text });

const cause: Cause = {
  title: both('Out of memory'),
  summary: both('It ends.'),
  decides: both('The reason.'),
  runbook: 'crash-loop',
  aliases: { en: [], 'zh-cn': [] },
  codes: [],
  rule: { cases: [{ confidence: 'certain', when: [{ fact: 'event', is: 'x' }] }] },
  commands: [
    { id: 'logs', step: 'confirm', run: 'kubectl logs <pod>', purpose: both('Read') },
    {
      id: 'limit',
      step: 'fix',
      run: 'kubectl set',
      purpose: both('Raise'),
      risk: both('R'),
      undo: both('U'),
    },
  ],
  rivals: [],
  sources: ['https://kubernetes.io/'],
};

const causeEn = `#### Confirm

<Run of="oom-killed/logs" />

#### Fix

<Run of="oom-killed/limit" />

#### Verify

It runs.

#### Prevent

See [probe](/runbooks/probe/).
`;
const causeZh = causeEn
  .replace('Confirm', '确认')
  .replace('Fix', '修复')
  .replace('Verify', '验证')
  .replace('Prevent', '预防')
  .replace('/runbooks/', '/zh-cn/runbooks/');

const runbookEn = `## Is this the right runbook?

It ends.

## First minute

<Command run="kubectl get pod <pod>" expect="x" />

<Command run="kubectl delete pod <pod>" risk="r" undo="u" />

## Diagnosis

### Its logs

[oom-killed](#oom-killed), [causes](#causes), [above](#first-minute), [logs](#its-logs)

## Causes

<Causes />

## Tempting but wrong

It.

## Background

It.

## Sources

It.
`;
const runbookZh = runbookEn
  .replace('Is this the right runbook?', '这是正确的手册吗？')
  .replace('First minute', '第一分钟')
  .replace('Diagnosis', '诊断')
  .replace('Its logs', '日志')
  .replace('#its-logs', '#日志')
  .replace('## Causes', '## 原因')
  .replace('Tempting but wrong', '容易误判')
  .replace('Background', '背景')
  .replace('Sources', '来源');

const head = {
  statuses: ['Error'],
  related: ['probe'],
  causes: [],
  reviewed: new Date('2026-11-21'),
  kubernetes: '1.27–1.36',
};

const explainer = `When they run.

## Order

<Version since="1.33">After the sidecars.</Version> [Order](#order), [probe](https://kubernetes.io/)

<Command run="kubectl describe pod <pod>" />
`;

const group = {
  order: 1,
  title: both('Pods'),
  intro: both('Read.'),
  entries: [
    {
      id: 'status',
      title: both('Status'),
      commands: [{ run: 'kubectl get pod <pod>', expect: both('Its status.') }],
      runbooks: ['probe'],
    },
  ],
};

const content: ContentIndex = {
  causes: { 'oom-killed': cause },
  causeTexts: { 'oom-killed/en': causeEn, 'oom-killed/zh-cn': causeZh },
  runbookTexts: {
    'crash-loop/en': runbookEn,
    'crash-loop/zh-cn': runbookZh,
    'probe/en': runbookEn.replace('(#oom-killed)', '(/runbooks/crash-loop/#oom-killed)'),
    'probe/zh-cn': runbookZh.replace('(#oom-killed)', '(/zh-cn/runbooks/crash-loop/#oom-killed)'),
  },
  runbooks: {
    'crash-loop/en': head,
    'crash-loop/zh-cn': head,
    'probe/en': { ...head, related: ['crash-loop'] },
    'probe/zh-cn': { ...head, related: ['crash-loop'] },
  },
  explainerTexts: { 'hooks/en': explainer, 'hooks/zh-cn': explainer },
  explainers: { 'hooks/en': head, 'hooks/zh-cn': head },
  commandGroups: { pods: group },
  codes: {},
  files: [
    'README.md',
    'causes/_template/cause.yaml',
    'causes/oom-killed/cause.yaml',
    'causes/oom-killed/en.mdx',
    'runbooks/probe/zh-cn.mdx',
  ],
};

const withCause = (changed: Partial<Cause>): ContentIndex => ({
  ...content,
  causes: { 'oom-killed': { ...cause, ...changed } },
});
const withText = (text: string, locale = 'en'): ContentIndex => ({
  ...content,
  causeTexts: { ...content.causeTexts, [`oom-killed/${locale}`]: text },
});
const withRunbook = (text: string, locale = 'en'): ContentIndex => ({
  ...content,
  runbookTexts: { ...content.runbookTexts, [`crash-loop/${locale}`]: text },
});
function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

const CAUSE = 'content/causes/oom-killed';
const RUNBOOK = 'content/runbooks/crash-loop';

test('content that fits together has no problems', () => {
  expect(contentProblems(content)).toEqual([]);
});

describe('a cause', () => {
  test.each([
    [
      'a missing language',
      { ...content, causeTexts: without(content.causeTexts, 'oom-killed/zh-cn') },
      `${CAUSE}/zh-cn.mdx is missing`,
    ],
    [
      'a folder without cause.yaml',
      { ...content, files: [...content.files, 'causes/new-one/en.mdx'] },
      'content/causes/new-one/cause.yaml is missing',
    ],
    [
      'an unknown runbook',
      withCause({ runbook: 'no-such' }),
      `${CAUSE}/cause.yaml: there is no runbook "no-such"`,
    ],
    [
      'an unknown rival',
      withCause({ rivals: [{ id: 'oom-kiled', decides: both('x') }] }),
      `${CAUSE}/cause.yaml: rivals: there is no cause "oom-kiled"`,
    ],
    [
      'itself as a rival',
      withCause({ rivals: [{ id: 'oom-killed', decides: both('x') }] }),
      `${CAUSE}/cause.yaml: rivals names the cause itself`,
    ],
    [
      'an unknown cause in yieldsTo',
      withCause({ rule: { ...cause.rule, yieldsTo: ['no-such'] } }),
      `${CAUSE}/cause.yaml: rule.yieldsTo: there is no cause "no-such"`,
    ],
    [
      'an unknown placeholder',
      withCause({
        commands: cause.commands.map((one) => ({ ...one, run: 'kubectl logs <pod-name>' })),
      }),
      `${CAUSE}/cause.yaml: logs: unknown placeholder <pod-name>`,
    ],
    [
      'a tag that names no command',
      withText(causeEn.replace('oom-killed/logs', 'oom-killed/log')),
      `${CAUSE}/en.mdx: <Run of="oom-killed/log" /> names no command of this cause`,
    ],
    [
      'a command that is not placed',
      withText(causeEn.replace('<Run of="oom-killed/logs" />', '')),
      `${CAUSE}/en.mdx: the command logs is not placed`,
    ],
    [
      'a command placed twice',
      withText(
        causeEn.replace(
          '<Run of="oom-killed/logs" />',
          '<Run of="oom-killed/logs" />\n\n'.repeat(2),
        ),
      ),
      `${CAUSE}/en.mdx: the command logs is placed 2 times`,
    ],
    [
      'a command in the wrong section',
      withText(
        causeEn.replace('#### Fix\n', '').replace('#### Verify\n', '#### Fix\n\n#### Verify\n'),
      ),
      `${CAUSE}/en.mdx: <Run of="oom-killed/limit" /> stands under “Confirm”, but its step is fix`,
    ],
    [
      'commands in another order than the other language',
      withText(causeEn.replace('<Run of="oom-killed/logs" />', '')),
      `${CAUSE}: the languages place other commands, or in another order`,
    ],
    [
      'other headings',
      withText(causeZh.replace('#### 预防', '#### 防止'), 'zh-cn'),
      `${CAUSE}/zh-cn.mdx: the headings must be #### 确认, #### 修复, #### 验证, #### 预防, not #### 确认, #### 修复, #### 验证, #### 防止`,
    ],
    [
      'a tag of runbooks',
      withText(`${causeEn}\n<Command run="x" />\n`),
      `${CAUSE}/en.mdx: use <Run />, not <Command />`,
    ],
    [
      'a tag that cannot be read',
      withText(`${causeEn}\n<Run of=x />\n`),
      `${CAUSE}/en.mdx: cannot read the tag in “<Run of=x />”`,
    ],
    [
      'a link to the other language',
      withText(causeZh.replace('/zh-cn/runbooks/', '/runbooks/'), 'zh-cn'),
      `${CAUSE}/zh-cn.mdx: the link /runbooks/probe/ is not of the form /zh-cn/runbooks/<id>/#<anchor>`,
    ],
  ])('with %s', (_name, changed, problem) => {
    expect(contentProblems(changed)).toContain(problem);
  });
});

describe('a runbook', () => {
  test.each([
    [
      'a missing language',
      { ...content, runbookTexts: without(content.runbookTexts, 'crash-loop/zh-cn') },
      `${RUNBOOK}/zh-cn.mdx is missing`,
    ],
    [
      'other sections',
      withRunbook(runbookEn.replace('## First minute', '## First hour')),
      `${RUNBOOK}/en.mdx: the sections must be Is this the right runbook?, First minute, Diagnosis, Causes, Tempting but wrong, Background, Sources, not Is this the right runbook?, First hour, Diagnosis, Causes, Tempting but wrong, Background, Sources`,
    ],
    [
      'subsections only in one language',
      withRunbook(runbookEn.replace('## Diagnosis', '## Diagnosis\n\n### More\n\nIt.')),
      `${RUNBOOK}: the languages have other headings, list items, table rows, samples or links, or in another order`,
    ],
    [
      'a command that differs',
      withRunbook(runbookZh.replace('kubectl get pod', 'kubectl get pods'), 'zh-cn'),
      `${RUNBOOK}: the languages have other commands, or in another order`,
    ],
    [
      'a risk in one language only',
      withRunbook(runbookZh.replace(' risk="r" undo="u"', ''), 'zh-cn'),
      `${RUNBOOK}: the languages have other commands, or in another order`,
    ],
    [
      'a risk without undo',
      withRunbook(runbookEn.replace(' undo="u"', '')),
      `${RUNBOOK}/en.mdx: <Command run="kubectl delete pod <pod>"> has a risk but no undo`,
    ],
    [
      'an undo without risk',
      withRunbook(runbookEn.replace(' risk="r"', '')),
      `${RUNBOOK}/en.mdx: <Command run="kubectl delete pod <pod>"> has an undo but no risk`,
    ],
    [
      'a misspelt attribute',
      withRunbook(runbookEn.replace('expect=', 'expects=')),
      `${RUNBOOK}/en.mdx: <Command run="kubectl get pod <pod>"> has an unknown attribute "expects"`,
    ],
    [
      'an unknown placeholder',
      withRunbook(runbookEn.replace('get pod <pod>', 'get pod <name>')),
      `${RUNBOOK}/en.mdx: <Command run="kubectl get pod <name>">: unknown placeholder <name>`,
    ],
    [
      'a link to no section',
      withRunbook(runbookEn.replace('(#oom-killed)', '(#oom-kill)')),
      `${RUNBOOK}/en.mdx: the link #oom-kill leads to no section of crash-loop`,
    ],
    [
      'a link to the cause of another runbook',
      withRunbook(runbookEn.replace('(#oom-killed)', '(/runbooks/probe/#oom-killed)')),
      `${RUNBOOK}/en.mdx: the link /runbooks/probe/#oom-killed leads to no section of probe`,
    ],
    [
      'a link to no runbook',
      withRunbook(runbookEn.replace('(#oom-killed)', '(/runbooks/probes/)')),
      `${RUNBOOK}/en.mdx: the link /runbooks/probes/ leads to no runbook`,
    ],
    [
      'a related runbook that is not there',
      {
        ...content,
        runbooks: { ...content.runbooks, 'crash-loop/en': { ...head, related: ['probes'] } },
      },
      `${RUNBOOK}/en.mdx: related: there is no runbook "probes"`,
    ],
    [
      'other facts in the other language',
      {
        ...content,
        runbooks: { ...content.runbooks, 'crash-loop/en': { ...head, statuses: ['Errors'] } },
      },
      `${RUNBOOK}: statuses, related, causes, reviewed and kubernetes must be the same in every language`,
    ],
  ])('with %s', (_name, changed, problem) => {
    expect(contentProblems(changed)).toContain(problem);
  });
});

describe('the causes of a runbook', () => {
  const withBoth = (en: string, zh = runbookZh): ContentIndex => ({
    ...content,
    runbookTexts: { ...content.runbookTexts, 'crash-loop/en': en, 'crash-loop/zh-cn': zh },
  });
  const withCauses = (...causes: string[]): ContentIndex => ({
    ...content,
    runbooks: {
      ...content.runbooks,
      'crash-loop/en': { ...head, causes },
      'crash-loop/zh-cn': { ...head, causes },
    },
  });

  test.each([
    [
      'no causes',
      withBoth(runbookEn.replace('<Causes />', '')),
      '<Causes /> must stand once, under “Causes”',
    ],
    [
      'causes in the wrong place',
      withBoth(
        runbookEn.replace('<Causes />', '').replace('## Sources', '## Sources\n\n<Causes />'),
      ),
      '<Causes /> must stand once, under “Causes”',
    ],
    ['an unknown cause', withCauses('oom'), 'causes: there is no cause "oom"'],
    [
      'a cause of its own',
      withCauses('oom-killed'),
      'causes: "oom-killed" is a cause of this runbook and is shown anyway',
    ],
  ])('with %s', (_name, changed, problem) => {
    expect(contentProblems(changed)).toContain(`${RUNBOOK}/en.mdx: ${problem}`);
  });
});

describe('an explainer', () => {
  const withExplainer = (text: string): ContentIndex => ({
    ...content,
    explainerTexts: { ...content.explainerTexts, 'hooks/en': text },
  });

  test.each([
    [
      'a missing language',
      { ...content, explainerTexts: without(content.explainerTexts, 'hooks/zh-cn') },
      'content/explainers/hooks/zh-cn.mdx is missing',
    ],
    [
      'a section that the other language lacks',
      withExplainer(`${explainer}\n## More\n\nIt.\n`),
      'content/explainers/hooks: the languages have other headings, list items, table rows, samples or links, or in another order',
    ],
    [
      'another command',
      withExplainer(explainer.replace('describe', 'get')),
      'content/explainers/hooks: the languages have other commands, or in another order',
    ],
    [
      'another date',
      {
        ...content,
        explainers: { ...content.explainers, 'hooks/en': { ...head, kubernetes: '1.2–1.3' } },
      },
      'content/explainers/hooks: reviewed and kubernetes must be the same in every language',
    ],
    [
      'an empty section',
      withExplainer(`${explainer}\n## More\n`),
      'content/explainers/hooks/en.mdx: the section “More” is empty',
    ],
    [
      'a heading that skips a level',
      withExplainer(`${explainer}\n#### More\n\nIt.\n`),
      'content/explainers/hooks/en.mdx: “More” skips a level of headings',
    ],
    [
      'a title in the text',
      withExplainer(`# Hooks\n${explainer}`),
      'content/explainers/hooks/en.mdx: the title is in the front matter, not in “# Hooks”',
    ],
    [
      'the causes of a runbook',
      withExplainer(`${explainer}\n<Causes />\n`),
      'content/explainers/hooks/en.mdx: <Causes /> does not belong into explainers',
    ],
    [
      'an unknown cause',
      withExplainer(`${explainer} See <Cause id="oom" />.`),
      'content/explainers/hooks/en.mdx: <Cause id="oom">: there is no cause of this id',
    ],
    [
      'an unknown explainer',
      withExplainer(`${explainer} See <Explainer id="hook" />.`),
      'content/explainers/hooks/en.mdx: <Explainer id="hook">: there is no explainer of this id',
    ],
    [
      'an unknown decision tree',
      withExplainer(`${explainer}\n<Tree id="hook" />\n`),
      'content/explainers/hooks/en.mdx: <Tree id="hook">: there is no decision tree of this id',
    ],
    [
      'a version that is none',
      withExplainer(explainer.replace('1.33', 'v1.33')),
      'content/explainers/hooks/en.mdx: <Version since="v1.33">: write a version as 1.33',
    ],
    [
      'no version',
      withExplainer(explainer.replace(' since="1.33"', '')),
      'content/explainers/hooks/en.mdx: <Version> needs since or until',
    ],
    [
      'a link to no section',
      withExplainer(explainer.replace('(#order)', '(#oder)')),
      'content/explainers/hooks/en.mdx: the link #oder leads to no section of hooks',
    ],
    [
      'a link to no explainer',
      withExplainer(explainer.replace('(#order)', '(/explainers/hook/)')),
      'content/explainers/hooks/en.mdx: the link /explainers/hook/ leads to no explainer',
    ],
  ])('with %s', (_name, changed, problem) => {
    expect(contentProblems(changed)).toContain(problem);
  });
});

describe('the commands page', () => {
  const [entry] = group.entries;
  const withGroups = (...groups: (typeof group)[]): ContentIndex => ({
    ...content,
    commandGroups: Object.fromEntries(groups.map((one, index) => [`g${String(index)}`, one])),
  });

  test.each([
    [
      'an unknown runbook',
      withGroups({
        ...group,
        entries: group.entries.map((one) => ({ ...one, runbooks: ['probes'] })),
      }),
      'content/commands/g0.yaml: status: there is no runbook "probes"',
    ],
    [
      'an unknown placeholder',
      withGroups({
        ...group,
        entries: group.entries.map((one) => ({
          ...one,
          commands: [{ run: 'kubectl get <thing>', expect: both('x') }],
        })),
      }),
      'content/commands/g0.yaml: status: unknown placeholder <thing>',
    ],
    [
      'an id twice',
      withGroups(group, { ...group, order: 2 }),
      'content/commands/g1.yaml: the id "status" stands in content/commands/g0.yaml, too',
    ],
    [
      'two groups in one place',
      withGroups(group, { ...group, entries: entry ? [{ ...entry, id: 'other' }] : [] }),
      'content/commands/g1.yaml: content/commands/g0.yaml has the order 1, too',
    ],
  ])('with %s', (_name, changed, problem) => {
    expect(contentProblems(changed)).toEqual([problem]);
  });
});

test('a file that nothing reads is a problem', () => {
  expect(contentProblems({ ...content, files: ['causes/oom-killed/fr.mdx', 'notes.txt'] })).toEqual(
    expect.arrayContaining([
      'content/causes/oom-killed/fr.mdx: nothing reads a file of this name',
      'content/notes.txt: nothing reads a file of this name',
    ]),
  );
});

describe('codes', () => {
  const text = { en: 'text', 'zh-cn': '文字' };
  const codeFile = (entries: readonly object[]) =>
    codeFileSchema.parse({
      kind: 'phase',
      title: text,
      setBy: [{ component: 'kubelet' }],
      entries: entries.map((entry) => ({ meaning: text, ...entry })),
    });

  test.each([
    { name: 'a good one', entries: [{ code: 'Failed' }], problems: [] },
    {
      name: 'two at one address',
      entries: [{ code: 'Failed' }, { code: 'failed' }],
      problems: ['content/codes/phases.yaml: phase/failed is in phases.yaml, too'],
    },
    {
      name: 'a reference to nothing',
      entries: [{ code: 'Failed', replacedBy: ['phase/none'] }],
      problems: ['content/codes/phases.yaml: phase/failed: there is no code "phase/none"'],
    },
    {
      name: 'a reference to itself',
      entries: [{ code: 'Failed', confusedWith: [{ code: 'phase/failed', tell: text }] }],
      problems: ['content/codes/phases.yaml: phase/failed names itself'],
    },
    {
      name: 'a runbook that is not there',
      entries: [{ code: 'Failed', runbooks: ['none'] }],
      problems: ['content/codes/phases.yaml: phase/failed: there is no runbook "none"'],
    },
  ])('$name', ({ entries, problems }) => {
    expect(contentProblems({ ...content, codes: { phases: codeFile(entries) } })).toEqual(problems);
  });
});
