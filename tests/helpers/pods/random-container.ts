// Containers at random: every kind of probe, variable and state.
import fc, { type Arbitrary } from 'fast-check';
import type { ApiContainer, ApiContainerStatus, ApiEnv, ApiProbe, ApiState } from './pod-case.ts';
import { argument, dnsName, hex, shortText, text, time, unique, word } from './random-text.ts';

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

/** Containers, with the status of all of them or none: a new pod has none. */
export const withStatuses = (
  maxLength: number,
  minLength = 0,
): Arbitrary<[ApiContainer[], ApiContainerStatus[]]> =>
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
