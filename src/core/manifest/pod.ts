import { parseTime, toAge } from '../time.ts';
import type { Read } from '../types.ts';
import { readContainers } from './containers.ts';
import type { Draft } from './metadata.ts';
import {
  booleanAt,
  entryAt,
  isFilled,
  listAt,
  nodeAt,
  placeOf,
  rowsAt,
  textAt,
  type LocatedNode,
} from './node.ts';
import { readVolumes } from './volumes.ts';

/**
 * The node, or `<none>` for a pod that was not scheduled.
 *
 * `<none>` is a claim about the cluster: a paste that was cut, or a file that was never applied, does not make it.
 */
function readNode(root: LocatedNode, draft: Draft): Read<string> | undefined {
  const name = textAt(root, 'spec', 'nodeName');
  if (name) return name;
  const phase = textAt(root, 'status', 'phase');
  const isWhole = isFilled(nodeAt(root, 'spec')) && phase?.value === 'Pending';
  const wasScheduled =
    draft.conditions.some(({ type, status }) => type === 'PodScheduled' && status === 'True') ||
    textAt(root, 'status', 'hostIP') !== undefined;
  return isWhole && !wasScheduled ? { ...phase, value: '<none>' } : undefined;
}

function readIps(status: LocatedNode | undefined): Read<string>[] {
  const ips = listAt(status, 'podIPs').flatMap((one) => textAt(one, 'ip') ?? []);
  const only = textAt(status, 'podIP');
  return ips.length > 0 || !only ? ips : [only];
}

/** A toleration as describe prints it. Source: printTolerationsMultilineWithIndent in kubectl/pkg/describe/describe.go. */
function readToleration(node: LocatedNode): Read<string> {
  const value = (key: string) => textAt(node, key)?.value;
  const seconds = value('tolerationSeconds');
  const operator = value('operator');
  const text = [
    [value('key') ?? '', value('value')].filter((part) => part !== undefined).join('='),
    ...(value('effect') === undefined ? [] : [`:${value('effect') ?? ''}`]),
    ...(operator === undefined || operator === 'Equal' ? [] : [` op=${operator}`]),
    ...(seconds === undefined ? [] : [` for ${seconds}s`]),
  ].join('');
  return { value: text, line: node.line };
}

function readSpread(node: LocatedNode): Read<string> {
  const value = (key: string) => textAt(node, key)?.value ?? '';
  return {
    value: `${value('topologyKey')}:${value('whenUnsatisfiable')} when max skew ${value('maxSkew')} is exceeded`,
    line: node.line,
  };
}

/** Gates of a file that was not applied yet, or of a pod whose conditions are not in the paste. */
function readGates(root: LocatedNode, draft: Draft): void {
  const gates = entryAt(root, 'spec', 'schedulingGates');
  const names = listAt(gates?.node).flatMap((gate) => textAt(gate, 'name')?.value ?? []);
  if (!gates || names.length === 0) return;
  draft.fields.push({ name: 'Scheduling Gates', value: names.join('\n'), ...placeOf(gates) });
  if (!draft.conditions.some(({ type }) => type === 'PodScheduled'))
    draft.conditions.push({
      type: 'PodScheduled',
      status: 'False',
      reason: 'SchedulingGated',
      ...placeOf(gates),
    });
}

/** How long ago the grace period ended; undefined when nothing in the paste is newer. */
function readTerminatingFor(root: LocatedNode, newest: number | undefined) {
  const deleted = textAt(root, 'metadata', 'deletionTimestamp');
  const since = deleted && parseTime(deleted.value);
  return deleted === undefined || since === undefined || newest === undefined || newest <= since
    ? undefined
    : { ...deleted, value: toAge(newest - since) };
}

/**
 * Reads spec and status of a pod into what was read of its metadata.
 *
 * @param newest The newest time in the paste, for what depends on how long ago something was.
 */
export function readPod(root: LocatedNode, draft: Draft, newest: number | undefined): void {
  const spec = nodeAt(root, 'spec');
  const status = nodeAt(root, 'status');
  const startTime = textAt(status, 'startTime');
  const qosClass = textAt(status, 'qosClass');
  const node = readNode(root, draft);
  const terminatingFor = readTerminatingFor(root, newest);
  if (node) draft.node = node;
  if (startTime) draft.startTime = startTime;
  if (qosClass) draft.qosClass = qosClass;
  if (terminatingFor) draft.terminatingFor = terminatingFor;
  draft.ips = readIps(status);
  draft.containers = readContainers(spec, status);
  draft.volumes = readVolumes(spec);
  draft.nodeSelectors = rowsAt(spec, 'nodeSelector').map(({ name, value, ...place }) => ({
    value: `${name}=${value}`,
    ...place,
  }));
  draft.tolerations = listAt(spec, 'tolerations').map(readToleration);
  draft.topologySpread = listAt(spec, 'topologySpreadConstraints').map(readSpread);
  readGates(root, draft);
  // A pod of the cluster has a phase, near the end; one of a file has no uid either.
  const isLive = textAt(root, 'metadata', 'uid') !== undefined;
  if (isLive && textAt(status, 'phase') === undefined) draft.cut = true;
}

const taint = (node: LocatedNode): string => {
  const value = (key: string) => textAt(node, key)?.value ?? '';
  const pair = value('value') === '' ? value('key') : `${value('key')}=${value('value')}`;
  return `${pair}:${value('effect')}`;
};

/** Reads taints and whether the node is cordoned. */
export function readClusterNode(root: LocatedNode, draft: Draft): void {
  const taints = entryAt(root, 'spec', 'taints');
  const unschedulable = booleanAt(root, 'spec', 'unschedulable');
  if (taints)
    draft.fields.push({
      name: 'Taints',
      value: listAt(taints.node).map(taint).join('\n'),
      ...placeOf(taints),
    });
  if (unschedulable)
    draft.fields.push({
      ...unschedulable,
      name: 'Unschedulable',
      value: String(unschedulable.value),
    });
  const addresses = listAt(root, 'status', 'addresses');
  draft.ips = addresses.flatMap((one) =>
    (textAt(one, 'type')?.value ?? '').endsWith('IP') ? (textAt(one, 'address') ?? []) : [],
  );
}
