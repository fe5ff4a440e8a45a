import { parseSchedulerMessage, readSchedulerMessage, type SchedulerMessage } from './scheduler.ts';
import { lifetimeOf } from './time.ts';
import { freshnessOfEvent } from './timeline.ts';
import type { ContainerReport, ContainerState, ObjectReport, Probe } from './types.ts';

/** What the newest scheduler message counts. */
export interface SchedulerInsight {
  readonly kind: 'scheduler';
  readonly line: number;
  readonly message: SchedulerMessage;
  /** How the counts relate to the number of nodes: one node may lack several things, or the message was cut. */
  readonly sum: 'equal' | 'overlapping' | 'incomplete' | 'unknown';
  /** Nodes by what preemption, the removal of pods of lower priority, can do there; of those that it speaks of. */
  readonly preemption: readonly { readonly effect: PreemptionEffect; readonly nodes: number }[];
}

/** What the removal of pods would do on a node. */
export const PREEMPTION_EFFECTS = ['useless', 'noVictims', 'budget', 'forbidden'] as const;
export type PreemptionEffect = (typeof PREEMPTION_EFFECTS)[number];

/** Source: kubernetes/pkg/scheduler/framework/preemption and plugins/defaultpreemption. */
const PREEMPTION_TEXTS: readonly (readonly [effect: PreemptionEffect, text: RegExp])[] = [
  ['useless', /^Preemption is not helpful for scheduling/u],
  ['noVictims', /^No preemption victims found for incoming pod/u],
  ['budget', /PodDisruptionBudget/u],
  ['forbidden', /^not eligible due to preemptionPolicy=Never/u],
];

/** What stands behind `preemption:`, by effect; parts that nobody knows are left out. */
function readPreemption(preemption: string): SchedulerInsight['preemption'] {
  if (preemption === '') return [];
  const { blockers } = parseSchedulerMessage(preemption);
  return PREEMPTION_TEXTS.flatMap(([effect, pattern]) => {
    const fitting = blockers.filter(({ text }) => pattern.test(text));
    return fitting.length === 0
      ? []
      : [{ effect, nodes: fitting.reduce((sum, { nodes }) => sum + nodes, 0) }];
  });
}

/** Whether the probe of a container can have ended its last run. Seconds. */
export interface ProbeInsight {
  readonly kind: 'probe';
  readonly line: number;
  readonly container: string;
  readonly probe: Probe;
  /** Earliest moment after the start at which the probe may kill. */
  readonly earliestKill: number;
  readonly lived: number;
  readonly canKill: boolean;
}

/** How long the runs of a restarting container live. Seconds. */
export interface CycleInsight {
  readonly kind: 'cycle';
  readonly line: number;
  readonly container: string;
  readonly lived: number;
  readonly restarts: number;
  /** How long the kubelet waits before the next start by now, when it waits. */
  readonly backOff?: number;
}

/** Conditions that only repeat that containers are not ready. */
export interface CircularInsight {
  readonly kind: 'circular';
  readonly line: number;
  readonly conditions: readonly string[];
}

export type Insight = SchedulerInsight | ProbeInsight | CycleInsight | CircularInsight;

const INITIAL_BACK_OFF = 10;
const MAX_BACK_OFF = 300;
/** Probes of Kubernetes when the line does not say: ProbeSpec defaults. */
const DEFAULTS = { initialDelay: 0, period: 10, failureThreshold: 3 };
const CIRCULAR = /^(?:Ready|ContainersReady)$/u;

/** Seconds after the start at which a probe that never succeeds may end the container at the earliest. */
export function earliestKillOf(probe: Probe): number {
  const { initialDelay, period, failureThreshold } = { ...DEFAULTS, ...probe };
  return initialDelay + period * (failureThreshold - 1);
}

/** Grace period of a pod that asks for none; describe does not print it. */
const DEFAULT_GRACE = 30;

/**
 * Seconds that a run lived longer than the quickest liveness or startup probe needs to end it. The grace period is taken
 * off for a run that was cut off by SIGKILL. Undefined when no probe can have ended it, or the times are missing.
 */
