import { describe, expect, test } from 'vitest';
import { readLines } from '../../../../src/core/lines.ts';
import { splitSections } from '../../../../src/core/parse/sections.ts';

const read = (text: string) => splitSections(readLines(text).lines);
const keysOf = (text: string) => read(text).sections.map(({ key }) => key);

describe('splitSections', () => {
  test.each([
    {
      name: 'fields with their lines',
      text: 'Name:  web-0\nLabels:  a=b\n         c=d\nStatus:  Running',
      sections: [
        { key: 'Name', value: 'web-0', head: { number: 1 }, body: [] },
        { key: 'Labels', value: 'a=b', body: [{ number: 3, text: '         c=d' }] },
        { key: 'Status', value: 'Running', head: { number: 4 } },
      ],
    },
    {
      name: 'a field without a value',
      text: 'IP:\nIPs:  <none>',
      sections: [
        { key: 'IP', value: '' },
        { key: 'IPs', value: '<none>' },
      ],
    },
    {
      name: 'tabs behind the name',
      text: 'Name:\t\tweb-0\nStatus:\t\tRunning',
      sections: [
        { key: 'Name', value: 'web-0' },
        { key: 'Status', value: 'Running' },
      ],
    },
  ])('$name', ({ text, sections }) => {
    expect(read(text).sections).toMatchObject(sections);
  });

  test.each([
    {
      name: 'addresses below IPs are no field of their own',
      text: 'Name:  web-0\nIP:  10.0.0.7\nIPs:\n  IP:  10.0.0.7\nStatus:  Running',
      keys: ['Name', 'IP', 'IPs', 'Status'],
    },
    {
      name: 'fields of a container belong to it',
      text: 'Name:  web-0\nContainers:\n  app:\n    Image:  a:1\n    Port:  80/TCP\n    State:  Waiting\n      Reason:  Error\nConditions:\n  Type  Status\nVolumes:  <none>',
      keys: ['Name', 'Containers', 'Conditions', 'Volumes'],
    },
    {
      name: 'fields of a container without indents belong to it, too',
      text: 'Name: web-0\nStatus: Running\nContainers:\napp:\nImage: a:1\nPort: 80/TCP\nState: Waiting\nReason: Error\nReady: False\nConditions:\nReady False',
      keys: ['Name', 'Status', 'Containers', 'Conditions'],
    },
    {
      name: 'variables named like fields are data',
      text: 'Name:  web-0\nNamespace:  shop\nContainers:\n  app:\n    Image:  a:1\n    Environment:\n      Status:  a\n      Node:  b\n      Events:  c\nVolumes:  <none>',
      keys: ['Name', 'Namespace', 'Containers', 'Volumes'],
    },
    {
      name: 'lines of a termination message that look like fields',
      text: 'Name:  web-0\nNamespace:  shop\nContainers:\n  app:\n    Image:  a:1\n    Last State:  Terminated\n      Message:  first\nStatus: bad\nNode: b\n      Exit Code:  1\nConditions:\n  Type  Status',
      keys: ['Name', 'Namespace', 'Containers', 'Conditions'],
    },
    {
      name: 'lines of an event that look like fields',
      text: 'Name:  web-0\nEvents:\n  Warning  Unhealthy  3m  kubelet  Liveness probe failed: a\nStatus: bad\nReason: b',
      keys: ['Name', 'Events'],
    },
    {
      name: 'the whole text is indented',
      text: '    Name:  web-0\n    Namespace:  shop\n    Containers:\n      app:\n        Image:  a:1\n    Conditions:\n      Type  Status',
      keys: ['Name', 'Namespace', 'Containers', 'Conditions'],
    },
    {
      name: 'the indent of the first line is lost',
      text: 'Name:  web-0\n    Namespace:  shop\n    Status:  Running\n    Containers:\n      app:\n        Image:  a:1',
      keys: ['Name', 'Namespace', 'Status', 'Containers'],
    },
    {
      name: 'reason and message of the pod',
      text: 'Name:  web-0\nStatus:  Failed\nReason:  Evicted\nMessage:  The node was low on memory.\nIP:\nContainers:\n  app:\n    Image:  a:1',
      keys: ['Name', 'Status', 'Reason', 'Message', 'IP', 'Containers'],
    },
    { name: 'no field at all', text: 'hello\nworld', keys: [] },
    { name: 'nothing', text: '', keys: [] },
  ])('$name', ({ text, keys }) => {
    expect(keysOf(text)).toEqual(keys);
  });

  test('lines above the first field are kept', () => {
    expect(read('    Ready:  True\nConditions:\n  Type  Status').before).toEqual([
      { number: 1, text: '    Ready:  True' },
    ]);
  });
});
