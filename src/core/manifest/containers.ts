import type {
  ContainerReport,
  ContainerState,
  ContainerType,
  NamedValue,
  Probe,
  ProbeKind,
  Read,
  StateKind,
} from '../types.ts';
import {
  booleanAt,
  entryOf,
  isFilled,
  listAt,
  nodeAt,
  numberAt,
  placeOf,
  rowsAt,
  textAt,
  textsAt,
  type LocatedNode,
} from './node.ts';

/** Where containers and their statuses stand. */
const PLACES: readonly (readonly [type: ContainerType, spec: string, status: string])[] = [
  ['init', 'initContainers', 'initContainerStatuses'],
  ['app', 'containers', 'containerStatuses'],
  ['ephemeral', 'ephemeralContainers', 'ephemeralContainerStatuses'],
];

const STATES: readonly (readonly [key: string, kind: StateKind])[] = [
  ['waiting', 'Waiting'],
  ['running', 'Running'],
  ['terminated', 'Terminated'],
];

const optional = <K extends string, T>(key: K, value: T | undefined) =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, T>>;

/** Reads `state` or `lastState`: the one of its three keys that is there. */
export function readState(node: LocatedNode | undefined): ContainerState | undefined {
  for (const [key, kind] of STATES) {
    const entry = entryOf(node, key);
    if (!entry) continue;
    const { node: state } = entry;
    return {
      kind,
      ...placeOf(entry),
      ...optional('reason', textAt(state, 'reason')),
      ...optional('message', textAt(state, 'message')),
      ...optional('exitCode', numberAt(state, 'exitCode')),
      ...optional('signal', numberAt(state, 'signal')),
      ...optional('started', textAt(state, 'startedAt')),
      ...optional('finished', textAt(state, 'finishedAt')),
    };
  }
  return undefined;
}

function readPort(node: LocatedNode, key: string): Read<string>[] {
  const port = numberAt(node, key);
  const protocol = textAt(node, 'protocol')?.value ?? 'TCP';
  return port ? [{ value: `${port.value}/${protocol}`, line: port.line }] : [];
}

const optionalFlag = (node: LocatedNode | undefined) =>
  `Optional: ${textAt(node, 'optional')?.value ?? 'false'}`;

/** What an environment variable is set to, as describe prints it. */
function readSource(source: LocatedNode | undefined): string {
  const field = textAt(source, 'fieldRef', 'fieldPath');
  if (field) return `(${textAt(source, 'fieldRef', 'apiVersion')?.value ?? 'v1'}:${field.value})`;
  const resource = textAt(source, 'resourceFieldRef', 'resource');
  if (resource) return `(${resource.value})`;
  const secret = nodeAt(source, 'secretKeyRef');
  const configMap = nodeAt(source, 'configMapKeyRef');
  const ref = secret ?? configMap;
  const key = textAt(ref, 'key')?.value;
  if (key === undefined) return '';
  const name = textAt(ref, 'name')?.value ?? '';
  return secret
    ? `<set to the key '${key}' in secret '${name}'>  ${optionalFlag(ref)}`
    : `<set to the key '${key}' of config map '${name}'>  ${optionalFlag(ref)}`;
}

function readEnvironment(item: LocatedNode): NamedValue[] {
  const name = textAt(item, 'name');
  if (!name) return [];
  const value = textAt(item, 'value');
  if (value) return [{ ...value, name: name.value }];
  return [{ name: name.value, value: readSource(nodeAt(item, 'valueFrom')), line: name.line }];
}

function readEnvironmentFrom(item: LocatedNode): Read<string>[] {
  for (const [key, type] of [
    ['configMapRef', 'ConfigMap'],
    ['secretRef', 'Secret'],
  ] as const) {
    const ref = nodeAt(item, key);
    const name = textAt(ref, 'name');
    if (name) return [{ ...name, value: `${name.value}  ${type}  ${optionalFlag(ref)}` }];
  }
  return [];
}

function readMount(item: LocatedNode): Read<string>[] {
  const path = textAt(item, 'mountPath');
  const name = textAt(item, 'name');
  if (!path || !name) return [];
  const subPath = textAt(item, 'subPath');
  const flags = [
    booleanAt(item, 'readOnly')?.value === true ? 'ro' : 'rw',
    ...(subPath ? [`path="${subPath.value}"`] : []),
  ];
  return [{ ...path, value: `${path.value} from ${name.value} (${flags.join(',')})` }];
}

function readDevice(item: LocatedNode): Read<string>[] {
  const path = textAt(item, 'devicePath');
  const name = textAt(item, 'name');
  return path && name ? [{ ...path, value: `${path.value} from ${name.value}` }] : [];
}

