import type { NamedValue, ObjectReport, SourceLine } from '../types.ts';
import { emptyObject } from './object.ts';

const HEADER = /^\s*(?:NAMESPACE\s+)?NAME\s[A-Z\s()-]+$/u;
/** kubectl ends every table with one of these, but for columns of -o wide and --show-labels. */
const LAST_COLUMN = /\s(?:AGE|CREATED AT|ERROR)(?:\s|$)/u;
/** Column names, longer ones before those they begin with, so that a squeezed heading is cut right, too. */
const COLUMN =
  /(?:^|(?<=\s))(?:NOMINATED NODE|READINESS GATES|ACCESS MODES|RECLAIM POLICY|NODE SELECTOR|LAST SCHEDULE|(?:MIN|MAX|ALLOWED) [A-Z]+|CREATED AT|PORT\(S\)|[A-Z][A-Z-]+|IP)(?=\s|$)/gu;
/** `[NAMESPACE] NAME READY STATUS RESTARTS AGE [IP NODE …]` without any heading. */
const POD_ROW =
  /^\s*(?:([a-z0-9][a-z0-9-]*)\s+)?(?:pod\/)?([a-z0-9][a-z0-9.-]*)\s+(\d+\/\d+)\s+([A-Z][\w:.-]*(?:\/\d+)?)\s+(\d+)(?: \(([^)]+) ago\))?\s+(<unknown>|<invalid>|\d\w*[a-z])(?:\s+(\S+)\s+(\S+))?/u;

const KIND_BY_COLUMNS: readonly (readonly [kind: string, columns: readonly string[]])[] = [
  ['Pod', ['READY', 'STATUS', 'RESTARTS']],
  ['PersistentVolumeClaim', ['STATUS', 'VOLUME', 'CAPACITY']],
  ['PersistentVolume', ['CAPACITY', 'RECLAIM POLICY']],
  ['Node', ['STATUS', 'ROLES']],
  ['Job', ['COMPLETIONS', 'DURATION']],
  ['CronJob', ['SCHEDULE', 'SUSPEND']],
  ['Service', ['TYPE', 'CLUSTER-IP']],
  ['Ingress', ['HOSTS', 'PORTS']],
  ['EndpointSlice', ['ADDRESSTYPE']],
  ['Endpoints', ['ENDPOINTS']],
  ['NetworkPolicy', ['POD-SELECTOR']],
  ['ResourceQuota', ['REQUEST', 'LIMIT']],
  ['HorizontalPodAutoscaler', ['REFERENCE', 'TARGETS']],
  ['DaemonSet', ['DESIRED', 'CURRENT', 'NODE SELECTOR']],
  ['ReplicaSet', ['DESIRED', 'CURRENT', 'READY']],
  ['Deployment', ['READY', 'UP-TO-DATE']],
  ['StatefulSet', ['NAME', 'READY', 'AGE']],
  ['ComponentStatus', ['STATUS', 'MESSAGE', 'ERROR']],
  ['Namespace', ['NAME', 'STATUS', 'AGE']],
];
/** Of a kind that is not known, such as one that somebody has added to the cluster. */
const OTHER_KIND = 'Object';
/** Kinds whose columns others have, too, and what tells them apart. */
const SHARED_COLUMNS: Readonly<Record<string, readonly [column: string, cell: RegExp]>> = {
  StatefulSet: ['READY', /^\d+\/\d+/u],
  Namespace: ['STATUS', /^(?:Active|Terminating)$/u],
};

interface Column {
  readonly name: string;
  readonly start: number;
}

function readHeader(text: string): Column[] {
  return [...text.matchAll(COLUMN)].map(({ 0: name, index }) => ({ name, start: index }));
}

function cellsOf(text: string, columns: readonly Column[]): string[] {
  const aligned = columns.every(
    ({ start }) => start === 0 || start >= text.length || text[start - 1] === ' ',
  );
  if (aligned)
    return columns.map(({ start }, i) => text.slice(start, columns[i + 1]?.start).trim());
  const cells = text.trim().split(/\s{2,}/u);
  return cells.length === 1 ? text.trim().split(/\s+/u) : cells;
}

