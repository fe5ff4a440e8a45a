import { describe, expect, test } from 'vitest';
import { readLines } from '../../../../src/core/lines.ts';
import { parseConditions } from '../../../../src/core/parse/conditions.ts';

const read = (text: string) => parseConditions(readLines(text).lines);

describe('parseConditions', () => {
  test.each([
    {
      name: 'a pod',
      text: '  Type              Status\n  Initialized       True \n  Ready             False \n',
      conditions: [
        { type: 'Initialized', status: 'True', line: 2 },
        { type: 'Ready', status: 'False', line: 3 },
      ],
    },
    {
      name: 'a condition of somebody else',
      text: '  example.com/feature-1  Unknown ',
      conditions: [{ type: 'example.com/feature-1', status: 'Unknown', line: 1 }],
    },
    {
      name: 'a workload, with reasons',
      text: '  Type           Status  Reason\n  ----           ------  ------\n  Available      False   MinimumReplicasUnavailable',
      conditions: [
        { type: 'Available', status: 'False', reason: 'MinimumReplicasUnavailable', line: 3 },
      ],
    },
    {
      name: 'a node, with times and messages',
      text: '  Type             Status  LastHeartbeatTime                 LastTransitionTime                Reason                       Message\n  ----             ------  -----------------                 ------------------                ------                       -------\n  MemoryPressure   True    Tue, 10 Nov 2026 09:15:02 +0000   Tue, 10 Nov 2026 09:10:02 +0000   KubeletHasInsufficientMemory   kubelet has insufficient memory available',
      conditions: [
        {
          type: 'MemoryPressure',
          status: 'True',
          reason: 'KubeletHasInsufficientMemory',
          message: 'kubelet has insufficient memory available',
          line: 3,
        },
      ],
    },
    {
      name: 'squeezed spaces',
      text: 'Ready False Tue, 10 Nov 2026 09:15:02 +0000 Tue, 10 Nov 2026 09:10:02 +0000 KubeletNotReady container runtime is down',
      conditions: [
        {
          type: 'Ready',
          status: 'False',
          reason: 'KubeletNotReady',
          message: 'container runtime is down',
          line: 1,
        },
      ],
    },
    { name: 'no row', text: '  Type   Status', conditions: [] },
    { name: 'dots for what was left out', text: '  ...', conditions: [] },
  ])('$name', ({ text, conditions }) => {
    expect(read(text)).toEqual({ conditions, skipped: [] });
  });

  test.each([
    ['another status', '  Ready  Maybe'],
    ['a sentence', 'The pod is ready: True story'],
  ])('%s is skipped', (_name, text) => {
    expect(read(text)).toEqual({ conditions: [], skipped: [{ number: 1, text }] });
  });
});
