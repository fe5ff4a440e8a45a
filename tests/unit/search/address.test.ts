import { describe, expect, test } from 'vitest';
import { indexEntries, type SearchEntry } from '../../../src/core/search/index.ts';
import { readAskedAddress } from '../../../src/search/address.ts';
import { findAskedPages } from '../../../src/search/asked-pages.ts';

describe('readAskedAddress', () => {
  test.each([
    { path: '/causes/oom-killed', locale: 'en', names: ['oom-killed'], query: 'oom killed' },
    {
      path: '/zh/causes/oom_killed.html',
      locale: 'zh-cn',
      names: ['oom_killed'],
      query: 'oom killed',
    },
    {
      path: '/zh-cn/runbook/crashloop/',
      locale: 'zh-cn',
      names: ['crashloop'],
      query: 'crashloop',
    },
    { path: '/zh-Hans/probe', locale: 'zh-cn', names: ['probe'], query: 'probe' },
    { path: '/en-US/docs/a/b', locale: 'en', names: ['b', 'a'], query: 'a b' },
    { path: '/zhuyin/', locale: 'en', names: ['zhuyin'], query: 'zhuyin' },
    { path: '/runbooks/', locale: 'en', names: [], query: '' },
    { path: '/exit%20code/137', locale: 'en', names: ['137', 'exit code'], query: 'exit code 137' },
    { path: '/%E5%86%85%E5%AD%98', locale: 'en', names: ['内存'], query: '内存' },
    { path: '/100%/x', locale: 'en', names: ['x', '100%'], query: '100% x' },
  ])('$path', ({ path, ...asked }) => {
    expect(readAskedAddress(path, '', '')).toEqual(asked);
  });

  test('the fragment names most', () => {
    expect(readAskedAddress('/runbooks/crash/', '#oom-killed', '').names[0]).toBe('oom-killed');
  });

  test('the folder of the site is no word', () => {
    expect(readAskedAddress('/triage/zh-cn/nope/', '', '/triage').query).toBe('nope');
  });
});

describe('findAskedPages', () => {
  const entry = (href: string, title: string, more: Partial<SearchEntry> = {}): SearchEntry => ({
    kind: 'page',
    href,
    title,
    codes: [title],
    phrases: [],
    ...more,
  });
  const index = indexEntries([
    entry('/runbooks/crash-loop/', 'CrashLoopBackOff', { kind: 'runbook' }),
    entry('/runbooks/crash-loop/#oom-killed', 'The container used more memory than its limit', {
      kind: 'cause',
      codes: ['OOMKilled'],
      cause: 'oom-killed',
      rule: { cases: [] },
    }),
    entry('/lookup/event/failedmount/', 'FailedMount'),
    entry('/lookup/exit-code/137/', '137'),
  ]);
  const find = (path: string) =>
    findAskedPages({ index }, readAskedAddress(path, '', '')).map(({ href }) => href);

  test.each([
    { path: '/causes/oom-killed', first: '/runbooks/crash-loop/#oom-killed' },
    { path: '/zh/oomkilled.html', first: '/runbooks/crash-loop/#oom-killed' },
    { path: '/runbook/crashloop', first: '/runbooks/crash-loop/' },
    { path: '/runbook/crashloopbackoff', first: '/runbooks/crash-loop/' },
    { path: '/events/FailedMount', first: '/lookup/event/failedmount/' },
    { path: '/codes/137', first: '/lookup/exit-code/137/' },
    { path: '/memory-limit', first: '/runbooks/crash-loop/#oom-killed' },
  ])('$path', ({ path, first }) => {
    expect(find(path)[0]).toBe(first);
  });

  test('nothing is found for an address that names nothing', () => {
    expect(find('/runbooks/')).toEqual([]);
    expect(find('/qqq/')).toEqual([]);
  });

  test('nothing stands twice', () => {
    const found = find('/crash-loop/CrashLoopBackOff');
    expect(found).toEqual([...new Set(found)]);
  });
});
