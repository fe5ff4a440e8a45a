// What a reader of `kubectl describe` must know of a pod.
import {
  byText,
  inAnyOrder,
  orNone,
  squeeze,
  squeezeLines,
  VOLUME_TYPES,
  type PodFacts,
} from './facts.ts';
import type {
  ApiContainer,
  ApiContainerStatus,
  ApiEnv,
  ApiPod,
  ApiProbe,
  ApiState,
  ApiToleration,
  ApiVolume,
  EventCase,
  PodCase,
  Texts,
} from './pod-case.ts';

const byName = ([a]: readonly string[], [b]: readonly string[]) => ((a ?? '') < (b ?? '') ? -1 : 1);
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
    events: inAnyOrder(events.map(eventFacts)),
    loose: [],
  };
}
