import { podIn } from '../pod-in-line.ts';
import type { EventReport, ObjectReport, Read } from '../types.ts';

/** Of the scheduler: `Successfully assigned shop/web-0 to node-3`; without the namespace before 1.14. */
const ASSIGNED =
  /^Successfully assigned (?:([a-z0-9][a-z0-9-]*)\/)?([a-z0-9][a-z0-9.-]*) to ([\w.-]+)$/u;

type Names = Partial<Record<'name' | 'namespace' | 'node', string>>;

function namesIn({ reason, message }: EventReport): Names {
  const [, of, pod, node] = (reason === 'Scheduled' ? ASSIGNED.exec(message) : null) ?? [];
  if (pod !== undefined && node !== undefined)
    return { name: pod, node, ...(of === undefined ? {} : { namespace: of }) };
  return podIn(message) ?? {};
}

/**
 * Names of a pod of which only a lower part of the output was pasted: its events give them.
 *
 * None when the events speak of more than one pod.
 */
export function namesOfEvents(
  events: readonly EventReport[],
): Pick<ObjectReport, 'name' | 'namespace' | 'node'> {
  const found: Partial<Record<keyof Names, Read<string>>> = {};
  for (const event of events)
    for (const [key, value] of Object.entries(namesIn(event)) as [keyof Names, string][]) {
      const before = found[key];
      if (before && before.value !== value && key !== 'node') return {};
      found[key] = { value, line: event.line };
    }
  return found;
}
