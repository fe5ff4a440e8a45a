import { describe, expect, test } from 'vitest';
import { parseSchedulerMessage, readSchedulerMessage } from '../../../src/core/scheduler.ts';

const blocker = (nodes: number, text: string) => ({ nodes, text });

describe('parseSchedulerMessage', () => {
  test.each([
    {
      name: 'one reason',
      message: '0/3 nodes are available: 3 Insufficient cpu.',
      nodes: 3,
      blockers: [blocker(3, 'Insufficient cpu')],
      preemption: '',
    },
    {
      name: 'preemption behind the reasons',
      message:
        '0/4 nodes are available: 1 Insufficient cpu, 3 node(s) were unschedulable. preemption: 0/4 nodes are available: 1 No preemption victims found for incoming pod, 3 Preemption is not helpful for scheduling.',
      nodes: 4,
      blockers: [blocker(1, 'Insufficient cpu'), blocker(3, 'node(s) were unschedulable')],
      preemption:
        '0/4 nodes are available: 1 No preemption victims found for incoming pod, 3 Preemption is not helpful for scheduling.',
    },
    {
      name: 'claims to deallocate before preemption',
      message:
        '0/2 nodes are available: 2 Insufficient memory. no new claims to deallocate, preemption: 0/2 nodes are available: 2 No preemption victims found for incoming pod.',
      nodes: 2,
      blockers: [blocker(2, 'Insufficient memory')],
      preemption: '0/2 nodes are available: 2 No preemption victims found for incoming pod.',
    },
    {
      name: 'still not schedulable',
      message:
        '0/2 nodes are available: 2 Insufficient memory. still not schedulable, preemption: 0/2 nodes are available: 2 No preemption victims found for incoming pod.',
      nodes: 2,
      blockers: [blocker(2, 'Insufficient memory')],
      preemption: '0/2 nodes are available: 2 No preemption victims found for incoming pod.',
    },
    {
      name: 'preemption that is not eligible',
      message:
        '0/1 nodes are available: 1 Insufficient cpu. preemption: not eligible due to preemptionPolicy=Never.',
      nodes: 1,
      blockers: [blocker(1, 'Insufficient cpu')],
      preemption: 'not eligible due to preemptionPolicy=Never.',
    },
    {
      name: 'a taint with braces and no value',
      message:
        '0/4 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 3 Insufficient cpu.',
      nodes: 4,
      blockers: [
        blocker(1, 'node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }'),
        blocker(3, 'Insufficient cpu'),
      ],
      preemption: '',
    },
    {
      name: 'an older taint with a comma behind it',
      message:
        "0/4 nodes are available: 1 Insufficient cpu, 3 node(s) had taint {dedicated: batch}, that the pod didn't tolerate.",
      nodes: 4,
      blockers: [
        blocker(1, 'Insufficient cpu'),
        blocker(3, "node(s) had taint {dedicated: batch}, that the pod didn't tolerate"),
      ],
      preemption: '',
    },
    {
      name: 'a reason of the pod, without a count',
      message:
        '0/3 nodes are available: persistentvolumeclaim "data" not found. preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.',
      nodes: 3,
      blockers: [blocker(0, 'persistentvolumeclaim "data" not found')],
      preemption: '0/3 nodes are available: 3 Preemption is not helpful for scheduling.',
    },
    {
      name: 'numbers inside a reason',
      message: '0/2 nodes are available: 2 Insufficient example.com/gpu-80gb.',
      nodes: 2,
      blockers: [blocker(2, 'Insufficient example.com/gpu-80gb')],
      preemption: '',
    },
    {
      name: 'line breaks of a terminal',
      message: '0/3 nodes are\n  available: 1 Insufficient\n  cpu, 2 Insufficient memory.',
      nodes: 3,
      blockers: [blocker(1, 'Insufficient cpu'), blocker(2, 'Insufficient memory')],
      preemption: '',
    },
    {
      name: 'a message that the API server cut',
      message: '0/900 nodes are available: 1 Insufficient cpu, 2 node(s) were unsched ...',
      nodes: 900,
      blockers: [blocker(1, 'Insufficient cpu'), blocker(2, 'node(s) were unsched')],
      preemption: '',
    },
    {
      name: 'no node at all',
      message: '0/0 nodes are available: .',
      nodes: 0,
      blockers: [],
      preemption: '',
    },
    {
      name: 'predicates of 1.7 to 1.10',
      message:
        'No nodes are available that match all of the predicates: Insufficient cpu (2), PodToleratesNodeTaints (1).',
      nodes: undefined,
      blockers: [blocker(2, 'Insufficient cpu'), blocker(1, 'PodToleratesNodeTaints')],
      preemption: '',
    },
    {
      name: 'predicates that follow two colons',
      message:
        'No nodes are available that match all of the following predicates:: MatchNodeSelector (3).',
      nodes: undefined,
      blockers: [blocker(3, 'MatchNodeSelector')],
      preemption: '',
    },
    {
      name: 'what the autoscaler counted on node groups',
      message:
        "pod didn't trigger scale-up (it wouldn't fit if a new node is added): 2 Insufficient memory, 1 max node group size reached",
      nodes: undefined,
      blockers: [blocker(2, 'Insufficient memory'), blocker(1, 'max node group size reached')],
      preemption: '',
    },
    {
      name: 'a fit failure on each node',
      message:
        'pod (web-0) failed to fit in any node\nfit failure on node (node-1): Insufficient cpu\nfit failure on node (node-2): MatchNodeSelector\nfit failure on node (node-3): Insufficient cpu',
      nodes: undefined,
      blockers: [blocker(2, 'Insufficient cpu'), blocker(1, 'MatchNodeSelector')],
      preemption: '',
    },
    {
      name: 'no frame',
      message: 'persistentvolumeclaim "data" not found',
      nodes: undefined,
      blockers: [blocker(0, 'persistentvolumeclaim "data" not found')],
      preemption: '',
    },
    { name: 'nothing', message: '', nodes: undefined, blockers: [blocker(0, '')], preemption: '' },
  ])('$name', ({ message, nodes, blockers, preemption }) => {
    const read = parseSchedulerMessage(message);
    expect(read.nodes).toBe(nodes);
    expect(read).toMatchObject({ blockers, preemption });
  });

  test('a node that lacks two resources is counted for each of them', () => {
    const { nodes, counted } = parseSchedulerMessage(
      '0/3 nodes are available: 2 Insufficient cpu, 3 Insufficient memory.',
    );
    expect({ nodes, counted }).toEqual({ nodes: 3, counted: 5 });
  });
});

