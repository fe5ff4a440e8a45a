import { expect, test } from 'vitest';
import { splitTerms, stripNames, toTerms, toWords } from '../../../../src/core/search/index.ts';

test.each([
  {
    name: 'an address with a port',
    text: 'dial tcp 10.96.0.1:443: refused',
    kept: 'dial tcp  : refused',
  },
  { name: 'a URL', text: 'Get "https://registry.example.com/v2/": EOF', kept: 'Get "  EOF' },
  {
    name: 'a UID',
    text: 'pod 5b1c2f9e-8a34-4c77-9d1e-0a2b3c4d5e6f gone',
    kept: 'pod   gone',
  },
  { name: 'a digest', text: 'sha256:9f86d081884c7d659a2feaa0c55ad015 missing', kept: '  missing' },
  {
    name: 'a path',
    text: 'stat /var/lib/calico/nodename: no such file',
    kept: 'stat  : no such file',
  },
  { name: 'a time', text: '2026-03-01T10:20:30Z failed at 11:22:33.5', kept: '  failed at  ' },
])('strips $name', ({ text, kept }) => {
  expect(stripNames(text)).toBe(kept);
});

test.each([
  {
    name: 'camel case whole and in parts',
    text: 'ImagePullBackOff',
    terms: ['imagepullbackoff', 'imag', 'pull', 'back'],
  },
  {
    name: 'endings away',
    text: 'mounting volumes refused retries',
    terms: ['mount', 'volum', 'refus', 'retry'],
  },
  { name: 'time out as one word', text: 'i/o timed out', terms: ['timeout'] },
  { name: 'a zone of AWS', text: 'disk in eu-west-1a', terms: ['disk', 'zone'] },
  { name: 'a zone of Google', text: 'disk in europe-west1-b', terms: ['disk', 'zone'] },
  { name: 'a zone of Alibaba', text: 'disk in cn-hangzhou-h', terms: ['disk', 'zone'] },
  { name: 'no pod as a zone', text: 'web-api2-a', terms: ['web', 'api2'] },
  { name: 'no stop words', text: 'why is my pod not there', terms: [] },
  { name: 'numbers of an exit code', text: 'exit code 137', terms: ['exit', 'code', '137'] },
  { name: 'Chinese in runs', text: '镜像拉取失败 denied', terms: ['deni', '镜像拉取失败'] },
])('cuts into terms: $name', ({ text, terms }) => {
  expect(toTerms(text)).toEqual(terms);
});

test('splits Chinese into pairs, so that a part of a word is found in the whole', () => {
  expect(splitTerms(['镜像拉取', 'cni', '卷'])).toEqual(['镜像', '像拉', '拉取', 'cni', '卷']);
  expect(toWords('拉取镜像')).toEqual(['拉取', '取镜', '镜像']);
});

test.each([
  ['volume', 'volumes'],
  ['image', 'images'],
  ['refuse', 'refused'],
  ['mount', 'mounting'],
  ['policy', 'policies'],
  ['address', 'addresses'],
  ['stop', 'stopped'],
])('%s and %s are one word', (one, other) => {
  expect(toTerms(one)).toEqual(toTerms(other));
});

test('two clusters print the same words', () => {
  const line = (pod: string, node: string, uid: string) =>
    `Unable to attach or mount volumes for pod "${pod}_shop(${uid})" on ${node}: timed out waiting for the condition`;
  const one = toWords(line('web-0', '10.0.3.7', '5b1c2f9e-8a34-4c77-9d1e-0a2b3c4d5e6f'));
  const other = toWords(line('web-1', '10.8.9.1', '0d9f3a1b-1234-4c77-9d1e-0a2b3c4d5e6f'));
  expect(other).toEqual(one);
});
