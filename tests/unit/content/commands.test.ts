import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readContentTexts, readFences, readOfferedCommands } from '../../helpers/content-texts.ts';

const SHELLS = /^(?:sh|bash|shell|console)$/u;
const commands = [
  ...readOfferedCommands(),
  ...readContentTexts()
    .flatMap(readFences)
    .filter(({ language }) => SHELLS.test(language))
    .map(({ where, text }) => ({ where, run: text })),
];

/** What the shell says to commands that it reads without running them; empty is good. */
function readAsShell(scripts: readonly string[]): string {
  // Each in a function of its own, so that an open bracket or quote cannot borrow from the next.
  const script = scripts
    .map((one) => `f() {\n${one.replaceAll(/<[a-z]+>/gu, 'name')}\n}`)
    .join('\n');
  const { stderr, error } = spawnSync('sh', ['-n'], { input: `${script}\n`, encoding: 'utf8' });
  return error ? error.message : stderr;
}

test('every command parses as shell once its placeholders are replaced', () => {
  expect(commands.length).toBeGreaterThan(0);
  // One process for all; only when it complains, one for each to find the culprits.
  if (readAsShell(commands.map(({ run }) => run)) === '') return;
  const wrong = commands.flatMap(({ where, run }) => {
    const said = readAsShell([run]);
    return said === '' ? [] : [`${where}: ${run}: ${said.trim()}`];
  });
  expect(wrong).toEqual([]);
});

test.each([
  ['an open quote', `kubectl get pod "<pod>`, false],
  ['an open bracket', 'echo $(date', false],
  ['a placeholder that would be a redirection', 'kubectl get pod <pod> -o yaml > <path>', true],
  ['a pipe', 'sudo dmesg -T | grep -i oom', true],
])('%s', (_name, run, fine) => {
  expect(readAsShell([run]) === '').toBe(fine);
});
