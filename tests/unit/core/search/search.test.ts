import { describe, expect, test } from 'vitest';
import type { Rule } from '../../../../src/core/index.ts';
import {
  indexEntries,
  search,
  toTerms,
  type SearchEntry,
} from '../../../../src/core/search/index.ts';

const saying = (matches: string): Rule => ({
  cases: [{ confidence: 'certain', when: [{ fact: 'message', matches }] }],
});

function toEntry(
  href: string,
  title: string,
  { aliases = [], ...rest }: Partial<SearchEntry> & { readonly aliases?: readonly string[] } = {},
): SearchEntry {
  return { kind: 'cause', href, title, codes: [], phrases: aliases.map(toTerms), ...rest };
}

const ENTRIES = [
  toEntry('/pull/', 'The image cannot be pulled', {
    kind: 'runbook',
    codes: ['ImagePullBackOff', 'ErrImagePull'],
    aliases: ['image pull fails', '镜像拉取失败'],
  }),
  toEntry('/pull/#auth', 'The registry refuses the credentials', {
    cause: 'auth',
    codes: ['ImagePullBackOff'],
    aliases: ['private registry login missing', '私有仓库没有权限'],
    rule: saying('no basic auth credentials|pull access denied'),
  }),
  ...['tag', 'timeout', 'disk'].map((cause) =>
    toEntry(`/pull/#${cause}`, `A ${cause} is wrong`, { cause, codes: ['ImagePullBackOff'] }),
  ),
  toEntry('/crash/#oom', 'The container used more memory than its limit', {
    cause: 'oom',
    codes: ['OOMKilled', '137'],
    aliases: ['memory limit too low', 'java heap killed'],
    rule: saying('Memory cgroup out of memory'),
  }),
  toEntry('/crash/#signal', 'A signal ended the process', {
    cause: 'signal',
    codes: ['137', '143'],
  }),
  toEntry('/lookup/failedmount/', 'FailedMount', { kind: 'page', codes: ['FailedMount'] }),
];
const index = indexEntries(ENTRIES);
const first = (query: string) => search(index, query)[0];

describe('finds', () => {
  test.each([
    {
      name: 'a message with the names of a cluster',
      query:
        'Failed to pull image "registry.acme.example/shop/api:1.4.2": no basic auth credentials (pod api-7d9c5b6f4-x2k9p)',
      href: '/pull/#auth',
      reason: 'message',
    },
    { name: 'a code alone', query: 'ImagePullBackOff', href: '/pull/', reason: 'code' },
    { name: 'a code in other case', query: 'imagepullbackoff', href: '/pull/', reason: 'code' },
    { name: 'a code with a prefix', query: 'Init:ErrImagePull', href: '/pull/', reason: 'code' },
    {
      name: 'a code of another page',
      query: 'FailedMount',
      href: '/lookup/failedmount/',
      reason: 'code',
    },
    {
      name: 'a question',
      query: 'why is my memory limit too low',
      href: '/crash/#oom',
      reason: 'words',
    },
    {
      name: 'a misspelling',
      query: 'private regsitry login',
      href: '/pull/#auth',
      reason: 'words',
    },
    { name: 'a misspelt code', query: 'ImagePullBackof', href: '/pull/', reason: 'code' },
    { name: 'Chinese', query: '镜像拉取失败怎么办', href: '/pull/', reason: 'words' },
    {
      name: 'a part of a Chinese phrase',
      query: '私有仓库权限',
      href: '/pull/#auth',
      reason: 'similar',
    },
  ])('$name', ({ query, href, reason }) => {
    expect(first(query)).toMatchObject({ entry: { href }, reason });
  });

  test('the cause before its runbook when a code is its alone', () => {
    expect(first('OOMKilled')?.entry.href).toBe('/crash/#oom');
  });

  test('every cause of an exit code', () => {
    const hrefs = search(index, 'exit code 137').map(({ entry }) => entry.href);
    expect(hrefs.slice(0, 2).sort()).toEqual(['/crash/#oom', '/crash/#signal']);
  });
});

describe('finds nothing', () => {
  test.each([
    { name: 'in nothing', query: '' },
    { name: 'in signs', query: '"::" ()' },
    { name: 'for words of another trade', query: 'chocolate cake recipe' },
    { name: 'for a number that is no exit code', query: 'order 137 bananas' },
    { name: 'in stop words', query: 'what is this and why' },
  ])('$name', ({ query }) => {
    expect(search(index, query)).toEqual([]);
  });
});

test('the order does not depend on the order of the entries', () => {
  const reversed = indexEntries([...ENTRIES].reverse());
  for (const query of ['exit code 137', 'image pull', 'memory', '仓库'])
    expect(search(reversed, query).map(({ entry }) => entry.href)).toEqual(
      search(index, query).map(({ entry }) => entry.href),
    );
});
