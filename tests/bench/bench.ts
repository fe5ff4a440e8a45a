// How fast pastes of three sizes are read and matched, and how that grows: npm run bench -- [--json]
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { readCatalogue } from '../../src/cli/catalogue.ts';
import {
  createRedactor,
  diagnose,
  diagnoseInSteps,
  parse,
  rankCauses,
  splitLines,
} from '../../src/core/index.ts';
import { toCatalogueView } from '../../src/report/view.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/describe');
const MB = 1e6;
const TEN_MB = 10 * MB;
/** Each figure is the median of so many runs, after some that only warm up. */
const MIN_RUNS = 5;
const MIN_MS = 1500;
const RULES = toCatalogueView(readCatalogue(), 'en', (runbook, cause) => `${runbook}#${cause}`);

/** Whole describe outputs of pods, as kubectl printed them. */
const PODS = readdirSync(FIXTURES)
  .sort()
  .map((name) => readFileSync(join(FIXTURES, name, 'input.txt'), 'utf8').trimEnd())
  .filter((text) => {
    const { objects, repairs } = parse(text);
    const [object] = objects;
    const isWhole = object?.containers[0] && object.eventsSeen === 'rows' && repairs.length === 0;
    return text.startsWith('Name: ') && objects.length === 1 && isWhole;
  });

/** So many different pods, each with a name of its own. */
function manyPods(count: number): string {
  const pods = Array.from({ length: count }, (_, i) =>
    (PODS[i % PODS.length] ?? '').replace(/^(Name: +\S+)/u, `$1-${i}`),
  );
  return pods.join('\n\n\n');
}

function tenMegabytes(): string {
  const perPod = manyPods(PODS.length).length / PODS.length;
  return manyPods(Math.ceil(TEN_MB / perPod));
}

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

interface Steps {
  readonly longestMs: number;
  readonly peakBytes: number;
}

/** The longest slice without a pause, and the most memory at any pause, of one diagnosis. */
function watchSteps(text: string): Steps {
  let [longestMs, peakBytes] = [0, 0];
  const steps = diagnoseInSteps(text, RULES);
  for (let done = false; !done;) {
    const start = workMs();
    done = steps.next().done === true;
    longestMs = Math.max(longestMs, workMs() - start);
    peakBytes = Math.max(peakBytes, process.memoryUsage().rss);
  }
  return { longestMs, peakBytes };
}

const MAKERS: Readonly<Record<string, () => string>> = {
  'one pod': () => manyPods(1),
  '400 pods': () => manyPods(400),
  '10 MB': tenMegabytes,
};

/** In a process of its own, as a page that has just been opened. */
function watchAlone(name: string): Steps {
  const printed = execFileSync(process.execPath, [import.meta.filename, '--steps', name]);
  return JSON.parse(printed.toString()) as Steps;
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
    ...watchAlone(name),
  };
}
type Result = ReturnType<typeof benchmark>;

/** How many times as long a megabyte takes as in the size before. */
const growthOf = ({ ms, megabytes }: Result, before: Result | undefined) =>
  before && ms.diagnose / megabytes / (before.ms.diagnose / before.megabytes);

function toTable(results: readonly (Result & { growth: number | undefined })[]) {
  return Object.fromEntries(
    results.map(({ name, objects, megabytes, ms, mbPerSecond, growth, longestMs, peakBytes }) => [
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
        'longest slice ms': Math.round(longestMs),
        'peak memory MB': Math.round(peakBytes / MB),
      },
    ]),
  );
}

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, steps: { type: 'string' } },
});
if (options.steps !== undefined)
  console.log(JSON.stringify(watchSteps(MAKERS[options.steps]?.() ?? '')));
else {
  const results = Object.entries(MAKERS)
    .map(([name, make]) => benchmark(name, make()))
    .map((result, i, all) => ({ ...result, growth: growthOf(result, all[i - 1]) }));
  if (options.json) console.log(JSON.stringify({ node: process.version, results }, null, 2));
  else console.table(toTable(results));
}
