import { describe, expect, test } from 'vitest';
import { findGaps } from '../../../src/core/gaps.ts';
import type { Confidence, Finding } from '../../../src/core/types.ts';
import { CRASHING, NOT_READY, onlyObject, podText, RUNNING } from './paste.ts';

const finding = (cause: string, confidence: Confidence, past = false): Finding => ({
  cause,
  confidence,
  past,
  object: 0,
  alsoContainers: [],
  evidence: [],
  rivals: [],
  score: 0,
});

const WAITING = 'State: Waiting\n  Reason: ImagePullBackOff\nReady: False\nRestart Count: 0';
const PENDING = { fields: 'Node: <none>\nStatus: Pending', containers: {} };
const ROWS = ['Warning  BackOff  1m  kubelet  Back-off'];

const CREATING = 'State: Waiting\n  Reason: ContainerCreating\nReady: False\nRestart Count: 0';
const INITIALIZING = CREATING.replace('ContainerCreating', 'PodInitializing');
const ENDED = 'State: Terminated\n  Reason: Completed\n  Exit Code: 0\nReady: True';
const PLACED = ['Normal  Scheduled  5m  default-scheduler  Successfully assigned shop/web-0 to n3'];
const ON_NODE = 'Node: n3/10.0.0.3\nStatus: Pending';

const CASES: { name: string; text: string; findings?: Finding[]; gaps: string[] }[] = [
  {
    name: 'nothing is missing',
    text: podText({ containers: { app: CRASHING }, events: ROWS }),
    findings: [finding('pull', 'likely')],
    gaps: [],
  },
  {
    name: 'nothing is missing, and yet nothing decides',
    text: podText({ containers: { app: CRASHING }, events: ROWS }),
    findings: [finding('pull', 'possible')],
    gaps: ['undecided'],
  },
  {
    name: 'no Events section',
    text: podText({ containers: { app: CRASHING } }),
    gaps: ['noEventsSection'],
  },
  {
    name: 'events have expired',
    text: podText({ containers: { app: CRASHING }, events: [] }),
    gaps: ['eventsExpired'],
  },
  {
    name: 'events have expired, but the cause is certain',
    text: podText({ containers: { app: CRASHING }, events: [] }),
    findings: [finding('oom-killed', 'certain')],
    gaps: [],
  },
  {
    name: 'events have expired, and a certain cause is over',
    text: podText({ containers: { app: CRASHING }, events: [] }),
    findings: [finding('oom-killed', 'certain', true)],
    gaps: ['eventsExpired'],
  },
  {
    name: 'why a container waits',
    text: podText({ containers: { app: WAITING }, events: [] }),
    gaps: ['waitingMessage', 'eventsExpired'],
  },
  {
    name: 'why a container waits stands in the events',
    text: podText({ containers: { app: WAITING }, events: ROWS }),
    findings: [finding('pull', 'likely')],
    gaps: [],
  },
  {
    name: 'why the pod is not scheduled',
    text: podText({ ...PENDING, events: [] }),
    gaps: ['schedulingGates'],
  },
  {
    name: 'the log of the run before',
    text: podText({ containers: { app: CRASHING }, events: ROWS }),
    findings: [finding('app-error-exit', 'likely')],
    gaps: ['previousLogs'],
  },
  {
    name: 'no log for what is over',
    text: podText({ containers: { app: CRASHING }, events: ROWS }),
    findings: [finding('app-error-exit', 'likely', true)],
    gaps: ['undecided'],
  },
  {
    name: 'the claim of the pod',
    text: podText({ ...PENDING, events: ROWS }),
    findings: [finding('pvc-unbound', 'certain')],
    gaps: ['claim'],
  },
  {
    name: 'the text ends inside a container',
    text: 'Name: web-0\nContainers:\n  app:\n    Image: a:1\n    State: Waiting',
    gaps: ['cut'],
  },
  {
    name: 'a container alone',
    text: '    State: Waiting\n      Reason: CrashLoopBackOff\n    Ready: False\n    Restart Count: 3',
    gaps: ['oneContainer'],
  },
  {
    name: 'a row of a table',
    text: 'NAME   READY   STATUS             RESTARTS   AGE\nweb-0  0/1     CrashLoopBackOff   5          3m',
    gaps: ['tableOnly'],
  },
  {
    name: 'events alone',
    text: 'Events:\n  Warning  BackOff  1m  kubelet  Back-off restarting failed container',
    gaps: ['eventsOnly'],
  },
  {
    name: 'events alone, but the cause is certain',
    text: 'Events:\n  Warning  BackOff  1m  kubelet  Back-off restarting failed container',
    findings: [finding('oom-killed', 'certain')],
    gaps: [],
  },
  {
    name: 'events alone that name their pod',
    text: `Events:\n  ${PLACED.join('')}`,
    gaps: ['eventsOnly'],
  },
  {
    name: 'an init container that does not end',
    text: podText({
      fields: ON_NODE,
      init: { wait: NOT_READY },
      containers: { app: INITIALIZING },
      events: PLACED,
    }),
    gaps: ['currentLogs'],
  },
  {
    name: 'a container that runs and is not ready',
    text: podText({ fields: ON_NODE, containers: { app: NOT_READY }, events: [] }),
    gaps: ['eventsExpired', 'currentLogs'],
  },
  {
    name: 'a container that runs and is not ready, for a reason that is likely',
    text: podText({ fields: ON_NODE, containers: { app: NOT_READY }, events: ROWS }),
    findings: [finding('readiness-probe-failed', 'likely')],
    gaps: [],
  },
  {
    name: 'a container that runs and is not ready, for a reason that is possible',
    text: podText({ fields: ON_NODE, containers: { app: NOT_READY }, events: ROWS }),
    findings: [finding('readiness-probe-failed', 'possible')],
    gaps: ['undecided'],
  },
  {
    name: 'a node that has begun nothing',
    text: podText({ fields: ON_NODE, containers: { app: CREATING }, events: PLACED }),
    gaps: ['silentKubelet'],
  },
  {
    name: 'a node that has pulled an image',
    text: podText({
      fields: ON_NODE,
      containers: { app: CREATING },
      events: [...PLACED, 'Normal  Pulled  5m  kubelet  Container image already present'],
    }),
    gaps: ['undecided'],
  },
  {
    name: 'a node that has run an init container',
    text: podText({
      fields: ON_NODE,
      init: { wait: ENDED },
      containers: { app: INITIALIZING },
      events: PLACED,
    }),
    gaps: ['undecided'],
  },
  { name: 'a log', text: 'panic: no such table', gaps: [] },
  {
    name: 'a deployment whose pods are not here',
    text: 'Name: web\nSelector: app=web\nReplicas: 3 desired | 3 updated\nStrategyType: RollingUpdate',
    gaps: ['ownPods'],
  },
  {
    name: 'a deployment whose pods are refused',
    text: 'Name: web\nSelector: app=web\nConditions:\n  Type  Status  Reason\n  ReplicaFailure  True  FailedCreate\nStrategyType: RollingUpdate',
    gaps: ['noPods'],
  },
  {
    name: 'a deployment with a certain cause',
    text: 'Name: web\nStrategyType: RollingUpdate',
    findings: [finding('quota-exceeded', 'certain')],
    gaps: [],
  },
  {
    name: 'a cron job',
    text: 'Name: import\nSchedule: */5 * * * *\nConcurrency Policy: Forbid',
    gaps: ['ownPods'],
  },
  {
    name: 'a row of a table of another kind',
    text: 'NAME   STATUS     ROLES    AGE   VERSION\nnode-3 NotReady   <none>   12d   v1.33.1',
    gaps: ['tableOnly'],
  },
  {
    name: 'a row of a kind that is not known',
    text: 'NAME      READY   SECRET    AGE\nweb-tls   False   web-tls   12m',
    gaps: [],
  },
  { name: 'another kind', text: 'Name: data\nStorageClass: fast\nStatus: Pending', gaps: [] },
];