export function slackOf({ probes }: ContainerReport, run: ContainerState): number | undefined {
  const lived = lifetimeOf(run);
  if (lived === undefined) return undefined;
  const slacks = probes
    .filter(({ kind }) => kind !== 'readiness')
    .map((probe) => lived - earliestKillOf(probe))
    .filter((slack) => slack >= 0);
  if (slacks.length === 0) return undefined;
  const slack = Math.min(...slacks);
  return run.exitCode?.value === 137 && slack >= DEFAULT_GRACE ? slack - DEFAULT_GRACE : slack;
}

const lastRun = ({ state, lastState }: ContainerReport) =>
  state?.kind === 'Terminated' ? state : lastState?.kind === 'Terminated' ? lastState : undefined;

function readScheduler(object: ObjectReport): Insight[] {
  const event = object.events.findLast(
    (one) => /^FailedScheduling$/iu.test(one.reason) && freshnessOfEvent(object, one) === 'present',
  );
  // In YAML and JSON the condition has the same message.
  const condition = object.conditions.find(
    ({ type, status }) => type === 'PodScheduled' && status === 'False',
  );
  const source = event ?? condition;
  if (source?.message === undefined) return [];
  const [message] = readSchedulerMessage(source.message);
  if (message?.nodes === undefined || message.blockers.length === 0) return [];
  const { nodes, counted } = message;
  const podWide = message.blockers.some((blocker) => blocker.nodes === 0);
  const sum = podWide
    ? 'unknown'
    : counted === nodes
      ? 'equal'
      : counted > nodes
        ? 'overlapping'
        : 'incomplete';
  const preemption = readPreemption(message.preemption);
  return [{ kind: 'scheduler', line: source.line, message, sum, preemption }];
}

function readProbes(container: ContainerReport): Insight[] {
  const run = lastRun(container);
  const lived = run && lifetimeOf(run);
  if (!run || lived === undefined) return [];
  // A probe ends a container by a signal, or the program ends by itself on SIGTERM.
  const code = run.exitCode?.value;
  if (run.reason?.value === 'OOMKilled' || (code !== undefined && ![0, 137, 143].includes(code)))
    return [];
  return container.probes
    .filter(({ kind }) => kind !== 'readiness')
    .map((probe) => {
      const earliestKill = earliestKillOf(probe);
      return {
        kind: 'probe',
        line: probe.line,
        container: container.name,
        probe,
        earliestKill,
        lived,
        canKill: lived >= earliestKill,
      };
    });
}

function readCycle(container: ContainerReport): Insight[] {
  const run = lastRun(container);
  const lived = run && lifetimeOf(run);
  const restarts = container.restartCount?.value ?? 0;
  if (!run || lived === undefined || restarts < 2) return [];
  const waits = container.state?.reason?.value === 'CrashLoopBackOff';
  // A run of twice the longest back-off begins the series anew: flowcontrol.Backoff.
  const backOff =
    lived > 2 * MAX_BACK_OFF
      ? INITIAL_BACK_OFF
      : Math.min(INITIAL_BACK_OFF * 2 ** Math.min(restarts - 1, 10), MAX_BACK_OFF);
  return [
    {
      kind: 'cycle',
      line: run.line,
      container: container.name,
      lived,
      restarts,
      ...(waits ? { backOff } : {}),
    },
  ];
}

function readCircular({ conditions, containers }: ObjectReport): Insight[] {
  const circular = conditions.filter(
    ({ type, status }) => CIRCULAR.test(type) && status === 'False',
  );
  const [first] = circular;
  if (!first || !containers.some(({ ready }) => ready?.value === false)) return [];
  return [{ kind: 'circular', line: first.line, conditions: circular.map(({ type }) => type) }];
}

/**
 * Draws from an object what no single line says: how the counts of a scheduler message add up, whether a probe can
 * have ended a run, how long runs live, and which conditions only repeat others.
 */
export function findInsights(object: ObjectReport): Insight[] {
  return [
    ...readScheduler(object),
    ...object.containers.flatMap(readCycle),
    ...object.containers.flatMap(readProbes),
    ...readCircular(object),
  ];
}
