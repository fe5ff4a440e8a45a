/** Work cut into slices: it yields between them, so that a page can draw meanwhile, and returns its result. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all the work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const SLICE = 2000;

/** Does something with each of many items and yields after every few thousand. */
export function* eachInSlices<T>(
  items: readonly T[],
  act: (item: T, index: number) => void,
  slice = SLICE,
): Steps<void> {
  let left = slice;
  let index = 0;
  for (const item of items) {
    act(item, index);
    index += 1;
    left -= 1;
    if (left > 0) continue;
    left = slice;
    yield;
  }
}
