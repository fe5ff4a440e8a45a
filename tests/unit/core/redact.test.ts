import { describe, expect, test } from 'vitest';
import { splitLines } from '../../../src/core/lines.ts';
import { parse } from '../../../src/core/parse/index.ts';
import { createRedactor, createRedactorInSteps } from '../../../src/core/redact.ts';
import { finish } from '../../../src/core/steps.ts';

const POD = `Name:         cart-0
Namespace:    acme-shop
Node:         worker-17/10.20.30.40
Start Time:   Tue, 10 Nov 2026 09:15:02 +0000
Labels:       team=payments
Annotations:  example.com/owner: ada-lovelace
Status:       Running
IP:           10.1.2.3
Controlled By:  StatefulSet/cart
Containers:
  checkout:
    Image:          registry.acme.example/pay/checkout:1.2
    State:          Waiting
      Reason:       CrashLoopBackOff
    Ready:          False
    Restart Count:  5
    Environment:
      MODE:      on
      DB_URL:    jdbc:acme:thin
      PASSWORD:  <set to the key 'password' in secret 'db'>  Optional: false
    Mounts:      <none>
Volumes:
  data:
    Type:       PersistentVolumeClaim (a reference)
    ClaimName:  ledger-cart-0
QoS Class:    BestEffort
Events:
  Type     Reason   Age  From     Message
  ----     ------   ---  ----     -------
  Warning  BackOff  1m   kubelet  Back-off restarting failed container checkout in pod cart-0_acme-shop(1b4e28ba-2fa1-11d2-883f-0016d3cca427)`;

function redactAll(text: string): string {
  const redactor = createRedactor(text, parse(text));
  return splitLines(text)
    .map((line, index) => redactor.redactLine(index + 1, line))
    .join('\n');
}

const redactMessage = (message: string) => createRedactor(message, parse(message)).redact(message);

describe('a whole pod', () => {
  test.each([
    ['its name', 'cart-0'],
    ['its namespace', 'acme-shop'],
    ['its node', 'worker-17'],
    ['its addresses', '10.1.2.3'],
    ['the address of the node', '10.20.30.40'],
    ['its image', 'pay/checkout'],
    ['the host of its registry', 'registry.acme.example'],
    ['its containers', 'checkout'],
    ['its owner', 'StatefulSet/cart'],
    ['its claims', 'ledger'],
    ['values of labels', 'payments'],
    ['values of annotations', 'ada-lovelace'],
    ['values of environment variables', 'jdbc:acme:thin'],
    ['short values of environment variables', 'MODE:      on'],
    ['references of environment variables', "secret 'db'"],
    ['identifiers', '1b4e28ba'],
  ])('%s does not appear', (_name, secret) => {
    expect(POD).toContain(secret);
    expect(redactAll(POD)).not.toContain(secret);
  });

  test.each([
    'Status:       Running',
    'Start Time:   Tue, 10 Nov 2026 09:15:02 +0000',
    '      Reason:       CrashLoopBackOff',
    '    Restart Count:  5',
    'Back-off restarting failed container <container-1> in pod <name-1>_<namespace-1>(<name-4>)',
    '      MODE: <redacted>',
    'Labels:       team: <redacted>',
    'Controlled By:  StatefulSet/<name-2>',
  ])('%s stays readable', (text) => {
    expect(redactAll(POD)).toContain(text);
  });

  test('the same text has the same placeholder everywhere', () => {
    const { redact } = createRedactor(POD, parse(POD));
    expect(redact('cart-0 on worker-17, cart-0 again')).toBe(
      '<name-1> on <node-1>, <name-1> again',
    );
  });

  test('two pastes of the same text are redacted alike', () => {
    expect(redactAll(POD)).toBe(redactAll(POD));
  });

  test('what was replaced can be shown', () => {
    expect(createRedactor(POD, parse(POD)).replacements).toContainEqual({
      kind: 'namespace',
      original: 'acme-shop',
      placeholder: '<namespace-1>',
    });
  });
});

describe('names that only stand beside the pod', () => {
  const text = `Name: cart-0
Namespace: acme-shop
Service Account: payments-sa
Containers:
  app:
    Image: a:1
    Environment Variables from:
      cart-settings  ConfigMap  Optional: false
    Mounts:
      /data from ledger-volume (rw)
Volumes:
  ledger-volume:
    Type: EmptyDir (x)`;

  test.each([
    ['a ConfigMap of variables', 'Error: configmap "cart-settings" not found'],
    ['a service account', 'serviceaccount "payments-sa" not found'],
    ['a volume', 'unmounted volumes=[ledger-volume]: timed out'],
  ])('%s', (_name, message) => {
    expect(createRedactor(text, parse(text)).redact(message)).not.toMatch(
      /cart-settings|payments-sa|ledger-volume/u,
    );
  });

  test('a pod and its node in events alone', () => {
    const row = 'Successfully assigned acme-shop/cart-0 to worker-17';
    expect(redactAll(`Events:\n  Normal  Scheduled  1s  default-scheduler  ${row}`)).not.toMatch(
      /cart|acme|worker/u,
    );
  });
});

