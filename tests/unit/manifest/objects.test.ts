import { describe, expect, test } from 'vitest';
import { findGaps } from '../../../src/core/gaps.ts';
import { findInsights } from '../../../src/core/insights.ts';
import { createRedactor } from '../../../src/core/redact.ts';
import { freshnessOfLastState } from '../../../src/core/timeline.ts';
import { onlyContainer, onlyObject, podYaml, readText } from './manifest.ts';

describe('metadata', () => {
  test('names, labels, annotations and owner', () => {
    const metadata = `annotations:
  checksum: "12"
labels:
  app: web
name: web-0
namespace: shop
ownerReferences:
- kind: Node
  name: node-3
- controller: true
  kind: StatefulSet
  name: web`;
    expect(onlyObject(podYaml({ metadata }))).toMatchObject({
      kind: 'Pod',
      layout: 'manifest',
      line: 2,
      name: { value: 'web-0', line: 8 },
      namespace: { value: 'shop', line: 9 },
      labels: [{ name: 'app', value: 'web', line: 7 }],
      annotations: [{ name: 'checksum', value: '12', line: 5 }],
      controlledBy: { value: 'StatefulSet/web', line: 15 },
    });
  });

  test('a pod that is deleted is Terminating, whatever its phase', () => {
    const metadata =
      'deletionTimestamp: "2026-11-10T09:00:00Z"\nfinalizers:\n- a.example/x\n- b.example/y\nname: web-0';
    expect(onlyObject(podYaml({ metadata }))).toMatchObject({
      status: { value: 'Terminating', line: 4 },
      fields: [{ name: 'Finalizers', value: '[a.example/x b.example/y]', line: 5, endLine: 7 }],
    });
  });

  test('how long a pod has been Terminating is told by a newer time only', () => {
    const metadata = 'deletionTimestamp: "2026-11-10T09:00:00Z"\nname: web-0';
    const at = (time: string) =>
      onlyObject(podYaml({ metadata, status: `phase: Running\nstartTime: "${time}"` }));
    expect(at('2026-11-10T08:00:00Z').terminatingFor).toBeUndefined();
    expect(at('2026-11-10T11:00:30Z').terminatingFor).toEqual({ value: '120m', line: 4 });
  });

  test('conditions have their reason and their message, at the lines that say so', () => {
    const status = `conditions:
- lastProbeTime: null
  message: 'two
    lines'
  reason: Unschedulable
  status: "False"
  type: PodScheduled
- status: "True"
  type: Ready
phase: Pending`;
    expect(onlyObject(podYaml({ status })).conditions).toEqual([
      {
        type: 'PodScheduled',
        status: 'False',
        reason: 'Unschedulable',
        message: 'two lines',
        line: 14,
        endLine: 18,
      },
      { type: 'Ready', status: 'True', line: 19, endLine: 20 },
    ]);
  });
});

describe('the node of a pod', () => {
  const spec = 'containers:\n- image: a:1\n  name: a';
  const conditions = 'conditions:\n- status: "True"\n  type: PodScheduled\n';
  test.each([
    ['it has one', `${spec}\nnodeName: node-3`, 'phase: Running', { value: 'node-3', line: 10 }],
    ['it waits for one', spec, 'phase: Pending', { value: '<none>', line: 11 }],
    ['it was scheduled, and the name was cut', spec, `${conditions}phase: Pending`, undefined],
    ['the file was never applied', spec, 'qosClass: BestEffort', undefined],
  ])('%s', (_name, ownSpec, status, node) => {
    expect(onlyObject(podYaml({ spec: ownSpec, status })).node).toEqual(node);
  });
});

test('scheduling gates of a pod without conditions count as one', () => {
  const spec = 'containers: []\nschedulingGates:\n- name: a.example/x';
  expect(onlyObject(podYaml({ spec, status: 'phase: Pending' }))).toMatchObject({
    conditions: [{ type: 'PodScheduled', status: 'False', reason: 'SchedulingGated', line: 8 }],
    fields: [{ name: 'Scheduling Gates', value: 'a.example/x' }],
  });
});

