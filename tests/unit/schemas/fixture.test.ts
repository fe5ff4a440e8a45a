import { describe, expect, test } from 'vitest';
import { fixtureSchema } from '../../../src/schemas/fixture.ts';

const good = { made: 'kubectl 1.33', verdict: 'causes', causes: ['oom-killed'] };

describe('fixtureSchema', () => {
  test.each([
    ['one cause', good],
    ['typed by hand', { ...good, made: 'by hand' }],
    ['a possible cause', { ...good, verdict: 'undetermined', confidence: 'possible' }],
    ['nothing wrong', { ...good, verdict: 'healthy', causes: [] }],
    ['keys of other tests', { ...good, repairs: ['code-fence'] }],
  ])('%s is accepted', (_, fixture) => {
    expect(fixtureSchema.safeParse(fixture).error?.message).toBeUndefined();
  });

  test.each([
    ['an unknown origin', { ...good, made: 'a colleague' }, 'is “by hand” or “kubectl 1.33”'],
    ['a cause in a healthy text', { ...good, verdict: 'healthy' }, 'does not fit causes'],
    ['causes without one', { ...good, causes: [] }, 'does not fit causes'],
    ['an unknown verdict', { ...good, verdict: 'sick' }, 'verdict'],
  ])('%s is refused', (_, fixture, message) => {
    expect(fixtureSchema.safeParse(fixture).error?.message).toContain(message);
  });
});
