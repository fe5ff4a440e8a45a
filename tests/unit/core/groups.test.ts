import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/core/diagnose.ts';
import { groupObjects } from '../../../src/core/groups.ts';
import type { Rules } from '../../../src/core/types.ts';
import { CRASHING, podText, RUNNING } from './paste.ts';

const RULES: Rules = {
  crash: {
    rule: {
      cases: [
        {
          confidence: 'certain',
          when: [{ fact: 'container.waitingReason', is: 'CrashLoopBackOff' }],
        },
      ],
    },
    rivals: [],
  },
};

const pod = (name: string, node: string, lines: string, container = 'app') =>
  podText({
    fields: `Node: ${node}\nStatus: Running`,
    containers: { [container]: lines },
  }).replace('web-0', name);

const groupsOf = (...pods: readonly string[]) =>
  groupObjects(diagnose(pods.join('\n\n\n'), RULES).objects);

describe('groupObjects', () => {
  test.each([
    {
      name: 'objects with the same cause, the worst first',
      pods: [pod('a', 'n1', RUNNING), pod('b', 'n1', CRASHING), pod('c', 'n2', CRASHING)],
      groups: [
        { verdict: 'causes', cause: 'crash', members: [0, 1] },
        { verdict: 'healthy', members: [2] },
      ],
    },
    {
      name: 'a node that only they share',
      pods: [
        ...['a', 'b', 'c'].map((name) => pod(name, 'n1', CRASHING, name)),
        pod('d', 'n2', RUNNING),
      ],
      groups: [
        { verdict: 'causes', cause: 'crash', members: [0, 1, 2], node: 'n1' },
        { verdict: 'healthy', members: [3] },
      ],
    },
    {
      name: 'an image that only they share',
      pods: [
        ...['a', 'b', 'c'].map((name) => pod(name, `n-${name}`, CRASHING)),
        pod('d', 'n-a', RUNNING, 'other'),
      ],
      groups: [
        {
          verdict: 'causes',
          cause: 'crash',
          members: [0, 1, 2],
          image: 'registry.example/app:1',
        },
        { verdict: 'healthy', members: [3] },
      ],
    },
    {
      name: 'a node that a healthy pod shares explains nothing',
      pods: [
        ...['a', 'b', 'c'].map((name) => pod(name, 'n1', CRASHING, name)),
        pod('d', 'n1', RUNNING),
      ],
      groups: [
        { verdict: 'causes', cause: 'crash', members: [0, 1, 2] },
        { verdict: 'healthy', members: [3] },
      ],
    },
    {
      name: 'without others there is no contrast',
      pods: ['a', 'b', 'c'].map((name) => pod(name, 'n1', CRASHING)),
      groups: [{ verdict: 'causes', cause: 'crash', members: [0, 1, 2] }],
    },
    {
      name: 'two are too few to share',
      pods: [pod('a', 'n1', CRASHING), pod('b', 'n1', CRASHING), pod('c', 'n2', RUNNING, 'other')],
      groups: [
        { verdict: 'causes', cause: 'crash', members: [0, 1] },
        { verdict: 'healthy', members: [2] },
      ],
    },
    { name: 'nothing', pods: [], groups: [] },
  ])('$name', ({ pods, groups }) => {
    expect(groupsOf(...pods)).toEqual(groups);
  });
});