describe('containers', () => {
  const statusOf = (text: string) =>
    onlyContainer(podYaml({ status: `containerStatuses:\n- name: web\n${text}\nphase: Running` }));

  test.each([
    [
      'waits',
      '  state:\n    waiting:\n      message: no\n      reason: ErrImagePull',
      {
        kind: 'Waiting',
        line: 15,
        endLine: 17,
        message: { value: 'no', line: 16 },
        reason: { value: 'ErrImagePull', line: 17 },
      },
    ],
    [
      'runs',
      '  state:\n    running:\n      startedAt: "2026-11-10T09:00:00Z"',
      {
        kind: 'Running',
        line: 15,
        endLine: 16,
        started: { value: '2026-11-10T09:00:00Z', line: 16 },
      },
    ],
    [
      'has ended',
      '  state:\n    terminated:\n      exitCode: 137\n      reason: OOMKilled\n      signal: 9',
      {
        kind: 'Terminated',
        line: 15,
        endLine: 18,
        exitCode: { value: 137, line: 16 },
        reason: { value: 'OOMKilled', line: 17 },
        signal: { value: 9, line: 18 },
      },
    ],
    ['has no state yet', '  state: {}', undefined],
  ])('one that %s', (_name, text, state) => {
    expect(statusOf(text).state).toEqual(state);
  });

  test('readiness, restarts and the last run', () => {
    expect(
      statusOf(
        '  lastState:\n    terminated:\n      exitCode: 1\n  ready: false\n  restartCount: 3',
      ),
    ).toMatchObject({
      name: 'web',
      line: 13,
      lastState: { kind: 'Terminated', exitCode: { value: 1, line: 16 } },
      ready: { value: false, line: 17 },
      restartCount: { value: 3, line: 18 },
    });
  });

  test('of all three kinds, also those whose spec is not in the paste', () => {
    const spec = 'containers:\n- image: a:1\n  name: a\ninitContainers:\n- image: i:1\n  name: i';
    const status = `ephemeralContainerStatuses:
- name: e
containerStatuses:
- image: b:1
  name: b
- image: a:1
  name: a
phase: Running`;
    const { containers } = onlyObject(podYaml({ spec, status }));
    expect(containers.map(({ type, name, image }) => [type, name, image?.value])).toEqual([
      ['init', 'i', 'i:1'],
      ['app', 'a', 'a:1'],
      ['app', 'b', 'b:1'],
      ['ephemeral', 'e', undefined],
    ]);
  });

  test('what they are told to do, as describe prints it', () => {
    const spec = `containers:
- args: [serve, --port=80]
  command:
  - /app
  env:
  - name: MODE
    value: fast
  - name: PASSWORD
    valueFrom:
      secretKeyRef:
        key: password
        name: db
  - name: LEVEL
    valueFrom:
      configMapKeyRef:
        key: level
        name: settings
        optional: true
  - name: IP
    valueFrom:
      fieldRef:
        fieldPath: status.podIP
  - name: CPU
    valueFrom:
      resourceFieldRef:
        resource: limits.cpu
  - name: EMPTY
  envFrom:
  - configMapRef:
      name: settings
  - secretRef:
      name: db
      optional: true
  image: registry.example/web:1
  name: web
  ports:
  - containerPort: 80
    hostPort: 8080
    protocol: TCP
  - containerPort: 53
    protocol: UDP
  resources:
    limits:
      cpu: 1
      memory: 64Mi
    requests:
      memory: 32Mi
  volumeMounts:
  - mountPath: /data
    name: data
  - mountPath: /etc/app.conf
    name: conf
    readOnly: true
    subPath: app.conf`;
    const container = onlyContainer(podYaml({ spec }));
    const values = (rows: readonly { readonly value: string }[]) => rows.map(({ value }) => value);
    expect({
      args: values(container.args),
      command: values(container.command),
      environment: container.environment.map(({ name, value }) => `${name}=${value}`),
      environmentFrom: values(container.environmentFrom),
      ports: values(container.ports),
      hostPorts: values(container.hostPorts),
      limits: container.limits.map(({ name, value, line }) => [name, value, line]),
      requests: values(container.requests),
      mounts: values(container.mounts),
    }).toEqual({
      args: ['serve', '--port=80'],
      command: ['/app'],
      environment: [
        'MODE=fast',
        "PASSWORD=<set to the key 'password' in secret 'db'>  Optional: false",
        "LEVEL=<set to the key 'level' of config map 'settings'>  Optional: true",
        'IP=(v1:status.podIP)',
        'CPU=(limits.cpu)',
        'EMPTY=',
      ],
      environmentFrom: ['settings  ConfigMap  Optional: false', 'db  Secret  Optional: true'],
      ports: ['80/TCP', '53/UDP'],
      hostPorts: ['8080/TCP'],
      limits: [
        ['cpu', '1', 50],
        ['memory', '64Mi', 51],
      ],
      requests: ['32Mi'],
      mounts: ['/data from data (rw)', '/etc/app.conf from conf (ro,path="app.conf")'],
    });
  });

  test.each([
    [
      'httpGet:\n      path: /ok\n      port: 80\n      scheme: HTTPS',
      'http-get',
      'https://:80/ok',
    ],
    ['httpGet:\n      port: http', 'http-get', 'http://:http'],
    ['tcpSocket:\n      port: 5432', 'tcp-socket', ':5432'],
    ['exec:\n      command:\n      - cat\n      - /ready', 'exec', '[cat /ready]'],
    ['grpc:\n      port: 9000\n      service: ""', 'grpc', '<pod>:9000'],
    ['periodSeconds: 5', 'unknown', ''],
  ])('a probe: %j', (probe, handler, target) => {
    const spec = `containers:\n- name: web\n  image: a:1\n  livenessProbe:\n    failureThreshold: 3\n    ${probe}`;
    expect(onlyContainer(podYaml({ spec })).probes).toMatchObject([
      { kind: 'liveness', handler, target, initialDelay: 0, failureThreshold: 3, line: 10 },
    ]);
  });
});

