import { describe, expect, test } from 'vitest';
import { commandValues, fillCommand, splitFlags } from '../../../src/core/placeholders.ts';
import { onlyObject } from './paste.ts';

const POD = `Name: web-6c-x1
Namespace: shop
Node: node-3/10.0.0.3
Labels: pod-template-hash=6c
Controlled By: ReplicaSet/web-6c
Containers:
  app:
    Image: registry.example/web:1.2@sha256:4f1d
  proxy:
    Image: proxy:2
Volumes:
  data:
    Type: PersistentVolumeClaim (a reference)
    ClaimName: data-web`;

const { deployment, workload, ...WITHOUT_OWNER } = {
  pod: 'web-6c-x1',
  namespace: 'shop',
  node: 'node-3',
  pvc: 'data-web',
  deployment: 'web',
  workload: 'deployment/web',
};
const { pvc, ...WITHOUT_CLAIM } = { ...WITHOUT_OWNER, deployment, workload };
const WEB = { ...WITHOUT_CLAIM, pvc };

describe('commandValues', () => {
  test.each<{ name: string; text: string; container?: string; values: object }>([
    {
      name: 'a pod, without a container',
      text: POD,
      values: WEB,
    },
    {
      name: 'the pod of a log of the kubelet',
      text: 'E1121 pod_workers.go:1301] "Error syncing pod" pod="shop/web-6c-x1" podUID="4f1d"\nI1121 prober.go:107] "Probe failed" pod="shop/web-6c-x1"',
      values: { pod: 'web-6c-x1', namespace: 'shop' },
    },
    {
      name: 'the pod of a message',
      text: 'Back-off restarting failed container app in pod web-6c-x1_shop(4f1d)',
      values: { pod: 'web-6c-x1', namespace: 'shop' },
    },
    {
      name: 'a log about several pods',
      text: 'E1121 "Error syncing pod" pod="shop/web-6c-x1"\nE1121 "Error syncing pod" pod="shop/web-6c-x2"',
      values: {},
    },
    {
      name: 'one of its containers',
      text: POD,
      container: 'app',
      values: { ...WEB, container: 'app', image: 'registry.example/web:1.2@sha256:4f1d' },
    },
    {
      name: 'the only container of a pod',
      text: 'Name: web-0\nContainers:\n  app:\n    Image: a:1',
      values: { pod: 'web-0', container: 'app', image: 'a:1' },
    },
    {
      name: 'a container that the text does not show',
      text: 'Name: web-0\nEvents: <none>',
      container: 'app',
      values: { pod: 'web-0', container: 'app' },
    },
    {
      name: 'no node yet',
      text: 'Name: web-0\nNode: <none>',
      values: { pod: 'web-0' },
    },
    {
      name: 'several claims, of which none is chosen',
      text: `${POD}\n  more:\n    Type: PersistentVolumeClaim (a reference)\n    ClaimName: more-web`,
      values: WITHOUT_CLAIM,
    },
    {
      name: 'a ReplicaSet whose hash is not known',
      text: POD.replace('Labels: pod-template-hash=6c\n', ''),
      values: WITHOUT_OWNER,
    },
    {
      name: 'a ReplicaSet of another hash',
      text: POD.replace('hash=6c', 'hash=7d'),
      values: WITHOUT_OWNER,
    },
    {
      name: 'a StatefulSet',
      text: 'Name: web-0\nControlled By: StatefulSet/web',
      values: { pod: 'web-0', workload: 'statefulset/web' },
    },
    {
      name: 'a DaemonSet',
      text: 'Name: log-x1\nControlled By: DaemonSet/log',
      values: { pod: 'log-x1', workload: 'daemonset/log' },
    },
    {
      name: 'a Job',
      text: 'Name: import-x1\nControlled By: Job/import',
      values: { pod: 'import-x1', workload: 'job/import' },
    },
    {
      name: 'a node',
      text: 'Name: node-3\nRoles: <none>',
      values: { node: 'node-3' },
    },
    {
      name: 'a claim',
      text: 'Name: data\nNamespace: shop\nStorageClass: fast\nUsed By: web-0',
      values: { pvc: 'data', namespace: 'shop' },
    },
    {
      name: 'a row of a table',
      text: 'NAMESPACE  NAME   READY   STATUS   RESTARTS   AGE\nshop       web-0  0/1     Error    5          12m',
      values: { pod: 'web-0', namespace: 'shop' },
    },
    {
      name: 'a deployment, with its selector',
      text: 'Name: web\nNamespace: shop\nSelector: app=web,tier=front\nStrategyType: RollingUpdate',
      values: {
        namespace: 'shop',
        deployment: 'web',
        workload: 'deployment/web',
        selector: 'app=web,tier=front',
      },
    },
    {
      name: 'a selector that needs quotes is not filled in',
      text: 'Name: web\nSelector: tier in (front,back)\nStrategyType: RollingUpdate',
      values: { deployment: 'web', workload: 'deployment/web' },
    },
    {
      name: 'a ReplicaSet of a deployment',
      text: 'Name: web-6c\nControlled By: Deployment/web\nReplicas: 3 current / 3 desired\nPods Status: 0 Running',
      values: { deployment: 'web', workload: 'deployment/web' },
    },
    {
      name: 'a namespace',
      text: 'Name: shop\nStatus: Active\n\nNo resource quota.',
      values: { namespace: 'shop' },
    },
    { name: 'nothing known', text: 'Events: <none>', values: {} },
  ])('$name', ({ text, container, values }) => {
    expect(commandValues(onlyObject(text), container)).toEqual(values);
  });
});

