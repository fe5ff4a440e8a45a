// Lines of logs as programs and node components write them, in several wordings of one trouble, and everyday lines with
// the same words.
import { describe, expect, test } from 'vitest';
import { addLooseCauses } from '../../src/core/search/index.ts';
import { diagnose, type Finding } from '../../src/core/index.ts';
import { RULES } from '../helpers/catalogue.ts';

const isStrong = ({ confidence, past }: Finding) => confidence !== 'possible' && !past;
const strongCauses = (text: string) =>
  diagnose(text, RULES)
    .findings.filter(isStrong)
    .map(({ cause }) => cause);

describe('what a line tells', () => {
  test.each([
    ['dependency-unreachable', 'Unable to connect to session-cache:6379 after 12 attempts'],
    ['dependency-unreachable', 'ERROR Failed to connect to ledger-db.books:3306'],
    ['dependency-unreachable', 'Timed out waiting for connection while in state: CONNECTING'],
    ['dependency-unreachable', 'KeeperErrorCode = ConnectionLoss for /brokers/ids'],
    ['dependency-unreachable', 'pymongo.errors.ServerSelectionTimeoutError: tills:27017'],
    ['dependency-unreachable', 'server selection error: context canceled, topology unknown'],
    ['dependency-unreachable', 'Host is unreachable (os error 113)'],
    ['dns-resolution-failed', 'epmd error for host hare-1.hare-nodes.warren: nxdomain'],
    ['dns-resolution-failed', 'tcp connect (tills:5432): non-existing domain - :nxdomain'],
    ['dns-resolution-failed', 'No resolvable bootstrap urls given in bootstrap.servers'],
    ['app-config-invalid', 'json.decoder.JSONDecodeError: Expecting value: line 3 column 1'],
    ['app-error-exit', 'time="2026-11-19T22:10:43Z" level=fatal msg="schema 117 is too new"'],
    ['app-error-exit', '{"level":"fatal","ts":1763541043.2,"msg":"schema 117 is too new"}'],
    ['app-error-exit', 'fatal error: concurrent map iteration and map write'],
    ['app-error-exit', 'F1119 22:10:43.117320       1 main.go:88] schema 117 is too new'],
    ['app-error-exit', 'java.lang.OutOfMemoryError: GC overhead limit exceeded'],
    ['process-aborted', '# A fatal error has been detected by the Java Runtime Environment:'],
    ['process-aborted', 'FATAL ERROR: Reached heap limit - JavaScript heap out of memory'],
    ['etcd-unavailable', '{"level":"warn","msg":"slow fdatasync","took":"1.8s"}'],
    ['etcd-unavailable', '{"level":"warn","msg":"leader is overloaded likely from slow disk"}'],
    [
      'etcd-unavailable',
      '{"level":"warn","msg":"waiting for ReadIndex response took too long, retrying"}',
    ],
    [
      'etcd-unavailable',
      '{"level":"fatal","caller":"etcdmain/etcd.go:204","msg":"discovery failed"}',
    ],
    [
      'controller-manager-down',
      'failed to renew lease kube-system/kube-controller-manager: timed out',
    ],
    [
      'controller-manager-down',
      'error retrieving resource lock kube-system/kube-controller-manager: Unauthorized',
    ],
    [
      'scheduler-down',
      'failed to renew lease kube-system/kube-scheduler: context deadline exceeded',
    ],
    ['scheduler-down', 'error retrieving resource lock kube-system/kube-scheduler: Unauthorized'],
    ['load-balancer-pending', 'unable to resolve at least one subnet (0 match VPC and tags)'],
    [
      'load-balancer-pending',
      'service can not have an IP assigned: no available IPs in pool "lan"',
    ],
    [
      'hpa-metrics-unavailable',
      '"Failed to scrape node" err="status: 403 Forbidden" node="berth-7"',
    ],
    [
      'hpa-metrics-unavailable',
      '"Failed probe" probe="metric-storage-ready" err="no metrics to serve"',
    ],
    [
      'kubelet-admission-rejected',
      '"Failed to admit pod to node" nodeCondition=["MemoryPressure"]',
    ],
    ['volume-zone-conflict', 'api error InvalidVolume.ZoneMismatch: vol-07c1 and i-04d2'],
    [
      'volume-attach-failed',
      'failed to attach: Could not attach volume "vol-07c1": UnauthorizedOperation',
    ],
    ['volume-attach-failed', 'Error processing "csi-1e0a3cdd6e": failed to attach: disk is busy'],
    ['pre-stop-hook-failed', `"PreStop hook failed" err="command '/opt/drain' exited with 1"`],
    [
      'kube-proxy-failure',
      '"Error running ProxyServer" err="open /proc/sys/net/x: permission denied"',
    ],
    [
      'evicted-by-taint',
      'I1119 04:04:52.002218       1 event.go:376] "Event occurred" object="front/quay-0" reason="TaintManagerEviction" message="Marking for deletion Pod front/quay-0"',
    ],
    [
      'node-disk-pressure',
      `I1119 04:04:52.002218       1 event.go:291] Event(v1.ObjectReference{Kind:"Node", Name:"berth-2"}): type: 'Warning' reason: 'EvictionThresholdMet' Attempting to reclaim ephemeral-storage`,
    ],
    ['app-config-invalid', 'Database is uninitialized and superuser password is not specified.'],
    [
      'post-start-hook-failed',
      `"Failed to execute PostStartHook" err="command '/opt/x' exited with 3"`,
    ],
    [
      'deletion-blocked-by-disk-full',
      'failed to "KillPodSandbox" for "7d31": write /var/lib/containerd/x: no space left on device',
    ],
    [
      'node-memory-pressure',
      '"Eviction manager: must evict pod(s) to reclaim" resourceName="memory"',
    ],
    [
      'node-disk-pressure',
      '"Eviction manager: attempting to reclaim" resourceName="ephemeral-storage"',
    ],
    ['cni-failure', 'Error registering network: failed to acquire lease: pod cidr not assigned'],
    [
      'volume-mount-failed',
      'an error (exit status 32) occurred while running mount args: [-t ceph 10.60.0.4:6789:/x] mount error 110 = Connection timed out',
    ],
    [
      'oom-killed',
      'berth-2 systemd[1]: scope: A process of this unit has been killed by the OOM killer.',
    ],
    ['node-out-of-memory', '[ 7093.543707] Out of memory and no killable processes...'],
    ['kernel-limit-reached', '[1234.5] neighbour: arp_cache: neighbor table overflow!'],
    ['kernel-limit-reached', 'cgroup: fork rejected by pids controller in /kubepods/pod7d31'],
    ['container-runtime-failure', 'level=fatal msg="failed to start containerd: exit status 1"'],
    [
      'kube-proxy-failure',
      `proxier.go:733] "Error ensuring ipset" err="required kernel modules are missing"`,
    ],
    [
      'dns-resolution-failed',
      '2 tills.example. A: dial udp 10.60.0.2:53: connect: network is unreachable',
    ],
    ['node-not-ready', 'setters.go:602] "Node became not ready" node="berth-2"'],
    ['node-not-ready', 'client certificate in /etc/kubernetes/kubelet.conf is expired: 2026-11-01'],
    ['killed-by-signal', '/entry.sh: line 12:    17 Killed                  python tally.py'],
    [
      'etcd-unavailable',
      '2026-11-20 10:00:00.1 W | etcdserver: request took too long (2.1s) to execute',
    ],
    ['etcd-unavailable', '[-]etcd failed: reason withheld'],
    ['app-config-invalid', 'ERROR:  database "tills" does not exist'],
    [
      'dependency-unreachable',
      'tills-pool - Connection is not available, request timed out after 9s',
    ],
    ['app-error-exit', 'Error: Unable to access jarfile tills.jar'],
  ])('%s: %s', (cause, line) => {
    expect(strongCauses(`${line}\n`)[0]).toBe(cause);
  });
});

