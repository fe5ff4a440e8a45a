import type { ObjectReport } from '../types.ts';

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
