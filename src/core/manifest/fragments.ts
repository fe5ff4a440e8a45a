import {
  isFilled,
  listAt,
  nodeAt,
  textAt,
  textOf,
  type LocatedMap,
  type LocatedNode,
} from './node.ts';

/** An object of the API that was found in a document, or that a part of one was made into. */
export interface Found {
  readonly kind: string;
  readonly root: LocatedNode;
}

type Pair = readonly [key: string, node: LocatedNode];

const toMap = (line: number, ...pairs: readonly Pair[]): LocatedMap => ({
  kind: 'map',
  line,
  entries: new Map(pairs.map(([key, node]) => [key, { key, line: node.line, node }])),
});

const has = (node: LocatedNode | undefined, ...keys: readonly string[]) =>
  node?.kind === 'map' && keys.some((key) => isFilled(node.entries.get(key)?.node));

const POD_STATUS = [
  'containerStatuses',
  'initContainerStatuses',
  'ephemeralContainerStatuses',
  'podIP',
  'podIPs',
  'qosClass',
];
const CONTAINER_STATUS = ['state', 'lastState', 'restartCount', 'containerID'];
const STATE = ['waiting', 'terminated'];
const PHASE = /^(?:Pending|Running|Succeeded|Failed|Unknown)$/u;
const KIND_BY_CONDITION: readonly (readonly [kind: string, type: RegExp])[] = [
  ['Node', /^(?:MemoryPressure|DiskPressure|PIDPressure|NetworkUnavailable)$/u],
  ['Deployment', /^(?:Available|Progressing|ReplicaFailure)$/u],
  ['Job', /^(?:FailureTarget|SuccessCriteriaMet|Complete|Failed|Suspended)$/u],
  [
    'Pod',
    /^(?:PodScheduled|Initialized|ContainersReady|PodReadyToStartContainers|DisruptionTarget|Ready)$/u,
  ],
];

/** Tells of which kind a status is that stands without its object; undefined when it could be any. */
function kindOfStatus(status: LocatedNode | undefined): string | undefined {
  if (has(status, ...POD_STATUS)) return 'Pod';
  const types = listAt(status, 'conditions').flatMap((one) => textAt(one, 'type')?.value ?? []);
  const byCondition = KIND_BY_CONDITION.find(([, type]) => types.some((one) => type.test(one)));
  if (byCondition) return byCondition[0];
  return PHASE.test(textAt(status, 'phase')?.value ?? '') ? 'Pod' : undefined;
}

const isContainerStatus = (node: LocatedNode) => has(node, ...CONTAINER_STATUS);
const isContainer = (node: LocatedNode) =>
  textAt(node, 'name') !== undefined && textAt(node, 'image') !== undefined;

function ofStatus(status: LocatedNode, root: LocatedNode): Found | undefined {
  const kind = kindOfStatus(status);
  return kind === undefined ? undefined : { kind, root };
}

const toStatuses = (node: LocatedNode, items: readonly LocatedNode[]): Found => {
  const list: LocatedNode = { kind: 'list', line: node.line, items };
  const status = toMap(node.line, ['containerStatuses', list]);
  return { kind: 'Pod', root: toMap(node.line, ['status', status]) };
};

/**
 * Makes an object of a part of one, as people paste it: `status:` alone, a list of conditions or of container
 * statuses, one container status, one state. Undefined when the kind is not sure.
 */
export function completeFragment(node: LocatedNode): Found | undefined {
  if (node.kind === 'list') {
    const { items, line } = node;
    if (items.length === 0) return undefined;
    if (items.every(isContainerStatus)) return toStatuses(node, items);
    const status = toMap(line, ['conditions', node]);
    return ofStatus(status, toMap(line, ['status', status]));
  }
  const spec = nodeAt(node, 'spec');
  if (listAt(spec, 'containers').some(isContainer)) return { kind: 'Pod', root: node };
  const status = nodeAt(node, 'status');
  if (status) return ofStatus(status, node);
  if (listAt(node, 'containers').some(isContainer))
    return { kind: 'Pod', root: toMap(node.line, ['spec', node]) };
  if (isContainerStatus(node)) return toStatuses(node, [node]);
  if (has(node, ...STATE)) return toStatuses(node, [toMap(node.line, ['state', node])]);
  return ofStatus(node, toMap(node.line, ['status', node]));
}

/** Whether all indentation was lost: then what belongs to `metadata` and `status` stands beside them. */
export function isFlattened(root: LocatedNode): boolean {
  const isEmpty = (key: string) => {
    const node = nodeAt(root, key);
    return node !== undefined && textOf(node) === undefined && !isFilled(node);
  };
  const empty = ['metadata', 'spec', 'status'].filter(isEmpty);
  return (
    empty.includes('metadata') &&
    (empty.length > 1 || has(root, 'name', 'namespace', 'labels', 'creationTimestamp'))
  );
}