describe('readSchedulerMessage', () => {
  const MESSAGE =
    '0/9 nodes are available: 4 node(s) had untolerated taint {dedicated: ingest}, 5 Insufficient cpu. preemption: 0/9 nodes are available: 4 Preemption is not helpful for scheduling, 5 No preemption victims found for incoming pod.';
  const EXPECTED = {
    nodes: 9,
    counted: 9,
    blockers: [
      blocker(4, 'node(s) had untolerated taint {dedicated: ingest}'),
      blocker(5, 'Insufficient cpu'),
    ],
  };

  test.each([10, 17, 23, 40, 61, 80, 97, 120])('cut every %i characters', (width) => {
    const cut = (MESSAGE.match(new RegExp(`.{1,${String(width)}}`, 'gu')) ?? []).join('\n');
    expect(readSchedulerMessage(cut)[0]).toMatchObject(EXPECTED);
  });

  test.each([20, 40, 72])('wrapped between words at %i characters', (width) => {
    const wrapped = MESSAGE.replace(new RegExp(`(.{1,${String(width)}}) `, 'gu'), '$1\n');
    expect(readSchedulerMessage(wrapped)[0]).toMatchObject(EXPECTED);
  });

  test('one line has one reading', () => {
    expect(readSchedulerMessage(MESSAGE)).toEqual([parseSchedulerMessage(MESSAGE)]);
  });

  test('what stands behind preemption is not taken for the reasons', () => {
    const [message] = readSchedulerMessage(
      '0/9 nodes a re available: 9 Insufficient cpu. preemption: 0/9 nodes are available: 9 No preemption victims found for incoming pod.',
    );
    expect(message?.nodes).toBeUndefined();
  });

  test('words before the message', () => {
    expect(
      parseSchedulerMessage('调度失败：0/3 nodes are available: 3 Insufficient cpu.'),
    ).toMatchObject({
      nodes: 3,
      blockers: [blocker(3, 'Insufficient cpu')],
    });
  });
});
