import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  diagnose,
  diagnoseInSteps,
  mayHoldManifest,
  type Diagnosis,
  type Rules,
  type Steps,
  type TakeParts,
} from '../core/index.ts';

/** Longer texts are worked off in slices, so that the page stays usable; characters. */
const MAX_AT_ONCE = 200_000;
/** Length of a slice in milliseconds. */
const SLICE = 30;

const pause = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

/** Does the work slice by slice; undefined when it was cancelled. */
async function finishInSlices<T>(
  steps: Steps<T>,
  isCancelled: () => boolean,
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

/** The reader for YAML and JSON, which is loaded only when such a text is seen; undefined when it cannot be. */
async function loadManifestReader(): Promise<TakeParts | undefined> {
  try {
    return (await import('../manifest/reader.ts')).takeManifests;
  } catch {
    return undefined;
  }
}

async function work(
  text: string,
  rules: Rules,
  isCancelled: () => boolean,
): Promise<Diagnosis | undefined> {
  // The page draws what was pasted before the work begins.
  await pause();
  const take = mayHoldManifest(text) ? await loadManifestReader() : undefined;
  return isCancelled()
    ? undefined
    : finishInSlices(diagnoseInSteps(text, rules, { take }), isCancelled);
}

/**
 * Diagnoses a text: at once when it is short, in slices when it is long or needs another reader.
 *
 * @returns The diagnosis of this very text, and whether it is still being made.
 */
export function useDiagnosis(
  text: string,
  rules: Rules | undefined,
): { readonly diagnosis: Diagnosis | undefined; readonly isBusy: boolean } {
  const isEmpty = text.trim() === '';
  const isQuick = text.length <= MAX_AT_ONCE && !mayHoldManifest(text);
  const [slow, setSlow] = useState<{ readonly text: string; readonly diagnosis: Diagnosis }>();
  const quick = useMemo(
    () => (rules && !isEmpty && isQuick ? diagnose(text, rules) : undefined),
    [text, rules],
  );
  useEffect(() => {
    if (!rules || isEmpty || isQuick) return undefined;
    let isCancelled = false;
    void work(text, rules, () => isCancelled).then((diagnosis) => {
      if (diagnosis) setSlow({ text, diagnosis });
    });
    return () => {
      isCancelled = true;
    };
  }, [text, rules]);
  const diagnosis = isQuick ? quick : slow?.text === text ? slow.diagnosis : undefined;
  return { diagnosis, isBusy: !isEmpty && rules !== undefined && diagnosis === undefined };
}
