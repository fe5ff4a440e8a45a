import { describe, expect, test } from 'vitest';
import { toCodeView, type CodeSite } from '../../../src/lib/code-view.ts';
import { toCodeGroups } from '../../../src/lib/codes.ts';
import { codeFileSchema } from '../../../src/schemas/code.ts';

const TEXT = { en: 'text', 'zh-cn': '文字' };
const toFile = (kind: string, entries: readonly object[]) =>
  codeFileSchema.parse({
    kind,
    title: { en: 'Group', 'zh-cn': '组' },
    setBy: [
      { component: { en: 'the kernel', 'zh-cn': '内核' }, repo: 'owner/name', source: 'a.c' },
    ],
    entries: entries.map((entry) => ({ meaning: TEXT, ...entry })),
  });
const codeGroups = toCodeGroups({
  'exit-codes': toFile('exit-code', [
    { code: '1' },
    {
      code: '137',
      aliases: ['killed', '被杀'],
      runbooks: ['error', 'nowhere'],
      confusedWith: [{ code: 'signal/sigkill', tell: TEXT }],
    },
    { code: '128–130', range: [128, 130] },
  ]),
  signals: toFile('signal', [{ code: 'SIGKILL', number: 9, action: 'terminate', sentBy: TEXT }]),
});
const SITE: CodeSite = {
  codeGroups,
  causesOfCodes: { 'exit-code/137': ['oom'] },
  causes: { oom: { runbook: 'crash', title: { en: 'Too much memory', 'zh-cn': '内存过多' } } },
  runbooks: ['crash', 'error'].map((id) => ({ id, title: `Runbook ${id}`, statuses: [] })),
  hrefs: {
    code: (ref) => `/c/${ref}`,
    group: (id) => `/g/${id}`,
    cause: (runbook, cause) => `/r/${runbook}#${cause}`,
    runbook: (id) => (id === 'error' ? undefined : `/r/${id}`),
  },
};
const viewOf = (code: string, locale: 'en' | 'zh-cn' = 'en') => {
  const found = codeGroups.flatMap(({ codes }) => codes).find((one) => one.code === code);
  if (!found) throw new Error(`There is no ${code}.`);
  return toCodeView(found, locale, SITE);
};

describe('toCodeView', () => {
  test('an exit code leads to its signal, its causes and its neighbours', () => {
    expect(viewOf('137')).toMatchObject({
      signal: { name: 'SIGKILL', href: '/c/signal/sigkill' },
      causes: [{ name: 'Too much memory', href: '/r/crash#oom' }],
      confusedWith: [{ name: 'SIGKILL', kind: 'signal', tell: 'text' }],
      group: { name: 'Group', href: '/g/exit-codes' },
      previous: { name: '1', href: '/c/exit-code/1' },
      next: { name: '128–130' },
    });
  });

  test('runbooks without an address or a text are left out', () => {
    expect(viewOf('137').runbooks).toEqual([{ name: 'Runbook crash', href: '/r/crash' }]);
  });

  test('an entry for several codes has no signal, the first no neighbour before it', () => {
    expect(viewOf('128–130').signal).toBeUndefined();
    expect(viewOf('1').previous).toBeUndefined();
  });

  test.each([
    { locale: 'en', aliases: ['killed'], name: 'the kernel', meaning: 'text' },
    { locale: 'zh-cn', aliases: ['killed', '被杀'], name: '内核', meaning: '文字' },
  ] as const)('$locale: words of the language', ({ locale, aliases, name, meaning }) => {
    const view = viewOf('137', locale);
    expect(view.aliases).toEqual(aliases);
    expect(view.meaning).toBe(meaning);
    expect(view.setBy).toEqual([
      {
        name,
        repo: 'owner/name',
        source: { name: 'a.c', href: 'https://github.com/owner/name/blob/HEAD/a.c' },
      },
    ]);
  });
});
