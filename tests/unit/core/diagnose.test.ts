import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/core/diagnose.ts';
import { addLooseCauses } from '../../../src/core/add-loose.ts';
import type { Confidence, Condition, Rules } from '../../../src/core/types.ts';
import { CRASHING, NOT_READY, podText, RUNNING } from './paste.ts';
import { RULES as CATALOGUE } from '../../helpers/catalogue.ts';

const rule = (confidence: Confidence, condition: Condition): Rules[string] => ({
  rule: { cases: [{ confidence, when: [condition] }] },
  rivals: [],
});
const crashes: Condition = { fact: 'container.waitingReason', is: 'CrashLoopBackOff' };
const failsToMount: Condition = { fact: 'event.reason', is: 'FailedMount' };
const RULES: Rules = {
  crash: rule('likely', crashes),
  mount: rule('certain', failsToMount),
  'not-ready': rule('possible', { fact: 'container.ready', is: 'False' }),
  panic: rule('certain', { fact: 'message', matches: '^panic:' }),
};

const verdictsOf = (text: string) => {
  const { verdict, objects } = diagnose(text, RULES);
  return [
    verdict,
    ...objects.map(({ object, verdict: own }) => `${object.name?.value ?? '-'} ${own}`),
  ];
};
const named = (name: string, lines: string) =>
  podText({ fields: 'Status: Running', containers: { app: lines }, events: [] }).replace(
    'web-0',
    name,
  );

describe('the verdict', () => {
  test.each([
    {
      name: 'something likely was found',
      text: named('a', CRASHING),
      expected: ['causes', 'a causes'],
    },
    {
      name: 'it is as it should be',
      text: named('a', RUNNING),
      expected: ['healthy', 'a healthy'],
    },
    {
      name: 'nothing was found, and it is not as it should be',
      text: named('a', 'State: Waiting'),
      expected: ['undetermined', 'a undetermined'],
    },
    {
      name: 'something is only possible',
      text: named('a', NOT_READY),
      expected: ['undetermined', 'a undetermined'],
    },
    {
      name: 'something likely is over',
      text: podText({
        fields: 'Status: Running',
        events: ['Warning  FailedMount  9m  kubelet  a', 'Normal  Pulled  8m  kubelet  b'],
      }),
      expected: ['healthy', 'web-0 healthy'],
    },
    {
      name: 'of several objects the worst, and worst first',
      text: [named('a', RUNNING), named('b', NOT_READY), named('c', CRASHING)].join('\n\n\n'),
      expected: ['causes', 'c causes', 'b undetermined', 'a healthy'],
    },
    {
      name: 'of equal objects in the order of the paste',
      text: [named('b', CRASHING), named('a', CRASHING)].join('\n\n\n'),
      expected: ['causes', 'b causes', 'a causes'],
    },
    {
      name: 'a known message alone',
      text: 'panic: no such table',
      expected: ['causes', '- causes'],
    },
    { name: 'an unknown text', text: 'hello', expected: ['undetermined', '- undetermined'] },
    { name: 'no text', text: '', expected: ['undetermined'] },
  ])('$name', ({ text, expected }) => {
    expect(verdictsOf(text)).toEqual(expected);
  });
});

describe('words that a cause is called by', () => {
  const NAMED: Rules = {
    panic: { ...rule('certain', { fact: 'message', matches: '^panic:' }), phrases: ['panic'] },
    crash: { ...rule('likely', crashes), phrases: ['restart loop'] },
  };

  test.each([
    ['do not weaken what a rule is sure of', 'panic: no such table', 'panic', 'certain'],
    ['make it possible where no rule holds', 'a restart loop since noon', 'crash', 'possible'],
  ])('%s', (_name, text, cause, confidence) => {
    expect(diagnose(text, NAMED, { addLoose: addLooseCauses }).findings).toMatchObject([
      { cause, confidence },
    ]);
  });

  test('are not looked for among the names of an unknown table', () => {
    const rows = 'restart-loop   12m\nother          3h';
    const findings = (text: string) =>
      diagnose(text, NAMED, { addLoose: addLooseCauses }).findings.map(({ cause }) => cause);
    expect(findings(rows)).toEqual(['crash']);
    expect(findings(`NAME           AGE\n${rows}`)).toEqual([]);
  });

  test('are not looked for in a describe', () => {
    expect(
      diagnose(`${named('a', RUNNING)}\nrestart loop`, NAMED, { addLoose: addLooseCauses })
        .findings,
    ).toEqual([]);
  });
});

