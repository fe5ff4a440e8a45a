import { describe, expect, test } from 'vitest';
import { parseProbe } from '../../../../src/core/parse/probe.ts';

const OLD = 'delay=5s timeout=1s period=10s #success=1 #failure=3';
const NEW = 'delay=5s timeout=1s period=10s successThreshold=1 failureThreshold=3';
const numbers = {
  initialDelay: 5,
  timeout: 1,
  period: 10,
  successThreshold: 1,
  failureThreshold: 3,
};

describe('parseProbe', () => {
  test.each([
    {
      name: 'thresholds up to 1.36',
      text: `http-get http://:8080/healthz ${OLD}`,
      probe: { handler: 'http-get', target: 'http://:8080/healthz', ...numbers },
    },
    {
      name: 'thresholds since 1.37',
      text: `http-get http://:8080/healthz ${NEW}`,
      probe: { handler: 'http-get', target: 'http://:8080/healthz', ...numbers },
    },
    {
      name: 'a host, a named port and HTTPS',
      text: `http-get https://example.org:web/a?b=c ${OLD}`,
      probe: { handler: 'http-get', target: 'https://example.org:web/a?b=c', ...numbers },
    },
    {
      name: 'a TCP socket',
      text: `tcp-socket :5432 ${NEW}`,
      probe: { handler: 'tcp-socket', target: ':5432', ...numbers },
    },
    {
      name: 'a command',
      text: `exec [/bin/sh -c test -f /tmp/ready] ${OLD}`,
      probe: { handler: 'exec', target: '[/bin/sh -c test -f /tmp/ready]', ...numbers },
    },
    {
      name: 'a command of nothing',
      text: `exec [] ${OLD}`,
      probe: { handler: 'exec', target: '[]', ...numbers },
    },
    {
      name: 'gRPC with a service',
      text: `grpc <pod>:9090 shop.Cart ${NEW}`,
      probe: { handler: 'grpc', target: '<pod>:9090 shop.Cart', ...numbers },
    },
    {
      name: 'gRPC without a service, which leaves two spaces',
      text: `grpc <pod>:9090  ${OLD}`,
      probe: { handler: 'grpc', target: '<pod>:9090', ...numbers },
    },
    {
      name: 'a handler that kubectl does not know',
      text: `unknown ${OLD}`,
      probe: { handler: 'unknown', target: '', ...numbers },
    },
    {
      name: 'a line that is cut',
      text: 'http-get http://:8080/healthz delay=5s time',
      probe: { handler: 'http-get', target: 'http://:8080/healthz', initialDelay: 5 },
    },
    {
      name: 'numbers of several digits',
      text: 'tcp-socket :80 delay=120s timeout=30s period=300s #success=2 #failure=40',
      probe: {
        initialDelay: 120,
        timeout: 30,
        period: 300,
        successThreshold: 2,
        failureThreshold: 40,
      },
    },
    { name: 'nothing', text: '', probe: { handler: 'unknown', target: '' } },
    { name: 'something else', text: 'see the docs', probe: { handler: 'unknown', target: '' } },
  ])('$name', ({ text, probe }) => {
    expect(parseProbe('liveness', text, 12)).toMatchObject({
      kind: 'liveness',
      line: 12,
      ...probe,
    });
  });

  test('numbers that the line lacks stay undefined', () => {
    expect(parseProbe('startup', 'tcp-socket :80 period=3s', 7)).toEqual({
      kind: 'startup',
      handler: 'tcp-socket',
      target: ':80',
      line: 7,
      period: 3,
    });
  });
});
