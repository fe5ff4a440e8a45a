// Pods as the API holds them, and what a reader of `kubectl describe` must know of them.
import type { ObjectReport } from '../../src/core/index.ts';
import type { KubeObject } from './fake-apiserver.ts';

type Texts = Readonly<Record<string, string>>;

export interface ApiProbe {
  readonly exec?: { readonly command: readonly string[] };
  readonly httpGet?: {
    readonly scheme: string;
    readonly host?: string;
    readonly port: number | string;
    readonly path: string;
  };
  readonly tcpSocket?: { readonly host?: string; readonly port: number | string };
  readonly grpc?: { readonly port: number; readonly service: string };
  readonly initialDelaySeconds: number;
  readonly timeoutSeconds: number;
  readonly periodSeconds: number;
  readonly successThreshold: number;
  readonly failureThreshold: number;
}

export interface ApiEnv {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: {
    readonly secretKeyRef?: { readonly name: string; readonly key: string };
    readonly configMapKeyRef?: {
      readonly name: string;
      readonly key: string;
      readonly optional?: boolean;
    };
    readonly fieldRef?: { readonly apiVersion: string; readonly fieldPath: string };
  };
}

export interface ApiContainer {
  readonly name: string;
  readonly image: string;
  readonly ports?: readonly {
    readonly containerPort: number;
    readonly hostPort?: number;
    readonly protocol: string;
    readonly name?: string;
  }[];
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly resources?: { readonly limits?: Texts; readonly requests?: Texts };
  readonly livenessProbe?: ApiProbe;
  readonly readinessProbe?: ApiProbe;
  readonly startupProbe?: ApiProbe;
  readonly env?: readonly ApiEnv[];
  readonly envFrom?: readonly {
    readonly prefix?: string;
    readonly configMapRef?: { readonly name: string };
    readonly secretRef?: { readonly name: string };
  }[];
  readonly volumeMounts?: readonly {
    readonly name: string;
    readonly mountPath: string;
    readonly readOnly?: boolean;
    readonly subPath?: string;
  }[];
  readonly securityContext?: object;
}

export interface ApiState {
  readonly running?: { readonly startedAt: string };
  readonly waiting?: { readonly reason?: string; readonly message?: string };
  readonly terminated?: {
    readonly exitCode: number;
    readonly signal?: number;
    readonly reason?: string;
    readonly message?: string;
    readonly startedAt: string;
    readonly finishedAt: string;
  };
}

export interface ApiContainerStatus {
  readonly name: string;
  readonly containerID: string;
  readonly imageID: string;
  readonly image: string;
  readonly ready: boolean;
  readonly restartCount: number;
  readonly state: ApiState;
  readonly lastState: ApiState;
}

export interface ApiToleration {
  readonly key?: string;
  readonly operator?: string;
  readonly value?: string;
  readonly effect?: string;
  readonly tolerationSeconds?: number;
}

export interface ApiVolume {
  readonly name: string;
  readonly emptyDir?: object;
  readonly hostPath?: { readonly path: string };
  readonly configMap?: { readonly name: string };
  readonly secret?: { readonly secretName: string };
  readonly persistentVolumeClaim?: { readonly claimName: string };
  readonly projected?: { readonly sources: readonly object[] };
  readonly csi?: { readonly driver: string };
  readonly downwardAPI?: object;
}

export interface ApiPod extends KubeObject {
  readonly metadata: KubeObject['metadata'] & {
    readonly labels?: Texts;
    readonly annotations?: Texts;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
  };
  readonly spec: {
    readonly nodeName?: string;
    readonly initContainers?: readonly ApiContainer[];
    readonly containers: readonly ApiContainer[];
    readonly ephemeralContainers?: readonly ApiContainer[];
    readonly volumes?: readonly ApiVolume[];
    readonly nodeSelector?: Texts;
    readonly tolerations?: readonly ApiToleration[];
    readonly topologySpreadConstraints?: readonly {
      readonly topologyKey: string;
      readonly whenUnsatisfiable: string;
      readonly maxSkew: number;
      readonly labelSelector?: { readonly matchLabels: Texts };
    }[];
    readonly readinessGates?: readonly { readonly conditionType: string }[];
    readonly [field: string]: unknown;
  };
  readonly status: {
    readonly phase: string;
    readonly reason?: string;
    readonly message?: string;
    readonly hostIP?: string;
    readonly podIP?: string;
    readonly podIPs?: readonly { readonly ip: string }[];
    readonly startTime?: string;
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
    readonly initContainerStatuses?: readonly ApiContainerStatus[];
    readonly containerStatuses?: readonly ApiContainerStatus[];
    readonly ephemeralContainerStatuses?: readonly ApiContainerStatus[];
    readonly [field: string]: unknown;
  };
}

