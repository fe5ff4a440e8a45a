// Pods at random, as an API server could hold them: every kind and state of container, probes, volumes, conditions, events.
import fc, { type Arbitrary } from 'fast-check';
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
} from './pod-case.ts';

// Not `fc.stringMatching`, which takes a hundred times as long.
const word = fc.nat({ max: 36 ** 6 }).map((n) => `w${n.toString(36)}`);
const hex = fc.nat().map((n) => n.toString(16).padStart(16, '0'));
const dnsName = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('-'));
const envName = fc.oneof(
  word.map((name) => `${name.toUpperCase()}_X`),
  // Names that are also fields of a container.
  fc.constantFrom('Image', 'State', 'Reason', 'Mounts', 'Limits', 'Ready', 'Message'),
);
const quantity = fc.oneof(
  fc.integer({ min: 1, max: 1023 }).map((n) => `${String(n)}Mi`),
  fc.integer({ min: 1, max: 7 }).map(String),
  fc.integer({ min: 1, max: 999 }).map((n) => `${String(n)}m`),
);
const time = fc
  .date({
    min: new Date('2025-01-01T00:00:00Z'),
    max: new Date('2026-06-01T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);

/** A line that somebody's program could have written. */
const phrase = fc.oneof(
  { weight: 4, arbitrary: fc.array(word, { minLength: 1, maxLength: 8 }).map((w) => w.join(' ')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'panic: runtime error: invalid memory address',
      'Error: cannot find module "x"',
      'Caused by: java.net.ConnectException: Connection refused',
      'level=error msg="dial tcp 10.0.0.7:5432: i/o timeout" code=28P01',
      'Get "http://10.1.2.3:8080/healthz": context deadline exceeded (Client.Timeout exceeded)',
      'goroutine 1 [running]:',
      '无法连接数据库：连接被拒绝',
      'a, b; c (d) [e] {f} <g> "h" \'i\' 100% #1 @x $y ^z ~ = + * | \\n',
      'Reason: unknown',
      'key: value',
      'Name: not a pod',
      'Status: 500',
      'Ready: yes',
      'Exit Code: 1',
      'Started: now',
      'Message: hello',
      'web:',
      '50%',
      '  indented: twice',
      'State:          Running',
      '0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint {a: b}.',
    ),
  },
);
const text = fc
  .array(phrase, { minLength: 1, maxLength: 3 })
  .map((lines) => lines.join('\n'))
  .filter((lines) => !lines.startsWith('<'));
/** Between events, Chinese below English is taken for a remark of whoever pasted. */
const eventText = text.filter((lines) => !/[\u3400-\u9fff]/u.test(lines));
/** At the edge of the text such a line is taken for a prompt, but arguments are deeper. */
const argument = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom('kubectl get pods -n shop', '$', 'set -e\n$ ls') },
);
const shortText = fc.oneof(
  word,
  phrase,
  fc.constantFrom('a=b', 'x: y', 'x:', 'http://a:1/?b=c', ''),
);

const probe: Arbitrary<ApiProbe> = fc
  .tuple(
    fc.oneof(
      fc.record({ exec: fc.record({ command: fc.array(word, { minLength: 1, maxLength: 4 }) }) }),
      fc.record({
        exec: fc.record({ command: text.map((script) => ['sh', '-c', script]) }),
      }),
      fc.record({
        httpGet: fc.record(
          {
            scheme: fc.constantFrom('HTTP', 'HTTPS'),
            host: fc.constantFrom('10.0.0.7', 'web.example'),
            port: fc.oneof(fc.integer({ min: 1, max: 65_535 }), word),
            path: word.map((part) => `/${part}/ready`),
          },
          { requiredKeys: ['scheme', 'port', 'path'] },
        ),
      }),
      fc.record({ tcpSocket: fc.record({ port: fc.integer({ min: 1, max: 65_535 }) }) }),
      fc.record({
        grpc: fc.record({
          port: fc.integer({ min: 1, max: 65_535 }),
          service: fc.oneof(fc.constant(''), word),
        }),
      }),
    ),
    fc.record({
      initialDelaySeconds: fc.nat(300),
      timeoutSeconds: fc.integer({ min: 1, max: 60 }),
      periodSeconds: fc.integer({ min: 1, max: 60 }),
      successThreshold: fc.integer({ min: 1, max: 5 }),
      failureThreshold: fc.integer({ min: 1, max: 60 }),
    }),
  )
  .map(([handler, numbers]) => ({ ...handler, ...numbers }));

const env: Arbitrary<ApiEnv> = fc
  .tuple(
    envName,
    fc.oneof(
      { weight: 4, arbitrary: fc.record({ value: shortText }) },
      { weight: 1, arbitrary: fc.record({ value: text }) },
      {
        weight: 1,
        arbitrary: fc.record({
          valueFrom: fc.oneof(
            fc.record({ secretKeyRef: fc.record({ name: dnsName, key: word }) }),
            fc.record({
              configMapKeyRef: fc.record({ name: dnsName, key: word, optional: fc.boolean() }),
            }),
            fc.record({
              fieldRef: fc.record({
                apiVersion: fc.constant('v1'),
                fieldPath: fc.constantFrom('metadata.name', 'metadata.namespace'),
              }),
            }),
          ),
        }),
      },
    ),
  )
  .map(([name, value]) => ({ name, ...value }));

const unique = <T>(items: Arbitrary<T>, key: (item: T) => string, maxLength: number) =>
  fc.uniqueArray(items, { selector: key, maxLength });
const labels = fc.dictionary(
  fc.oneof(
    word,
    word.map((key) => `app.kubernetes.io/${key}`),
  ),
  word,
  {
    maxKeys: 4,
    noNullPrototype: true,
  },
);
const annotations = fc.dictionary(
  word.map((key) => `example.com/${key}`),
  fc.oneof(
    shortText,
    text,
    word.map((one) => one.repeat(40)),
  ),
  { maxKeys: 3, noNullPrototype: true },
);
const resources = fc.dictionary(fc.constantFrom('cpu', 'memory', 'nvidia.com/gpu'), quantity, {
  maxKeys: 3,
  noNullPrototype: true,
});

const container: Arbitrary<ApiContainer> = fc.record(
  {
    name: dnsName,
    image: fc
      .tuple(dnsName, dnsName, fc.constantFrom('1.2.3', 'latest'))
      .map(([host, name, tag]) => `${host}.example/${name}:${tag}`),
    ports: fc.array(
      fc.record(
        {
          containerPort: fc.integer({ min: 1, max: 65_535 }),
          hostPort: fc.integer({ min: 1, max: 65_535 }),
          protocol: fc.constantFrom('TCP', 'UDP', 'SCTP'),
          name: word,
        },
        { requiredKeys: ['containerPort', 'protocol'] },
      ),
      { maxLength: 3 },
    ),
    command: fc.array(argument, { minLength: 1, maxLength: 3 }),
    args: fc.array(argument, { minLength: 1, maxLength: 3 }),
    resources: fc.record({ limits: resources, requests: resources }, { requiredKeys: [] }),
    livenessProbe: probe,
    readinessProbe: probe,
    startupProbe: probe,
    env: unique(env, ({ name }) => name, 4),
    envFrom: fc.array(
      fc.oneof(
        fc.record(
          { prefix: word, configMapRef: fc.record({ name: dnsName }) },
          { requiredKeys: ['configMapRef'] },
        ),
        fc.record(
          { prefix: word, secretRef: fc.record({ name: dnsName }) },
          { requiredKeys: ['secretRef'] },
        ),
      ),
      { maxLength: 2 },
    ),
    volumeMounts: unique(
      fc.record(
        {
          name: dnsName,
          mountPath: word.map((part) => `/mnt/${part}`),
          readOnly: fc.boolean(),
          subPath: word,
        },
        { requiredKeys: ['name', 'mountPath'] },
      ),
      ({ mountPath }) => mountPath,
      3,
    ),
    securityContext: fc.record({
      seccompProfile: fc.constantFrom<object>(
        { type: 'RuntimeDefault' },
        { type: 'Localhost', localhostProfile: 'profiles/audit.json' },
      ),
    }),
  },
  { requiredKeys: ['name', 'image'] },
);

const terminated: Arbitrary<ApiState> = fc
  .tuple(
    fc.record(
      {
        exitCode: fc.constantFrom(0, 1, 2, 126, 127, 128, 137, 139, 143, 255),
        signal: fc.integer({ min: 1, max: 31 }),
        reason: fc.constantFrom('Error', 'OOMKilled', 'Completed', 'ContainerCannotRun'),
        message: text,
      },
      { requiredKeys: ['exitCode'] },
    ),
    time,
    time,
  )
  .map(([end, startedAt, finishedAt]) => ({ terminated: { ...end, startedAt, finishedAt } }));
const state: Arbitrary<ApiState> = fc.oneof(
  time.map((startedAt) => ({ running: { startedAt } })),
  fc
    .record(
      {
        reason: fc.constantFrom('CrashLoopBackOff', 'ImagePullBackOff', 'ContainerCreating'),
        message: text,
      },
      { requiredKeys: [] },
    )
    .map((waiting) => ({ waiting })),
  terminated,
);

const statusOf = ({ name, image }: ApiContainer): Arbitrary<ApiContainerStatus> =>
  fc.record({
    name: fc.constant(name),
    image: fc.constant(image),
    containerID: fc.oneof(
      fc.constant(''),
      hex.map((id) => `containerd://${id}`),
    ),
    imageID: fc.oneof(
      fc.constant(''),
      fc.tuple(dnsName, hex).map(([name, id]) => `docker.io/${name}@sha256:${id}`),
    ),
    ready: fc.boolean(),
    restartCount: fc.nat(500),
    state: fc.oneof({ weight: 9, arbitrary: state }, { weight: 1, arbitrary: fc.constant({}) }),
    lastState: fc.oneof(fc.constant({}), terminated),
  });

/** Containers with the status of some or all of them: a new pod has none. */
const withStatuses = (maxLength: number, minLength = 0) =>
  fc
    .uniqueArray(container, { selector: ({ name }) => name, minLength, maxLength })
    .chain((containers) =>
      fc.tuple(
        fc.constant(containers),
        fc
          .tuple(fc.boolean(), fc.tuple(...containers.map(statusOf)))
          .map(([has, statuses]) => (has ? statuses : [])),
      ),
    );

const toleration: Arbitrary<ApiToleration> = fc.oneof(
  fc.record(
    {
      key: word.map((key) => `node.kubernetes.io/${key}`),
      operator: fc.constant('Exists'),
      effect: fc.constantFrom('NoSchedule', 'NoExecute'),
      tolerationSeconds: fc.nat(600),
    },
    { requiredKeys: ['key', 'operator'] },
  ),
  fc.record({ key: word, value: word, effect: fc.constantFrom('NoSchedule', 'PreferNoSchedule') }),
  fc.constant({ operator: 'Exists' }),
);

const volume: Arbitrary<ApiVolume> = fc
  .tuple(
    dnsName,
    fc.oneof(
      fc.constant({ emptyDir: {} }),
      dnsName.map((name) => ({ configMap: { name } })),
      dnsName.map((secretName) => ({ secret: { secretName } })),
      dnsName.map((claimName) => ({ persistentVolumeClaim: { claimName } })),
      word.map((part) => ({ hostPath: { path: `/var/${part}` } })),
      word.map((driver) => ({ csi: { driver: `${driver}.example.com` } })),
      dnsName.map((name) => ({
        projected: {
          sources: [
            { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
            { configMap: { name } },
            { downwardAPI: { items: [] } },
          ],
        },
      })),
      fc.constant({
        downwardAPI: {
          items: [{ path: 'labels', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.labels' } }],
        },
      }),
    ),
  )
  .map(([name, source]) => ({ name, ...source }));

const condition = fc.record({
  type: fc.constantFrom(
    'Initialized',
    'Ready',
    'ContainersReady',
    'PodScheduled',
    'DisruptionTarget',
    'PodReadyToStartContainers',
    'example.com/gate',
  ),
  status: fc.constantFrom('True', 'False', 'Unknown'),
});

const event: Arbitrary<EventCase> = fc
  .record({
    type: fc.constantFrom('Normal', 'Warning'),
    reason: fc.constantFrom('Scheduled', 'Pulled', 'BackOff', 'FailedMount', 'Unhealthy', 'Failed'),
    message: eventText,
    component: fc.constantFrom(
      'kubelet',
      'default-scheduler',
      'attachdetach-controller',
      'gke.io/optimize-utilization-scheduler',
      'kubelet, node-1.example',
    ),
    count: fc.integer({ min: 1, max: 5000 }),
    lastDays: fc.integer({ min: 8, max: 300 }),
    longer: fc.nat(300),
    series: fc.boolean(),
  })
  .map(({ longer, ...rest }) => ({ ...rest, firstDays: rest.lastDays + longer }));

const spread = fc.record(
  {
    topologyKey: word,
    whenUnsatisfiable: fc.constantFrom('DoNotSchedule', 'ScheduleAnyway'),
    maxSkew: fc.integer({ min: 1, max: 9 }),
    labelSelector: fc.record({ matchLabels: labels }),
  },
  { requiredKeys: ['topologyKey', 'whenUnsatisfiable', 'maxSkew'] },
);

const ip = fc.oneof(fc.ipV4(), fc.constantFrom('2001:db8::7', 'fd00:10:244::1f', '::1'));
const oneIn = <T>(few: number, arbitrary: Arbitrary<T>) =>
  fc.oneof({ weight: few - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
/** Leaves out what is undefined, as JSON does. */
const defined = <T extends object>(object: T) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const metadata = fc.record({
  name: dnsName,
  namespace: fc.constant('shop'),
  labels: oneIn(2, labels),
  annotations: oneIn(2, annotations),
  ownerReferences: oneIn(
    2,
    fc
      .record({ kind: fc.constantFrom('ReplicaSet', 'StatefulSet', 'Job'), name: dnsName })
      .map((owner) => [{ ...owner, apiVersion: 'apps/v1', uid: 'owner', controller: true }]),
  ),
});

const spec = fc.record({
  nodeName: oneIn(2, dnsName),
  volumes: oneIn(
    2,
    unique(volume, ({ name }) => name, 4),
  ),
  nodeSelector: oneIn(3, labels),
  tolerations: oneIn(
    2,
    unique(toleration, ({ key = '' }) => key, 4),
  ),
  topologySpreadConstraints: oneIn(
    3,
    unique(spread, ({ topologyKey }) => topologyKey, 3),
  ),
  readinessGates: oneIn(
    4,
    fc.constant([{ conditionType: 'example.com/gate' }, { conditionType: 'example.com/other' }]),
  ),
  priority: oneIn(3, fc.nat()),
  priorityClassName: oneIn(3, dnsName),
  serviceAccountName: oneIn(2, dnsName),
  runtimeClassName: oneIn(4, dnsName),
  securityContext: oneIn(4, fc.constant({ seccompProfile: { type: 'RuntimeDefault' } })),
});

const status = fc.record({
  phase: fc.constantFrom('Running', 'Pending', 'Failed', 'Succeeded', 'Unknown'),
  reason: oneIn(3, fc.constantFrom('Evicted', 'NodeLost', 'OutOfcpu')),
  message: oneIn(3, text),
  hostIP: fc.constant('10.0.0.1'),
  podIPs: oneIn(2, fc.uniqueArray(ip, { minLength: 1, maxLength: 2 })),
  startTime: oneIn(2, time),
  nominatedNodeName: oneIn(4, dnsName),
  conditions: oneIn(
    2,
    unique(condition, ({ type }) => type, 5),
  ),
});

/** Any pod with its events. Names are not unique: give each its own before several are served together. */
export const podCase: Arbitrary<PodCase> = fc
  .record({
    ...{ metadata, spec, status },
    app: withStatuses(3, 1),
    init: oneIn(2, withStatuses(2)),
    ephemeral: oneIn(4, withStatuses(1)),
    deletedDays: oneIn(4, fc.integer({ min: 8, max: 300 })),
    events: fc.array(event, { maxLength: 5 }),
  })
  .map(({ app, init, ephemeral, deletedDays, events, ...pod }): PodCase => {
    const { podIPs: ips, ...status } = pod.status;
    const full: ApiPod = {
      kind: 'Pod',
      metadata: defined(pod.metadata),
      spec: {
        ...defined(pod.spec),
        containers: app[0],
        ...(init && { initContainers: init[0] }),
        ...(ephemeral && { ephemeralContainers: ephemeral[0] }),
      },
      status: {
        ...defined(status),
        ...(ips && { podIP: ips[0] ?? '', podIPs: ips.map((one) => ({ ip: one })) }),
        containerStatuses: app[1],
        ...(init && { initContainerStatuses: init[1] }),
        ...(ephemeral && { ephemeralContainerStatuses: ephemeral[1] }),
      },
    };
    // Whether an ended pod is printed as Terminating depends on the version of kubectl.
    const isGoing = deletedDays !== undefined && !/^(?:Failed|Succeeded)$/u.test(status.phase);
    return { pod: full, events, ...(isGoing ? { deletedDays } : {}) };
  });
