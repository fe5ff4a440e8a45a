import { expect, test } from 'vitest';
import { findShownCodes } from '../../../src/report/summary.ts';
import { CRASHING, onlyObject, podText, RUNNING } from '../core/paste.ts';

const codesOf = (pod: Parameters<typeof podText>[0]) =>
  findShownCodes(onlyObject(podText(pod))).map(({ kind, code }) => `${kind}/${code}`);

test.each([
  { name: 'a healthy pod has none', pod: { containers: { app: RUNNING } }, codes: [] },
  {
    name: 'of both states of a container, each once',
    pod: { containers: { app: CRASHING, web: CRASHING } },
    codes: ['waiting/CrashLoopBackOff', 'terminated/Error', 'exit-code/3'],
  },
  {
    name: 'of the pod itself',
    pod: { fields: 'Status: Failed\nReason: Evicted' },
    codes: ['pod-reason/Evicted'],
  },
  {
    name: 'of warnings, the newest first, not of what is normal',
    pod: {
      events: [
        'Warning  FailedScheduling  9m   default-scheduler  0/1 nodes are available',
        'Normal   Pulled            1m   kubelet            Container image already present',
        'Warning  BackOff           8s   kubelet            Back-off restarting failed container',
        'Warning  BackOff           5m   kubelet            Back-off restarting failed container',
      ],
    },
    codes: ['event/BackOff', 'event/FailedScheduling'],
  },
])('findShownCodes: $name', ({ pod, codes }) => {
  expect(codesOf(pod)).toEqual(codes);
});
