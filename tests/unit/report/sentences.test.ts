import { describe, expect, test } from 'vitest';
import { diagnose, explainExitCode, LOCALES, type Finding } from '../../../src/core/index.ts';
import { uiText } from '../../../src/i18n/index.ts';
import {
  toAnnouncement,
  toGuessText,
  toHeadline,
  toDuration,
  toInsightText,
  toLineList,
  toPlace,
  toShownLine,
  toSubject,
  toTooLongText,
  toVerdictText,
} from '../../../src/report/sentences.ts';
import { toExitCodeText, toExitCodeTexts } from '../../../src/report/summary.ts';
import { CRASHING, NOT_READY, onlyObject, podText, RUNNING } from '../core/paste.ts';
import { VIEWS } from './cause-views.ts';

const RAN = CRASHING.replace(
  '  Exit Code: 3',
  '  Exit Code: 3\n  Started: Tue, 10 Nov 2026 09:00:00 +0000\n  Finished: Tue, 10 Nov 2026 09:01:30 +0000',
);
const NODE = 'Node: node-3/10.0.0.3\nStatus: Running';
const BACK_OFF = 'Warning  BackOff  1m (x12 over 5m)  kubelet  spec.containers{app}: Back-off';

describe('toSubject', () => {
  test.each([
    [
      'Name: web-0\nNamespace: shop\nNode: node-3',
      'Pod shop/web-0 on node node-3',
      'Pod shop/web-0（节点 node-3）',
    ],
    ['Name: web-0\nNode: <none>', 'Pod web-0', 'Pod web-0'],
    ['Events: <none>', 'This Pod', '这个 Pod'],
    ['Name: node-3\nRoles: <none>', 'Node node-3', 'Node node-3'],
    ['panic: no such table', 'This text', '这段文本'],
  ])('%j', (text, en, zhCn) => {
    const object = onlyObject(text);
    expect(LOCALES.map((locale) => toSubject(uiText[locale], object))).toEqual([en, zhCn]);
  });
});

const verdictsOf = (text: string) => {
  const [first] = diagnose(text, VIEWS).objects;
  return LOCALES.map((locale) => first && toVerdictText(uiText[locale], VIEWS, first));
};

