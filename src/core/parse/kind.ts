import type { ConditionReport, EventReport, NamedValue } from '../types.ts';

interface Clues {
  readonly fields: readonly NamedValue[];
  readonly conditions: readonly ConditionReport[];
  readonly events: readonly EventReport[];
  readonly containers: readonly unknown[];
}

/** Fields that only one kind prints, most telling first. */
export const BY_FIELD: readonly (readonly [kind: string, ...fields: readonly string[]])[] = [
  [
    'Node',
    'Allocatable',
    'Non-terminated Pods',
    'Allocated resources',
    'System Info',
    'Taints',
    'Unschedulable',
    'Roles',
    'Lease',
    'Addresses',
    'ExternalID',
    'Capacity+PodCIDR',
  ],
  ['PersistentVolume', 'Reclaim Policy'],
  ['PersistentVolumeClaim', 'Access Modes', 'Used By', 'Mounted By', 'StorageClass'],
  ['Deployment', 'StrategyType', 'NewReplicaSet', 'OldReplicaSets', 'RollingUpdateStrategy'],
  ['DaemonSet', 'Desired Number of Nodes Scheduled', 'Number of Nodes Misscheduled'],
  ['CronJob', 'Schedule', 'Concurrency Policy', 'Last Schedule Time'],
  ['Job', 'Pods Statuses', 'Parallelism', 'Completions', 'Backoff Limit'],
  ['StatefulSet', 'Volume Claims', 'Update Strategy'],
  ['ReplicaSet', 'Pods Status'],
  ['EndpointSlice', 'AddressType'],
  ['Service', 'Session Affinity', 'TargetPort', 'Endpoints', 'IP Families'],
  ['Endpoints', 'Subsets'],
  ['Ingress', 'Ingress Class', 'Default backend', 'Rules'],
  ['NetworkPolicy', 'Created on+Spec'],
  ['HorizontalPodAutoscaler', 'Metrics', 'Min replicas', 'Max replicas', 'Reference'],
  [
    'Pod',
    'QoS Class',
    'QoS Tier',
    'Containers',
    'Init Containers',
    'Start Time',
    'Node-Selectors',
    'Tolerations',
    'Volumes',
    'Node',
  ],
];

const NODE_CONDITIONS =
  /^(?:MemoryPressure|DiskPressure|PIDPressure|NetworkUnavailable|OutOfDisk)$/u;
const BY_EVENT: readonly (readonly [kind: string, reason: RegExp])[] = [
  [
    'PersistentVolumeClaim',
    /^(?:ProvisioningFailed|WaitForFirstConsumer|WaitForPodScheduled|ExternalProvisioning|Provisioning|ProvisioningSucceeded|FailedBinding|ClaimLost)$/u,
  ],
  [
    'Node',
    /^(?:NodeReady|NodeNotReady|NodeHas\w+|SystemOOM|Rebooted|EvictionThresholdMet|DeletingNode|RegisteredNode|NodeAllocatableEnforced|ContainerGCFailed|ImageGCFailed|FreeDiskSpaceFailed)$/u,
  ],
  [
    'HorizontalPodAutoscaler',
    /^(?:FailedGet\w*Metrics?|FailedComputeMetricsReplicas|FailedComputeReplicas|FailedRescale|SuccessfulRescale|FailedUpdateReplicas)$/u,
  ],
  [
    'Service',
    /^(?:SyncLoadBalancerFailed|EnsuringLoadBalancer|EnsuredLoadBalancer|UnAvailableLoadBalancer|CreatingLoadBalancerFailed)$/u,
  ],
  ['Job', /^(?:BackoffLimitExceeded|Completed|SuspendedJob)$/u],
  ['ReplicaSet', /^(?:FailedCreate|SuccessfulCreate|FailedDelete|SuccessfulDelete)$/u],
  ['Deployment', /^(?:ScalingReplicaSet|DeploymentRollback|ReplicaSetCreateError)$/u],
];

/** Tells the kind of a described object from its fields, conditions and events; a pod when nothing speaks against it. */
export function kindOf({ fields, conditions, events, containers }: Clues): string {
  if (containers.length > 0) return 'Pod';
  const names = new Set(fields.map(({ name }) => name));
  for (const [kind, ...wanted] of BY_FIELD)
    if (wanted.some((field) => field.split('+').every((one) => names.has(one)))) return kind;
  if (
    conditions.some(
      ({ type, message }) => NODE_CONDITIONS.test(type) || /\bkubelet\b/u.test(message ?? ''),
    )
  )
    return 'Node';
  if (conditions.some(({ type }) => type === 'ReplicaFailure')) return 'ReplicaSet';
  if (events.some(({ reason }) => reason === 'Scheduled' || reason === 'Pulled')) return 'Pod';
  for (const [kind, reasons] of BY_EVENT)
    if (events.some(({ reason }) => reasons.test(reason))) return kind;
  return 'Pod';
}
