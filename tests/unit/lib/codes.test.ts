import { describe, expect, test } from 'vitest';
import type { Cause } from '../../../src/core/index.ts';
import {
  findCausesOfCodes,
  findRunbooksOfCode,
  linkOfSetter,
  toCodeGroups,
  type Code,
} from '../../../src/lib/codes.ts';
import { codeFileSchema, type CodeFile } from '../../../src/schemas/code.ts';

const TEXT = { en: 'text', 'zh-cn': '文字' };
const KUBELET = { component: 'kubelet', source: 'pkg/kubelet/events/event.go' };

function file(kind: CodeFile['kind'], entries: readonly object[], more: object = {}): CodeFile {
  return codeFileSchema.parse({
    kind,
    title: TEXT,
    setBy: [KUBELET],
    entries: entries.map((entry) => ({ meaning: TEXT, ...entry })),
    ...more,
  });
}

const FILES = {
  'events-b': file('event', [{ code: 'Failed', type: 'Warning' }], { order: 2 }),
  'events-a': file('event', [{ code: 'Killing', type: 'Normal' }], { order: 1 }),
  phases: file('phase', [{ code: 'Failed' }]),
  terminated: file('terminated', [{ code: 'OOMKilled' }, { code: 'Unknown' }]),
  statuses: file('status', [{ code: 'Unknown', aliases: ['NodeLost'] }]),
  'pod-reasons': file('pod-reason', [{ code: 'OutOfcpu' }, { code: 'Evicted' }]),
  'exit-codes': file('exit-code', [
    { code: '137' },
    { code: '4–63', range: [4, 63] },
    { code: '9' },
  ]),
  signals: file('signal', [{ code: 'SIGKILL', number: 9, action: 'terminate', sentBy: TEXT }]),
};
const groups = toCodeGroups(FILES);
const codes = groups.flatMap((group) => group.codes);
const refs = codes.map(({ ref }) => ref);
const codeOf = (ref: string): Code => {
  const code = codes.find((one) => one.ref === ref);
  if (!code) throw new Error(`There is no ${ref}.`);
  return code;
};

test('kinds stand in their order, files in theirs', () => {
  expect(groups.map(({ id }) => id)).toEqual([
    'statuses',
    'terminated',
    'exit-codes',
    'signals',
    'phases',
    'pod-reasons',
    'events-a',
    'events-b',
  ]);
});

test('references are made of kind and code', () => {
  expect(refs).toContain('exit-code/4-63');
  expect(refs).toContain('event/failed');
  expect(codeOf('exit-code/4-63').numbers).toEqual([4, 63]);
  expect(codeOf('exit-code/137').numbers).toEqual([137, 137]);
  expect(codeOf('event/failed').numbers).toBeUndefined();
});

type When = Cause['rule']['cases'][number]['when'];

function cause(own: readonly string[], when: When): Cause {
  return {
    title: TEXT,
    summary: TEXT,
    decides: TEXT,
    runbook: 'crash-loop',
    aliases: { en: [], 'zh-cn': [] },
    codes: own,
    rule: { cases: [{ confidence: 'likely', when }] },
    commands: [],
    rivals: [],
    sources: [],
  };
}

