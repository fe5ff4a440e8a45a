import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeCause } from '../../../src/cli/new-cause.ts';
import { causeSchema } from '../../../src/schemas/cause.ts';
import { fixtureSchema } from '../../../src/schemas/fixture.ts';

const TEMPLATE = 'content/causes/_template';
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'new-cause-'));
  cpSync(join(import.meta.dirname, '../../..', TEMPLATE), join(root, TEMPLATE), {
    recursive: true,
  });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('the files fit their schemas before anything is filled in', () => {
  const { folder, fixture } = makeCause('disk-too-slow', root);
  expect(causeSchema.safeParse(parse(read(`${folder}/cause.yaml`))).error).toBeUndefined();
  const expected = fixtureSchema.parse(parse(read(`${fixture}/expected.yaml`)));
  expect(expected.causes).toEqual(['disk-too-slow']);
  expect(read(`${fixture}/input.txt`)).toBe('');
});

test.each(['en', 'zh-cn'])('%s: its command is placed by its own id', (locale) => {
  const { folder } = makeCause('disk-too-slow', root);
  expect(read(`${folder}/${locale}.mdx`)).toContain('<Run of="disk-too-slow/previous-logs" />');
});

test.each(['', 'Disk', 'disk_slow', '-disk', 'disk--slow', '../disk', '_disk'])(
  '"%s" is no id, and nothing is written',
  (id) => {
    expect(() => makeCause(id, root)).toThrow('An id is in lower-case words');
    expect(existsSync(join(root, 'tests'))).toBe(false);
  },
);

test.each([TEMPLATE.replace('_template', 'taken'), 'tests/fixtures/describe/taken'])(
  'nothing is written over %s',
  (taken) => {
    mkdirSync(join(root, taken), { recursive: true });
    expect(() => makeCause('taken', root)).toThrow(`${taken} exists already.`);
  },
);