/** An event with its ages instead of times, because kubectl prints ages. */
export interface EventCase {
  readonly type: string;
  readonly reason: string;
  readonly message: string;
  readonly component: string;
  readonly count: number;
  /** Whole days, at least 8: from there on kubectl prints nothing smaller. */
  readonly firstDays: number;
  readonly lastDays: number;
  /** As controllers write events since 1.19: with a time of their own and a series. */
  readonly series: boolean;
}

/** A pod with what depends on the moment at which it is printed. */
export interface PodCase {
  readonly pod: ApiPod;
  readonly deletedDays?: number;
  readonly events: readonly EventCase[];
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The API objects of a case. An hour of slack keeps each age from tipping over while it is printed. */
export function toApiObjects({ pod, deletedDays, events }: PodCase, now: Date): KubeObject[] {
  // Microseconds: kubectl reads the times of a series no other way.
  const daysAgo = (days: number) =>
    new Date(now.getTime() - days * DAY_MS - HOUR_MS).toISOString().replace('Z', '000Z');
  const { namespace, name } = pod.metadata;
  const uid = `uid-${name}`;
  const deletion = { deletionTimestamp: daysAgo(deletedDays ?? 0), deletionGracePeriodSeconds: 30 };
  return [
    {
      ...pod,
      metadata: { ...pod.metadata, uid, ...(deletedDays === undefined ? {} : deletion) },
    },
    ...events.map((event, index): KubeObject => {
      const first = daysAgo(event.firstDays);
      const last = daysAgo(event.lastDays);
      const times = event.series
        ? { eventTime: first, series: { count: event.count, lastObservedTime: last } }
        : { firstTimestamp: first, lastTimestamp: last, count: event.count };
      const source = event.series
        ? { reportingComponent: event.component, source: {} }
        : { source: { component: event.component } };
      return {
        kind: 'Event',
        metadata: { name: `${name}.${String(index)}`, namespace },
        involvedObject: { apiVersion: 'v1', kind: 'Pod', namespace, name, uid },
        ...{ type: event.type, reason: event.reason, message: event.message },
        ...times,
        ...source,
      };
    }),
  ];
}

/** What both sides are reduced to: no line numbers, and no white space that a column of kubectl decides. */
export type PodFacts = Readonly<Record<string, unknown>>;

const squeeze = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();
const squeezeLines = (text: string) =>
  text
    .split('\n')
    .map(squeeze)
    .filter((line) => line !== '')
    .join('\n');
const orNone = (text: string | undefined) =>
  text === undefined || text === '' ? undefined : squeezeLines(text);
const byName = ([a]: readonly string[], [b]: readonly string[]) => ((a ?? '') < (b ?? '') ? -1 : 1);
const byText = (a: string, b: string) => (a < b ? -1 : 1);
const sorted = (texts: Texts = {}) => Object.entries(texts).sort(byName);

/** Go's RFC1123Z, in UTC. */
const toTime = (iso: string) => new Date(iso).toUTCString().replace('GMT', '+0000');

function stateFacts({ running, waiting, terminated }: ApiState): object {
  if (running) return { kind: 'Running', started: toTime(running.startedAt) };
  if (!terminated) return { kind: 'Waiting', reason: orNone(waiting?.reason) };
  return {
    kind: 'Terminated',
    reason: orNone(terminated.reason),
    message: orNone(terminated.message),
    exitCode: terminated.exitCode,
    signal: terminated.signal,
    started: toTime(terminated.startedAt),
    finished: toTime(terminated.finishedAt),
  };
}

function probeTarget({ exec, httpGet, tcpSocket, grpc }: ApiProbe): [string, string] {
  if (exec) return ['exec', squeezeLines(`[${exec.command.join(' ')}]`)];
  if (httpGet) {
    const { scheme, host = '', port, path } = httpGet;
    return ['http-get', `${scheme.toLowerCase()}://${host}:${String(port)}${path}`];
  }
  if (tcpSocket) return ['tcp-socket', `${tcpSocket.host ?? ''}:${String(tcpSocket.port)}`];
  if (grpc) return ['grpc', squeeze(`<pod>:${String(grpc.port)} ${grpc.service}`)];
  return ['unknown', ''];
}

function probeFacts(kind: string, probe: ApiProbe | undefined): object[] {
  if (!probe) return [];
  const [handler, target] = probeTarget(probe);
  const { initialDelaySeconds, timeoutSeconds, periodSeconds } = probe;
  const { successThreshold, failureThreshold } = probe;
  return [
    {
      ...{ kind, handler, target, successThreshold, failureThreshold },
      ...{ initialDelay: initialDelaySeconds, timeout: timeoutSeconds, period: periodSeconds },
    },
  ];
}

function envValue({ value = '', valueFrom }: ApiEnv, { metadata }: ApiPod): string {
  const { secretKeyRef: secret, configMapKeyRef: map, fieldRef: field } = valueFrom ?? {};
  if (secret) return `<set to the key '${secret.key}' in secret '${secret.name}'> Optional: false`;
  if (map)
    return `<set to the key '${map.key}' of config map '${map.name}'> Optional: ${String(map.optional ?? false)}`;
  if (field) {
    const read = field.fieldPath === 'metadata.name' ? metadata.name : metadata.namespace;
    return `${read} (${field.apiVersion}:${field.fieldPath})`;
  }
  return squeezeLines(value);
}

const linesOf = (texts: readonly string[] = []) =>
  texts
    .flatMap((text) => text.split('\n'))
    .map(squeeze)
    .filter((line) => line !== '');

function containerFacts(
  type: string,
  container: ApiContainer,
  statuses: readonly ApiContainerStatus[] | undefined,
  pod: ApiPod,
): object {
  const { name, image, ports = [], env = [], envFrom = [], volumeMounts = [] } = container;
  const status = statuses?.find((one) => one.name === name);
  return {
    ...{ name, type, image },
    containerId: orNone(status?.containerID),
    imageId: orNone(status?.imageID),
    ports: ports.map(({ containerPort, protocol }) => `${String(containerPort)}/${protocol}`),
    hostPorts: ports.map(({ hostPort = 0, protocol }) => `${String(hostPort)}/${protocol}`),
    command: linesOf(container.command),
    args: linesOf(container.args),
    state: status && stateFacts(status.state),
    lastState: status?.lastState.terminated && stateFacts(status.lastState),
    ready: status?.ready,
    restartCount: status?.restartCount,
    limits: sorted(container.resources?.limits),
    requests: sorted(container.resources?.requests),
    probes: [
      ...probeFacts('liveness', container.livenessProbe),
      ...probeFacts('readiness', container.readinessProbe),
      ...probeFacts('startup', container.startupProbe),
    ],
    environment: env.map((one) => [one.name, envValue(one, pod)]),
    environmentFrom: envFrom.map(({ prefix, configMapRef, secretRef }) => {
      const source = configMapRef ? 'ConfigMap' : 'Secret';
      const with_ = prefix === undefined ? '' : ` with prefix '${prefix}'`;
      return `${(configMapRef ?? secretRef)?.name ?? ''} ${source}${with_} Optional: false`;
    }),
    mounts: volumeMounts
      .toSorted((a, b) => byText(a.mountPath, b.mountPath))
      .map((mount) => {
        const path = mount.subPath === undefined ? '' : `,path="${mount.subPath}"`;
        return `${mount.mountPath} from ${mount.name} (${mount.readOnly ? 'ro' : 'rw'}${path})`;
      }),
  };
}

const MAX_ANNOTATION = 140;

/** printAnnotationsMultiline: a long value, or one of several lines, goes below its key, each line cut. */
function annotationFacts([key, text]: [string, string]): string[] {
  const value = text.replace(/\n$/u, '');
  if (key.length + value.length + 2 <= MAX_ANNOTATION && !value.includes('\n'))
    return [key, squeeze(value)];
  const limit = MAX_ANNOTATION - 2;
  const lines = value
    .split('\n')
    .map((line) => (line.length > limit ? `${line.slice(0, limit)}...` : line));
  return [key, squeezeLines(lines.join('\n'))];
}

function tolerationText(toleration: ApiToleration): string {
  const { key = '', operator, value = '', effect = '', tolerationSeconds } = toleration;
  const head = `${key}${value === '' ? '' : `=${value}`}${effect === '' ? '' : `:${effect}`}`;
  const exists = operator === 'Exists' && value === '' ? 'op=Exists' : '';
  const seconds = tolerationSeconds === undefined ? '' : ` for ${String(tolerationSeconds)}s`;
  return squeeze(`${head} ${exists}${seconds}`);
}

const VOLUME_TYPES: readonly (readonly [
  type: string,
  field: string,
  read: (volume: ApiVolume) => string | undefined,
])[] = [
  ['ConfigMap', 'Name', ({ configMap }) => configMap?.name],
  ['Secret', 'SecretName', ({ secret }) => secret?.secretName],
  ['PersistentVolumeClaim', 'ClaimName', ({ persistentVolumeClaim: claim }) => claim?.claimName],
  ['HostPath', 'Path', ({ hostPath }) => hostPath?.path],
  ['CSI', 'Driver', ({ csi }) => csi?.driver],
  ['EmptyDir', '', ({ emptyDir }) => emptyDir && ''],
  ['Projected', '', ({ projected }) => projected && ''],
  ['DownwardAPI', '', ({ downwardAPI }) => downwardAPI && ''],
];

function volumeFacts(volume: ApiVolume): object {
  for (const [type, field, read] of VOLUME_TYPES) {
    const value = read(volume);
    if (value !== undefined) return { name: volume.name, type, field: field && value };
  }
  return { name: volume.name };
}

const eventFacts = (event: EventCase) => {
  const { type, reason, message, component: from, count, firstDays, lastDays, series } = event;
  const isRange = series || count > 1;
  return {
    ...{ type, reason, from, message: squeezeLines(message) },
    count: isRange ? count : 1,
    firstDays,
    lastDays: isRange ? lastDays : firstDays,
  };
};

const inOrder = <T>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => byText(JSON.stringify(a), JSON.stringify(b)));

