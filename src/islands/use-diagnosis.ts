import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  diagnose,
  diagnoseInSteps,
  mayHoldManifest,
  type Diagnosis,
  type Rules,
  type TakeParts,
} from '../core/index.ts';
import { finishInSlices, pause } from './slices.ts';

/** Longer texts are worked off in slices, so that the page stays usable; characters. */
const MAX_AT_ONCE = 200_000;
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
