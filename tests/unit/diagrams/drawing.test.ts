import { expect, test } from 'vitest';
import { parseDrawing, printDrawing, readDrawingHash } from '../../../src/diagrams/drawing.ts';

const DRAWING = {
  hash: 'abc123',
  title: 'From <a> & "b"',
  description: 'a leads to b',
  width: 120,
  height: 80.5,
  children: [
    {
      name: 'marker',
      attributes: { id: 'd1-end', viewBox: '0 0 10 10', refX: '5', orient: 'auto' },
      children: [
        { name: 'path', attributes: { d: 'M 0 0 L 10 5 z', class: 'arrow' }, children: [] },
      ],
    },
    {
      name: 'g',
      attributes: { transform: 'translate(8, -4.5)', 'data-node': 'ask-status' },
      children: [
        { name: 'rect', attributes: { x: '-5', width: '10', class: 'shape' }, children: [] },
        {
          name: 'text',
          attributes: { y: '-10.1', 'text-anchor': 'middle' },
          children: [
            {
              name: 'tspan',
              attributes: { x: '0', dy: '1.1em' },
              children: ['状态 <none> & more'],
            },
          ],
        },
      ],
    },
  ],
};

test('a drawing is read back as it was written', () => {
  const svg = printDrawing(DRAWING);
  expect(parseDrawing(svg)).toEqual(DRAWING);
  expect(readDrawingHash(svg)).toBe('abc123');
});

const frame = (inside: string) =>
  `<svg viewBox="0 0 1 1" data-source="a"><title>t</title><desc>d</desc>${inside}</svg>`;

test.each([
  ['a script', frame('<script>alert(1)</script>')],
  ['a style', frame('<style>*{}</style>')],
  ['a style attribute', frame('<path style="fill:red" d="M0 0"/>')],
  ['an event', frame('<path onclick="x" d="M0 0"/>')],
  ['a link', frame('<a href="https://example.org"><path d="M0 0"/></a>')],
  ['HTML inside', frame('<foreignObject><p>x</p></foreignObject>')],
  ['an outside reference', frame('<path d="M0 0" marker-end="url(https://example.org#a)"/>')],
  ['a path that is none', frame('<path d="javascript:1"/>')],
  ['no description', '<svg viewBox="0 0 1 1" data-source="a"><title>t</title></svg>'],
  ['no hash', '<svg viewBox="0 0 1 1"><title>t</title><desc>d</desc></svg>'],
  ['no SVG', '<p>x</p>'],
])('a drawing with %s is refused', (_name, svg) => {
  expect(() => parseDrawing(svg)).toThrow();
});