test('the Deployment of a ReplicaSet, which only commands name', () => {
  const text = `Name: ledger-6c5d-x
Labels: pod-template-hash=6c5d
Controlled By: ReplicaSet/ledger-6c5d`;
  const run = 'kubectl rollout status deployment/ledger';
  expect(createRedactor(text, parse(text)).redact(run)).not.toContain('ledger');
});

test('lines of a long value of a variable', () => {
  const text = `Containers:
  app:
    Image: a:1
    Environment:
      KEY:  first-part
            second-part
    Mounts: <none>`;
  expect(createRedactor(text, parse(text)).redact('read second-part')).toBe('read <environment-2>');
});

test('each of thousands of names goes', () => {
  const rows = Array.from({ length: 3000 }, (_, i) => `web-${i}   1/1   Running   0   1d`);
  const text = ['NAME   READY   STATUS   RESTARTS   AGE', ...rows].join('\n');
  expect(redactAll(text)).not.toContain('web-');
});

describe('redact', () => {
  test.each([
    ['an address', 'dial tcp 10.1.2.3: timeout', 'dial tcp <ip-1>: timeout'],
    ['an address and a port', 'dial tcp 10.1.2.3:443: timeout', 'dial tcp <ip-1>:443: timeout'],
    ['a range of addresses', 'route 10.1.2.0/24', 'route <ip-1>/24'],
    ['an IPv6 address', 'dial tcp [2001:db8::7]:443', 'dial tcp [<ip-1>]:443'],
    [
      'a whole IPv6 address',
      'from 2001:0db8:0000:0000:0000:ff00:0042:8329 to ::1',
      'from <ip-1> to <ip-2>',
    ],
    ['a host', 'lookup db.acme.example: no such host', 'lookup <host-1>: no such host'],
    ['a host of the cluster', 'Get "http://cart.acme.svc:80/"', 'Get "http://<host-1>:80/"'],
    ['a host in a path', 'https://git.acme.example/x', 'https://<host-1>/x'],
    ['an image', 'Failed to pull image "acme.example/a/b:1"', 'Failed to pull image "<image-1>"'],
    ['a Secret of a message', 'secret "db-creds" not found', 'secret "<name-1>" not found'],
    ['several pods of a message', 'pods "web-7d9-" is forbidden', 'pods "<name-1>" is forbidden'],
    ['a volume with a name of its own', 'volume "shop-media" : x', 'volume "<name-1>" : x'],
    ['a pod of a set', 'create Pod db-0 in StatefulSet x', 'create Pod <name-1> in StatefulSet x'],
    [
      'a pod and its node',
      'Successfully assigned acme/cart-0 to worker-17',
      'Successfully assigned <name-1>/<name-2> to <name-3>',
    ],
    ['an image of a template', '    Image:  postgres:16', '    Image:  <image-1>'],
    [
      'a disk and a machine',
      'vol-0c1b7e55d9a34f210 on i-03fa9be21c77d0e15',
      '<name-1> on <name-2>',
    ],
    ['a mail address', 'ask ada@acme.example', 'ask <secret-1>'],
    ['an identifier', 'pod 1b4e28ba-2fa1-11d2-883f-0016d3cca427', 'pod <name-1>'],
    ['a digest', `sha256:${'4f1d'.repeat(16)}`, 'sha256:<name-1>'],
    [
      'a token of a service account',
      'token eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJrdWJlIn0.c2lnbmF0dXJl used',
      'token <secret-1> used',
    ],
    ['a bearer token', 'Bearer abcDEF123456 was refused', 'Bearer <secret-1> was refused'],
    ['a password', 'password=hunter22 was wrong', 'password=<secret-1> was wrong'],
    ['a quoted secret', '"api_key": "abcdef"', '"api_key": "<secret-1>"'],
    ['a password in an address', 'postgres://app:hunter22@db/x', 'postgres://app:<secret-1>@db/x'],
    [
      'a secret in a JSON string',
      '{"m":"{\\"password\\":\\"hunter22\\"}"}',
      '{"m":"{\\"password\\":\\"<secret-1>\\"}"}',
    ],
    ['a pod of a structured log', 'pod="shop/web-7"', 'pod="<name-1>/<name-2>"'],
    [
      'a user',
      'User "ada" cannot list resource "pods"',
      'User "<name-1>" cannot list resource "pods"',
    ],
    [
      'a service account',
      'system:serviceaccount:shop:builder',
      'system:serviceaccount:<name-1>:<name-2>',
    ],
    ['a namespace of a command', '$ kubectl get po -n acme', '$ kubectl get po -n <name-1>'],
    [
      'the user of a prompt',
      'ada@laptop:~/acme$ kubectl get po',
      '<name-1>@<name-2>:~/acme$ kubectl get po',
    ],
    ['a key of a cloud', 'key AKIAIOSFODNN7EXAMPLE', 'key <secret-1>'],
    ['a token of GitHub', `token: ghp_${'a1B2'.repeat(6)}`, 'token: <secret-1>'],
  ])('%s', (_name, message, expected) => {
    expect(redactMessage(message)).toBe(expected);
  });

  test.each([
    ['times', 'Tue, 10 Nov 2026 09:15:02 +0000'],
    ['times of a log', '2026-11-10T09:15:02.123Z started'],
    ['versions', 'kubectl v1.33.1 and Docker 27.3'],
    ['public registries', 'Get "https://registry-1.docker.io/v2/": EOF'],
    ['other public registries', 'from quay.io, ghcr.io, gcr.io and registry.k8s.io:'],
    ['namespaces of every cluster', 'kube-system and default'],
    ['labels of Kubernetes', 'untolerated taint {node.kubernetes.io/disk-pressure: }'],
    ['fields of the API', 'spec.containers{app}: status.phase'],
    ['files', 'open /etc/app/config.yaml: no such file'],
    ['codes and sizes', 'exit code 137, 128Mi, 500m, 0/4 nodes'],
    ['a condition', 'PodScheduled False'],
    ['steps of the kubelet', 'MountVolume.SetUp failed, UnmapVolume.TearDown failed'],
  ])('%s stay', (_name, message) => {
    expect(redactMessage(message)).toBe(message);
  });

  test.each([
    ['a hyphen joins it to more', 'cart-0-backup', '<name-1>-backup'],
    ['a hyphen joins it to something before', 'my-cart-0', 'my-<name-1>'],
    ['it is short and joined to more', 'cart-service', 'cart-service'],
    ['letters make it another word', 'checkouts', 'checkouts'],
    ['a terminal coloured it', 'pod \u001b[31mcart-0\u001b[0m failed', 'pod <name-1> failed'],
    ['a colour stands inside of it', 'cart\u001b[1m-0', '<name-1>'],
    ['an invisible character stands inside of it', 'cart-\u200b0', '<name-1>'],
    ['an escaped line break stands before it', 'pod:\\ncart-0\\n', 'pod:\\n<name-1>\\n'],
    ['an address encodes what stands around it', 'pods%2Fcart-0%2Flog', 'pods%2F<name-1>%2Flog'],
    ['the environment spells it', 'CHECKOUT_SERVICE_HOST', '<container-1>_SERVICE_HOST'],
    ['it stands between underscores', 'pod_cart-0_log', 'pod_<name-1>_log'],
    ['it stands in quotes', 'pod "cart-0"', 'pod "<name-1>"'],
    ['it ends a sentence', 'in cart-0.', 'in <name-1>.'],
  ])('a name where %s', (_name, message, expected) => {
    expect(createRedactor(POD, parse(POD)).redact(message)).toBe(expected);
  });

  test('the longest text wins', () => {
    const text = 'Name: web\nNamespace: web-shop\nNode: web-shop-1';
    expect(createRedactor(text, parse(text)).redact('web web-shop web-shop-1')).toBe(
      '<name-1> <namespace-1> <node-1>',
    );
  });

  test.each(['__proto__', 'constructor', 'a.b*c', 'a|b', '$&', '<none>'])(
    'a pod named %s harms nothing',
    (name) => {
      const text = `Name: ${name}\nNamespace: shop`;
      expect(createRedactor(text, parse(text)).redact('other')).toBe('other');
    },
  );

  test('without anything to replace the text stays', () => {
    const { redact, replacements } = createRedactor('', parse(''));
    expect([redact('some text'), replacements]).toEqual(['some text', []]);
  });
});

