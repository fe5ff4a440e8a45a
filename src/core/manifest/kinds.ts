import type { NamedValue } from '../types.ts';
import type { Draft } from './metadata.ts';
import { readClusterNode, readPod } from './pod.ts';
import {
  entryAt,
  isFilled,
  listAt,
  numberAt,
  placeOf,
  rowsAt,
  textAt,
  type LocatedNode,
} from './node.ts';

/** Reads what only one kind has into what was read of the metadata. */
export type KindReader = (root: LocatedNode, draft: Draft, newest: number | undefined) => void;

/** A field under the name that describe gives it; nothing when the manifest lacks it. */
function copy(name: string, root: LocatedNode, ...path: readonly string[]): NamedValue[] {
  const read = textAt(root, ...path);
  return read ? [{ ...read, name }] : [];
}

const count = (root: LocatedNode, key: string) => numberAt(root, 'status', key)?.value ?? 0;

function readClaim(root: LocatedNode, draft: Draft): void {
  const spec = entryAt(root, 'spec');
  const storageClass = textAt(root, 'spec', 'storageClassName');
  // Without a class of its own the claim waits for a default one: describe prints an empty field then.
  if (storageClass ?? spec)
    draft.fields.push({
      name: 'StorageClass',
      value: storageClass?.value ?? '',
      line: storageClass?.line ?? spec?.line ?? draft.line,
    });
  draft.fields.push(...copy('Volume', root, 'spec', 'volumeName'));
}

function readVolume(root: LocatedNode, draft: Draft): void {
  draft.fields.push(
    ...copy('Reclaim Policy', root, 'spec', 'persistentVolumeReclaimPolicy'),
    ...copy('StorageClass', root, 'spec', 'storageClassName'),
    ...copy('Claim', root, 'spec', 'claimRef', 'name'),
  );
}

function readService(root: LocatedNode, draft: Draft): void {
  const spec = entryAt(root, 'spec');
  const selector = entryAt(root, 'spec', 'selector');
  const rows = rowsAt(root, 'spec', 'selector').map(({ name, value }) => `${name}=${value}`);
  const ingress = entryAt(root, 'status', 'loadBalancer', 'ingress');
  const addresses = listAt(ingress?.node).flatMap(
    (one) => (textAt(one, 'ip') ?? textAt(one, 'hostname'))?.value ?? [],
  );
  draft.fields.push(...copy('Type', root, 'spec', 'type'));
  if (spec)
    draft.fields.push({
      name: 'Selector',
      value: rows.length > 0 ? rows.join(',') : '<none>',
      ...(selector ? placeOf(selector) : { line: spec.line }),
    });
  if (ingress && addresses.length > 0)
    draft.fields.push({
      name: 'LoadBalancer Ingress',
      value: addresses.join(', '),
      ...placeOf(ingress),
    });
}

function readEndpoints(root: LocatedNode, draft: Draft): void {
  const subsets = entryAt(root, 'subsets');
  const addresses = listAt(subsets?.node).flatMap((one) =>
    listAt(one, 'addresses').flatMap((address) => textAt(address, 'ip')?.value ?? []),
  );
  draft.fields.push({
    name: 'Subsets',
    value: addresses.length > 0 ? `Addresses: ${addresses.join(',')}` : '<none>',
    ...(subsets ? placeOf(subsets) : { line: draft.line }),
  });
}

function readSlice(root: LocatedNode, draft: Draft): void {
  const endpoints = entryAt(root, 'endpoints');
  const ready = listAt(endpoints?.node).map((one) => textAt(one, 'conditions', 'ready')?.value);
  draft.fields.push({
    name: 'Endpoints',
    // What says nothing of itself counts as ready.
    value: ready.length > 0 ? `Ready: ${String(ready.some((one) => one !== 'false'))}` : '<none>',
    ...(endpoints ? placeOf(endpoints) : { line: draft.line }),
  });
}

/** Counts of the status in the words of describe, at the line of one of them. */
function readCounts(
  root: LocatedNode,
  draft: Draft,
  name: string,
  key: string,
  parts: readonly string[],
): void {
  const status = entryAt(root, 'status');
  if (!status || !isFilled(status.node)) return;
  const line = numberAt(root, 'status', key)?.line ?? status.line;
  draft.fields.push({ name, value: parts.join(' | '), line });
}

const wanted = (root: LocatedNode) => numberAt(root, 'spec', 'replicas')?.value ?? 1;

function readDeployment(root: LocatedNode, draft: Draft): void {
  readCounts(root, draft, 'Replicas', 'unavailableReplicas', [
    `${wanted(root)} desired`,
    `${count(root, 'updatedReplicas')} updated`,
    `${count(root, 'replicas')} total`,
    `${count(root, 'availableReplicas')} available`,
    `${count(root, 'unavailableReplicas')} unavailable`,
  ]);
}

/** Describe counts the pods; a manifest knows only how many of them are ready. */
function readReplicas(root: LocatedNode, draft: Draft): void {
  const ready = count(root, 'readyReplicas');
  readCounts(root, draft, 'Replicas', 'replicas', [
    `${count(root, 'replicas')} current`,
    `${wanted(root)} desired`,
  ]);
  readCounts(root, draft, 'Pods Status', 'readyReplicas', [
    `${ready} Running`,
    `${Math.max(0, wanted(root) - ready)} Waiting`,
    '0 Failed',
  ]);
}

function readDaemonSet(root: LocatedNode, draft: Draft): void {
  const ready = count(root, 'numberReady');
  readCounts(root, draft, 'Pods Status', 'numberReady', [
    `${ready} Running`,
    `${Math.max(0, count(root, 'desiredNumberScheduled') - ready)} Waiting`,
    '0 Failed',
  ]);
}

function readCronJob(root: LocatedNode, draft: Draft): void {
  // That a run was started says nothing of its end.
  if (textAt(root, 'status', 'lastSuccessfulTime'))
    draft.fields.push(...copy('Last Schedule Time', root, 'status', 'lastScheduleTime'));
}

function readJob(root: LocatedNode, draft: Draft): void {
  const status = entryAt(root, 'status');
  if (!status || !isFilled(status.node)) return;
  const parts = [
    `${count(root, 'active')} Active (${count(root, 'ready')} Ready)`,
    `${count(root, 'succeeded')} Succeeded`,
    `${count(root, 'failed')} Failed`,
  ];
  const line = numberAt(root, 'status', 'failed')?.line ?? status.line;
  draft.fields.push({ name: 'Pods Statuses', value: parts.join(' / '), line });
  draft.fields.push(...copy('Completed At', root, 'status', 'completionTime'));
}

/** An answer of the API server to a client; its message is all that it says. Source: metav1.Status. */
function readStatus(root: LocatedNode, draft: Draft): void {
  const message = textAt(root, 'message');
  if (message) draft.loose.push({ number: message.line, text: message.value });
}

const READERS = new Map<string, KindReader>([
  ['Pod', readPod],
  ['Node', readClusterNode],
  ['PersistentVolumeClaim', readClaim],
  ['PersistentVolume', readVolume],
  ['Service', readService],
  ['Endpoints', readEndpoints],
  ['EndpointSlice', readSlice],
  ['Deployment', readDeployment],
  ['ReplicaSet', readReplicas],
  ['StatefulSet', readReplicas],
  ['DaemonSet', readDaemonSet],
  ['Job', readJob],
  ['CronJob', readCronJob],
  ['Status', readStatus],
]);

/** The reader of a kind; of others only metadata and conditions are read. */
export function readerOf(kind: string): KindReader | undefined {
  return READERS.get(kind);
}
