import { describe, expect, test } from 'vitest';
import {
  diagramProblems,
  findDiagramDescription,
  findDiagramTitle,
  findFences,
  toDiagramHash,
} from '../../../src/diagrams/source.ts';

const SOURCE = 'flowchart TD\naccTitle: A way\naccDescr: a leads to b\na --> b';

test.each([
  { name: 'one', body: `Text\n\n\`\`\`mermaid\n${SOURCE}\n\`\`\`\n`, fences: [SOURCE] },
  { name: 'Windows line ends', body: `\`\`\`mermaid\r\na\r\nb\r\n\`\`\`\r\n`, fences: ['a\nb'] },
  { name: 'longer marks', body: '````mermaid\na\n```\nb\n````', fences: ['a\n```\nb'] },
  { name: 'another language', body: '```text\nmermaid\n```', fences: [] },
  { name: 'two', body: '```mermaid\na\n```\n\n```mermaid\nb\n```', fences: ['a', 'b'] },
])('fences of a text: $name', ({ body, fences }) => {
  expect(findFences(body)).toEqual(fences);
});

test.each([
  { name: 'on a line', source: SOURCE, title: 'A way', description: 'a leads to b' },
  {
    name: 'in a block',
    source: 'flowchart TD\n  accTitle: T\n  accDescr {\n one\n two\n }\n',
    title: 'T',
    description: 'one two',
  },
  { name: 'missing', source: 'flowchart TD\na --> b', title: undefined, description: undefined },
])('title and description: $name', ({ source, title, description }) => {
  expect(findDiagramTitle(source)).toBe(title);
  expect(findDiagramDescription(source)).toBe(description);
});

test('the hash follows the source, not its line ends', () => {
  expect(toDiagramHash(SOURCE.replaceAll('\n', '\r\n'))).toBe(toDiagramHash(`${SOURCE}\n`));
  expect(toDiagramHash(`${SOURCE}\nb --> c`)).not.toBe(toDiagramHash(SOURCE));
});

describe('what stops the build', () => {
  const file = `content/diagrams/${toDiagramHash(SOURCE)}.svg`;
  const one = { source: SOURCE, where: 'content/runbooks/x/en.mdx', file };

  test.each([
    { name: 'nothing', drawn: () => toDiagramHash(SOURCE), files: [file], problem: undefined },
    {
      name: 'missing',
      drawn: () => undefined,
      files: [],
      problem: /x\/en\.mdx: .* not drawn: run/u,
    },
    {
      name: 'stale',
      drawn: () => 'old',
      files: [file],
      problem: /another text .*x\/en\.mdx.*: run/u,
    },
    {
      name: 'left over',
      drawn: () => toDiagramHash(SOURCE),
      files: [file, 'content/diagrams/0.svg'],
      problem: /diagrams\/0\.svg: no text has this diagram/u,
    },
  ])('$name', ({ drawn, files, problem }) => {
    const problems = diagramProblems([one], drawn, files);
    expect(problems).toEqual(problem ? [expect.stringMatching(problem)] : []);
  });

  test.each([
    { name: 'a kind that is not supported', source: 'pie\naccTitle: a\naccDescr: b' },
    { name: 'no description', source: 'flowchart TD\naccTitle: a' },
  ])('$name', ({ source }) => {
    expect(diagramProblems([{ ...one, source }], () => toDiagramHash(source), [file])).toHaveLength(
      1,
    );
  });
});
