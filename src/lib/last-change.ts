import { execFileSync } from 'node:child_process';

const found = new Map<string, string | undefined>();
let isComplete: boolean | undefined;

function git(...parameters: readonly string[]): string {
  try {
    return execFileSync('git', parameters, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}

/**
 * The day of the last commit that changed a file, as `2026-11-21`.
 *
 * Undefined where nobody can say: without git, in a copy without history, or with only the newest commits, whose first
 * would seem to have written everything.
 *
 * @param file Seen from the root of the repository, in which the build runs.
 */
export function findLastChange(file: string): string | undefined {
  isComplete ??= git('rev-parse', '--is-shallow-repository') === 'false';
  if (!isComplete) return undefined;
  if (!found.has(file)) found.set(file, git('log', '-1', '--format=%cs', '--', file) || undefined);
  return found.get(file);
}