describe('findGaps', () => {
  test.each(CASES)('$name', ({ text, findings = [], gaps }) => {
    expect(findGaps(onlyObject(text), findings, false).map(({ kind }) => kind)).toEqual(gaps);
  });

  test.each(CASES)('$name: nothing is asked of what is healthy', ({ text, findings = [] }) => {
    expect(findGaps(onlyObject(text), findings, true)).toEqual([]);
  });

  test('every gap names one command that only reads', () => {
    const runs = CASES.flatMap(({ text, findings = [] }) =>
      findGaps(onlyObject(text), findings, false).map(({ run }) => run),
    );
    for (const run of runs)
      expect(run).toMatch(/^kubectl (?:describe|events|get|logs) [^;|&\n]+$/u);
  });

  test('the log before is that of the container that ended', () => {
    const text = podText({ containers: { app: WAITING, shipper: CRASHING }, events: ROWS });
    const ended = { ...finding('app-error-exit', 'likely'), container: 'shipper' };
    const first = { ...finding('config-reference-missing', 'certain'), container: 'app' };
    expect(findGaps(onlyObject(text), [first, ended], false)).toMatchObject([
      { kind: 'previousLogs', container: 'shipper' },
    ]);
  });

  test('a running pod without events may be asked for them, and its container for its log', () => {
    const text = podText({ containers: { log: RUNNING, app: NOT_READY } });
    expect(findGaps(onlyObject(text), [], false)).toEqual([
      { kind: 'noEventsSection', run: 'kubectl events --for pod/<pod> -n <namespace>' },
      {
        kind: 'currentLogs',
        run: 'kubectl logs <pod> -n <namespace> -c <container>',
        container: 'app',
      },
    ]);
  });
});