test('volumes have the names of describe', () => {
  const spec = `containers: []
volumes:
- name: data
  persistentVolumeClaim:
    claimName: data-web-0
- configMap:
    name: settings
  name: settings
- name: api
  projected:
    sources:
    - configMap:
        name: kube-root-ca.crt
    - secret:
        name: token
- emptyDir: {}
  name: tmp
- name: odd
  constructor: {}`;
  const { volumes } = onlyObject(podYaml({ spec }));
  expect(
    volumes.map(({ name, type, fields }) => [
      name,
      type,
      ...fields.map((field) => `${field.name}=${field.value}`),
    ]),
  ).toEqual([
    ['data', 'PersistentVolumeClaim', 'ClaimName=data-web-0'],
    ['settings', 'ConfigMap', 'Name=settings'],
    ['api', 'Projected', 'ConfigMapName=kube-root-ca.crt', 'SecretName=token'],
    ['tmp', 'EmptyDir'],
    ['odd', '<unknown>'],
  ]);
});

test('where a pod may run', () => {
  const spec = `containers: []
nodeSelector:
  disk: ssd
tolerations:
- effect: NoExecute
  key: a.example/x
  operator: Exists
  tolerationSeconds: 300
- key: b
  value: c
- operator: Exists
topologySpreadConstraints:
- maxSkew: 1
  topologyKey: zone
  whenUnsatisfiable: DoNotSchedule`;
  const { nodeSelectors, tolerations, topologySpread } = onlyObject(podYaml({ spec }));
  expect(
    [nodeSelectors, tolerations, topologySpread].map((rows) => rows.map((row) => row.value)),
  ).toEqual([
    ['disk=ssd'],
    ['a.example/x:NoExecute op=Exists for 300s', 'b=c', ' op=Exists'],
    ['zone:DoNotSchedule when max skew 1 is exceeded'],
  ]);
});

describe('other kinds', () => {
  const fieldsOf = (kind: string, text: string) => {
    const { fields, status } = onlyObject(
      `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: a\n${text}`,
    );
    return [status?.value, ...fields.map(({ name, value, line }) => `${line} ${name}=${value}`)];
  };

  test.each([
    [
      'Node',
      'spec:\n  taints:\n  - effect: NoSchedule\n    key: a\n    value: b\n  - effect: NoExecute\n    key: c\n  unschedulable: true',
      [undefined, '6 Taints=a=b:NoSchedule\nc:NoExecute', '12 Unschedulable=true'],
    ],
    [
      'PersistentVolumeClaim',
      'spec:\n  storageClassName: fast\n  volumeName: pv-1\nstatus:\n  phase: Bound',
      ['Bound', '6 StorageClass=fast', '7 Volume=pv-1'],
    ],
    [
      'PersistentVolumeClaim',
      'spec:\n  resources: {}\nstatus:\n  phase: Pending',
      ['Pending', '5 StorageClass='],
    ],
    [
      'Service',
      'spec:\n  selector:\n    app: web\n  type: LoadBalancer\nstatus:\n  loadBalancer:\n    ingress:\n    - ip: 192.0.2.1',
      [undefined, '8 Type=LoadBalancer', '6 Selector=app=web', '11 LoadBalancer Ingress=192.0.2.1'],
    ],
    ['Endpoints', 'subsets: []', [undefined, '5 Subsets=<none>']],
    [
      'Job',
      'status:\n  failed: 4\n  ready: 0',
      [undefined, '6 Pods Statuses=0 Active (0 Ready) / 0 Succeeded / 4 Failed'],
    ],
    ['ConfigMap', 'data:\n  a: b', [undefined]],
  ])('%s', (kind, text, expected) => {
    expect(fieldsOf(kind, text)).toEqual(expected);
  });

  test.each(['constructor', '__proto__', 'pod', 'A'])('nothing is of the kind %s', (kind) => {
    const text = JSON.stringify({ apiVersion: 'v1', kind, metadata: { name: 'a' } });
    expect(readText(text).objects.map(({ layout }) => layout)).toEqual(['text']);
  });
});