describe('hostile values are not filled in', () => {
  test.each([
    ['a second command', 'web;rm -rf /'],
    ['a substitution', '$(reboot)'],
    ['backticks', '`reboot`'],
    ['an option', '-A'],
    ['a pipe', 'web|sh'],
    ['a redirection', 'web>/etc/passwd'],
    ['quotes', "web'"],
    ['a space', 'web 0'],
    ['a path', '../web'],
    ['capitals', 'Web'],
    ['another script', 'wеb'],
    ['a name that is too long', 'a'.repeat(254)],
    ['a placeholder', '<namespace>'],
  ])('%s', (_name, hostile) => {
    const object = onlyObject(
      `Name: ${hostile}\nNamespace: ${hostile}\nNode: ${hostile}\nControlled By: StatefulSet/${hostile}\nVolumes:\n  data:\n    Type: PersistentVolumeClaim (a reference)\n    ClaimName: ${hostile}`,
    );
    expect(commandValues(object, hostile)).toEqual({});
  });

  test.each(['a;b', '$(reboot)', '-it', '"a"', 'a b', 'a&b'])('the image %s', (image) => {
    const object = onlyObject(`Containers:\n  app:\n    Image: ${image}`);
    expect(commandValues(object)).toEqual({ container: 'app' });
  });

  test.each(['app=a;b', 'app=$(reboot)', 'app=-A', '-A=app', 'app=a b', 'app in (a)', 'app', ''])(
    'the selector %j',
    (selector) => {
      expect(commandValues(onlyObject(`Selector: ${selector}\nType: ClusterIP`))).toEqual({});
    },
  );

  test('a deployment whose name would be empty', () => {
    const text = 'Name: x\nLabels: pod-template-hash=6c\nControlled By: ReplicaSet/-6c';
    expect(commandValues(onlyObject(text))).toEqual({ pod: 'x' });
  });
});

describe('fillCommand', () => {
  const known = (text: string) => ({ text, open: false });
  const open = (text: string) => ({ text, open: true });

  test.each([
    {
      name: 'everything known',
      run: 'kubectl logs <pod> -n <namespace>',
      parts: [known('kubectl logs web-0 -n shop')],
    },
    {
      name: 'something open',
      run: 'kubectl logs <pod> -c <container> --previous',
      parts: [known('kubectl logs web-0 -c '), open('<container>'), known(' --previous')],
    },
    {
      name: 'open at the end',
      run: 'kubectl describe node <node>',
      parts: [known('kubectl describe node '), open('<node>')],
    },
    { name: 'nothing to fill in', run: 'kubectl get nodes', parts: [known('kubectl get nodes')] },
    {
      name: 'twice the same',
      run: '<pod> <pod>',
      parts: [known('web-0 web-0')],
    },
    {
      name: 'two open ones side by side',
      run: '<node><container>',
      parts: [open('<node>'), open('<container>')],
    },
    {
      name: 'angle brackets that are no placeholder',
      run: 'sort < <(kubectl get pod <pod>) 2>&1',
      parts: [known('sort < <(kubectl get pod web-0) 2>&1')],
    },
    { name: 'nothing', run: '', parts: [] },
  ])('$name', ({ run, parts }) => {
    expect(fillCommand(run, { pod: 'web-0', namespace: 'shop' })).toEqual(parts);
  });

  test('a value with a replacement pattern is taken as it is', () => {
    expect(fillCommand('a <image>', { image: "$&$'" })).toEqual([known("a $&$'")]);
  });
});

describe('splitFlags', () => {
  test.each([
    [
      'kubectl logs web -n shop --tail=20 -',
      ['kubectl logs web ', '-n', ' shop ', '--tail', '=20 -'],
    ],
    ['kubectl get pod web-0', ['kubectl get pod web-0']],
    [' -o wide', [' ', '-o', ' wide']],
  ])('%s', (run, pieces) => {
    expect(splitFlags(run)).toEqual(pieces);
  });
});
