import { describe, expect, test } from 'vitest';
import { readMdxOutline, toAnchor } from '../../../src/lib/mdx-outline.ts';

describe('readMdxOutline', () => {
  test('keeps the section of each tag', () => {
    const { headings, tags } = readMdxOutline(
      '#### Confirm\n\n<Run of="a/b" />\n\n#### Fix\n\n<Run of=\'a/c\' />\n',
    );
    expect(headings).toEqual([
      { depth: 4, text: 'Confirm', filled: true },
      { depth: 4, text: 'Fix', filled: true },
    ]);
    expect(tags).toEqual([
      { name: 'Run', attributes: { of: 'a/b' }, section: 'Confirm' },
      { name: 'Run', attributes: { of: 'a/c' }, section: 'Fix' },
    ]);
  });

  test.each([
    [
      'over several lines',
      '<Command\n  run="kubectl get <pod>"\n  expect="a > b"\n/>',
      { run: 'kubectl get <pod>', expect: 'a > b' },
    ],
    ['with double quotes inside', `<Command run='grep "x"' />`, { run: 'grep "x"' }],
    ['with a substitution', '<Command run={`a "$(b)"`} />', { run: 'a "$(b)"' }],
    ['as an expression', '<Command run={`grep "x" \'y\'`} />', { run: `grep "x" 'y'` }],
    ['around a sample', '<Command run="a">\n\n```text\n<Run x\n```\n\n</Command>', { run: 'a' }],
    ['within a sentence', 'See <Cause id="a" />, then `<Cause id=x>`.', { id: 'a' }],
    ['around words', '- <Version since="1.33">It `ends`.</Version> Then.', { since: '1.33' }],
    ['in a list', '1. Step\n\n   <Command run="a" />', { run: 'a' }],
  ])('reads a tag %s', (_name, body, attributes) => {
    const outline = readMdxOutline(body);
    expect(outline.tags.map((tag) => tag.attributes)).toEqual([attributes]);
    expect(outline.unreadable).toEqual([]);
  });

  test.each([
    ['unquoted', '<Run of=a/b />'],
    ['unquoted in a sentence', 'See <Cause id=a />'],
    ['not empty', '<Cause id="a">text</Cause>'],
    ['with a backslash, which a template would swallow', '<Command run={`printf "\\n"`} />'],
    ['with a value to be filled in', '<Command run={`echo ${name}`} />'],
    ['not closed', '<Run of="a/b">'],
    ['within a sentence', 'See <Run of="a/b" /> here.'],
  ])('does not pass over a tag that is %s', (_name, body) => {
    expect(readMdxOutline(body).unreadable).toHaveLength(1);
  });

  test('leaves out code', () => {
    const outline = readMdxOutline(
      '```text\n# no heading\n<Run of="x" />\n[no](#link)\n```\n\n`<Run of="x" />` and `[no](#link)`\n\n~~~\n# no\n~~~',
    );
    expect(outline).toEqual({
      headings: [],
      tags: [],
      links: [],
      shape: '```text ~~~',
      unreadable: [],
    });
  });

  test('knows how a text is built, without its words', () => {
    const shape = (body: string) => readMdxOutline(body).shape;
    expect(
      shape('## A\n\n- [b](#b) and <Cause id="c" />\n\n1. d\n\n| e |\n\n<Run of="f/g" />'),
    ).toBe('## - link Cause 1. | Run');
    expect(shape('## 甲\n\n- 乙')).toBe(shape('## A\n\n- b'));
    expect(shape('## A\n\n- b\n- c')).not.toBe(shape('## A\n\n- b'));
  });

  test('finds links', () => {
    expect(
      readMdxOutline(
        '[a](#oom-killed), [`b`](/runbooks/probe/) and [c](https://kubernetes.io/ "T")',
      ).links,
    ).toEqual(['#oom-killed', '/runbooks/probe/', 'https://kubernetes.io/']);
  });
});

test.each([
  ['Is this the right runbook?', 'is-this-the-right-runbook'],
  ['1. How the last run ended', '1-how-the-last-run-ended'],
  ['这是正确的手册吗？', '这是正确的手册吗'],
])('toAnchor(%s)', (heading, anchor) => {
  expect(toAnchor(heading)).toBe(anchor);
});