describe('in slices', () => {
  const LINE = 'E1121 10:11:12.345678 1234 kubelet.go:1] "Error syncing pod" pod="shop/web-7f"';
  const manyLines = `${`${LINE}\n`.repeat(6000)}pod="acme/last-one" by ada@acme.example`;

  test.each([
    ['a short text', POD],
    ['many lines', manyLines],
    ['one long line', manyLines.replaceAll('\n', ' ')],
    ['one long line without any space', 'x'.repeat(500_000)],
    ['nothing', ''],
  ])('the same is found: %s', (_name, text) => {
    const report = parse(text);
    expect(finish(createRedactorInSteps(text, report)).replacements).toEqual(
      createRedactor(text, report).replacements,
    );
  });

  test.each([
    ['lines', manyLines],
    ['words', manyLines.replaceAll('\n', ' ')],
    [
      'JSON without a space',
      `["${manyLines.replaceAll('\n', '","').replaceAll(/ (?!pod=)/gu, ',')}"]`,
    ],
  ])('no name is cut where a long text of %s is', (_name, text) => {
    const redactor = createRedactor(text, parse(text));
    expect(redactor.replacements.map(({ original }) => original)).toEqual([
      'ada@acme.example',
      'shop',
      'web-7f',
      'acme',
      'last-one',
      'acme.example',
    ]);
    expect(redactor.redact(text)).not.toMatch(/acme|web-7f|shop/u);
  });

  test('it pauses more often the longer the text is', () => {
    const pausesFor = (text: string) => [...createRedactorInSteps(text, parse(text))].length;
    expect(pausesFor(manyLines)).toBeGreaterThan(2 * pausesFor(POD));
  });
});
