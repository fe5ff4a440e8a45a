import type { Probe, ProbeKind } from '../types.ts';

const HANDLER = /^(?:http-get|tcp-socket|exec|grpc|unknown)/u;
const FIRST_NUMBER = /(?:delay|timeout|period|#success|successThreshold)=\d/u;
const NUMBERS = {
  initialDelay: /\bdelay=(\d+)s/u,
  timeout: /\btimeout=(\d+)s/u,
  period: /\bperiod=(\d+)s/u,
  successThreshold: /(?:#success|successThreshold)=(\d+)/u,
  failureThreshold: /(?:#failure|failureThreshold)=(\d+)/u,
};

const PROBE_KEY = /^(?:Liveness|Readiness|Startup)$/u;
const ENDS_COMMAND = /\] delay=\d+s timeout=/u;

/** Whether the command of a probe is a script that goes on below its first line. */
export function isOpenProbe(key: string, value: string): boolean {
  return PROBE_KEY.test(key) && value.startsWith('exec [') && !ENDS_COMMAND.test(value);
}

/** Whether a script ends in this line: the numbers of the probe stand behind it. */
export function endsProbe(text: string): boolean {
  return ENDS_COMMAND.test(text);
}

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
  // A script may hold such words itself: the numbers are what comes last.
  const delay = text.lastIndexOf('delay=');
  const cut = delay < 0 ? text.search(FIRST_NUMBER) : delay;
  const head = cut < 0 ? text : text.slice(0, cut);
  const found = HANDLER.exec(head)?.[0];
  const handler = found ?? 'unknown';
  const target = found === undefined ? '' : head.slice(found.length).trim();
  const tail = cut < 0 ? '' : text.slice(cut);
  const numbers = Object.entries(NUMBERS).flatMap(([name, pattern]) => {
    const digits = pattern.exec(tail)?.[1];
    return digits === undefined ? [] : [[name, Number(digits)] as const];
  });
  return { kind, handler, target, line, ...Object.fromEntries(numbers) };
}
