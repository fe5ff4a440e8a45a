// Tells whether a pattern stays fast on any text. The judge is recheck; what it only suspects is tried out.
import { runInNewContext } from 'node:vm';
import type { Diagnostics, VulnerableDiagnostics } from 'recheck';
import type { Pattern } from './find-patterns.ts';

// The other back ends need Java or a program for each system; this one gives the same answers everywhere.
process.env['RECHECK_SYNC_BACKEND'] = 'pure';
const { checkSync } = await import('recheck');

const TIMEOUT_MS = 20_000;
/** A linear pattern needs about a millisecond for a text of this length, a quadratic one many seconds. */
const LONG = 100_000;
const LONG_MS = 250;
/** As many characters as a rule ever sees, and what a quadratic pattern may take for them. */
const RULE_TEXT = 10_000;
const RULE_TEXT_MS = 500;

/** Where top-level `|` cut a pattern, groups and classes apart. */
function alternativesOf(source: string): string[] {
  const parts: string[] = [];
  let [depth, start, inClass] = [0, 0, false];
  for (let i = 0; i < source.length; i += 1) {
    const char = source[i];
    if (char === '\\') i += 1;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (char === '|' && depth === 0) {
      parts.push(source.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, source.slice(start)];
}

/** `(` of a group at the top level and the place behind its `)`, for every group. */
function groupsOf(source: string): [start: number, end: number][] {
  const groups: [number, number][] = [];
  let [depth, start, inClass] = [0, 0, false];
  for (let i = 0; i < source.length; i += 1) {
    const char = source[i];
    if (char === '\\') i += 1;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '(') {
      if (depth === 0) start = i;
      depth += 1;
    } else if (char === ')') {
      depth -= 1;
      if (depth === 0) groups.push([start, i + 1]);
    }
  }
  return groups;
}

/**
 * Writes `a(?:b|c)d` as `abd` and `acd`; undefined when there is no such group.
 *
 * A pattern that fails has tried each of its alternatives in turn, so it is as slow as the slowest of them: judging
 * them one by one is judging the whole, and many times faster.
 */
function expand(source: string): string[] | undefined {
  const alternatives = alternativesOf(source);
  if (alternatives.length > 1) return alternatives;
  for (const [start, end] of groupsOf(source).reverse()) {
    const inner = /^\((?:\?:)?(?!\?)([^]*)\)$/u.exec(source.slice(start, end))?.[1] ?? '';
    const parts = alternativesOf(inner);
    if (parts.length < 2 || /^[*+?{]/u.test(source.slice(end))) continue;
    return parts.map((part) => `${source.slice(0, start)}(?:${part})${source.slice(end)}`);
  }
  return undefined;
}

/** Whether the pattern is done with the attack, made as long as this, within the time. */
function isQuick(
  pattern: RegExp,
  found: VulnerableDiagnostics,
  length: number,
  ms: number,
): boolean {
  const { pumps, suffix } = found.attack;
  const size = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const times = Math.ceil(length / Math.max(size, 1));
  const text = pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
  try {
    runInNewContext('pattern.test(text)', { pattern, text }, { timeout: ms });
    return true;
  } catch {
    return false;
  }
}

type Unsafe = Exclude<Diagnostics, { status: 'safe' }>;

function findUnsafe(
  source: string,
  flags: string,
  checker: 'auto' | 'fuzz' = 'auto',
): Unsafe | undefined {
  const found = checkSync(source, flags, { checker, timeout: TIMEOUT_MS });
  if (found.status === 'safe') return undefined;
  // The automaton is exact; the search by trial mistakes bounded repetition for more.
  const suspected = found.status === 'vulnerable' && found.checker === 'fuzz';
  if (suspected && isQuick(new RegExp(source, flags), found, LONG, LONG_MS)) return undefined;
  return found;
}

function describe(found: Unsafe): string {
  if (found.status === 'unknown')
    return found.error.kind === 'timeout' ? 'too complex to be judged' : found.error.kind;
  const attack = found.attack.pattern.replaceAll(/\s+/gu, ' ').slice(0, 160);
  return `${found.complexity.summary}, for example ${attack}`;
}

function judgeOne(source: string, flags: string, reach: Pattern['reach']): string[] {
  // Rules see texts of limited length: linear from each place, at most quadratic in all.
  const isOpen = reach === 'text' && !source.startsWith('^');
  const whole = isOpen ? `^(?:${source})` : source;
  const found = findUnsafe(whole, flags);
  if (!found) return [];
  if (found.status === 'unknown') {
    const parts = expand(source);
    if (parts) return parts.flatMap((part) => judgeOne(part, flags, reach));
    if (!findUnsafe(whole, flags, 'fuzz')) return [];
  } else if (reach === 'text' && !isOpen) {
    if (isQuick(new RegExp(source, flags), found, RULE_TEXT, RULE_TEXT_MS)) return [];
  }
  return [`${describe(found)}: ${source}`];
}

/** Names the parts of a pattern that a text could make slow, each with such a text; empty is good. */
export function patternProblems({ source, flags, reach }: Omit<Pattern, 'file'>): string[] {
  const judged = flags.replaceAll(/[dgy]/gu, '');
  return alternativesOf(source).flatMap((part) => judgeOne(part, judged, reach));
}
