// How fast a paste is read and matched once the engine is warm: reads the name of a text of `texts.ts`, prints JSON. In a
// process of its own, because what other texts leave in the memory slows it down. Used by `bench.ts`.
import { performance } from 'node:perf_hooks';
import { createRedactor, diagnose, parse, rankCauses, splitLines } from '../../src/core/index.ts';
import { RULES } from '../helpers/catalogue.ts';
import { MB, TEXTS } from './texts.ts';
import { workMs } from './work-ms.ts';

export interface SizeFigures {
  readonly objects: number;
  readonly megabytes: number;
  readonly ms: Readonly<Record<'parse' | 'match' | 'diagnose' | 'redact', number>>;
}

/** Each figure is the median of at least so many runs, after as many that only warm up. */
const MIN_RUNS = 5;
const MIN_MS = 1500;

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Milliseconds of one run. What is prepared for it is not counted. */
function measure<T>(batch: number, prepare: () => T, act: (prepared: T) => unknown): number {
  const times: number[] = [];
  const deadline = performance.now() + MIN_MS;
  for (let run = 0; run < 2 * MIN_RUNS || performance.now() < deadline; run += 1) {
    const prepared = Array.from({ length: batch }, prepare);
    const start = workMs();
    for (const one of prepared) act(one);
    times.push((workMs() - start) / batch);
  }
  // The first half runs before the engine has optimised anything.
  return median(times.slice(Math.floor(times.length / 2)));
}

function measureSize(text: string): SizeFigures {
  const lines = splitLines(text);
  const whole = parse(text);
  // The clock is too coarse for a single pod.
  const batch = Math.max(1, Math.round(MB / text.length));
  const toText = () => text;
  return {
    objects: whole.objects.length,
    megabytes: text.length / MB,
    ms: {
      parse: measure(batch, toText, parse),
      match: measure(
        batch,
        () => parse(text),
        (report) => rankCauses(report, RULES, (line) => lines[line - 1] ?? ''),
      ),
      diagnose: measure(batch, toText, (input) => diagnose(input, RULES)),
      redact: measure(batch, toText, (input) => createRedactor(input, whole).redact(input)),
    },
  };
}

const [name = ''] = process.argv.slice(2);
const make = TEXTS[name];
if (!make) throw new Error(`There is no text ${name}: ${Object.keys(TEXTS).join(', ')}`);
console.log(JSON.stringify(measureSize(make())));
