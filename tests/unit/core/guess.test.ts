import { describe, expect, test } from 'vitest';
import { guessInput } from '../../../src/core/guess.ts';

describe('guessInput', () => {
  test.each([
    ['empty', ''],
    ['empty', ' \n\t\n'],
    ['notFound', 'Error from server (NotFound): pods "web-0" not found'],
    [
      'notFound',
      '$ kubectl describe pod web-0\nError from server (NotFound): pods "web-0" not found',
    ],
    [
      'forbidden',
      'Error from server (Forbidden): pods "web-0" is forbidden: User "ada" cannot get resource "pods"',
    ],
    ['noResources', 'No resources found in shop namespace.'],
    ['json', '{\n  "apiVersion": "v1"\n}'],
    ['json', '[{"kind": "Pod"}]'],
    ['logs', '{"level":"error","msg":"cannot bind"}'],
    ['logs', '{"log":"cannot bind\\n","stream":"stderr","time":"2026-11-21T03:00:00Z"}'],
    ['yaml', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web-0'],
    ['yaml', '---\nspec:\n  replicas: 3'],
    ['logs', '2026-11-10T09:15:02Z started'],
    ['logs', '2026/11/10 09:15:02 started'],
    ['logs', 'I1110 09:15:02.000000       1 main.go:1] started'],
    ['logs', '[09:15:02] started'],
    ['logs', 'time="2026-11-10" level=info msg=started'],
    ['logs', 'Nov 10 09:15:02 node-3 kubelet: started'],
    ['prose', 'My pod does not start, can you help?'],
    ['prose', '我的 Pod 起不来'],
    ['prose', 'x'.repeat(1_000_000)],
  ])('%s', (guess, text) => {
    expect(guessInput(text)).toBe(guess);
  });
});