describe('what is said every day', () => {
  test.each([
    'attempting to acquire leader lease kube-system/kube-controller-manager...',
    'successfully acquired lease kube-system/kube-scheduler',
    '[INFO] 10.42.3.7:51877 - 4 "A IN mail.books.svc.cluster.local. udp 64" NXDOMAIN qr,aa,rd 157',
    '{"level":"info","caller":"embed/etcd.go:133","msg":"configuring peer listeners"}',
    'level=info msg="fatal errors so far: 0"',
    'PHP Fatal error:  Allowed time exceeded in /srv/books.php on line 7',
    'INFO ServerSelectionStrategy: nearest',
    'Failed to connect to bus: No data available',
    "[ERROR] Error number 11 means 'Resource temporarily unavailable'",
    'FATAL:  the database system is starting up',
    'level=error msg="lookup ended" err="Get \\"https://people.example/api\\": x509: certificate has expired"',
    'Failed calling webhook: Post "https://guard.port.svc:443/v?timeout=9s": x509: certificate has expired',
    'W1119 watcher.go:229] watch chan error: etcdserver: mvcc: required revision has been compacted',
    '2026-11-20 10:00:00.1 I | etcdserver: start to snapshot (applied: 77, lastsnap: 70)',
    '"Event occurred" object="shop/web-0" reason="Scheduled" message="Successfully assigned shop/web-0 to berth-2"',
    'INFO: 3 workers killed, line 12 of the plan',
    '[+]etcd ok',
    'Error: UPGRADE FAILED: timed out waiting for the condition',
  ])('%s', (line) => {
    expect(strongCauses(`${line}\n`)).toEqual([]);
  });
});

describe('what a log that no rule knows shares with other texts', () => {
  const causes = (text: string) =>
    diagnose(text, RULES, { addLoose: addLooseCauses }).findings.map(({ cause }) => cause);

  test.each([
    '2026-11-19 22:10:43 quay: failed to generate the report of the pod, skipping the node',
    'E1119 22:10:43.117320    1187 pod_workers.go:1301] "Error syncing pod, skipping" pod="port/quay-0"',
  ])('are everyday words: %s', (line) => {
    expect(causes(`${line}\n`)).toEqual([]);
  });
});
