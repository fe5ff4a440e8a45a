import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { toTextPieces } from '../../../src/i18n/inline-code.ts';
import { readMdxOutline } from '../../../src/lib/mdx-outline.ts';
import { readContentTexts, readFences, readOfferedCommands } from '../../helpers/content-texts.ts';
import { CATALOGUE } from '../../helpers/catalogue.ts';

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

/** Commands and placeholders that stand in a text as if they were words. */
const findBareCommands = (text: string) =>
  toTextPieces(text)
    .filter(({ code }) => !code)
    .flatMap(
      (piece) => piece.text.match(/<[a-z]+>|(?<![\w-])(?:sudo|kubectl [a-z]+ -)[^.。]*/gu) ?? [],
    );

test('commands and placeholders in the texts of a command are marked as code', () => {
  const texts = Object.entries(CATALOGUE).flatMap(([id, { commands }]) =>
    commands.flatMap(({ id: command, purpose, expect: expected, risk, undo }) =>
      [purpose, expected, risk, undo].flatMap((text) =>
        Object.values(text ?? {}).map((one) => [`${id}/${command}`, one] as const),
      ),
    ),
  );
  const tags = readContentTexts().flatMap(({ file, body }) =>
    readMdxOutline(body).tags.flatMap(({ attributes }) =>
      ['expect', 'risk', 'undo'].map((key) => [file, attributes[key] ?? ''] as const),
    ),
  );
  expect(texts.length).toBeGreaterThan(0);
  expect(tags.length).toBeGreaterThan(0);
  expect(
    [...texts, ...tags].flatMap(([where, text]) =>
      findBareCommands(text).map((bare) => `${where}: ${bare}`),
    ),
  ).toEqual([]);
});

describe('findBareCommands', () => {
  test.each([
    ['`kubectl uncordon <node>` opens it again.', []],
    ['kubectl itself fails.', []],
    ['Delete <pod> first.', ['<pod>']],
    ['先执行 sudo reboot。', ['sudo reboot']],
  ])('%s', (text, bare) => {
    expect(findBareCommands(text)).toEqual(bare);
  });
});
