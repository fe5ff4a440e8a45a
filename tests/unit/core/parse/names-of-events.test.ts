import { describe, expect, test } from 'vitest';
import { parse } from '../../../../src/core/parse/index.ts';

const HEADING = 'Events:\n  Type     Reason     Age   From               Message\n';
const row = (reason: string, message: string) =>
  `  Normal   ${reason.padEnd(10)} 5m    kubelet            ${message}\n`;
const namesOf = (text: string) =>
  parse(text).objects.map(({ name, namespace, node }) => [
    name?.value,
    namespace?.value,
    node?.value,
  ]);

describe('events alone name their pod', () => {
  test.each([
    {
      name: 'the scheduler',
      events: row('Scheduled', 'Successfully assigned shop/web-0 to node-3'),
      names: ['web-0', 'shop', 'node-3'],
    },
    {
      name: 'the scheduler before 1.14',
      events: row('Scheduled', 'Successfully assigned web-0 to ip-10-0-0-3.ec2.internal'),
      names: ['web-0', undefined, 'ip-10-0-0-3.ec2.internal'],
    },
    {
      name: 'the kubelet',
      events: row('BackOff', 'Back-off restarting failed container web in pod web-0_shop(1f-2)'),
      names: ['web-0', 'shop', undefined],
    },
    {
      name: 'both',
      events:
        row('Scheduled', 'Successfully assigned shop/web-0 to node-3') +
        row('BackOff', 'Back-off restarting failed container=web pod=web-0_shop(1f-2)'),
      names: ['web-0', 'shop', 'node-3'],
    },
    {
      name: 'two pods: none of them',
      events:
        row('Scheduled', 'Successfully assigned shop/web-0 to node-3') +
        row('Scheduled', 'Successfully assigned shop/web-1 to node-3'),
      names: [undefined, undefined, undefined],
    },
    {
      name: 'a message that only looks like it',
      events: row('Scheduled', 'Successfully assigned a name to the new node of the cluster'),
      names: [undefined, undefined, undefined],
    },
  ])('$name', ({ events, names }) => {
    expect(namesOf(HEADING + events)).toEqual([names]);
  });

  test('with the line that says so', () => {
    const [object] = parse(
      HEADING + row('Scheduled', 'Successfully assigned shop/web-0 to n3'),
    ).objects;
    expect(object?.name).toEqual({ value: 'web-0', line: 3 });
    expect(object?.node?.line).toBe(3);
  });

  test('what is printed above them holds', () => {
    const events = row('Scheduled', 'Successfully assigned shop/web-0 to node-3');
    expect(namesOf(`Name: api-7\nNamespace: shop\n${HEADING}${events}`)).toEqual([
      ['api-7', 'shop', undefined],
    ]);
    expect(namesOf(`Node: node-4/10.0.0.4\nStatus: Running\n${HEADING}${events}`)).toEqual([
      ['web-0', 'shop', 'node-4'],
    ]);
  });
});
