import { describe, expect, test } from 'vitest';
import { compareReports, type Change } from '../../../src/core/index.ts';
import { parse } from '../../../src/core/parse/index.ts';

/** A pod as kubectl prints it; the parts that a test changes are replaced. */
const POD = `Name:             web-7d4b9c6f5-x2x4x
Namespace:        shop
Start Time:       Sat, 21 Nov 2026 06:11:00 +0000
Labels:           app=web
                  pod-template-hash=7d4b9c6f5
Status:           Running
IP:               10.42.12.44
Containers:
  web:
    Container ID:   containerd://aa
    Image:          registry.example/web:1
    Image ID:       registry.example/web@sha256:01
    State:          Running
      Started:      Sat, 21 Nov 2026 06:11:05 +0000
    Ready:          True
    Restart Count:  0
    Limits:
      memory:  512Mi
    Environment:
      MODE:  fast
Conditions:
  Type     Status
  Ready    True
Events:
  Type    Reason     Age  From     Message
  ----    ------     ---  ----     -------
  Normal  Pulled     9m   kubelet  Successfully pulled image "registry.example/web:1" in 3.4s
`;

const compare = (before: string, after: string) =>
  compareReports(parse(before).objects, parse(after).objects);
const changesOf = (before: string, after: string) =>
  compare(before, after).pairs.flatMap(({ changes }) => changes);
/** As `topic name: before → after`. */
const toText = ({ topic, name, before, after }: Change) =>
  `${topic} ${name}: ${before?.value ?? '-'} → ${after?.value ?? '-'}`;

describe('compareReports', () => {
  test.each([
    { name: 'itself', from: '', to: '' },
    { name: 'another start', from: '06:11:00 +0000', to: '09:00:00 +0000' },
    { name: 'another address', from: '10.42.12.44', to: '10.42.0.1' },
    { name: 'another run', from: 'containerd://aa', to: 'containerd://bb' },
    { name: 'an older event', from: '9m   kubelet', to: '59m  kubelet' },
    { name: 'another duration in an event', from: 'in 3.4s', to: 'in 12.9s' },
    { name: 'another hash of the template', from: 'hash=7d4b9c6f5', to: 'hash=66bbfcccc' },
    {
      name: 'another pod of the same kind',
      from: 'web-7d4b9c6f5-x2x4x',
      to: 'web-7d4b9c6f5-abcde',
    },
  ])('$name makes no difference', ({ from, to }) => {
    expect(changesOf(POD, POD.replace(from, to)).map(toText)).toEqual([]);
  });

  test.each([
    {
      from: 'Status:           Running',
      to: 'Status:           Pending',
      change: 'status Status: Running → Pending',
    },
    {
      from: 'State:          Running\n',
      to: 'State:          Waiting\n      Reason:       CrashLoopBackOff\n',
      change: 'state : Running → Waiting (CrashLoopBackOff)',
    },
    { from: 'Restart Count:  0', to: 'Restart Count:  7', change: 'restarts : 0 → 7' },
    { from: 'Ready:          True', to: 'Ready:          False', change: 'ready : true → false' },
    {
      from: 'web:1\n    Image ID',
      to: 'web:2\n    Image ID',
      change: 'image Image: registry.example/web:1 → registry.example/web:2',
    },
    {
      from: 'sha256:01',
      to: 'sha256:02',
      change: 'image Image ID: registry.example/web@sha256:01 → registry.example/web@sha256:02',
    },
    { from: 'memory:  512Mi', to: 'memory:  1Gi', change: 'resources limits.memory: 512Mi → 1Gi' },
    {
      from: '      MODE:  fast\n',
      to: '      MODE:  slow\n',
      change: 'environment MODE: fast → slow',
    },
    { from: 'Ready    True', to: 'Ready    False', change: 'condition Ready: True → False' },
    { from: 'app=web', to: 'app=shop', change: 'label app: web → shop' },
  ])('$change', ({ from, to, change }) => {
    expect(changesOf(POD, POD.replace(from, to)).map(toText)).toEqual([change]);
  });

  test('an event of only one text is new or gone, with its line', () => {
    const after = `${POD}  Warning  BackOff    7s   kubelet  Back-off restarting failed container\n`;
    const [change, ...others] = changesOf(POD, after);
    expect(others).toEqual([]);
    expect(change).toEqual({
      topic: 'event',
      name: '',
      after: {
        value: 'BackOff: Back-off restarting failed container',
        line: after.split('\n').length - 1,
      },
    });
    expect(changesOf(after, POD)[0]).toMatchObject({ topic: 'event', before: change?.after });
  });

  test('what decides comes before what merely differs', () => {
    const after = POD.replace('app=web', 'app=shop').replace(
      'Restart Count:  0',
      'Restart Count:  7',
    );
    expect(changesOf(POD, after).map(({ topic }) => topic)).toEqual(['restarts', 'label']);
  });

  test('names pair objects first, kinds after them; the rest is told', () => {
    const second = POD.replaceAll('x2x4x', 'abcde');
    const { pairs, onlyBefore, onlyAfter } = compare(`${POD}\n\n${second}`, second);
    expect(pairs.map(({ before, after }) => [before.name?.value, after.name?.value])).toEqual([
      ['web-7d4b9c6f5-abcde', 'web-7d4b9c6f5-abcde'],
    ]);
    expect(onlyBefore.map(({ name }) => name?.value)).toEqual(['web-7d4b9c6f5-x2x4x']);
    expect(onlyAfter).toEqual([]);
  });

  test.each(['', 'no output at all', 'Error from server (NotFound): pods "x" not found'])(
    'nothing to compare in "%s"',
    (text) => {
      expect(compare(text, POD).pairs).toEqual([]);
    },
  );
});
