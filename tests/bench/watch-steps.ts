// One diagnosis in a process of its own, as on a page that has just been opened: reads a text and rules as JSON, prints
// how long it took, its longest slice without a pause, and the most memory at any pause. Used by `bench.ts`.
import { readFileSync } from 'node:fs';
import { diagnoseInSteps, mayHoldManifest, type Rules } from '../../src/core/index.ts';
import { takeManifests } from '../../src/manifest/reader.ts';
import { workMs } from './work-ms.ts';

export interface StepsInput {
  readonly text: string;
  readonly rules: Rules;
}

export interface StepsFigures {
  readonly objects: number;
  readonly ms: number;
  readonly longestMs: number;
  readonly startBytes: number;
  readonly peakBytes: number;
}

function watchSteps({ text, rules }: StepsInput): StepsFigures {
  const startBytes = process.memoryUsage().rss;
  let [ms, longestMs, peakBytes] = [0, 0, startBytes];
  const take = mayHoldManifest(text) ? takeManifests : undefined;
  const steps = diagnoseInSteps(text, rules, { take });
  for (;;) {
    const start = workMs();
    const step = steps.next();
    const slice = workMs() - start;
    ms += slice;
    longestMs = Math.max(longestMs, slice);
    peakBytes = Math.max(peakBytes, process.memoryUsage().rss);
    if (step.done)
      return { objects: step.value.objects.length, ms, longestMs, startBytes, peakBytes };
  }
}

console.log(JSON.stringify(watchSteps(JSON.parse(readFileSync(0, 'utf8')) as StepsInput)));