describe('toVerdictText', () => {
  test.each([
    {
      name: 'a certain cause of a container',
      text: podText({ fields: NODE, containers: { app: RAN }, events: [BACK_OFF] }),
      en: 'Pod shop/web-0 on node node-3, container app: The program ends with an error. Restarted 5 times. The last run lived 90 s and ended Tue, 10 Nov 2026 09:01:30 +0000 with exit code 3. Seen 12 times over 5m, last 1m ago.',
      zhCn: 'Pod shop/web-0（节点 node-3），容器 app：The program ends with an error。已重启 5 次。上一次运行了 90 秒，于 Tue, 10 Nov 2026 09:01:30 +0000 结束，退出码 3。5m 内出现 12 次，最近一次在 1m 前。',
    },
    {
      name: 'one restart, and an event that was seen once',
      text: podText({
        containers: { app: CRASHING.replace('Count: 5', 'Count: 1') },
        events: [BACK_OFF.replace(' (x12 over 5m)', '')],
      }),
      en: 'Pod shop/web-0, container app: The program ends with an error. Restarted once. Seen 1m ago.',
      zhCn: 'Pod shop/web-0，容器 app：The program ends with an error。已重启 1 次。出现在 1m 前。',
    },
    {
      name: 'an event whose age is unknown',
      text: podText({
        containers: { app: CRASHING },
        events: [BACK_OFF.replace('1m (x12 over 5m)', '<unknown>')],
      }),
      en: 'Pod shop/web-0, container app: The program ends with an error. Restarted 5 times.',
      zhCn: 'Pod shop/web-0，容器 app：The program ends with an error。已重启 5 次。',
    },
    {
      name: 'a run whose times are not in order',
      text: podText({
        containers: { app: RAN.replace('Started: Tue, 10', 'Started: Wed, 11') },
        events: [],
      }),
      en: 'Pod shop/web-0, container app: The program ends with an error. Restarted 5 times. The last run ended Tue, 10 Nov 2026 09:01:30 +0000 with exit code 3.',
      zhCn: 'Pod shop/web-0，容器 app：The program ends with an error。已重启 5 次。上一次运行于 Tue, 10 Nov 2026 09:01:30 +0000 结束，退出码 3。',
    },
    {
      name: 'a likely cause',
      text: 'Events:\n  Warning  Failed  1m  kubelet  Failed to pull image "a:1": not found',
      en: 'This Pod: Likely: The image does not exist. Seen 1m ago.',
      zhCn: '这个 Pod：很可能：The image does not exist。出现在 1m 前。',
    },
    {
      name: 'healthy',
      text: podText({ fields: 'Status: Running', events: [] }),
      en: 'Pod shop/web-0: Nothing wrong is visible in this text.',
      zhCn: 'Pod shop/web-0：文本中看不出任何问题。',
    },
    {
      name: 'healthy again',
      text: podText({
        fields: 'Status: Running',
        events: [
          'Warning  Failed  9m  kubelet  Failed to pull image "registry.example/app:1": not found',
        ],
      }),
      en: 'Pod shop/web-0: Nothing wrong is visible now. What happened before is listed below.',
      zhCn: 'Pod shop/web-0：现在看不出任何问题。之前发生过的事列在下面。',
    },
    {
      name: 'only possible',
      text: podText({ containers: { app: NOT_READY }, events: [] }),
      en: 'Pod shop/web-0: The text does not decide. These causes fit it; run the next command to tell.',
      zhCn: 'Pod shop/web-0：文本不足以判定。下面的原因都与它相符，运行下一条命令来区分。',
    },
    {
      name: 'nothing found, and terminating',
      text: podText({ fields: 'Status: Terminating (lasts 5m)', containers: {}, events: [] }),
      en: 'Pod shop/web-0: The text does not tell the cause. Terminating for 5m.',
      zhCn: 'Pod shop/web-0：从文本看不出原因。处于 Terminating 已有 5m。',
    },
    {
      name: 'terminating within the grace period',
      text: podText({
        fields: 'Status: Terminating (lasts <invalid>)',
        containers: {},
        events: [],
      }),
      en: 'Pod shop/web-0: Nothing wrong is visible in this text.',
      zhCn: 'Pod shop/web-0：文本中看不出任何问题。',
    },
  ])('$name', ({ text, en, zhCn }) => {
    expect(verdictsOf(text)).toEqual([en, zhCn]);
  });

  test('a cause without a view is named by its id', () => {
    const [first] = diagnose(podText({ containers: { app: CRASHING } }), VIEWS).objects;
    expect(first && toHeadline(uiText.en, {}, first).claim).toBe('crash.');
  });
});

const finding = (changed: Partial<Finding>): Finding => ({
  cause: 'crash',
  confidence: 'certain',
  past: false,
  object: 0,
  alsoContainers: [],
  evidence: [],
  rivals: [],
  score: 0,
  ...changed,
});

describe('toPlace', () => {
  test.each([
    [{}, '', ''],
    [{ container: 'app' }, 'container app', '容器 app'],
    [
      { container: 'app', alsoContainers: ['web', 'proxy'] },
      'container app (also: web, proxy)',
      '容器 app (还有：web, proxy)',
    ],
  ])('%j', (changed, en, zhCn) => {
    expect(LOCALES.map((locale) => toPlace(uiText[locale], finding(changed)))).toEqual([en, zhCn]);
  });
});

describe('toLineList', () => {
  test.each([
    [[12], 'Line 12', '第 12 行'],
    [[12, 40], 'Lines 12, 40', '第 12, 40 行'],
    [[12, 13, 14, 40, 41], 'Lines 12–14, 40–41', '第 12–14, 40–41 行'],
  ])('%j', (lines, en, zhCn) => {
    const found = finding({ evidence: lines.map((line) => ({ line, text: 'a' })) });
    expect(LOCALES.map((locale) => toLineList(uiText[locale], found))).toEqual([en, zhCn]);
  });
});

