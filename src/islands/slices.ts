import type { Steps } from '../core/index.ts';

/** Length of a slice in milliseconds. */
const SLICE = 30;

/** Lets the page draw and answer. */
export const pause = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

/** Does long work slice by slice, so that the page stays usable; undefined when it was cancelled. */
export async function finishInSlices<T>(steps: Steps<T>): Promise<T>;
export async function finishInSlices<T>(
  steps: Steps<T>,
  isCancelled: () => boolean,
): Promise<T | undefined>;
export async function finishInSlices<T>(
  steps: Steps<T>,
  isCancelled: () => boolean = () => false,
): Promise<T | undefined> {
  let until = performance.now() + SLICE;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await pause();
    if (isCancelled()) return undefined;
    until = performance.now() + SLICE;
  }
}
