import { describe, expect, test } from 'vitest';
import { diagnose, GUESSES, LOCALES, type Locale } from '../../../src/core/index.ts';
import { uiText } from '../../../src/i18n/index.ts';
import { toPlainText } from '../../../src/report/plain.ts';
import { CRASHING, podText, RUNNING } from '../core/paste.ts';
import { VIEWS } from './cause-views.ts';

const plainOf = (text: string, locale: Locale = 'en') =>
  toPlainText(uiText[locale], VIEWS, diagnose(text, VIEWS));

const POD = podText({
  fields: 'Node: node-3/10.0.0.3\nStatus: Running\nControlled By: StatefulSet/web',
  containers: { app: CRASHING },
  events: ['Warning  BackOff  1m  kubelet  Back-off restarting failed container'],
});

describe('toPlainText', () => {
  test('the whole of it', () => {
    expect(plainOf(POD))
      .toBe(`Pod shop/web-0 on node node-3, container app: The program ends with an error. Restarted 5 times. Seen 1m ago.

1. [Certain] The program ends with an error – container app  (crash)
     10 | Reason: CrashLoopBackOff
     19 | Warning  BackOff  1m  kubelet  Back-off restarting failed container
   What decides: the reason of the last state
   Looks the same: The image does not exist
     Read the log
       kubectl logs web-0 -n shop -c app --previous
     Go back [Changes something]
       kubectl rollout undo statefulset/web -n shop --to-revision=<revision>
       Risk: Ends the pods
       Undo: Roll forward

2. [Possible] It is not ready yet – container app  (unready)
     14 | Ready: False
   What decides: the reason of the last state

Checked and found clean:
   Scheduled to a node
   No container was OOM-killed

Containers:
   app: State Waiting, CrashLoopBackOff; Last state Terminated, Error, exit 3; Ready no; Restarts 5

Exit codes:
   3: the program itself returned it

Events, newest first:
   1m  Warning BackOff  Back-off restarting failed container
`);
  });

  test.each([
    {
      name: 'several objects, the worst first',
      text: `${podText({ fields: 'Status: Running' }).replace('web-0', 'web-1')}\n\n\n${POD}`,
      has: /^Pod shop\/web-0 [^]*\n\n---\n\nPod shop\/web-1: Nothing wrong is visible/u,
    },
    {
      name: 'what is over, with its lines',
      text: podText({
        fields: 'Status: Running',
        containers: { app: RUNNING },
        events: [
          'Warning  Failed  9m  kubelet  Failed to pull image "registry.example/app:1": not found',
        ],
      }),
      has: /\nPast, resolved since:\n {3}The image does not exist \(13\)\n/u,
    },
    {
      name: 'gaps, with their commands filled in',
      text: podText({ containers: { app: CRASHING } }),
      has: /\nWhat the text lacks:\n {3}There is no Events section\.[^\n]*\n {5}kubectl events --for pod\/web-0 -n shop\n/u,
    },
    {
      name: 'what was taken off',
      text: `> ${POD.replaceAll('\n', '\n> ')}`,
      has: /\nMended before reading, with the number of lines: quote marks \(>\): 19\n$/u,
    },
    {
      name: 'lines that were not understood',
      text: `what is this\n${POD}`,
      has: /\nLines not understood: 1\n {6}1 \| what is this\n$/u,
    },
    {
      name: 'what the numbers say',
      text: `${POD}\nConditions:\n  Ready  False`.replace(/Events:[^]*(?=Conditions:)/u, ''),
      has: /\nWhat the numbers say:\n {3}Ready = False only repeats/u,
    },
  ])('$name', ({ text, has }) => {
    expect(plainOf(text)).toMatch(has);
  });

  test.each([
    ['', 'empty'],
    ['hello', 'prose'],
    ['Error from server (NotFound): pods "web-0" not found in shop', 'notFound'],
  ] as const)('%j is answered by what is wanted', (text, guess) => {
    const notKnown = { ...diagnose(text, {}), guess };
    expect(GUESSES).toContain(guess);
    expect(LOCALES.map((locale) => toPlainText(uiText[locale], VIEWS, notKnown))).toEqual(
      LOCALES.map(
        (locale) =>
          `${uiText[locale][`guess.${guess}`]}\n  kubectl describe pod <pod> -n <namespace>\n`,
      ),
    );
  });

  test.each([
    ['apiVersion: v1\nkind: Pod', 'yaml'],
    ['{\n  "kind": "Pod"}', 'json'],
  ] as const)('%j: how much was not understood', (text, guess) => {
    expect(plainOf(text)).toBe(
      `${uiText.en[`guess.${guess}`]}\n  kubectl describe pod <pod> -n <namespace>\nLines not understood: 2\n`,
    );
  });

  test('in Chinese', () => {
    expect(plainOf(POD, 'zh-cn')).toMatch(
      /^Pod shop\/web-0（节点 node-3），容器 app：[^\n]*\n\n1\. \[确定\] [^]*\n退出码：\n {3}3：程序自己返回的\n/u,
    );
  });

  test.each(LOCALES)('no text has an open placeholder or a missing word: %s', (locale) => {
    expect(plainOf(POD, locale)).not.toMatch(/\{\w+\}|undefined|NaN|\[object/u);
  });
});
