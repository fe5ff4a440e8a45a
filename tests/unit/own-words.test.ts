// What a program writes, and what an event is about, decides whose words they are: a program that cannot open a file on
// a busy device is no volume that cannot be unmounted, and a probe without its command is no image without it.
import { describe, expect, test } from 'vitest';
import { diagnose, type Finding } from '../../src/core/index.ts';
import { RULES } from '../helpers/catalogue.ts';

const isStrong = ({ confidence, past }: Finding) => confidence !== 'possible' && !past;
const strongCauses = (text: string) =>
  diagnose(text, RULES)
    .findings.filter(isStrong)
    .map(({ cause }) => cause);

const crashed = (message: string, reason = 'Error') => `Name:         quay-0
Namespace:    port
Node:         berth-2/10.4.0.2
Status:       Running
Containers:
  quay:
    Image:          registry.example/quay:1
    State:          Waiting
      Reason:       CrashLoopBackOff
    Last State:     Terminated
      Reason:       ${reason}
      Message:      ${message}
      Exit Code:    1
    Ready:          False
    Restart Count:  8
`;

describe('words of a program that ended itself', () => {
  test.each([
    ['open /run/containerd/containerd.sock: permission denied', 'container-runtime-failure'],
    ['rpc error: code = Unavailable desc = transport is closing', 'container-runtime-failure'],
    ["fatal: repository 'https://git.example/port/tide.git/' not found", 'image-not-found'],
    [
      'Get "https://schema-registry.port.svc:8081/subjects": x509: certificate signed by unknown authority',
      'image-registry-tls',
    ],
    [
      'Get "http://image-service.port.svc/v2/thumbs": dial tcp 10.96.4.4:80: connect: connection refused',
      'image-registry-unreachable',
    ],
    ['npm ERR! 401 Unauthorized - GET https://npm.registry.example/tide', 'image-auth-failed'],
    ['worker 3 is unresponsive, shutting down', 'node-lost'],
    ["rm: cannot remove '/data/lock': Device or resource busy", 'deletion-blocked-by-volume'],
    ["rm: can't remove '/cache/a': Operation not permitted", 'deletion-blocked-by-immutable-file'],
    ['release tide exceeded its progress deadline', 'deadline-exceeded'],
    ['dial tcp 10.96.4.4:2379: connect: connection refused', 'etcd-unavailable'],
    ['GET https://10.4.1.9:8443/: net/http: TLS handshake timeout', 'apiserver-unavailable'],
  ])('%s: not %s', (message, cause) => {
    const causes = strongCauses(crashed(message));
    expect(causes).not.toContain(cause);
    expect(causes).not.toHaveLength(0);
  });

  test('a full disk may be that of a volume', () => {
    const [first] = diagnose(crashed('write /data/wal/7: no space left on device'), RULES).findings;
    expect(first).toMatchObject({ cause: 'node-disk-full', confidence: 'likely' });
  });

  test.each([
    ['exec /usr/bin/quay: exec format error', 'image-architecture-mismatch'],
    ['inotify_add_watch /etc/quay: no space left on device', 'cgroup-limit-reached'],
    ['pods is forbidden: User "system:serviceaccount:port:quay" cannot list', 'rbac-forbidden'],
  ])('%s: %s', (message, cause) => {
    expect(strongCauses(crashed(message))).toContain(cause);
  });

  test('words of the runtime stand in the same place', () => {
    const message =
      'failed to create containerd task: failed to create shim task: ttrpc: closed: unknown';
    expect(strongCauses(crashed(message, 'StartError'))).toContain('container-runtime-failure');
    expect(strongCauses(crashed(message))).not.toContain('container-runtime-failure');
  });
});

describe('words in an event about something else', () => {
  test.each([
    [
      'Unhealthy',
      'Readiness probe errored: rpc error: code = Unknown desc = failed to exec in container: exec failed: unable to start container process: exec: "curl": executable file not found in $PATH: unknown',
      'command-not-found',
    ],
    [
      'FailedPostStartHook',
      'Exec lifecycle hook ([/bin/moor]) for Container "quay" failed - error: exec: "/bin/moor": permission denied: unknown',
      'command-not-executable',
    ],
    [
      'FailedMount',
      'MountVolume.SetUp failed for volume "nfs" : mount failed: exec: "mount.nfs": executable file not found in $PATH',
      'command-not-found',
    ],
    [
      'FailedMount',
      'MountVolume.SetUp failed for volume "image-registry" : rpc error: dial tcp 10.1.1.1:9000: connect: connection refused',
      'image-registry-unreachable',
    ],
    [
      'FailedMount',
      'MountVolume.SetUp failed for volume "images" : Post "https://vault.example/v1": x509: certificate signed by unknown authority',
      'image-registry-tls',
    ],
    [
      'Unhealthy',
      'Readiness probe failed: Get "http://10.2.2.2:5000/v2/": dial tcp 10.2.2.2:5000: connect: connection refused',
      'image-registry-unreachable',
    ],
    [
      'Unhealthy',
      'Readiness probe failed: Get "https://10.2.2.2:8443/": net/http: TLS handshake timeout',
      'probe-bad-response',
    ],
    [
      'FailedCreate',
      'Error creating: Internal error occurred: failed calling webhook "image-policy.example": failed to call webhook: Post "https://image-policy.port.svc:443/": x509: certificate signed by unknown authority',
      'image-registry-tls',
    ],
    [
      'Failed',
      'Error: failed to create containerd task: OCI runtime create failed: error running prestart hook #0: exec: "nvidia-container-runtime-hook": executable file not found in $PATH: unknown',
      'command-not-found',
    ],
  ])('%s %s: not %s', (reason, message, cause) => {
    const causes = strongCauses(`Warning  ${reason}  9s (x9 over 9m)  kubelet  ${message}`);
    expect(causes).not.toContain(cause);
    expect(causes).not.toHaveLength(0);
  });
});
