import { podIn } from './pod-in-line.ts';
import type { ObjectReport } from './types.ts';

/** Placeholders that a command may hold, as `<name>`. */
export const PLACEHOLDERS = [
  'pod',
  'namespace',
  'container',
  'node',
  'image',
  'pvc',
  'pv',
  'storageclass',
  'deployment',
  'workload',
  'service',
  'secret',
  'configmap',
  'registry',
  'port',
  'path',
  'key',
  'value',
  'label',
  'quantity',
  'revision',
  'command',
  'selector',
  'pid',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type Values = Readonly<Partial<Record<Placeholder, string>>>;

const PLACEHOLDER = /<([a-z]+)>/gu;
/** What Kubernetes allows as a name; nothing else is put into a command that somebody will run. */
const DNS_NAME = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/u;
const IMAGE = /^[A-Za-z0-9][\w.:/@-]{0,500}$/u;

function safe(name: Placeholder, value: string | undefined): Values {
  if (value === undefined) return {};
  return (name === 'image' ? IMAGE : DNS_NAME).test(value) ? { [name]: value } : {};
}

const WORKLOAD = /^(?:Deployment|StatefulSet|DaemonSet|Job)$/u;
/** A pair that `kubectl -l` takes without quotes: lengths and characters as Kubernetes allows them for labels. */
const PAIR = /^[A-Za-z0-9][\w./-]{0,316}=[A-Za-z0-9][\w.-]{0,62}$/u;

/** A selector of equal pairs only; others need quotes. */
function selectorOf({ fields }: ObjectReport): Values {
  const selector = fields.find(({ name }) => name === 'Selector')?.value ?? '';
  return selector.split(',').every((pair) => PAIR.test(pair)) ? { selector } : {};
}

/** What a workload, or the owner of a pod, is called: `ReplicaSet/web-6c` belongs to deployment `web`. */
function ownerValues(object: ObjectReport): Values {
  const own = WORKLOAD.test(object.kind) ? [object.kind, object.name?.value] : undefined;
  const [kind = '', name = ''] = own ?? object.controlledBy?.value.split('/') ?? [];
  const hash = object.labels.find((label) => label.name === 'pod-template-hash')?.value;
  if (kind === 'ReplicaSet' && hash !== undefined && name.endsWith(`-${hash}`)) {
    const deployment = name.slice(0, -hash.length - 1);
    return DNS_NAME.test(deployment) ? { deployment, workload: `deployment/${deployment}` } : {};
  }
  if (!WORKLOAD.test(kind) || !DNS_NAME.test(name)) return {};
  return {
    workload: `${kind.toLowerCase()}/${name}`,
    ...(kind === 'Deployment' ? { deployment: name } : {}),
  };
}

/** Lines of a log that are looked at. */
const LINES = 200;

/** The one pod that lines without any column are about; nothing when there are several. */
function podOfLines({ layout, loose }: ObjectReport): Values {
  const pods = new Set<string>();
  for (const { text } of layout === 'text' ? loose.slice(0, LINES) : []) {
    const pod = podIn(text);
    if (pod) pods.add(`${pod.namespace} ${pod.name}`);
  }
  const [namespace, pod] = pods.size === 1 ? [...pods].join().split(' ') : [];
  return { ...safe('namespace', namespace), ...safe('pod', pod) };
}

/**
 * Collects what an object tells about the placeholders of commands.
 *
 * Values that are no valid names are left out, so that a hostile paste cannot write a command.
 *
 * @param container Name of the container that a finding is about.
 */
export function commandValues(object: ObjectReport, container?: string): Values {
  const named = object.containers.filter(({ name }) => name === container);
  const only = named[0] ?? (object.containers.length === 1 ? object.containers[0] : undefined);
  const name = object.name?.value;
  const claims = object.volumes.flatMap(({ fields }) =>
    fields.filter((one) => one.name === 'ClaimName'),
  );
  const own: Readonly<Record<string, Placeholder>> = {
    Pod: 'pod',
    Node: 'node',
    PersistentVolumeClaim: 'pvc',
    PersistentVolume: 'pv',
    Service: 'service',
    Namespace: 'namespace',
  };
  const placeholder = Object.hasOwn(own, object.kind) ? own[object.kind] : undefined;
  return {
    ...podOfLines(object),
    ...safe('namespace', object.namespace?.value),
    ...(placeholder ? safe(placeholder, name) : {}),
    ...selectorOf(object),
    ...(object.node?.value === '<none>' ? {} : safe('node', object.node?.value)),
    ...safe('container', only?.name ?? container),
    ...safe('image', only?.image?.value),
    ...(claims.length === 1 ? safe('pvc', claims[0]?.value) : {}),
    ...ownerValues(object),
  };
}

/** A piece of a command: text, or a placeholder that is still to be filled in by the reader. */
export interface CommandPart {
  readonly text: string;
  readonly open: boolean;
}

/**
 * Splits a command so that every second piece is a flag. A line must not break inside one: `--` and `tail` on two lines
 * is no `--tail`.
 */
export const splitFlags = (text: string): string[] => text.split(/(?<=\s)(--?[\w-]+)/u);

/** Fills in what is known and keeps the rest as marked placeholders. */
export function fillCommand(run: string, values: Values): CommandPart[] {
  const parts: CommandPart[] = [];
  let end = 0;
  const add = (text: string, open: boolean) => {
    const last = parts.at(-1);
    if (!open && last?.open === false) parts[parts.length - 1] = { text: last.text + text, open };
    else if (text !== '') parts.push({ text, open });
  };
  for (const { 0: whole, 1: name, index } of run.matchAll(PLACEHOLDER)) {
    add(run.slice(end, index), false);
    const value = Object.hasOwn(values, name ?? '')
      ? (values as Readonly<Record<string, string | undefined>>)[name ?? '']
      : undefined;
    add(value ?? whole, value === undefined);
    end = index + whole.length;
  }
  add(run.slice(end), false);
  return parts;
}
