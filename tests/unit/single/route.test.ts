import { describe, expect, test } from 'vitest';
import { parseRoute, viewHref, type View } from '../../../src/single/route.ts';

const VIEWS: { hash: string; view: View }[] = [
  { hash: '#en', view: { name: 'triage' } },
  { hash: '#en/causes', view: { name: 'causes' } },
  { hash: '#en/causes/oom-killed', view: { name: 'causes', id: 'oom-killed' } },
  { hash: '#en/lookup', view: { name: 'lookup' } },
  { hash: '#en/lookup/event', view: { name: 'lookup', part: 'event' } },
  { hash: '#en/lookup/exit-code/137', view: { name: 'lookup', id: 'exit-code/137' } },
  { hash: '#en/lookup?q=137&kind=event', view: { name: 'lookup', query: 'q=137&kind=event' } },
];

describe.each(VIEWS)('$hash', ({ hash, view }) => {
  test('is read', () => {
    const route = parseRoute(hash);
    expect(route?.locale).toBe('en');
    expect(route?.view).toEqual(expect.objectContaining(view));
  });

  test('is written', () => {
    expect(viewHref('en', view)).toBe(hash);
  });
});

test('without a language it is triage, in the language of the browser', () => {
  expect(parseRoute('')).toEqual({ locale: undefined, view: { name: 'triage' } });
});

test.each(['#line-12', '#fr', '#en/elsewhere', '#fr/lookup'])('%s is no view', (hash) => {
  expect(parseRoute(hash)).toBeUndefined();
});