const PROBES: readonly (readonly [key: string, kind: ProbeKind])[] = [
  ['livenessProbe', 'liveness'],
  ['readinessProbe', 'readiness'],
  ['startupProbe', 'startup'],
];

/** Handler and target as describe prints them. */
function readHandler(node: LocatedNode): Pick<Probe, 'handler' | 'target'> {
  const exec = nodeAt(node, 'exec');
  if (exec) {
    const words = textsAt(exec, 'command').map(({ value }) => value);
    return { handler: 'exec', target: `[${words.join(' ')}]` };
  }
  const http = nodeAt(node, 'httpGet');
  if (http) {
    const scheme = textAt(http, 'scheme')?.value.toLowerCase() ?? 'http';
    const [host, port, path] = ['host', 'port', 'path'].map(
      (key) => textAt(http, key)?.value ?? '',
    );
    return { handler: 'http-get', target: `${scheme}://${host}:${port}${path}` };
  }
  const tcp = nodeAt(node, 'tcpSocket');
  if (tcp) {
    const [host, port] = ['host', 'port'].map((key) => textAt(tcp, key)?.value ?? '');
    return { handler: 'tcp-socket', target: `${host}:${port}` };
  }
  const grpc = nodeAt(node, 'grpc');
  if (grpc) {
    const [port, service] = ['port', 'service'].map((key) => textAt(grpc, key)?.value ?? '');
    return { handler: 'grpc', target: `<pod>:${port} ${service}`.trim() };
  }
  return { handler: 'unknown', target: '' };
}

function readProbes(spec: LocatedNode | undefined): Probe[] {
  return PROBES.flatMap(([key, kind]): Probe[] => {
    const entry = entryOf(spec, key);
    if (!entry || !isFilled(entry.node)) return [];
    const seconds = (name: string) => numberAt(entry.node, name)?.value;
    return [
      {
        kind,
        ...readHandler(entry.node),
        // The API leaves a delay of zero out.
        initialDelay: seconds('initialDelaySeconds') ?? 0,
        ...optional('timeout', seconds('timeoutSeconds')),
        ...optional('period', seconds('periodSeconds')),
        ...optional('successThreshold', seconds('successThreshold')),
        ...optional('failureThreshold', seconds('failureThreshold')),
        line: entry.line,
      },
    ];
  });
}

function readContainer(
  type: ContainerType,
  spec: LocatedNode | undefined,
  status: LocatedNode | undefined,
): ContainerReport {
  // The line of the status says more than that of the plan.
  const name = textAt(status, 'name') ?? textAt(spec, 'name');
  const ports = listAt(spec, 'ports');
  return {
    name: name?.value ?? '',
    type,
    line: name?.line ?? (status ?? spec)?.line ?? 1,
    ...optional('containerId', textAt(status, 'containerID')),
    ...optional('image', textAt(spec, 'image') ?? textAt(status, 'image')),
    ...optional('imageId', textAt(status, 'imageID')),
    ports: ports.flatMap((port) => readPort(port, 'containerPort')),
    hostPorts: ports.flatMap((port) => readPort(port, 'hostPort')),
    command: textsAt(spec, 'command'),
    args: textsAt(spec, 'args'),
    ...optional('state', readState(nodeAt(status, 'state'))),
    ...optional('lastState', readState(nodeAt(status, 'lastState'))),
    ...optional('ready', booleanAt(status, 'ready')),
    ...optional('restartCount', numberAt(status, 'restartCount')),
    limits: rowsAt(spec, 'resources', 'limits'),
    requests: rowsAt(spec, 'resources', 'requests'),
    probes: readProbes(spec),
    environment: listAt(spec, 'env').flatMap(readEnvironment),
    environmentFrom: listAt(spec, 'envFrom').flatMap(readEnvironmentFrom),
    mounts: listAt(spec, 'volumeMounts').flatMap(readMount),
    devices: listAt(spec, 'volumeDevices').flatMap(readDevice),
  };
}

/** Reads the containers of a pod: each of its spec with its status, and statuses whose spec is not in the paste. */
export function readContainers(
  spec: LocatedNode | undefined,
  status: LocatedNode | undefined,
): ContainerReport[] {
  return PLACES.flatMap(([type, specKey, statusKey]) => {
    const statuses = new Map(
      listAt(status, statusKey).map((one, index) => [textAt(one, 'name')?.value ?? index, one]),
    );
    const planned = listAt(spec, specKey).map((one) => {
      const name = textAt(one, 'name')?.value ?? '';
      const own = statuses.get(name);
      statuses.delete(name);
      return readContainer(type, one, own);
    });
    return [
      ...planned,
      ...[...statuses.values()].map((own) => readContainer(type, undefined, own)),
    ];
  });
}
