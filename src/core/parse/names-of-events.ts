import type { EventReport, ObjectReport, Read } from '../types.ts';

/** Of the scheduler: `Successfully assigned shop/web-0 to node-3`; without the namespace before 1.14. */
const ASSIGNED =
  /^Successfully assigned (?:([a-z0-9][a-z0-9-]*)\/)?([a-z0-9][a-z0-9.-]*) to ([\w.-]+)$/u;
/** Of the kubelet, 1.26 and newer: `restarting failed container web in pod web-0_shop(2f1c…)`. */
const OF_POD = /\bpod[ =]([a-z0-9][a-z0-9.-]*)_([a-z0-9][a-z0-9-]*)\(/u;

type Names = Partial<Record<'name' | 'namespace' | 'node', string>>;

function namesIn({ reason, message }: EventReport): Names {
  const [, of, pod, node] = (reason === 'Scheduled' ? ASSIGNED.exec(message) : null) ?? [];
  if (pod !== undefined && node !== undefined)
    return { name: pod, node, ...(of === undefined ? {} : { namespace: of }) };
  const [, name, namespace] = OF_POD.exec(message) ?? [];
  return name !== undefined && namespace !== undefined ? { name, namespace } : {};
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
