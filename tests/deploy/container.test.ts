// What can be said of the container without building it: what it copies is there, and what it sets is read.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
/** Instructions of the Dockerfile, each on one line. */
const instructions = read('deploy/Dockerfile')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /u.test(line));
const ignored = read('.dockerignore').split('\n').filter(Boolean);
/** The last word of each is where it is copied to. */
const copies = instructions
  .filter((line) => line.startsWith('COPY '))
  .map((line) => line.split(' ').slice(1, -1));
/** What the first stage makes, and with which script. */
const MADE: Readonly<Record<string, string>> = {
  dist: 'npm run build',
  'dist-server': 'npm run prepare:server',
};

describe('deploy/Dockerfile', () => {
  test.each(copies.filter(([first]) => !first?.startsWith('--from')))(
    'copies what is there and not left out: %s',
    (...sources) => {
      for (const source of sources) {
        expect(existsSync(join(ROOT, source)), source).toBe(true);
        expect(ignored, source).not.toContain(source);
      }
    },
  );

  test.each(copies.filter(([first]) => first?.startsWith('--from')))(
    'copies what the first stage has: %s %s',
    (_from, source = '') => {
      const path = source.replace(/^\/site\//u, '');
      const script = MADE[path.split('/')[0] ?? ''];
      if (script === undefined) expect(existsSync(join(ROOT, path)), path).toBe(true);
      else expect(instructions.join('\n')).toContain(script);
    },
  );

  test('sets every variable that the configuration of the server reads', () => {
    const environment = instructions.filter((line) => line.startsWith('ENV ')).join(' ');
    const names = [...read('deploy/Caddyfile').matchAll(/\{\$(\w+)/gu)].map(
      ([, name = '']) => name,
    );
    expect(names).not.toEqual([]);
    for (const name of names) expect(environment).toMatch(new RegExp(`\\s${name}=`, 'u'));
  });

  test('builds with the Node of the project, and ends without root', () => {
    const [major = ''] = packageJson.devDependencies.node.split('.');
    expect(instructions[0]).toContain(`FROM node:${major}-`);
    expect(instructions.filter((line) => line.startsWith('USER '))).toEqual(['USER 10001:10001']);
  });
});
