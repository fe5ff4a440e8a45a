import { addAll, indentOf } from '../lines.ts';
import type {
  ContainerReport,
  ContainerState,
  ContainerType,
  NamedValue,
  ProbeKind,
  Read,
  SourceLine,
  StateKind,
} from '../types.ts';
import { readField, type Field } from './field.ts';
import { CONTAINER_KEYS, FIRST_CONTAINER_KEYS, STATE_KEYS } from './keys.ts';
import { endsProbe, isOpenProbe, parseProbe } from './probe.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type MutableList<T> = T extends readonly (infer U)[] ? U[] : T;
type Draft = { -readonly [K in keyof ContainerReport]: MutableList<ContainerReport[K]> };
type StateDraft = Mutable<ContainerState>;

const HEADING = /^\s*([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?|<[\w-]{1,40}>|\*{3}):\s*$/u;
const PROBES: Readonly<Record<string, ProbeKind>> = {
  Liveness: 'liveness',
  Readiness: 'readiness',
  Startup: 'startup',
};
const ROW = /^\s*(\S+?):(?:\s+([^]*))?$/u;

const draftContainer = (name: string, type: ContainerType, line: number): Draft => ({
  name,
  type,
  line,
  ports: [],
  hostPorts: [],
  command: [],
  args: [],
  limits: [],
  requests: [],
  probes: [],
  environment: [],
  environmentFrom: [],
  mounts: [],
  devices: [],
});

/** The first field of the container that this line names: a name alone on its line, with such a field below it. */
function fieldBelowName(lines: readonly SourceLine[], index: number): Field | undefined {
  const line = lines[index];
  if (!line || !HEADING.test(line.text)) return undefined;
  let below = index + 1;
  while (lines[below]?.text.trim() === '') below += 1;
  const next = lines[below];
  const field = next && readField(next);
  return field && FIRST_CONTAINER_KEYS.has(field.key) ? field : undefined;
}

/**
 * Reads the body of `Containers:`, `Init Containers:` or `Ephemeral Containers:`.
 *
 * A paste may begin inside a container or hold one state alone: then the container has an empty name. What fits no
 * field is returned in `skipped`. Source: describeContainers in kubectl/pkg/describe/describe.go.
 *
 * @param lines The lines of the section without its heading.
 */
export function parseContainers(
  lines: readonly SourceLine[],
  type: ContainerType,
): { containers: ContainerReport[]; skipped: SourceLine[] } {
  const skipped: SourceLine[] = [];
  const blocks: { name: string; line: number; body: SourceLine[] }[] = [];
  let fieldIndent = Infinity;
  lines.forEach((line, index) => {
    const field = fieldBelowName(lines, index);
    // An argument such as `web:` is deeper than the fields, a name never is.
    if (field && indentOf(line.text) <= Math.min(fieldIndent, field.indent)) {
      fieldIndent = Math.min(fieldIndent, field.indent);
      blocks.push({ name: HEADING.exec(line.text)?.[1] ?? '', line: line.number, body: [] });
    } else {
      if (blocks.length === 0) blocks.push({ name: '', line: line.number, body: [] });
      blocks.at(-1)?.body.push(line);
    }
  });
  const containers = blocks.flatMap(({ name, line, body }) => {
    if (name === '' && !body.some((one) => readField(one) !== undefined)) {
      addAll(
        skipped,
        body.filter(({ text }) => text.trim() !== ''),
      );
      return [];
    }
    const reader = new ContainerReader(draftContainer(name, type, line));
    for (const one of body) reader.read(one);
    addAll(skipped, reader.skipped);
    return [reader.finish()];
  });
  return { containers, skipped };
}

type ListName =
  | 'command'
  | 'args'
  | 'limits'
  | 'requests'
  | 'environment'
  | 'environmentFrom'
  | 'mounts'
  | 'devices';
const LISTS: Readonly<Record<string, ListName>> = {
  Command: 'command',
  Args: 'args',
  Limits: 'limits',
  Requests: 'requests',
  'QoS Tier': 'limits',
  Environment: 'environment',
  'Environment Variables': 'environment',
  'Environment Variables from': 'environmentFrom',
  Mounts: 'mounts',
  Devices: 'devices',
};

/** Reads the lines of one container one by one; knows which field and which state it is in. */
class ContainerReader {
  readonly skipped: SourceLine[] = [];
  private readonly draft: Draft;
  private list: ListName | undefined;
  private state: StateDraft | undefined;
  private message: { value: string; line: number; endLine: number; indent: number } | undefined;
  private script: { kind: ProbeKind; text: string; line: number; endLine: number } | undefined;
  private fieldIndent: number | undefined;
  private nameIndent: number | undefined;

  constructor(draft: Draft) {
    this.draft = draft;
  }

  read(line: SourceLine): void {
    const field = readField(line);
    if (this.script && !(field && this.endsScript(field))) {
      this.script.text += `\n${line.text}`;
      this.script.endLine = line.number;
      if (endsProbe(line.text)) this.closeScript();
      return;
    }
    if (this.message && !(field && this.endsMessage(field, this.message.indent))) {
      this.message.value += `\n${line.text}`;
      if (line.text.trim() !== '') this.message.endLine = line.number;
      return;
    }
    if (line.text.trim() === '') return;
    if (field && this.isContainerField(field)) {
      this.fieldIndent ??= field.indent;
      this.closeMessage();
      this.closeScript();
      this.list = undefined;
      this.readContainerField(field);
    } else if (field && STATE_KEYS.has(field.key) && this.list === undefined)
      this.readStateField(field);
    else if (this.list) this.readRow(this.list, line);
    else if (!/^\s*\.{3,}\s*$/u.test(line.text)) this.skipped.push(line);
  }

  finish(): ContainerReport {
    this.closeMessage();
    this.closeScript();
    return this.draft;
  }

  private isContainerField({ key, indent }: Field): boolean {
    if (!CONTAINER_KEYS.has(key)) return false;
    // Below an environment or an argument list, a deeper row may bear the name of a field.
    return this.list === undefined || this.fieldIndent === undefined || indent <= this.fieldIndent;
  }

  /** A message may hold lines that look like fields: only those at the depth of fields are some. */
  private endsMessage({ key, indent }: Field, messageIndent: number): boolean {
    if (CONTAINER_KEYS.has(key))
      return this.fieldIndent === undefined || indent === this.fieldIndent;
    return STATE_KEYS.has(key) && key !== 'Message' && key !== 'Reason' && indent === messageIndent;
  }

  /** Whether a script was cut off: the lines of a script stand at the edge, whatever they say. */
  private endsScript({ key, indent }: Field): boolean {
    return CONTAINER_KEYS.has(key) && indent > 0 && indent === this.fieldIndent;
  }

  private closeScript(): void {
    if (!this.script) return;
    const { kind, text, line, endLine } = this.script;
    const probe = parseProbe(kind, text, line);
    this.draft.probes.push(endLine > line ? { ...probe, endLine } : probe);
    this.script = undefined;
  }

  private closeMessage(): void {
    if (this.message && this.state) {
      const { value, line, endLine } = this.message;
      this.state.message = { value: value.trim(), line, endLine };
      this.state.endLine = Math.max(this.state.endLine ?? line, endLine);
    }
    this.message = undefined;
  }

  private readContainerField({ key, value, line }: Field): void {
    const { draft } = this;
    const at = { value, line: line.number };
    const probe = PROBES[key];
    const list = LISTS[key];
    if (list) {
      this.list = list;
      this.state = undefined;
      if (value !== '' && value !== '<none>')
        this.readRow(list, { number: line.number, text: value });
      this.nameIndent = undefined;
    } else if (probe) {
      this.script = { kind: probe, text: value, line: line.number, endLine: line.number };
      if (!isOpenProbe(key, value)) this.closeScript();
    } else if (key === 'State' || key === 'Last State') this.readState(key, value, line);
    else if (key === 'Ready') draft.ready = { ...at, value: /^true/iu.test(value) };
    else if (key === 'Restart Count')
      draft.restartCount = { ...at, value: Number.parseInt(value, 10) || 0 };
    else if (value === '') return;
    else if (key === 'Image') draft.image = at;
    else if (key === 'Image ID') draft.imageId = at;
    else if (key === 'Container ID') draft.containerId = at;
    else if (value === '<none>') return;
    else if (key.startsWith('Port')) addAll(draft.ports, splitPorts(at));
    else if (key.startsWith('Host Port')) addAll(draft.hostPorts, splitPorts(at));
  }

  private readState(key: string, value: string, line: SourceLine): void {
    const kind = /^(Running|Waiting|Terminated)/u.exec(value)?.[1] as StateKind | undefined;
    if (!kind) return;
    this.state = { kind, line: line.number, endLine: line.number };
    if (key === 'State') this.draft.state = this.state;
    else this.draft.lastState = this.state;
  }

  private readStateField({ key, value, line, indent }: Field): void {
    // A paste that begins behind `Last State:` still shows how the last run ended.
    this.state ??= this.draft.lastState ??= { kind: 'Terminated', line: line.number };
    const { state } = this;
    if (!(key === 'Message')) this.closeMessage();
    state.endLine = line.number;
    const at = { value, line: line.number };
    if (key === 'Message')
      this.message = { value, line: line.number, endLine: line.number, indent };
    else if (value === '') return;
    else if (key === 'Reason') state.reason = at;
    else if (key === 'Started') state.started = at;
    else if (key === 'Finished') state.finished = at;
    else if (/^-?\d+$/u.test(value)) {
      if (key === 'Exit Code') state.exitCode = { ...at, value: Number(value) };
      else state.signal = { ...at, value: Number(value) };
    }
  }

  private readRow(list: ListName, line: SourceLine): void {
    const text = line.text.trim();
    if (text === '' || text === '<none>') return;
    const at: Read<string> = { value: text, line: line.number };
    if (list === 'limits' || list === 'requests' || list === 'environment')
      this.readNamed(this.draft[list], line);
    else this.draft[list].push(at);
  }

  private readNamed(rows: NamedValue[], line: SourceLine): void {
    const [, name, value = ''] = ROW.exec(line.text) ?? [];
    const last = rows.at(-1);
    const indent = indentOf(line.text);
    // Further lines of a value stand below it, deeper than the names.
    const goesOn = last !== undefined && this.nameIndent !== undefined && indent > this.nameIndent;
    if (name !== undefined && !goesOn) {
      this.nameIndent ??= indent;
      rows.push({ name, value: value.trim(), line: line.number });
    } else if (last) {
      const more = `${last.value}\n${line.text.trim()}`;
      rows[rows.length - 1] = { ...last, value: more, endLine: line.number };
    } else this.skipped.push(line);
  }
}

function splitPorts({ value, line }: Read<string>): Read<string>[] {
  return value.split(',').map((port) => ({ value: port.trim(), line }));
}

/** Whether a line belongs to a container by its name alone, as in a paste of one state. */
export function looksLikeContainerField(line: SourceLine): boolean {
  const field = readField(line);
  if (!field) return false;
  if (field.key === 'State' || field.key === 'Last State')
    return /^(?:Running|Waiting|Terminated)/u.test(field.value);
  return (
    (field.key === 'Exit Code' && /^-?\d+$/u.test(field.value)) ||
    field.key === 'Restart Count' ||
    ((field.key === 'Limits' || field.key === 'Requests') &&
      field.value === '' &&
      indentOf(line.text) > 0)
  );
}
