export * from './types.ts';
export { parse, type TakeParts } from './parse/index.ts';
export { rankCauses } from './rank.ts';
export {
  CHANGE_TOPICS,
  compareObjects,
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
export {
  explainExitCode,
  EXIT_CODE_KINDS,
  SIGNALS,
  type ExitCodeKind,
  type ExitCodeMeaning,
} from './codes.ts';
export { NUMBER_FACT_NAMES, TEXT_FACT_NAMES } from './facts.ts';
export { GAPS, type Gap, type GapKind } from './gaps.ts';
export { GUESSES, mayHoldManifest, type Guess } from './guess.ts';
export { CHECKS, type Check, type CheckResult } from './health.ts';
export { splitLines } from './lines.ts';
export {
  commandValues,
  fillCommand,
  PLACEHOLDERS,
  type CommandPart,
  type Values,
} from './placeholders.ts';
export {
  createRedactor,
  REDACTED_KINDS,
  type RedactedKind,
  type Redactor,
  type Replacement,
} from './redact.ts';
export { parseSchedulerMessage, type Blocker, type SchedulerMessage } from './scheduler.ts';
export { parseAge, parseDuration, parseTime } from './time.ts';
export { parseQuantity } from './quantity.ts';
export { groupObjects, type ObjectGroup } from './groups.ts';
export { type Insight } from './insights.ts';
export { letterDistance } from './letter-distance.ts';
export { finish, type Steps } from './steps.ts';
