import { describe, expect, test } from 'vitest';
import { parseCauseText } from '../../../src/cli/cause-text.ts';
import type { TextNode } from '../../../src/single/data.ts';

const TARGETS = {
  title: (kind: string, id: string) => (id === 'known' ? `The ${kind}` : undefined),
  href: (path: string) => `https://example.org${path}`,
};
const read = (text: string, targets: Parameters<typeof parseCauseText>[2] = TARGETS) =>
  parseCauseText('a/en.mdx', text, targets);

const CASES: { name: string; text: string; nodes: TextNode[] }[] = [
  { name: 'a heading', text: '#### Fix', nodes: [['h2', ['Fix']]] },
  {
    name: 'code and dashes as typed',
    text: 'Use `--tail` -- "now".',
    nodes: [['p', ['Use ', ['code', ['--tail']], ' -- "now".']]],
  },
  { name: 'a command', text: '<Run of="a/logs" />', nodes: [['run', 'logs']] },
  {
    name: 'a link to a cause',
    text: '[oom-killed](#oom-killed)',
    nodes: [['p', [['cause', 'oom-killed']]]],
  },
  {
    name: 'a link to a cause of another runbook',
    text: '[x](/runbooks/probe/#probe-timeout)',
    nodes: [['p', [['cause', 'probe-timeout']]]],
  },
  {
    name: 'a link to the site',
    text: '[probe](/runbooks/probe/)',
    nodes: [['p', [['a', ['probe'], 'https://example.org/runbooks/probe/']]]],
  },
  {
    name: 'a link elsewhere, whatever its fragment',
    text: '[docs](https://kubernetes.io/docs/#oom)',
    nodes: [['p', [['a', ['docs'], 'https://kubernetes.io/docs/#oom']]]],
  },
  {
    name: 'an explainer',
    text: 'See <Explainer id="known" />.',
    nodes: [
      ['p', ['See ', ['a', ['The explainers'], 'https://example.org/explainers/known/'], '.']],
    ],
  },
  {
    name: 'a version and a warning',
    text: 'Was <Version since="1.33">so</Version>.\n\n<Danger>\n\nLost.\n\n</Danger>',
    nodes: [
      ['p', ['Was ', ['version', ['so'], '1.33', ''], '.']],
      ['danger', [['p', ['Lost.']]]],
    ],
  },
];

describe('parseCauseText', () => {
  test.each(CASES)('$name', ({ text, nodes }) => {
    expect(read(text)).toEqual(nodes);
  });

  test('what is only on the site is named without a link when nobody knows where that is', () => {
    const targets = { ...TARGETS, href: () => undefined };
    expect(read('[probe](/runbooks/probe/)', targets)).toEqual([['p', ['probe']]]);
  });

  test.each(['<Causes />', '{1 + 1}', '![x](y.png)'])(
    '%s is refused by the name of the file',
    (text) => {
      expect(() => read(text)).toThrow('a/en.mdx: the single file cannot show');
    },
  );
});
