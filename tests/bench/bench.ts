// How fast pastes of every sort are read and matched, and how that grows: npm run bench -- [--json]
import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SizeFigures } from './measure-size.ts';
import { RULES } from '../helpers/catalogue.ts';
import { MB, TEXTS } from './texts.ts';
import type { StepsFigures, StepsInput } from './watch-steps.ts';

/** Pods of three sizes are measured part by part, other pastes as a whole. */
const SIZES = 3;

const runAlone = (program: string, args: readonly string[], input: string) =>
  execFileSync(process.execPath, [join(import.meta.dirname, program), ...args], {
    input,
  }).toString();

/** In a process of its own: nothing is optimised yet, and nothing else is in its memory. */
const watchAlone = (text: string) =>
  JSON.parse(
    runAlone('watch-steps.ts', [], JSON.stringify({ text, rules: RULES } satisfies StepsInput)),
  ) as StepsFigures;

function benchmark(name: string, text: string) {
  const figures = JSON.parse(runAlone('measure-size.ts', [name], '')) as SizeFigures;
  const { ms, megabytes } = figures;
  const perSecond = (time: number) => megabytes / (time / 1000);
  return {
    ...figures,
    name,
    mbPerSecond: {
      parse: perSecond(ms.parse),
      match: perSecond(ms.match),
      parseAndMatch: perSecond(ms.parse + ms.match),
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