describe('what belongs to an object', () => {
  const past = ['Warning  FailedMount  9m  kubelet  a', 'Normal  Pulled  8m  kubelet  b'];

  test.each([
    {
      name: 'present and past apart',
      text: podText({ containers: { app: CRASHING }, events: past }),
      expected: { findings: ['crash', 'not-ready'], history: ['mount'] },
    },
    {
      name: 'what is only possible counts as past where all is well',
      text: podText({
        fields: 'Status: Terminating (lasts <invalid>)',
        containers: { app: NOT_READY },
        events: [],
      }),
      expected: { findings: [], history: ['not-ready'] },
    },
    {
      name: 'each object has its own',
      text: `${named('a', CRASHING)}\n\n\n${podText({ fields: 'Status: Running', events: past })}`,
      expected: { findings: ['crash', 'not-ready'], history: [] },
    },
  ])('$name', ({ text, expected }) => {
    const [first] = diagnose(text, RULES).objects;
    expect({
      findings: first?.findings.map(({ cause }) => cause),
      history: first?.history.map(({ cause }) => cause),
    }).toEqual(expected);
  });

  test.each([
    ['it crashes', CRASHING, { gaps: ['eventsExpired'], checks: ['noOomKill'] }],
    [
      'it serves',
      RUNNING,
      { gaps: [], checks: ['noPullFailure', 'noRestarts', 'noOomKill', 'allReady'] },
    ],
  ])('gaps and checks when %s', (_name, lines, expected) => {
    const [first] = diagnose(named('a', lines), RULES).objects;
    expect({
      gaps: first?.gaps.map(({ kind }) => kind),
      checks: first?.checks.map(({ check }) => check),
    }).toEqual(expected);
  });

  test('lines that a cause rests on are not called misunderstood', () => {
    const text = `what is this\npanic: no such table\n${named('a', RUNNING)}`;
    expect(diagnose(text, RULES).skipped).toEqual([{ number: 1, text: 'what is this' }]);
  });

  test('lines are given as they are', () => {
    expect(diagnose('> Name: a\r\n> Status: Running', RULES).lines).toEqual([
      '> Name: a',
      '> Status: Running',
    ]);
  });
});

describe('the guess', () => {
  test.each([
    ['no text', '', 'empty'],
    ['prose', 'hello', 'prose'],
    ['a manifest', 'apiVersion: v1\nkind: Pod', 'yaml'],
    ['an answer of kubectl', 'Error from server (NotFound): pods "web-0" not found', 'notFound'],
    ['a describe', 'Name: a\nStatus: Running', undefined],
    ['a known message', 'panic: no such table', undefined],
    ['a row of a table', 'web-0   1/1   Running   0   3m', undefined],
  ])('%s', (_name, text, guess) => {
    expect(diagnose(text, RULES).guess).toBe(guess);
  });
});

const PROTOTYPE_NAMES = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString'];

describe('no text makes it throw', () => {
  test.each([
    ['nothing', ''],
    ['an end of line', '\n'],
    ['spaces', ' '.repeat(10_000)],
    ['a zero byte', 'Name: a\u0000b\u0000'],
    [
      'every byte',
      String.fromCodePoint(...Array.from({ length: 256 }, (_, code) => code)).repeat(50),
    ],
    ['halves of characters', '\ud800Name: a\udc00'],
    ['emoji', '🔥'.repeat(1000)],
    ['1 MB of one letter', 'x'.repeat(1_000_000)],
    ['1 MB of spaces', ' '.repeat(1_000_000)],
    ['many empty lines', '\n'.repeat(200_000)],
    ['many carriage returns', '\r'.repeat(200_000)],
    ['headings alone', 'Containers:\nConditions:\nVolumes:\nEvents:\nName:\n'.repeat(100)],
    ['fields without names', ':\n: :\n  :\n'.repeat(100)],
    ['marks of quotes', '> '.repeat(10_000)],
    ['backticks', '`'.repeat(100_000)],
    ['braces', '{'.repeat(100_000)],
    ['a describe that never ends', `${named('a', CRASHING)}\n${'x'.repeat(1_000_000)}`],
  ])('%s', (_name, text) => {
    expect(() => diagnose(text, CATALOGUE, { addLoose: addLooseCauses })).not.toThrow();
  });

  test.each(PROTOTYPE_NAMES)('%s as a name of everything', (name) => {
    const text = `Name: ${name}
Namespace: ${name}
Node: ${name}/10.0.0.3
Labels: ${name}=${name}
Annotations: ${name}: ${name}
Status: ${name}
Reason: ${name}
Controlled By: ${name}/${name}
Containers:
  ${name}:
    Image: ${name}
    State: Waiting
      Reason: ${name}
    Limits:
      ${name}: ${name}
    Environment:
      ${name}: ${name}
Conditions:
  ${name}  False
Volumes:
  ${name}:
    Type: ${name}
Events:
  Warning  ${name}  1m  ${name}  ${name}
${name}: ${name}`;
    expect(diagnose(text, CATALOGUE).objects).toMatchObject([
      { object: { name: { value: name } } },
    ]);
  });

  test.each(PROTOTYPE_NAMES)('%s as a name in a table and in a list of events', (name) => {
    const text = `${name}   0/1   Error   3   3m\n\n2m  Warning  ${name}  pod/${name}  ${name}`;
    expect(() => diagnose(text, CATALOGUE, { addLoose: addLooseCauses })).not.toThrow();
  });

  test.each(PROTOTYPE_NAMES)('%s alone', (name) => {
    expect(diagnose(name, CATALOGUE).verdict).toBe('undetermined');
  });
});
