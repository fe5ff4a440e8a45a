import { parse, type ObjectReport } from '../core/index.ts';
import { takeManifests } from '../manifest/reader.ts';

function toFacts(object: ObjectReport) {
  return {
    kind: object.kind,
    namespace: object.namespace?.value ?? null,
    name: object.name?.value ?? null,
    node: object.node?.value ?? null,
    status: object.status?.value ?? null,
    reason: object.reason?.value ?? null,
    containers: object.containers.map(
      ({ name, type, image, state, lastState, ready, restartCount }) => ({
        name,
        type,
        image: image?.value ?? null,
        state: state?.kind ?? null,
        stateReason: state?.reason?.value ?? null,
        exitCode: state?.exitCode?.value ?? null,
        lastState: lastState?.kind ?? null,
        lastStateReason: lastState?.reason?.value ?? null,
        lastExitCode: lastState?.exitCode?.value ?? null,
        ready: ready?.value ?? null,
        restartCount: restartCount?.value ?? null,
      }),
    ),
    conditions: object.conditions.map(({ type, status }) => ({ type, status })),
    events: object.events.map(({ type, reason, age, count, from, message }) => ({
      type,
      reason,
      age,
      count,
      from,
      message,
    })),
  };
}

/** The `--facts` form of one input, as a line of JSON: what was read, without any conclusion. */
export function toFactsLine(input: string, pasted: string): string {
  const { objects, skipped } = parse(pasted, takeManifests);
  const facts = {
    input,
    objects: objects.filter(({ layout }) => layout !== 'text').map(toFacts),
    skipped: skipped.map(({ number, text }) => ({ line: number, text })),
  };
  return `${JSON.stringify(facts)}\n`;
}