describe('events', () => {
  const event = (name: string, more: string) => `- apiVersion: v1
  involvedObject:
    fieldPath: spec.containers{web}
    kind: Pod
    name: ${name}
    namespace: shop
  kind: Event
  lastTimestamp: "2026-11-10T09:10:00Z"
  message: 'Back-off pulling

    image'
  metadata:
    name: x
  reason: BackOff
  source:
    component: kubelet
  type: Warning
${more}`;
  const list = (items: string) => `apiVersion: v1\nitems:\n${items}kind: List\n`;
  const POD = podYaml({ status: 'phase: Running\nstartTime: "2026-11-10T09:13:00Z"' })
    .replaceAll(/^/gmu, '  ')
    .replace('  apiVersion', '- apiVersion')
    .trimEnd();

  test('belong to their object, with their age at the newest time of the paste', () => {
    const more = '  count: 7\n  firstTimestamp: "2026-11-10T09:00:00Z"\n';
    const object = onlyObject(list(`${POD}\n${event('web-0', more)}`));
    expect(object.eventsSeen).toBe('rows');
    expect(object.events).toMatchObject([
      {
        type: 'Warning',
        reason: 'BackOff',
        age: '3m (x7 over 13m)',
        lastSeen: 180,
        firstSeen: 780,
        count: 7,
        from: 'kubelet',
        message: 'Back-off pulling\nimage',
        container: 'web',
        line: 24,
        endLine: 26,
      },
    ]);
  });

  test('about others are objects of their own', () => {
    const { objects } = readText(list(`${POD}\n${event('web-1', '')}${event('web-1', '')}`));
    expect(objects.map(({ name, layout, events }) => [name?.value, layout, events.length])).toEqual(
      [
        ['web-0', 'manifest', 0],
        ['web-1', 'events', 2],
      ],
    );
  });

  test('of the newer API', () => {
    const text = `apiVersion: events.k8s.io/v1
kind: Event
metadata:
  name: x
note: no space left on device
reason: Failed
regarding:
  kind: Node
  name: node-3
reportingController: kubelet
series:
  count: 3
  lastObservedTime: "2026-11-10T09:10:00.000000Z"
type: Warning
`;
    expect(onlyObject(text)).toMatchObject({
      kind: 'Node',
      name: { value: 'node-3' },
      events: [{ message: 'no space left on device', from: 'kubelet', count: 3, line: 5 }],
    });
  });

  test('of an audit log are none', () => {
    const line = '{"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","verb":"get"}';
    expect(readText(`${line}\n${line}`).objects.map(({ layout }) => layout)).toEqual(['text']);
  });
});

describe('parts of an object', () => {
  test.each([
    ['a status', 'status:\n  containerStatuses:\n  - name: web\n    ready: false', 'web', false],
    [
      'container statuses',
      'containerStatuses:\n- name: web\n  ready: false\n  restartCount: 1',
      'web',
      false,
    ],
    ['one of them', '- containerID: docker://1\n  name: web\n  ready: false', 'web', false],
    ['a state', 'state:\n  waiting:\n    reason: ErrImagePull', '', undefined],
    [
      'JSON of a path',
      '[{"containerID":"docker://1","name":"web","ready":false,"restartCount":1}]',
      'web',
      false,
    ],
  ])('%s', (_name, text, name, ready) => {
    expect(onlyContainer(text)).toMatchObject({ name });
    expect(onlyContainer(text).ready?.value).toBe(ready);
  });

  test.each([
    ['Pod', 'PodScheduled'],
    ['Node', 'MemoryPressure'],
    ['Deployment', 'Progressing'],
    ['Job', 'Complete'],
  ])('the conditions of a %s', (kind, type) => {
    const text = `status:\n  conditions:\n  - lastTransitionTime: null\n    status: "True"\n    type: ${type}`;
    expect(onlyObject(text).kind).toBe(kind);
  });

  test.each([
    ['indentation was lost', podYaml({}).replaceAll(/^ +/gmu, '')],
    ['the kind is not sure', 'status:\n  hostIP: 10.0.0.1\n  phase: Bound'],
  ])('nothing is read when %s', (_name, text) => {
    expect(readText(text).objects.map(({ layout }) => layout)).toEqual(['text']);
  });

  test('items of a typed list are of its kind', () => {
    const text = '{"apiVersion":"v1","kind":"PodList","items":[{"metadata":{"name":"web-0"}}]}';
    expect(onlyObject(text)).toMatchObject({ kind: 'Pod', name: { value: 'web-0' } });
  });
});

