import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isValidName, toNames, type Name } from '../../../src/scripts/names.ts';

describe('isValidName', () => {
  test.each<[Name, string, boolean]>([
    ['pod', 'web-0', true],
    ['pod', 'etcd-master.example.com', true],
    ['pod', 'Web', false],
    ['pod', 'web_0', false],
    ['pod', '-web', false],
    ['pod', 'web-', false],
    ['pod', 'a..b', false],
    ['pod', 'pod/web-0', false],
    ['pod', '<pod>', false],
    ['pod', '', false],
    ['pod', 'web; reboot', false],
    ['pod', '$(reboot)', false],
    ['pod', 'web\n', false],
    ['pod', 'a'.repeat(253), true],
    ['pod', 'a'.repeat(254), false],
    ['node', 'ip-10-0-0-1.eu-west-1.compute.internal', true],
    ['namespace', 'kube-system', true],
    ['namespace', 'kube.system', false],
    ['container', 'a'.repeat(63), true],
    ['container', 'a'.repeat(64), false],
    ['container', '--all-containers', false],
  ])('%s %j: %s', (name, value, valid) => {
    expect(isValidName(name, value)).toBe(valid);
  });
});

describe('toNames', () => {
  test.each([
    ['nothing', null, {}],
    ['a text', 'web', {}],
    ['valid names', { pod: 'web-0', node: 'worker-1' }, { pod: 'web-0', node: 'worker-1' }],
    ['a name that is not valid', { pod: 'web 0', namespace: 'shop' }, { namespace: 'shop' }],
    ['a name of another kind', { pod: 1, secret: 'db', constructor: 'x' }, {}],
  ])('keeps of %s what is valid', (_name, value, names) => {
    expect(toNames(value)).toEqual(names);
  });
});

describe('names of a paste', () => {
  const stored = new Map<string, string>();

  beforeEach(() => {
    stored.clear();
    vi.resetModules();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
      removeItem: (key: string) => stored.delete(key),
    });
    vi.stubGlobal('dispatchEvent', () => true);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('take the place of typed ones, and are not stored', async () => {
    const names = await import('../../../src/scripts/names.ts');
    names.saveNames({ pod: 'typed', namespace: 'typed' });
    names.lendNames({ pod: 'pasted' });
    expect(names.loadNames()).toEqual({ pod: 'pasted' });
    names.saveNames({ pod: 'pasted', node: 'worker-1' });
    expect(names.loadNames()).toEqual({ pod: 'pasted', node: 'worker-1' });
    expect([...stored.values()]).toEqual(['{"node":"worker-1"}']);
    names.saveNames({});
    expect(names.loadNames()).toEqual({});
    expect([...stored]).toEqual([]);
  });

  test('none leave the typed ones as they are', async () => {
    const names = await import('../../../src/scripts/names.ts');
    names.saveNames({ pod: 'typed' });
    names.lendNames({});
    expect(names.loadNames()).toEqual({ pod: 'typed' });
  });
});