describe('toExitCodeText', () => {
  test.each([
    [0, '0: the process ended without an error', '0：进程正常结束'],
    [3, '3: the program itself returned it', '3：程序自己返回的'],
    [
      143,
      '143 = 128 + 15 (SIGTERM); a program may also return it by itself',
      '143 = 128 + 15（SIGTERM）；程序也可能自己返回它',
    ],
    [-1, '-1: outside 0 to 255; Linux keeps 255', '-1：不在 0 到 255 之间；Linux 保留 255'],
  ])('%d', (code, en, zhCn) => {
    const meaning = explainExitCode(code);
    expect(LOCALES.map((locale) => toExitCodeText(uiText[locale], meaning))).toEqual([en, zhCn]);
  });

  test.each(LOCALES)('no text has an open placeholder: %s', (locale) => {
    const codes = [0, 1, 125, 126, 127, 128, 137, 139, 161, 255, 256, -1, 3_221_225_477];
    const texts = [
      ...codes.map((code) => explainExitCode(code)),
      explainExitCode(137, 'ContainerStatusUnknown'),
    ].map((meaning) => toExitCodeText(uiText[locale], meaning));
    expect(texts.join('\n')).not.toMatch(/[{}]|undefined|NaN/u);
  });

  test('each code of an object is explained once', () => {
    const object = onlyObject(podText({ containers: { app: CRASHING, web: CRASHING } }));
    expect(toExitCodeTexts(uiText.en, object)).toEqual(['3: the program itself returned it']);
  });
});

describe('toAnnouncement', () => {
  test.each([
    {
      name: 'several causes',
      text: podText({
        containers: { app: CRASHING },
        events: ['Warning  Failed  1m  kubelet  Failed to pull image "b:1": not found'],
      }),
      en: 'Likely causes: 2. First: The program ends with an error',
      zhCn: '可能的原因：2 个。首要：The program ends with an error',
    },
    {
      name: 'healthy',
      text: podText({ fields: 'Status: Running' }),
      en: 'Nothing wrong is visible in the text.',
      zhCn: '文本中看不出任何问题。',
    },
    {
      name: 'undetermined',
      text: podText({ containers: { app: NOT_READY } }),
      en: 'The text does not tell the cause.',
      zhCn: '这段文本看不出原因。',
    },
  ])('$name', ({ text, en, zhCn }) => {
    const diagnosis = diagnose(text, VIEWS);
    expect(LOCALES.map((locale) => toAnnouncement(uiText[locale], VIEWS, diagnosis))).toEqual([
      en,
      zhCn,
    ]);
  });
});

describe('what was too long to be read', () => {
  const report = diagnose('kind: ConfigMap', VIEWS).report;
  const part = { line: 3, endLine: 60_007, characters: 5_240_000, limit: 4_000_000 };
  const toText = (tooLong: readonly (typeof part)[]) =>
    LOCALES.map((locale) => toTooLongText(uiText[locale], { ...report, tooLong }));

  test('is named by its lines and its length', () => {
    expect(toText([part])).toEqual([
      'Lines 3–60007: one YAML or JSON document of 5.2 MB, too long to be read here (4 MB at most). Save a single object or a single namespace, or paste the output of kubectl describe.',
      '第 3–60007 行：这是一个 5.2 MB 的 YAML 或 JSON 文档，太长，这里没有读（单个文档最多 4 MB）。请只保存一个对象或一个命名空间的内容，或者粘贴 kubectl describe 的输出。',
    ]);
  });

  test('on one line', () => {
    expect(toText([{ ...part, endLine: 3 }])[0]).toMatch(/^Line 3: one YAML/u);
  });

  test('is no sentence where all was read', () => {
    expect(toText([])).toEqual(['', '']);
  });

  test('takes the place of a guess', () => {
    const diagnosis = diagnose('kind: ConfigMap', VIEWS);
    expect(toGuessText(uiText.en, diagnosis)).toBe(uiText.en['guess.yaml']);
    const withLong = { ...diagnosis, report: { ...report, tooLong: [part] } };
    expect(toGuessText(uiText.en, withLong)).toMatch(/^Lines 3–60007: /u);
    expect(toAnnouncement(uiText.en, VIEWS, withLong)).toMatch(/^Lines 3–60007: /u);
  });
});

test('of a very long line the beginning is shown', () => {
  expect(toShownLine('x'.repeat(2000))).toHaveLength(2000);
  expect(toShownLine('x'.repeat(5_000_000))).toBe(`${'x'.repeat(2000)}…`);
});

const LIVENESS = '\nLiveness: tcp-socket :80 delay=5s timeout=1s period=10s #success=1 #failure=3';
const CONDITIONS = '\nConditions:\n  Type  Status\n  Ready  False\n  ContainersReady  False';

