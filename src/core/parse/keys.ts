import { BY_FIELD } from './kind.ts';

// Field names of `kubectl describe`, from kubectl/pkg/describe/describe.go.

/** Fields at the first level of any describe output, and sections that hold rows of their own. */
const SHARED_TOP = [
  'Name',
  'Namespace',
  'Labels',
  'Annotations',
  'Selector',
  'Status',
  'Conditions',
  'Events',
  'CreationTimestamp',
  'Controlled By',
  'Created By',
  'Controllers',
  'Node-Selectors',
  'Tolerations',
  'Volumes',
  'Containers',
  'Init Containers',
  'Ephemeral Containers',
  'Finalizers',
];
const POD_TOP = [
  'Priority',
  'Priority Class Name',
  'PriorityClassName',
  'Runtime Class Name',
  'Service Account',
  'Node',
  'Start Time',
  'Termination Grace Period',
  'SeccompProfile',
  'LocalhostProfile',
  'IP',
  'IPs',
  'Replication Controllers',
  'Security Policy',
  'NominatedNodeName',
  'Resources',
  'Readiness Gates',
  'QoS Class',
  'QoS Tier',
  'Topology Spread Constraints',
  'WorkloadRef',
  'SchedulingGroup',
  'Image(s)',
  'Reason',
  'Message',
];
/** Fields of other kinds, besides those that tell a kind. */
const OTHER_TOP = [
  'Version',
  'PodCIDRs',
  'ProviderID',
  'Phase',
  'Volume',
  'VolumeMode',
  'DataSource',
  'Claim',
  'Node Affinity',
  'Source',
  'Replicas',
  'MinReadySeconds',
  'Pod Template',
  'Current Number of Nodes Scheduled',
  'Number of Nodes Scheduled with Up-to-date Pods',
  'Number of Nodes Scheduled with Available Pods',
  'Completion Mode',
  'Suspend',
  'Completed At',
  'Duration',
  'Active Deadline Seconds',
  'Active Jobs',
  'Type',
  'IP Family Policy',
  'External IPs',
  'External Name',
  'LoadBalancer Ingress',
  'Desired LoadBalancer IP',
  'Port',
  'NodePort',
  'External Traffic Policy',
  'Internal Traffic Policy',
  'HealthCheck NodePort',
  'LoadBalancer Source Ranges',
  'Address',
  'TLS',
  'Deployment pods',
];

/** Names that stand at the first level only; below a container they are data. */
export const TOP_KEYS: ReadonlySet<string> = new Set([
  ...SHARED_TOP,
  ...POD_TOP,
  ...OTHER_TOP,
  ...BY_FIELD.flatMap(([, ...fields]) => fields.flatMap((field) => field.split('+'))),
]);

/** Names that stand both at the first level and inside a container: the context decides. */
export const CONTAINER_KEYS: ReadonlySet<string> = new Set([
  'Container ID',
  'Image',
  'Image ID',
  'Port',
  'Ports',
  'Host Port',
  'Host Ports',
  'SeccompProfile',
  'LocalhostProfile',
  'Command',
  'Args',
  'State',
  'Last State',
  'Ready',
  'Restart Count',
  'QoS Tier',
  'Limits',
  'Requests',
  'Liveness',
  'Readiness',
  'Startup',
  'Environment Variables from',
  'Environment',
  'Environment Variables',
  'Mounts',
  'Devices',
]);

export const STATE_KEYS: ReadonlySet<string> = new Set([
  'Reason',
  'Message',
  'Exit Code',
  'Signal',
  'Started',
  'Finished',
]);

/** What may be the first field below a container's name. */
export const FIRST_CONTAINER_KEYS: ReadonlySet<string> = new Set([
  'Container ID',
  'Image',
  'Image ID',
  'Port',
  'Ports',
  'Limits',
  'State',
]);

/** First-level names that end even a message of several lines, because nothing else looks like them. */
export const STRUCTURE_KEYS: ReadonlySet<string> = new Set([
  'Containers',
  'Init Containers',
  'Ephemeral Containers',
  'Conditions',
  'Readiness Gates',
  'Volumes',
  'QoS Class',
  'Node-Selectors',
  'Tolerations',
  'Events',
]);

/** Sections whose body is a list of containers. */
export const CONTAINER_SECTIONS: Readonly<Record<string, 'init' | 'app' | 'ephemeral'>> = {
  'Init Containers': 'init',
  Containers: 'app',
  'Ephemeral Containers': 'ephemeral',
};
