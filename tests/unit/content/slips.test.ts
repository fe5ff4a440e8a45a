import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { LOCALES } from '../../../src/core/index.ts';
import { findWords } from '../../../src/lib/confirmed.ts';
import { readContentTexts, readOfferedCommands } from '../../helpers/content-texts.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** A pattern that a search and replace has carried from a rule into a sentence. */
const PATTERN = /\(\?[:=!<]|\[\^\\|\\[dswb][+*]/u;

describe('no piece of a pattern in a sentence', () => {
  test('data', () => {
    const files = globSync('content/**/*.yaml', { cwd: ROOT });
    expect(files.length).toBeGreaterThan(0);
    expect(
      files.flatMap((file) => {
        const data: unknown = parse(readFileSync(join(ROOT, file), 'utf8'));
        return LOCALES.flatMap((locale) =>
          findWords(data, locale)
            .filter((text) => PATTERN.test(text))
            .map((text) => `${file}: ${text}`),
        );
      }),
    ).toEqual([]);
  });

  test('texts', () => {
    const texts = readContentTexts();
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter(({ source }) => PATTERN.test(source)).map(({ file }) => file)).toEqual([]);
  });

  test.each([
    [String.raw`creating pod sandbox[^\n]*`, true],
    ['(?:reading|pinging)', true],
    ['(0/3 nodes)', false],
    ['`spec.containers[*].ports[?(@.name=="web")]`', false],
  ])('%s', (text, found) => {
    expect(PATTERN.test(text)).toBe(found);
  });
});

// <quantity> is an amount of a resource, such as 256Mi: nobody can scale to that.
test('a number of replicas is a <value> or a number', () => {
  const scaled = readOfferedCommands().filter(({ run }) => run.includes('--replicas'));
  expect(scaled.length).toBeGreaterThan(0);
  expect(scaled.filter(({ run }) => !/--replicas=(?:<value>|\d)/u.test(run))).toEqual([]);
});

/** Programs on a node that tell a plain user nothing or refuse, where a command may begin. */
const NEEDS_ROOT =
  /(?:^|[;|&]\s*|\$\()(?:crictl|ctr|journalctl|nsenter|tcpdump|dmesg|chattr|lsattr|umount|modprobe|kubeadm certs|sysctl -w|systemctl (?:re)?start|install -D|mv \/)/u;

/**
 * What `kubectl debug` makes of a pod without a profile depends on the kubectl: before 1.36 a copy
 * keeps its probes, which kill the shell; since then it asks for SYS_PTRACE, which Pod Security
 * refuses. (A node's debugging pod is the same in both.)
 */
test('who debugs a pod names the profile', () => {
  const debugs = readOfferedCommands().filter(({ run }) => /^kubectl debug (?!node\/)/u.test(run));
  expect(debugs.length).toBeGreaterThan(0);
  expect(debugs.filter(({ run }) => !/ --profile=\w+/u.test(run))).toEqual([]);
});

describe('commands on a node run for a user who is not root', () => {
  test('all of them', () => {
    const offered = readOfferedCommands();
    const plain = offered.filter(
      ({ run }) =>
        !run.startsWith('sudo sh -c ') && !run.startsWith('kubectl debug ') && NEEDS_ROOT.test(run),
    );
    expect(offered.length).toBeGreaterThan(0);
    expect(plain).toEqual([]);
  });

  test.each([
    ['crictl images', true],
    ['date; journalctl -k', true],
    ['sudo crictl rm "$(crictl ps -q)"', true],
    ['sudo crictl images | grep pause', false],
    ['systemctl status kubelet', false],
    ['kubectl get pods | grep journalctl', false],
  ])('%s', (run, found) => {
    expect(NEEDS_ROOT.test(run)).toBe(found);
  });
});

const READS_APPS = /\.(?:containers|containerStatuses)\[/u;

/** Where only the containers of the application count. */
const APPS_ONLY = [
  // one program in one container, known by name
  'component=kube-scheduler',
  'grep csi-attacher',
  // which run ended the Job
  'job-name=<value>',
  // a request counts for the whole life of the pod
  'requests.cpu,MEMORY:',
  '-l <selector>',
];

// Init containers and sidecars crash, mount, probe and run out of memory like the others, and the
// pod lists them elsewhere: `{range .spec['initContainers','containers'][*]}` reads both.
test('who reads the containers of a pod reads its init containers, too', () => {
  // app-completed: init containers end with 0, as they should
  const readers = readOfferedCommands().filter(
    ({ where, run }) => READS_APPS.test(run) && !where.includes('app-completed'),
  );
  expect(readers.length).toBeGreaterThan(0);
  expect(
    readers.filter(
      ({ run }) => !run.includes('initContainer') && !APPS_ONLY.some((part) => run.includes(part)),
    ),
  ).toEqual([]);
});