/** What must be read of a case. */
export function factsOfCase({ pod, deletedDays, events }: PodCase): PodFacts {
  const { metadata, spec, status } = pod;
  const owner = metadata.ownerReferences?.[0];
  const isGoing = deletedDays !== undefined;
  const containers = (
    type: string,
    list: readonly ApiContainer[] = [],
    statuses?: readonly ApiContainerStatus[],
  ) => list.map((one) => containerFacts(type, one, statuses, pod));
  return {
    ...{ kind: 'Pod', name: metadata.name, namespace: metadata.namespace },
    node: spec.nodeName ?? '<none>',
    startTime: status.startTime === undefined ? undefined : toTime(status.startTime),
    status: isGoing ? 'Terminating' : status.phase,
    terminatingDays: deletedDays,
    reason: orNone(status.reason),
    message: orNone(status.message),
    ips: [...new Set([status.podIP, ...(status.podIPs ?? []).map(({ ip }) => ip)])].filter(
      (ip) => ip !== undefined,
    ),
    controlledBy: owner && `${owner.kind}/${owner.name}`,
    labels: sorted(metadata.labels),
    annotations: sorted(metadata.annotations).map(annotationFacts),
    containers: [
      ...containers('init', spec.initContainers, status.initContainerStatuses),
      ...containers('app', spec.containers, status.containerStatuses),
      ...containers('ephemeral', spec.ephemeralContainers, status.ephemeralContainerStatuses),
    ],
    conditions: (status.conditions ?? []).map((one) => [one.type, one.status]),
    volumes: (spec.volumes ?? []).map(volumeFacts),
    nodeSelectors: sorted(spec.nodeSelector).map(([key, value]) => `${key}=${value}`),
    tolerations: (spec.tolerations ?? [])
      .toSorted((a, b) => byText(a.key ?? '', b.key ?? ''))
      .map(tolerationText),
    topologySpread: (spec.topologySpreadConstraints ?? [])
      .toSorted((a, b) => byText(a.topologyKey, b.topologyKey))
      .map(({ topologyKey, whenUnsatisfiable, maxSkew, labelSelector }) => {
        const labels = sorted(labelSelector?.matchLabels).map(([key, value]) => `${key}=${value}`);
        const selector = labelSelector ? ` for selector ${labels.join(',') || '<none>'}` : '';
        return `${topologyKey}:${whenUnsatisfiable} when max skew ${String(maxSkew)} is exceeded${selector}`;
      }),
    eventsSeen: events.length > 0 ? 'rows' : 'none',
    events: inOrder(events.map(eventFacts)),
    loose: [],
  };
}

