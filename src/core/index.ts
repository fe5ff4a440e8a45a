export * from './types.ts';
export { parse, type TakeParts } from './parse/index.ts';
export { rankCauses } from './rank.ts';
export {
  compareReports,
  type Change,
  type ChangeTopic,
  type ComparedPair,
  type Comparison,
  type Side,
} from './compare.ts';
export {
  diagnose,
  diagnoseInSteps,
  type DiagnoseOptions,
  type Diagnosis,
  type ObjectDiagnosis,
  type Verdict,
} from './diagnose.ts';
export { explainExitCode, type ExitCodeKind, type ExitCodeMeaning } from './codes.ts';
export { NUMBER_FACT_NAMES, TEXT_FACT_NAMES } from './facts.ts';
export { type Gap, type GapKind } from './gaps.ts';
export { GUESSES, mayHoldManifest, type Guess } from './guess.ts';
export { type Check, type CheckResult } from './health.ts';
export { splitLines } from './lines.ts';
export {
  commandValues,
  fillCommand,
  PLACEHOLDERS,
  splitFlags,
  type CommandPart,
  type Values,
} from './placeholders.ts';
export {
  createRedactor,
  createRedactorInSteps,
  type RedactedKind,
  type Redactor,
  type Replacement,
} from './redact.ts';
export { type Blocker, type SchedulerMessage } from './scheduler.ts';
export { parseTime } from './time.ts';
export { groupObjects, type ObjectGroup } from './groups.ts';
export { type Insight } from './insights.ts';
export { type Steps } from './steps.ts';