describe('findCausesOfCodes', () => {
  const codesOf = (own: readonly string[], when: When) =>
    Object.keys(findCausesOfCodes(codes, { one: cause(own, when) })).sort();

  test.each<{ name: string; own: readonly string[]; when: When; found: string[] }>([
    { name: 'a listed code', own: ['OOMKilled'], when: [], found: ['terminated/oomkilled'] },
    {
      name: 'a code that the rule asks for',
      own: [],
      when: [{ fact: 'container.terminationReason', is: 'OOMKilled' }],
      found: ['terminated/oomkilled'],
    },
    {
      name: 'one of several',
      own: [],
      when: [{ fact: 'pod.reason', is: ['Evicted', 'OutOfcpu'] }],
      found: ['pod-reason/evicted', 'pod-reason/outofcpu'],
    },
    {
      name: 'a pattern of names',
      own: [],
      when: [{ fact: 'pod.reason', matches: '^OutOf' }],
      found: ['pod-reason/outofcpu'],
    },
    {
      name: 'a pattern for any text names nothing',
      own: [],
      when: [{ fact: 'pod.reason', matches: String.raw`\S` }],
      found: [],
    },
    {
      name: 'a number, not the entry for several',
      own: [],
      when: [{ fact: 'container.exitCode', is: 9 }],
      found: ['exit-code/9'],
    },
    { name: 'not the general kind', own: ['Failed'], when: [], found: ['event/failed'] },
    {
      name: 'only the kind that the rule asks for',
      own: ['Unknown'],
      when: [{ fact: 'container.terminationReason', is: 'Unknown' }],
      found: ['terminated/unknown'],
    },
    { name: 'another name', own: ['NodeLost'], when: [], found: ['status/unknown'] },
    {
      name: 'the signal of an exit code',
      own: ['137'],
      when: [],
      found: ['exit-code/137', 'signal/sigkill'],
    },
    { name: 'a code that nobody explains', own: ['NoSuchCode'], when: [], found: [] },
  ])('$name', ({ own, when, found }) => {
    expect(codesOf(own, when)).toEqual(found);
  });

  test('first come the causes whose rule asks for the code', () => {
    const found = findCausesOfCodes(codes, {
      'a-lists': cause(['137'], []),
      'b-asks': cause(['137', '9'], [{ fact: 'container.exitCode', is: 137 }]),
    });
    expect(found['exit-code/137']).toEqual(['b-asks', 'a-lists']);
  });

  test('then those that name fewer codes', () => {
    const found = findCausesOfCodes(codes, {
      'a-wide': cause(['137', '9', 'Failed'], []),
      'b-narrow': cause(['137'], []),
    });
    expect(found['exit-code/137']).toEqual(['b-narrow', 'a-wide']);
  });
});

describe('findRunbooksOfCode', () => {
  const runbooks = [{ id: 'evicted', statuses: ['Evicted', 'Failed'] }];

  test.each([
    { ref: 'pod-reason/evicted', ofCauses: ['node', 'evicted'], found: ['evicted', 'node'] },
    { ref: 'event/failed', ofCauses: ['node'], found: ['node'] },
    { ref: 'event/failed', ofCauses: [], found: [] },
  ])('$ref with $ofCauses', ({ ref, ofCauses, found }) => {
    expect(findRunbooksOfCode(codeOf(ref), ofCauses, runbooks)).toEqual(found);
  });
});

describe('linkOfSetter', () => {
  const kubernetes = { component: 'kubelet', repo: 'kubernetes/kubernetes', source: 'a.go' };

  test.each([
    {
      name: 'a file of today',
      setter: kubernetes,
      until: undefined,
      link: 'https://github.com/kubernetes/kubernetes/blob/v1.36.0/a.go',
    },
    {
      name: 'a file at the last version that had it',
      setter: kubernetes,
      until: '1.22–1.25',
      link: 'https://github.com/kubernetes/kubernetes/blob/v1.25.0/a.go',
    },
    {
      name: 'a file of another repository',
      setter: { ...kubernetes, repo: 'owner/name' },
      until: undefined,
      link: 'https://github.com/owner/name/blob/HEAD/a.go',
    },
    {
      name: 'no file',
      setter: { component: 'a program', repo: 'kubernetes/kubernetes' },
      until: undefined,
      link: undefined,
    },
  ])('$name', ({ setter, until, link }) => {
    expect(linkOfSetter(setter, until)).toBe(link);
  });
});

describe('codeFileSchema', () => {
  const good = { kind: 'event', title: TEXT, setBy: [KUBELET] };

  test.each([
    { name: 'an event without a type', file: good, entry: {}, message: 'events have a type' },
    {
      name: 'a type on what is no event',
      file: { ...good, kind: 'phase' },
      entry: { type: 'Normal' },
      message: 'events have a type',
    },
    {
      name: 'a signal without an action',
      file: { ...good, kind: 'signal' },
      entry: {},
      message: 'signals have an action',
    },
    {
      name: 'nobody who sets it',
      file: { kind: 'phase', title: TEXT },
      entry: {},
      message: 'nobody sets it',
    },
    {
      name: 'a misspelt key',
      file: good,
      entry: { type: 'Normal', meening: TEXT },
      message: 'meening',
    },
    {
      name: 'a version that is none',
      file: good,
      entry: { type: 'Normal', since: 'v1.20' },
      message: 'write a version',
    },
    {
      name: 'a reference without a kind',
      file: good,
      entry: { type: 'Normal', replacedBy: ['failed'] },
      message: 'name another code',
    },
  ])('$name is refused', ({ file: head, entry, message }) => {
    const read = codeFileSchema.safeParse({
      ...head,
      entries: [{ code: 'Failed', meaning: TEXT, ...entry }],
    });
    expect(read.error?.message).toContain(message);
  });
});
