import type { Probe, ProbeKind } from '../types.ts';

const HANDLER =
  /^(http-get|tcp-socket|exec|grpc|unknown)\s*(.*?)\s*(?=delay=|timeout=|period=|#success=|successThreshold=|$)/u;
const NUMBERS = {
  initialDelay: /\bdelay=(\d+)s/u,
  timeout: /\btimeout=(\d+)s/u,
  period: /\bperiod=(\d+)s/u,
  successThreshold: /(?:#success|successThreshold)=(\d+)/u,
  failureThreshold: /(?:#failure|failureThreshold)=(\d+)/u,
};

/**
 * Reads the probe line of a container, with the thresholds as written before and since kubectl 1.37.
 *
 * Numbers that the line lacks, for example because it was cut, stay undefined.
 * Source: DescribeProbe in kubectl/pkg/describe/describe.go.
 *
 * @example
 * parseProbe('liveness', 'http-get http://:8080/healthz delay=5s timeout=1s period=10s #success=1 #failure=3', 12)
 */
export function parseProbe(kind: ProbeKind, text: string, line: number): Probe {
  const [, handler = 'unknown', target = ''] = HANDLER.exec(text) ?? [];
  const numbers = Object.entries(NUMBERS).flatMap(([name, pattern]) => {
    const digits = pattern.exec(text)?.[1];
    return digits === undefined ? [] : [[name, Number(digits)] as const];
  });
  return { kind, handler, target, line, ...Object.fromEntries(numbers) };
}
