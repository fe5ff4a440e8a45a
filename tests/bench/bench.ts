// How fast pastes of every sort are read and matched, and how that grows: npm run bench -- [--json]
import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { readCatalogue } from '../../src/cli/catalogue.ts';
import { createRedactor, diagnose, parse, rankCauses, splitLines } from '../../src/core/index.ts';
import { toCatalogueView } from '../../src/report/view.ts';
import { MB, TEXTS } from './texts.ts';
import type { StepsFigures, StepsInput } from './watch-steps.ts';

/** Each figure is the median of so many runs, after some that only warm up. */
const MIN_RUNS = 5;
const MIN_MS = 1500;
/** Pods of three sizes are measured part by part, other pastes as a whole. */
const SIZES = 3;

const RULES = toCatalogueView(readCatalogue(), 'en', (runbook, cause) => `${runbook}#${cause}`);

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Milliseconds that this thread was at work: what else the machine does is not counted. */
function workMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of one run. What is prepared for it is not counted. */
function measure<T>(batch: number, prepare: () => T, act: (prepared: T) => unknown): number {
  const times: number[] = [];
  const deadline = performance.now() + MIN_MS;
  for (let run = 0; run < MIN_RUNS || performance.now() < deadline; run += 1) {
    const prepared = Array.from({ length: batch }, prepare);
    const start = workMs();
    for (const one of prepared) act(one);
    times.push((workMs() - start) / batch);
  }
  // The first half runs before the engine has optimised anything.
  return median(times.slice(Math.floor(times.length / 2)));
}

/** In a process of its own: nothing is optimised yet, and nothing else is in its memory. */
function watchAlone(text: string): StepsFigures {
  const input = JSON.stringify({ text, rules: RULES } satisfies StepsInput);
  const program = join(import.meta.dirname, 'watch-steps.ts');
  return JSON.parse(
    execFileSync(process.execPath, [program], { input }).toString(),
  ) as StepsFigures;
}

function benchmark(name: string, text: string) {
  const lines = splitLines(text);
  const whole = parse(text);
  // The clock is too coarse for a single pod.
  const batch = Math.max(1, Math.round(MB / text.length));
  const ms = {
    parse: measure(batch, () => text, parse),
    match: measure(
      batch,
      () => parse(text),
      (report) => rankCauses(report, RULES, (line) => lines[line - 1] ?? ''),
    ),
    diagnose: measure(
      batch,
      () => text,
      (input) => diagnose(input, RULES),
    ),
    redact: measure(
      batch,
      () => text,
      (input) => createRedactor(input, whole).redact(input),
    ),
  };
  return {
    name,
    objects: whole.objects.length,
    megabytes: text.length / MB,
    ms,
    mbPerSecond: {
      parse: text.length / MB / (ms.parse / 1000),
      match: text.length / MB / (ms.match / 1000),
      parseAndMatch: text.length / MB / ((ms.parse + ms.match) / 1000),
    },
    alone: watchAlone(text),
  };
}
type Result = ReturnType<typeof benchmark>;

/** How many times as long a megabyte takes as in the size before. */
const growthOf = ({ ms, megabytes }: Result, before: Result | undefined) =>
  before && ms.diagnose / megabytes / (before.ms.diagnose / before.megabytes);

type Grown = Result & { readonly growth: number | undefined };

const toMemory = ({ startBytes, peakBytes }: StepsFigures) => ({
  'start memory MB': Math.round(startBytes / MB),
  'peak memory MB': Math.round(peakBytes / MB),
});

function toSizes(results: readonly Grown[]) {
  return Object.fromEntries(
    results.map(({ name, objects, megabytes, ms, mbPerSecond, growth, alone }) => [
      name,
      {
        pods: objects,
        MB: Number(megabytes.toFixed(3)),
        'parse MB/s': Math.round(mbPerSecond.parse),
        'match MB/s': Math.round(mbPerSecond.match),
        'both MB/s': Math.round(mbPerSecond.parseAndMatch),
        'diagnose ms': Number(ms.diagnose.toFixed(1)),
        'redact ms': Number(ms.redact.toFixed(1)),
        'ms per MB': growth === undefined ? '' : `×${growth.toFixed(2)}`,
        'first time ms': Math.round(alone.ms),
        'longest slice ms': Math.round(alone.longestMs),
        ...toMemory(alone),
      },
    ]),
  );
}

function toOthers(
  results: readonly (StepsFigures & { readonly name: string; readonly megabytes: number })[],
) {
  return Object.fromEntries(
    results.map(({ name, megabytes, ...alone }) => [
      name,
      {
        objects: alone.objects,
        MB: Number(megabytes.toFixed(1)),
        'first time ms': Math.round(alone.ms),
        'longest slice ms': Math.round(alone.longestMs),
        ...toMemory(alone),
      },
    ]),
  );
}

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const makers = Object.entries(TEXTS);
const sizes = makers
  .slice(0, SIZES)
  .map(([name, make]) => benchmark(name, make()))
  .map((result, i, all) => ({ ...result, growth: growthOf(result, all[i - 1]) }));
const others = makers.slice(SIZES).map(([name, make]) => {
  const text = make();
  return { name, megabytes: text.length / MB, ...watchAlone(text) };
});
const machine = { node: process.version, cores: cpus().length, load: loadavg()[0] };
if (options.json) console.log(JSON.stringify({ ...machine, sizes, others }, null, 2));
else {
  console.log(machine);
  console.table(toSizes(sizes));
  console.table(toOthers(others));
}