describe('what surrounds a manifest', () => {
  test('a describe above keeps its own lines', () => {
    const text = `Name:         web-1\nNamespace:    shop\nStatus:       Running\n\n${podYaml({})}`;
    expect(readText(text)).toMatchObject({
      objects: [
        { layout: 'describe', name: { value: 'web-1' }, status: { value: 'Running' } },
        { layout: 'manifest', name: { value: 'web-0' }, line: 6 },
      ],
      skipped: [],
    });
  });

  test('a log below belongs to the object', () => {
    const text = `${podYaml({})}\n$ kubectl logs web-0\npanic: no such table`;
    expect(onlyObject(text).loose.map((line) => line.text)).toEqual(['panic: no such table']);
  });

  test('lines that were not understood are named', () => {
    const text = podYaml({ metadata: 'name: web-0\nlabels: a: b' });
    expect(readText(text).skipped).toEqual([{ number: 5, text: '  labels: a: b' }]);
  });
});

describe('what follows from it', () => {
  test.each([
    [true, 'fading'],
    [false, 'present'],
  ])('a container that is ready (%s) has left its last run behind', (ready, freshness) => {
    const status = `containerStatuses:
- lastState:
    terminated:
      exitCode: 137
  name: web
  ready: ${ready}
  restartCount: 6
  state:
    running: {}
phase: Running`;
    const object = onlyObject(podYaml({ status }));
    const [container] = object.containers;
    expect(container && freshnessOfLastState(object, container)).toBe(freshness);
  });

  const WAITING =
    'containerStatuses:\n- name: web\n  state:\n    waiting:\n      reason: ErrImagePull\n';

  test.each([
    ['a pod', podYaml({ status: `${WAITING}phase: Pending` }), ['manifestEvents']],
    ['a file', podYaml({}).replace(/status:[^]*/u, ''), ['manifestStatus', 'manifestEvents']],
    [
      'a pod that was cut',
      podYaml({ metadata: 'name: web-0\nuid: x', status: WAITING.trimEnd() }),
      ['manifestStatus', 'manifestEvents'],
    ],
  ])('gaps of %s', (_name, text, gaps) => {
    expect(findGaps(onlyObject(text), [], false).map(({ kind }) => kind)).toEqual(gaps);
  });

  test('the condition says what the scheduler counted', () => {
    const status = `conditions:
- message: '0/3 nodes are available: 3 Insufficient cpu.'
  reason: Unschedulable
  status: "False"
  type: PodScheduled
phase: Pending`;
    expect(findInsights(onlyObject(podYaml({ status })))).toMatchObject([
      { kind: 'scheduler', line: 13, sum: 'equal' },
    ]);
  });

  test('values of the environment, labels, annotations and secrets are hidden', () => {
    const spec = 'containers:\n- env:\n  - name: TOKEN\n    value: abc\n  image: a:1\n  name: web';
    const metadata =
      'annotations:\n  config: |\n    key=xyz\n    more\nlabels:\n  app: web\nname: web-0';
    const secret =
      '---\napiVersion: v1\ndata:\n  password: aHVudGVyMg==\nkind: Secret\nmetadata:\n  name: db\n';
    const text = podYaml({ metadata, spec }) + secret;
    const redactor = createRedactor(text, readText(text));
    const shown = text.split('\n').map((line, index) => redactor.redactLine(index + 1, line));
    expect(shown.join('\n')).not.toMatch(/abc|xyz|aHVudGVyMg/u);
  });

  test('compact JSON hides its whole line', () => {
    const text = JSON.stringify({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web-0', labels: { app: 'x', tier: 'y' } },
      spec: { containers: [{ name: 'web', env: [{ name: 'A', value: 'abc' }] }] },
    });
    expect(createRedactor(text, readText(text)).redactLine(1, text)).toBe('<redacted>');
  });
});
