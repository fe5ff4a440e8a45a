import type { ContainerReport, ContainerState, EventReport, ObjectReport } from './types.ts';

/** Which layout tells most of an object: what others know is added to it. */
const RICHEST: readonly ObjectReport['layout'][] = ['describe', 'manifest', 'events', 'table'];
const richness = ({ layout }: ObjectReport) => RICHEST.indexOf(layout);

/** What identifies an object; undefined for those without a name, which are never joined. */
function keyOf({ kind, name }: ObjectReport): string | undefined {
  if (name === undefined || kind === '') return undefined;
  // What a Service leads to is printed as an object of its own, with the same name.
  return `${kind === 'Endpoints' ? 'Service' : kind}/${name.value}`;
}

/** The state with the message that the other has and it has not: describe leaves out why a container waits. */
function joinState(
  state: ContainerState | undefined,
  other: ContainerState | undefined,
): ContainerState | undefined {
  if (!state || !other?.message || state.message) return state ?? other;
  const isSame = state.kind === other.kind && state.reason?.value === other.reason?.value;
  return isSame ? { ...state, message: other.message } : state;
}

function joinContainers(
  main: readonly ContainerReport[],
  others: readonly ContainerReport[],
): ContainerReport[] {
  if (main.length === 0) return [...others];
  return main.map((container) => {
    const other = others.find(({ name }) => name === container.name);
    if (!other) return container;
    const state = joinState(container.state, other.state);
    const lastState = joinState(container.lastState, other.lastState);
    return {
      ...other,
      ...container,
      ...(state ? { state } : {}),
      ...(lastState ? { lastState } : {}),
    };
  });
}

const textOf = ({ reason, message }: EventReport) => `${reason}: ${message}`;

/** The first list that has anything. */
const firstFilled = <T>(a: readonly T[], b: readonly T[]) => (a.length > 0 ? a : b);

/** Adds what another layout tells of the same object; what the richer one says holds. */
function joinTwo(main: ObjectReport, other: ObjectReport): ObjectReport {
  const known = new Set(main.events.map(textOf));
  const events = [...main.events, ...other.events.filter((event) => !known.has(textOf(event)))];
  const names = new Set(main.fields.map(({ name }) => name));
  // Columns of a table repeat in other words what describe says.
  const repeats = other.layout === 'table' && other.kind === main.kind;
  const more = repeats ? [] : other.fields.filter(({ name }) => !names.has(name));
  return {
    ...other,
    ...main,
    ips: firstFilled(main.ips, other.ips),
    labels: firstFilled(main.labels, other.labels),
    annotations: firstFilled(main.annotations, other.annotations),
    containers: joinContainers(main.containers, other.containers),
    conditions: firstFilled(main.conditions, other.conditions),
    volumes: firstFilled(main.volumes, other.volumes),
    nodeSelectors: firstFilled(main.nodeSelectors, other.nodeSelectors),
    tolerations: firstFilled(main.tolerations, other.tolerations),
    topologySpread: firstFilled(main.topologySpread, other.topologySpread),
    fields: [...main.fields, ...more],
    events,
    eventsSeen: events.length > 0 ? 'rows' : main.eventsSeen,
    loose: [...main.loose, ...other.loose],
  };
}

/** Whether these are one object: no two of the same kind and layout, and no two namespaces. */
function isOneObject(group: readonly ObjectReport[]): boolean {
  const namespaces = new Set(group.flatMap(({ namespace }) => namespace?.value ?? []));
  // Lists of events add up.
  const states = group.filter(({ layout }) => layout !== 'events');
  const sorts = new Set(states.map(({ kind, layout }) => `${kind}/${layout}`));
  return namespaces.size <= 1 && sorts.size === states.length;
}

function joinGroup(group: readonly ObjectReport[]): ObjectReport | undefined {
  const [first, ...others] = [...group].sort(
    (a, b) =>
      Number(a.kind === 'Endpoints') - Number(b.kind === 'Endpoints') || richness(a) - richness(b),
  );
  return first && others.reduce(joinTwo, first);
}

/**
 * Joins what several outputs tell of one object: its describe, its YAML, its row of a table, its events, and a Service
 * with its Endpoints. The joined object stands where the first of them stood.
 *
 * Two outputs of the same sort stay apart: they show the object at two times, or two objects with one name.
 */
export function joinObjects(objects: readonly ObjectReport[]): ObjectReport[] {
  const groups = new Map<string, ObjectReport[]>();
  for (const object of objects) {
    const key = keyOf(object);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(object);
    else groups.set(key, [object]);
  }
  const joined = new Map<ObjectReport, ObjectReport | undefined>();
  for (const group of groups.values()) {
    if (group.length < 2 || !isOneObject(group)) continue;
    const whole = joinGroup(group);
    group.forEach((object, index) => joined.set(object, index === 0 ? whole : undefined));
  }
  if (joined.size === 0) return addNodeStates(objects);
  return addNodeStates(
    objects.flatMap((object) => (joined.has(object) ? (joined.get(object) ?? []) : object)),
  );
}

/** Line of a node that the text shows as not ready; undefined when it is ready or does not tell. */
function notReadyLine({ layout, status, conditions }: ObjectReport): number | undefined {
  if (layout === 'table') return status?.value.startsWith('NotReady') ? status.line : undefined;
  return conditions.find((one) => one.type === 'Ready' && one.status !== 'True')?.line;
}

/** Adds the field `Node status` to pods whose node is in the same paste and not ready. */
function addNodeStates(objects: readonly ObjectReport[]): ObjectReport[] {
  const lines = new Map<string, number>();
  for (const object of objects) {
    const line = object.kind === 'Node' ? notReadyLine(object) : undefined;
    if (line !== undefined && object.name) lines.set(object.name.value, line);
  }
  if (lines.size === 0) return [...objects];
  return objects.map((object) => {
    const line =
      object.kind === 'Pod' ? lines.get(object.node?.value.split('/')[0] ?? '') : undefined;
    if (line === undefined) return object;
    return {
      ...object,
      fields: [...object.fields, { name: 'Node status', value: 'NotReady', line }],
    };
  });
}