const values = (reads: readonly { readonly value: string }[]) =>
  reads.map(({ value }) => squeeze(value));
const pairs = (rows: readonly { readonly name: string; readonly value: string }[]) =>
  rows.map(({ name, value }) => [name, squeezeLines(value)]);
/** Ports without their names, which kubectl prints since 1.31. */
const ports = (reads: readonly { readonly value: string }[]) =>
  reads.map(({ value }) => value.replace(/ \(.*\)$/u, ''));
const days = (seconds: number | undefined) =>
  seconds === undefined ? undefined : (seconds * 1000) / DAY_MS;

type Container = ObjectReport['containers'][number];

function stateFactsOf(state: NonNullable<Container['state']>): object {
  return {
    kind: state.kind,
    reason: orNone(state.reason?.value),
    message: orNone(state.message?.value),
    exitCode: state.exitCode?.value,
    signal: state.signal?.value,
    started: state.started?.value,
    finished: state.finished?.value,
  };
}

/** What was read of a pod. */
export function factsOfReport(object: ObjectReport): PodFacts {
  return {
    ...{ kind: object.kind, name: object.name?.value, namespace: object.namespace?.value },
    node: object.node?.value,
    startTime: object.startTime?.value,
    status: object.status?.value,
    terminatingDays:
      object.terminatingFor && Number(/^(\d+)d$/u.exec(object.terminatingFor.value)?.[1]),
    reason: orNone(object.reason?.value),
    message: orNone(object.message?.value),
    ips: values(object.ips),
    controlledBy: object.controlledBy?.value,
    labels: pairs(object.labels),
    annotations: pairs(object.annotations),
    containers: object.containers.map((one) => ({
      ...{ name: one.name, type: one.type, image: one.image?.value },
      containerId: one.containerId?.value,
      imageId: one.imageId?.value,
      ports: ports(one.ports),
      hostPorts: ports(one.hostPorts),
      command: values(one.command),
      args: values(one.args),
      state: one.state && stateFactsOf(one.state),
      lastState: one.lastState && stateFactsOf(one.lastState),
      ready: one.ready?.value,
      restartCount: one.restartCount?.value,
      limits: pairs(one.limits),
      requests: pairs(one.requests),
      probes: one.probes.map(({ line: _line, endLine: _endLine, target, ...rest }) => ({
        ...rest,
        target: squeezeLines(target),
      })),
      environment: pairs(one.environment),
      environmentFrom: values(one.environmentFrom),
      mounts: values(one.mounts),
    })),
    conditions: object.conditions.map(({ type, status }) => [type, status]),
    volumes: object.volumes.map(({ name, type, fields }) => {
      const field = VOLUME_TYPES.find(([known]) => known === type)?.[1];
      return { name, type, field: field && fields.find((one) => one.name === field)?.value };
    }),
    nodeSelectors: values(object.nodeSelectors),
    tolerations: values(object.tolerations),
    topologySpread: values(object.topologySpread),
    eventsSeen: object.eventsSeen,
    events: inOrder(
      object.events.map(({ type, reason, from, message, count, firstSeen, lastSeen }) => ({
        ...{ type, reason, from, message: squeezeLines(message), count },
        ...{ firstDays: days(firstSeen), lastDays: days(lastSeen) },
      })),
    ),
    loose: object.loose.map(({ text }) => text),
  };
}
