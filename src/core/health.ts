import { explainExitCode } from './codes.ts';
import { isSteadyKind } from './steady.ts';
import { freshnessOfEvent, isSidecar, isSteady, isWithinGrace } from './timeline.ts';
import type { ContainerReport, ObjectReport } from './types.ts';

/** What can be found clean; the words for it are in the interface. */
export type Check =
  | 'scheduled'
  | 'initialised'
  | 'noPullFailure'
  | 'noMountFailure'
  | 'noProbeFailure'
  | 'noRestarts'
  | 'noOomKill'
  | 'allReady'
  | 'noWarnings';

/** A check that came out clean, with the lines it rests on. */
export interface CheckResult {
  readonly check: Check;
  readonly lines: readonly number[];
}

const hasWarning = (object: ObjectReport, pattern: RegExp) =>
  object.events.some(
    ({ type, reason, message }) => type !== 'Normal' && pattern.test(`${reason}: ${message}`),
  );

const isStarted = ({ state }: ContainerReport) =>
  state?.kind === 'Running' || state?.kind === 'Terminated';

/**
 * Lists what was looked at in a pod and found clean. A check whose lines are missing from the paste is not listed:
 * not seen is not clean.
 */
export function checkPod(object: ObjectReport): CheckResult[] {
  if (object.kind !== 'Pod' || !/^(?:describe|manifest)$/u.test(object.layout)) return [];
  const results: CheckResult[] = [];
  const add = (check: Check, clean: boolean, lines: readonly (number | undefined)[]) => {
    const seen = lines.filter((line) => line !== undefined);
    if (clean && seen.length > 0) results.push({ check, lines: seen });
  };
  const { containers, node, events } = object;
  const inits = containers.filter(({ type }) => type === 'init');
  const apps = containers.filter(({ type }) => type === 'app');
  const withCounts = containers.filter(({ restartCount }) => restartCount !== undefined);
  const states = containers.flatMap(({ state, lastState }) =>
    [state, lastState].filter((one) => one !== undefined),
  );

  add('scheduled', node !== undefined && node.value !== '<none>', [node?.line]);
  add(
    'initialised',
    inits.every((init) => init.state?.exitCode?.value === 0 || isSidecar(object, init)),
    inits.map(({ state }) => state?.line),
  );
  add(
    'noPullFailure',
    apps.every(isStarted) && !hasWarning(object, /ErrImage|ImagePull|InspectFailed|pull image/u),
    apps.map(({ image }) => image?.line),
  );
  if (object.eventsSeen === 'rows') {
    add(
      'noMountFailure',
      apps.some(isStarted) &&
        !hasWarning(object, /FailedMount|FailedAttachVolume|FailedMapVolume/u),
      object.volumes.map(({ line }) => line),
    );
    add(
      'noProbeFailure',
      apps.some(isStarted) && !hasWarning(object, /^Unhealthy|probe/u),
      containers.flatMap(({ probes }) => probes.map(({ line }) => line)),
    );
  }
  add(
    'noRestarts',
    withCounts.every(({ restartCount }) => restartCount?.value === 0),
    withCounts.map(({ restartCount }) => restartCount?.line),
  );
  add(
    'noOomKill',
    states.every(({ reason }) => reason?.value !== 'OOMKilled') && !hasWarning(object, /OOM/u),
    states.map(({ line }) => line),
  );
  add(
    'allReady',
    isSteady(object),
    apps.map(({ ready, state }) => ready?.line ?? state?.line),
  );
  add(
    'noWarnings',
    events.every(({ type }) => type === 'Normal'),
    events.slice(0, 1).map(({ line }) => line),
  );
  return results;
}

/** Whether the text shows that this object is as it should be. */
export function isHealthy(object: ObjectReport): boolean {
  const status = object.status?.value;
  const isTroubled = object.events.some(
    // The conditions of a node say how it is now; its events tell of starts and of pods, too.
    (event) =>
      event.type === 'Warning' &&
      object.kind !== 'Node' &&
      freshnessOfEvent(object, event) === 'present',
  );
  if (object.kind !== 'Pod' || object.layout === 'table')
    return !isTroubled && isSteadyKind(object);
  if (status === 'Succeeded' || isWithinGrace(object)) return true;
  if (status === undefined && object.containers.length === 0) {
    // Events alone: started, and nothing but what was resolved.
    return !isTroubled && object.events.some(({ reason }) => reason === 'Started');
  }
  const ended = object.containers.every(
    ({ type, state }) =>
      type === 'ephemeral' ||
      state?.kind !== 'Terminated' ||
      explainExitCode(state.exitCode?.value ?? 0).kind === 'success',
  );
  return (status === undefined || status === 'Running') && isSteady(object) && ended;
}
