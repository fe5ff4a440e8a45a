// What was read of a pod.
import type { ObjectReport } from '../../../src/core/index.ts';
import { inAnyOrder, orNone, squeeze, squeezeLines, VOLUME_TYPES, type PodFacts } from './facts.ts';
import { DAY_MS } from './pod-case.ts';

const values = (reads: readonly { readonly value: string }[]) =>
  reads.map(({ value }) => squeeze(value));
const pairs = (rows: readonly { readonly name: string; readonly value: string }[]) =>
  rows.map(({ name, value }) => [name, squeezeLines(value)]);
/** Ports without their names, which kubectl prints since 1.31. */
const ports = (reads: readonly { readonly value: string }[]) =>
  reads.map(({ value }) => value.replace(/ \(.*\)$/u, ''));
const days = (seconds: number | undefined) =>
  seconds === undefined ? undefined : (seconds * 1000) / DAY_MS;

type Container = ObjectReport['containers'][number];

function stateFactsOf(state: NonNullable<Container['state']>): object {
  return {
    kind: state.kind,
    reason: orNone(state.reason?.value),
    message: orNone(state.message?.value),
    exitCode: state.exitCode?.value,
    signal: state.signal?.value,
    started: state.started?.value,
    finished: state.finished?.value,
  };
}

/** What was read, reduced to what can be compared. */
export function factsOfReport(object: ObjectReport): PodFacts {
  return {
    ...{ kind: object.kind, name: object.name?.value, namespace: object.namespace?.value },
    node: object.node?.value,
    startTime: object.startTime?.value,
    status: object.status?.value,
    terminatingDays:
      object.terminatingFor && Number(/^(\d+)d$/u.exec(object.terminatingFor.value)?.[1]),
    reason: orNone(object.reason?.value),
    message: orNone(object.message?.value),
    ips: values(object.ips),
    controlledBy: object.controlledBy?.value,
    labels: pairs(object.labels),
    annotations: pairs(object.annotations),
    containers: object.containers.map((one) => ({
      ...{ name: one.name, type: one.type, image: one.image?.value },
      containerId: one.containerId?.value,
      imageId: one.imageId?.value,
      ports: ports(one.ports),
      hostPorts: ports(one.hostPorts),
      command: values(one.command),
      args: values(one.args),
      state: one.state && stateFactsOf(one.state),
      lastState: one.lastState && stateFactsOf(one.lastState),
      ready: one.ready?.value,
      restartCount: one.restartCount?.value,
      limits: pairs(one.limits),
      requests: pairs(one.requests),
      probes: one.probes.map((probe) => ({
        ...probe,
        line: undefined,
        endLine: undefined,
        target: squeezeLines(probe.target),
      })),
      environment: pairs(one.environment),
      environmentFrom: values(one.environmentFrom),
      mounts: values(one.mounts),
    })),
    conditions: object.conditions.map(({ type, status }) => [type, status]),
    volumes: object.volumes.map(({ name, type, fields }) => {
      const field = VOLUME_TYPES.find(([known]) => known === type)?.[1];
      return { name, type, field: field && fields.find((one) => one.name === field)?.value };
    }),
    nodeSelectors: values(object.nodeSelectors),
    tolerations: values(object.tolerations),
    topologySpread: values(object.topologySpread),
    eventsSeen: object.eventsSeen,
    events: inAnyOrder(
      object.events.map(({ type, reason, from, message, count, firstSeen, lastSeen }) => ({
        ...{ type, reason, from, message: squeezeLines(message), count },
        ...{ firstDays: days(firstSeen), lastDays: days(lastSeen) },
      })),
    ),
    loose: object.loose.map(({ text }) => text),
  };
}
