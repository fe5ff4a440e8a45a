import { describe, expect, test } from 'vitest';
import { causeSchema } from '../../../src/schemas/cause.ts';

const both = (text: string) => ({ en: text, 'zh-cn': text });
const condition = { fact: 'container.exitCode', is: 137 };
const valid = {
  title: both('The container used more memory than its limit'),
  summary: both('The kernel ends it.'),
  decides: both('`OOMKilled` in Last State.'),
  runbook: 'crash-loop',
  rule: { cases: [{ confidence: 'certain', when: [condition] }] },
  sources: ['https://kubernetes.io/docs/'],
};
const command = { id: 'logs', step: 'confirm', run: 'kubectl logs <pod>', purpose: both('Read') };

function messages(cause: unknown): string[] {
  const { error } = causeSchema.safeParse(cause);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const withCondition = (changed: object) =>
  messages({
    ...valid,
    rule: {
      cases: [{ confidence: 'certain', when: [{ fact: 'container.exitCode', ...changed }] }],
    },
  });

describe('causeSchema', () => {
  test('fills in empty lists', () => {
    expect(causeSchema.parse(valid)).toMatchObject({ codes: [], commands: [], rivals: [] });
  });

  test.each([
    ['misspelt key', { atleast: 3 }, 'Unrecognized key: "atleast"'],
    ['no operator', {}, 'needs exactly one of: is, matches, atLeast, atMost'],
    ['two operators', { is: 1, atMost: 2 }, 'needs exactly one of: is, matches, atLeast, atMost'],
    ['text for a number', { is: '137' }, 'container.exitCode is a number, but "137" is a string'],
    [
      'one text in a list of numbers',
      { is: [137, 'OOM'] },
      'container.exitCode is a number, but "OOM" is a string',
    ],
    ['unknown fact', { fact: 'container.exitcode', is: 1 }, 'is no fact of src/core/facts.ts'],
    [
      'broken expression',
      { fact: 'event', matches: '(OOM' },
      'Invalid regular expression: /(OOM/iu: Unterminated group',
    ],
  ])('condition with %s', (_name, changed, message) => {
    expect(withCondition(changed).join('\n')).toContain(message);
  });

  test.each([
    ['a missing language', { summary: { en: 'One.' } }, 'summary.zh-cn: Invalid input'],
    [
      'a full stop in the title',
      { title: both('It ends.') },
      'title.en: a title is a statement without a full stop',
    ],
    [
      'a long title',
      { title: both('x'.repeat(71)) },
      'title.en: a title has at most 70 characters',
    ],
    ['an id with capitals', { runbook: 'CrashLoop' }, 'runbook: an id is lower-case kebab'],
    ['no source', { sources: [] }, 'sources: Too small'],
    [
      'an unknown confidence',
      { rule: { cases: [{ confidence: 'sure', when: [condition] }] } },
      'rule.cases.0.confidence: Invalid option',
    ],
    [
      'a case without conditions',
      { rule: { cases: [{ confidence: 'likely', when: [] }] } },
      'rule.cases.0.when: Too small',
    ],
    [
      'a risk alone',
      { commands: [{ ...command, risk: both('Ends it.') }] },
      'commands.0: has a risk but no undo',
    ],
    [
      'an undo alone',
      { commands: [{ ...command, undo: both('Again.') }] },
      'commands.0: has an undo but no risk',
    ],
    [
      'a command id twice',
      { commands: [command, command] },
      'commands: the command id "logs" stands twice',
    ],
    [
      'a rival twice',
      { rivals: [1, 2].map(() => ({ id: 'oom-killed', decides: both('It.') })) },
      'rivals: the rival "oom-killed" stands twice',
    ],
  ])('%s is an error', (_name, changed, message) => {
    expect(messages({ ...valid, ...changed }).join('\n')).toContain(message);
  });
});