describe('toDuration', () => {
  test.each([
    [0, '0 s', '0 秒'],
    [599, '599 s', '599 秒'],
    [600, '10 min', '10 分钟'],
    [7199, '119 min', '119 分钟'],
    [7200, '2 h', '2 小时'],
    [172_799, '47 h', '47 小时'],
    [172_800, '2 days', '2 天'],
  ])('%i seconds', (seconds, en, zhCn) => {
    expect(LOCALES.map((locale) => toDuration(uiText[locale], seconds))).toEqual([en, zhCn]);
  });
});

describe('toInsightText', () => {
  test.each([
    {
      name: 'counts that add up',
      text: podText({
        fields: 'Node: <none>',
        containers: {},
        events: [
          'Warning  FailedScheduling  1m  default-scheduler  0/3 nodes are available: 1 Insufficient cpu, 2 node(s) were unschedulable.',
        ],
      }),
      en: [
        'Of 3 nodes: 1 × Insufficient cpu, 2 × node(s) were unschedulable. The counts add up to all nodes.',
      ],
      zhCn: [
        '共 3 个节点：1 × Insufficient cpu，2 × node(s) were unschedulable。各项之和正好是全部节点。',
      ],
    },
    {
      name: 'what preemption can do',
      text: podText({
        fields: 'Node: <none>',
        containers: {},
        events: [
          'Warning  FailedScheduling  1m  default-scheduler  0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available: 1 Preemption is not helpful for scheduling, 2 No preemption victims found for incoming pod.',
        ],
      }),
      en: [
        'Of 3 nodes: 3 × Insufficient cpu. The counts add up to all nodes. Preemption, the removal of pods of lower priority: 1 × does not help, 2 × finds no pods that would make enough room.',
      ],
      zhCn: [
        '共 3 个节点：3 × Insufficient cpu。各项之和正好是全部节点。抢占，即移走优先级更低的 Pod：1 × 没有帮助，2 × 找不到能腾出足够位置的 Pod。',
      ],
    },
    {
      name: 'a reason of the pod as a whole',
      text: podText({
        fields: 'Node: <none>',
        containers: {},
        events: [
          'Warning  FailedScheduling  1m  default-scheduler  0/3 nodes are available: persistentvolumeclaim "data" not found.',
        ],
      }),
      en: ['Of 3 nodes: persistentvolumeclaim "data" not found (for the pod as a whole).'],
      zhCn: ['共 3 个节点：persistentvolumeclaim "data" not found（针对整个 Pod）。'],
    },
    {
      name: 'runs and the probe that can have ended them',
      text: podText({
        containers: { app: RAN.replace('Exit Code: 3', 'Exit Code: 137') + LIVENESS },
      }),
      en: [
        'Container app lived 90 s in its last run and was restarted 5 times. By now the kubelet waits about 160 s before the next start.',
        'The liveness probe of app can end a run after 25 s at the earliest; the last run lived 90 s: it can have been the probe.',
      ],
      zhCn: [
        '容器 app 上一次运行了 90 秒，已重启 5 次。现在 kubelet 再次启动它之前，大约要等 160 秒。',
        expect.stringContaining('25'),
      ],
    },
    {
      name: 'runs of a container whose name was cut off',
      text: `    State:          Running
    Last State:     Terminated
      Exit Code:    1
      Started:      Tue, 10 Nov 2026 09:00:00 +0000
      Finished:     Tue, 10 Nov 2026 09:00:33 +0000
    Restart Count:  2
`,
      en: ['Container <container> lived 33 s in its last run and was restarted 2 times.'],
      zhCn: ['容器 <container> 上一次运行了 33 秒，已重启 2 次。'],
    },
    {
      name: 'conditions that repeat others',
      text: podText({ containers: { app: NOT_READY, web: RUNNING } }) + CONDITIONS,
      en: [
        'Ready, ContainersReady = False only repeats that a container is not ready; it is a consequence, not a cause.',
      ],
      zhCn: ['Ready, ContainersReady = False 只是重复“有容器未就绪”，它是结果，不是原因。'],
    },
  ])('$name', ({ text, en, zhCn }) => {
    const [first] = diagnose(text, VIEWS).objects;
    expect(
      LOCALES.map((locale) => first?.insights.map((one) => toInsightText(uiText[locale], one))),
    ).toEqual([en, zhCn]);
  });
});
