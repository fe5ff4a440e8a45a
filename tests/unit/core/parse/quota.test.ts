import { describe, expect, test } from 'vitest';
import { readLines } from '../../../../src/core/lines.ts';
import { takeQuota } from '../../../../src/core/parse/quota.ts';

describe('takeQuota', () => {
  const take = (text: string) => takeQuota(readLines(text).lines);

  test.each([
    {
      name: 'a quota',
      text: 'Name: a\nNamespace: b\nResource  Used  Hard\n--------  ----  ----\npods      20    20\ncpu       1     8',
      kind: 'ResourceQuota',
      rest: 2,
    },
    {
      name: 'a quota with scopes',
      text: 'Name: a\nScopes: BestEffort\n * Matches all pods\nResource  Used  Hard\n--------  ----  ----\npods      3     20',
      kind: 'ResourceQuota',
      rest: 3,
    },
    {
      name: 'a limit range',
      text: 'Name: a\nType  Resource  Min  Max  Default Request  Default Limit  Max Limit/Request Ratio\n----  --------  ---  ---  ---------------  -------------  ---\nContainer  cpu  50m  1  100m  250m  -',
      kind: 'LimitRange',
      rest: 1,
    },
    {
      name: 'a namespace with a quota',
      text: 'Name: a\nStatus: Active\n\nResource Quotas\n  Name:  q\n  Resource  Used  Hard\n  --------  ---   ---\n  pods      20    20\n\nNo LimitRange resource.',
      kind: 'Namespace',
      rest: 5,
    },
    {
      name: 'a namespace without any',
      text: 'Name: a\nStatus: Active\n\nNo resource quota.\n\nNo LimitRange resource.',
      kind: 'Namespace',
      rest: 4,
    },
    { name: 'a pod', text: 'Name: a\nNamespace: b', kind: undefined, rest: 2 },
  ])('$name', ({ text, kind, rest }) => {
    const taken = take(text);
    expect(taken.kind).toBe(kind);
    expect(taken.rest).toHaveLength(rest);
  });

  test('rows that leave nothing are told apart', () => {
    const rows =
      'pods  20  20\nlimits.memory  2Gi  2048Mi\nlimits.cpu  500m  1\nrequests.cpu  0  0\nsecrets  9  <none>';
    expect(take(`Name: a\nResource  Used  Hard\n----  ----  ----\n${rows}`).usedUp).toEqual([
      { name: 'Quota used up', value: 'pods 20 of 20', line: 4 },
      { name: 'Quota used up', value: 'limits.memory 2Gi of 2048Mi', line: 5 },
      { name: 'Quota used up', value: 'requests.cpu 0 of 0', line: 7 },
    ]);
  });
});
