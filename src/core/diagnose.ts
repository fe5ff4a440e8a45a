import type { AddLoose } from './add-loose.ts';
import { findGaps, type Gap } from './gaps.ts';
import { findInsights, type Insight } from './insights.ts';
import { guessInput, type Guess } from './guess.ts';
import { checkPod, isHealthy, type CheckResult } from './health.ts';
import { splitLines } from './lines.ts';
import { parseInSteps, type TakeParts } from './parse/index.ts';
import { rankCausesInSteps } from './rank.ts';
import { eachInSlices, finish, type Steps } from './steps.ts';
import type { Finding, ObjectReport, Report, Rules, SourceLine } from './types.ts';

/**
 * - `causes`: something certain or likely was found;
 * - `healthy`: the text shows that the object is as it should be;
 * - `undetermined`: the text does not tell, whatever is listed is only possible.
 */
export type Verdict = 'causes' | 'healthy' | 'undetermined';

export interface ObjectDiagnosis {
  readonly object: ObjectReport;
  readonly verdict: Verdict;
  /** What speaks for the present trouble, best first. */
  readonly findings: readonly Finding[];
  /** What was resolved since. */
  readonly history: readonly Finding[];
  readonly gaps: readonly Gap[];
  readonly checks: readonly CheckResult[];
  readonly insights: readonly Insight[];
}

export interface Diagnosis {
  readonly report: Report;
  /** Worst first: causes, then undetermined, then healthy. */
  readonly objects: readonly ObjectDiagnosis[];
  /** Of all objects, best first, history last. */
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  /** Lines that neither a reader nor a rule understood. */
  readonly skipped: readonly SourceLine[];
  /** Given when the text is no kubectl output that is known. */
  readonly guess?: Guess;
  /** The lines of the paste as they are; line n is at n - 1. */
  readonly lines: readonly string[];
}

/** Readers and matchers that are not always at hand, because they need a package or many words. */
export interface DiagnoseOptions {
  /** Takes out the YAML and JSON parts of the text; without it they are read like any other text. */
  readonly take?: TakeParts | undefined;
  /** Finds causes by the words of a question or of an unknown line; without it such a text gives a `guess`. */
  readonly addLoose?: AddLoose | undefined;
}

/** Whether the text is an answer of kubectl that says by itself what to do. */
const isAnswer = (text: string) => !/^(?:logs|prose|empty)$/u.test(guessInput(text));

const isStrong = ({ past, confidence }: Finding) => !past && confidence !== 'possible';
/** Objects between two pauses. */
const OBJECTS_IN_SLICE = 100;
const VERDICT_ORDER: Readonly<Record<Verdict, number>> = { causes: 0, undetermined: 1, healthy: 2 };

function verdictOf(object: ObjectReport, findings: readonly Finding[]): Verdict {
  if (findings.some(isStrong)) return 'causes';
  return isHealthy(object) ? 'healthy' : 'undetermined';
}

function diagnoseObject(object: ObjectReport, own: readonly Finding[]): ObjectDiagnosis {
  const verdict = verdictOf(object, own);
  // A good state now makes what is only possible a matter of the past.
  const present = own.filter(({ past }) => !past && verdict !== 'healthy');
  return {
    object,
    verdict,
    findings: present,
    history: own.filter((finding) => !present.includes(finding)),
    gaps: findGaps(object, present, verdict === 'healthy'),
    checks: checkPod(object),
    insights: findInsights(object),
  };
}

/**
 * The whole way from a paste to what is most likely wrong.
 *
 * Never throws on any text. A text without any known structure and without a known message gives no objects' verdict
 * but a `guess` of what it is.
 *
 * @param text What was pasted, of any size and in any state.
 * @param rules Rules by cause id, as `content/causes` holds them.
 */
export function diagnose(text: string, rules: Rules, options: DiagnoseOptions = {}): Diagnosis {
  return finish(diagnoseInSteps(text, rules, options));
}

/** The same in slices, for texts of many megabytes. */
export function* diagnoseInSteps(
  text: string,
  rules: Rules,
  { take, addLoose }: DiagnoseOptions = {},
): Steps<Diagnosis> {
  const lines = splitLines(text);
  const report = yield* parseInSteps(text, lines, take);
  const findings = yield* rankCausesInSteps(
    report,
    rules,
    (line) => lines[line - 1] ?? '',
    isAnswer(text) ? undefined : addLoose,
  );
  const byObject: Finding[][] = report.objects.map(() => []);
  for (const finding of findings) byObject[finding.object]?.push(finding);
  const rated: { diagnosis: ObjectDiagnosis; index: number; best: number }[] = [];
  yield* eachInSlices(
    report.objects,
    (object, index) => {
      const diagnosis = diagnoseObject(object, byObject[index] ?? []);
      rated.push({ diagnosis, index, best: diagnosis.findings[0]?.score ?? -Infinity });
    },
    OBJECTS_IN_SLICE,
  );
  const objects = rated
    .sort(
      (a, b) =>
        VERDICT_ORDER[a.diagnosis.verdict] - VERDICT_ORDER[b.diagnosis.verdict] ||
        b.best - a.best ||
        a.index - b.index,
    )
    .map(({ diagnosis }) => diagnosis);
  const evidence = new Set(findings.flatMap((finding) => finding.evidence.map(({ line }) => line)));
  const structured = report.objects.some(({ layout }) => layout !== 'text');
  return {
    report,
    objects,
    findings,
    verdict: objects[0]?.verdict ?? 'undetermined',
    skipped: report.skipped.filter(({ number }) => !evidence.has(number)),
    lines,
    ...(structured || findings.length > 0 ? {} : { guess: guessInput(text) }),
  };
}