function kindOf(columns: readonly Column[]): string {
  const names = columns.map(({ name }) => name);
  const known = KIND_BY_COLUMNS.find(([, wanted]) => wanted.every((name) => names.includes(name)));
  return known?.[0] ?? OTHER_KIND;
}

/** The kind of a row: what its columns show, unless its cells do not fit it. */
function kindOfRow(kind: string, cells: ReadonlyMap<string, string>): string {
  const [column, fits] = SHARED_COLUMNS[kind] ?? [];
  return column !== undefined && !fits?.test(cells.get(column) ?? '') ? OTHER_KIND : kind;
}

function toObject(
  kind: string,
  line: SourceLine,
  cells: ReadonlyMap<string, string>,
): ObjectReport {
  const at = (name: string) => {
    const value = cells.get(name);
    return value === undefined || value === '' ? undefined : { value, line: line.number };
  };
  const fields: NamedValue[] = [...cells].map(([name, value]) => ({
    name,
    value,
    line: line.number,
  }));
  // `kubectl get all` writes `deployment.apps/web`.
  const named = at('NAME');
  const [prefix = '', sort = ''] =
    /^([a-z][a-z0-9]*)(?:\.[a-z0-9.-]*)?\//u.exec(named?.value ?? '') ?? [];
  const name = named && { ...named, value: named.value.slice(prefix.length) };
  const namespace = at('NAMESPACE');
  const status = at('STATUS');
  const node = at('NODE');
  return {
    ...emptyObject(kind === OTHER_KIND && sort !== '' ? sort : kind, 'table', line.number),
    ...(name ? { name } : {}),
    ...(namespace ? { namespace } : {}),
    ...(status ? { status } : {}),
    ...(node && node.value !== '<none>' ? { node } : {}),
    fields,
  };
}

function readPodRow(line: SourceLine): ObjectReport | undefined {
  const [, namespace, name, ready, status, restarts, ago, age, ip, node] =
    POD_ROW.exec(line.text) ?? [];
  if (name === undefined || status === undefined) return undefined;
  const cells = Object.entries({
    NAMESPACE: namespace,
    NAME: name,
    READY: ready,
    STATUS: status,
    RESTARTS: ago === undefined ? restarts : `${restarts ?? ''} (${ago} ago)`,
    AGE: age,
    IP: ip,
    NODE: node,
  }).filter((cell): cell is [string, string] => cell[1] !== undefined);
  return toObject('Pod', line, new Map(cells));
}

/** Reads rows of `kubectl get`, with their heading or, for pods, without it. */
export class TableReader {
  private columns: readonly Column[] = [];
  private kind: string | undefined;

  /** Takes a heading in; false when the line is none that is known. */
  readHeading(line: SourceLine): boolean {
    if (!line.text.includes('NAME') || !HEADER.test(line.text) || !LAST_COLUMN.test(line.text))
      return false;
    this.columns = readHeader(line.text);
    this.kind = kindOf(this.columns);
    return true;
  }

  /** Reads a row; undefined when the line is none. */
  readRow(line: SourceLine): ObjectReport | undefined {
    if (this.kind === undefined || this.kind === 'Pod') {
      const pod = readPodRow(line);
      // A row of pods has its READY column; prose below the table has not.
      return pod;
    }
    const cells = cellsOf(line.text, this.columns);
    if (cells.length < 2 || !/^(?:[a-z][a-z0-9.-]*\/)?[a-z0-9][a-z0-9.-]*$/u.test(cells[0] ?? ''))
      return undefined;
    const named = new Map(this.columns.map(({ name }, i) => [name, cells[i] ?? '']));
    return toObject(kindOfRow(this.kind, named), line, named);
  }

  /** Forgets the heading, for example when another kind of text begins. */
  reset(): void {
    this.columns = [];
    this.kind = undefined;
  }
}
