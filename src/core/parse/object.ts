import type { EventReport, ObjectReport } from '../types.ts';

/** An object of which nothing is known yet but its kind and where it begins. */
export function emptyObject(
  kind: string,
  layout: ObjectReport['layout'],
  line: number,
): ObjectReport {
  return {
    kind,
    layout,
    line,
    ips: [],
    labels: [],
    annotations: [],
    containers: [],
    conditions: [],
    volumes: [],
    nodeSelectors: [],
    tolerations: [],
    topologySpread: [],
    fields: [],
    events: [],
    eventsSeen: 'absent',
    loose: [],
  };
}

/** Events that stand alone: one object for each that they are about; those that name none make one pod together. */
export function toEventObjects(events: readonly EventReport[]): ObjectReport[] {
  const groups = new Map<string, EventReport[]>();
  for (const event of events) {
    const { kind = 'Pod', namespace = '', name = '' } = event.object ?? {};
    const key = `${kind}/${namespace}/${name}`;
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return [...groups.values()].map((group) => {
    const line = group.reduce((first, event) => Math.min(first, event.line), Infinity);
    const { kind = 'Pod', namespace, name } = group[0]?.object ?? {};
    return {
      ...emptyObject(kind, 'events', line),
      ...(name === undefined ? {} : { name: { value: name, line } }),
      ...(namespace === undefined ? {} : { namespace: { value: namespace, line } }),
      events: group,
      eventsSeen: 'rows',
    };
  });
}
