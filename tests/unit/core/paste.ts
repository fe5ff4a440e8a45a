// Writes small pastes as kubectl prints them, for tests that need a whole object.
import { parse } from '../../../src/core/parse/index.ts';
import type { ObjectReport } from '../../../src/core/types.ts';

export const RUNNING = 'State: Running\nReady: True\nRestart Count: 0';
export const NOT_READY = 'State: Running\nReady: False\nRestart Count: 0';
export const CRASHING = `State: Waiting
  Reason: CrashLoopBackOff
Last State: Terminated
  Reason: Error
  Exit Code: 3
Ready: False
Restart Count: 5`;

export interface Pod {
  /** First-level fields between the namespace and the containers. */
  readonly fields?: string;
  /** Lines below the image, by container name. */
  readonly containers?: Readonly<Record<string, string>>;
  readonly init?: Readonly<Record<string, string>>;
  /** Rows without their indent; the section is missing when undefined. */
  readonly events?: readonly string[] | undefined;
}

const indent = (text: string, by: string) => text.replaceAll(/^/gmu, by);

function section(heading: string, containers: Readonly<Record<string, string>>): string[] {
  const blocks = Object.entries(containers).map(
    ([name, lines]) =>
      `  ${name}:\n    Image: registry.example/${name}:1\n${indent(lines, '    ')}`,
  );
  return blocks.length === 0 ? [] : [heading, ...blocks];
}

export const eventsText = (...rows: readonly string[]): string =>
  rows.length === 0
    ? 'Events:  <none>'
    : [
        'Events:',
        '  Type     Reason            Age  From               Message',
        '  ----     ------            ---  ----               -------',
        ...rows.map((row) => `  ${row}`),
      ].join('\n');

export function podText({ fields, containers = { app: RUNNING }, init = {}, events }: Pod): string {
  return [
    'Name: web-0',
    'Namespace: shop',
    ...(fields === undefined ? [] : [fields]),
    ...section('Init Containers:', init),
    ...section('Containers:', containers),
    ...(events === undefined ? [] : [eventsText(...events)]),
  ].join('\n');
}

/** The only object of a paste. */
export function onlyObject(text: string): ObjectReport {
  const [object, ...others] = parse(text).objects;
  if (!object || others.length > 0) throw new Error(`not one object:\n${text}`);
  return object;
}
