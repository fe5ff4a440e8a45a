import { addAll, indentOf, isEllipsis, isPrompt } from '../lines.ts';
import type { NamedValue, ObjectReport, Read, SourceLine } from '../types.ts';
import { parseConditions, readCondition } from './conditions.ts';
import { parseContainers } from './containers.ts';
import { isEventHeading, parseEvents, readEvent } from './events.ts';
import { readField, readRows } from './field.ts';
import { CONTAINER_SECTIONS } from './keys.ts';
import { kindOf } from './kind.ts';
import { namesOfEvents } from './names-of-events.ts';
import { emptyObject } from './object.ts';
import { takeQuota } from './quota.ts';
import { splitSections, type Section } from './sections.ts';
import { parseVolumes } from './volumes.ts';

type List<T> = T extends readonly (infer U)[] ? U[] : T;
type Draft = { -readonly [K in keyof ObjectReport]: List<ObjectReport[K]> };

const TERMINATING = /^Terminating \((?:lasts|expires) ([^)]+)\)$/u;
const NO_EVENTS = /^\s*No events\.?\s*$/u;
const NONE = /^(?:<none>|<unset>)?$/u;

interface Reading {
  readonly draft: Draft;
  readonly skipped: SourceLine[];
}
type SectionReader = (section: Section, reading: Reading) => void;

const at = ({ value, head }: Section): Read<string> => ({ value, line: head.number });

/** A field with one value; further lines of it are joined, so that long messages stay whole. */
function whole({ value, head, body }: Section): Read<string> {
  const rest = body.map(({ text }) => text.trim()).filter((text) => text !== '');
  const last = body.findLast(({ text }) => text.trim() !== '');
  return {
    value: [value, ...rest].filter((text) => text !== '').join('\n'),
    line: head.number,
    ...(last ? { endLine: last.number } : {}),
  };
}

/**
 * Rows such as `key=value`, the first one behind the heading. A value of several lines, or a long one, stands below its
 * key and deeper than it: such lines are part of the value, whatever they look like.
 */
function readPairs({ value: first, head, body }: Section, separator: RegExp): NamedValue[] {
  const rows: NamedValue[] = [];
  let openAt: number | undefined;
  const read = (text: string, line: number, column: number) => {
    const value = text.trim();
    if (value === '' || value === '<none>') return;
    const last = rows.at(-1);
    const found = separator.exec(value);
    if (last && ((openAt !== undefined && column > openAt) || !(found || value.endsWith(':')))) {
      rows[rows.length - 1] = { ...last, value: `${last.value}\n${value}`.trim(), endLine: line };
      return;
    }
    openAt = value.endsWith(':') && !found ? column : undefined;
    if (found) {
      const rest = found.index + found[0].length;
      rows.push({ name: value.slice(0, found.index), value: value.slice(rest), line });
    } else if (value.endsWith(':')) rows.push({ name: value.slice(0, -1), value: '', line });
  };
  read(first, head.number, head.text.lastIndexOf(first));
  for (const { text, number } of body) read(text, number, indentOf(text));
  return rows;
}

/** Keeps what stands below the events, such as a log that was pasted there: it belongs to no event. */
function addLoose(lines: readonly SourceLine[], draft: Draft, skipped: SourceLine[]): void {
  const texts = lines.filter(
    ({ text }) => text.trim() !== '' && !isPrompt(text) && !isEllipsis(text),
  );
  addAll(draft.loose, texts);
  addAll(skipped, texts);
}

const READERS: Readonly<Record<string, SectionReader>> = {
  Name: (section, { draft }) => {
    // A lost line break glues the next field to the name.
    const [, name = section.value, namespace] =
      /^(\S+?)\s*Namespace:\s+(\S+)$/u.exec(section.value) ?? [];
    if (name !== '') draft.name = { ...at(section), value: name };
    if (namespace !== undefined) draft.namespace = { ...at(section), value: namespace };
  },
  Namespace: (section, { draft }) => {
    if (!NONE.test(section.value)) draft.namespace = at(section);
  },
  Node: (section, { draft }) => {
    const name = section.value.replace(/\/[^]*$/u, '');
    draft.node = { ...at(section), value: NONE.test(name) ? '<none>' : name };
  },
  'Start Time': (section, { draft }) => {
    draft.startTime = at(section);
  },
  Labels: (section, { draft }) => {
    draft.labels = readPairs(section, /=/u);
  },
  Annotations: (section, { draft }) => {
    draft.annotations = readPairs(section, /: |=/u);
  },
  Status: (section, { draft }) => {
    const lasts = TERMINATING.exec(section.value)?.[1];
    draft.status = { ...at(section), value: lasts === undefined ? section.value : 'Terminating' };
    if (lasts !== undefined) draft.terminatingFor = { ...at(section), value: lasts };
  },
  Reason: (section, { draft }) => {
    if (section.value !== '') draft.reason = at(section);
  },
  Message: (section, { draft }) => {
    const message = whole(section);
    if (message.value !== '') draft.message = message;
  },
  IP: (section, { draft }) => {
    if (!NONE.test(section.value)) draft.ips.push(at(section));
  },
  IPs: (section, { draft }) => {
    for (const line of section.body) {
      const field = readField(line);
      if (field?.key === 'IP' && !draft.ips.some(({ value }) => value === field.value))
        draft.ips.push({ value: field.value, line: line.number });
    }
  },
  'Controlled By': (section, { draft }) => {
    draft.controlledBy = at(section);
  },
  'QoS Class': (section, { draft }) => {
    draft.qosClass = at(section);
  },
  'Node-Selectors': (section, { draft }) => {
    draft.nodeSelectors = readRows(section.value, section.head, section.body);
  },
  Tolerations: (section, { draft }) => {
    draft.tolerations = readRows(section.value, section.head, section.body);
  },
  'Topology Spread Constraints': (section, { draft }) => {
    draft.topologySpread = readRows(section.value, section.head, section.body);
  },
  Conditions: (section, { draft, skipped }) => {
    const read = parseConditions(section.body);
    addAll(draft.conditions, read.conditions);
    addAll(skipped, read.skipped);
  },
  Volumes: (section, { draft }) => {
    draft.volumes = parseVolumes(section.body);
  },
  Events: (section, { draft, skipped }) => {
    const first: SourceLine[] =
      section.value === '' ? [] : [{ ...section.head, text: section.value }];
    if (NONE.test(section.value) && section.value !== '') {
      draft.eventsSeen = 'none';
      addLoose(section.body, draft, skipped);
    } else {
      const read = parseEvents([...(first[0] ? [first[0]] : []), ...section.body], true);
      const rest = read.skipped.filter(({ text }) => !/^\s*<none>\s*$/u.test(text));
      addAll(draft.events, read.events);
      draft.eventsSeen =
        read.events.length > 0 ? 'rows' : rest.length < read.skipped.length ? 'none' : 'absent';
      addLoose(rest, draft, skipped);
    }
  },
};

/** First-level fields with a reader of their own; of the others the text is kept. */
export const READ_FIELDS: ReadonlySet<string> = new Set([
  ...Object.keys(READERS),
  ...Object.keys(CONTAINER_SECTIONS),
]);

function readContainers(section: Section, { draft, skipped }: Reading): void {
  const type = CONTAINER_SECTIONS[section.key];
  if (!type) return;
  const read = parseContainers(section.body, type);
  addAll(draft.containers, read.containers);
  addAll(skipped, read.skipped);
}

/**
 * Reads one `kubectl describe` output, whole or from any point in its middle.
 *
 * Sections that only other kinds than pods have are kept as `fields`, with their rows joined. Lines that no reader
 * understood are returned in `skipped`; nothing is guessed from them.
 */
export function parseDescribe(lines: readonly SourceLine[]): {
  object: ObjectReport;
  skipped: SourceLine[];
} {
  const quota = takeQuota(lines);
  const { before, sections } = splitSections(quota.rest);
  const start = lines.find(({ text }) => text.trim() !== '')?.number ?? 1;
  const draft: Draft = emptyObject('', 'describe', start) as Draft;
  const skipped: SourceLine[] = [];
  const reading: Reading = { draft, skipped };
  readBefore(before, reading);

  const template = sections.findIndex(({ key }) => key === 'Pod Template');
  sections.forEach((section, index) => {
    const reader = READERS[section.key];
    const isKnown = READ_FIELDS.has(section.key);
    const rows = isKnown ? [] : readRows(section.value, section.head, section.body);
    draft.fields.push({
      name: section.key,
      value: isKnown ? section.value : rows.map(({ value }) => value).join('\n'),
      line: section.head.number,
      ...(rows.length > 1 ? { endLine: rows.at(-1)?.line ?? section.head.number } : {}),
    });
    if (section.key in CONTAINER_SECTIONS && (template < 0 || index < template))
      readContainers(section, reading);
    else if (reader) reader(section, reading);
    // `grep` leaves rows of a table behind without their heading. Gates only repeat conditions.
    else if (section.key !== 'Readiness Gates')
      addAll(
        draft.conditions,
        section.body.flatMap((line) => readCondition(line) ?? []),
      );
  });
  if (lines.some(({ text }) => text.includes('No events') && NO_EVENTS.test(text)))
    draft.eventsSeen = 'none';
  addAll(draft.fields, quota.usedUp);
  nameContainer(draft);
  draft.kind = quota.kind ?? kindOf(draft);
  const isUnnamed = draft.kind === 'Pod' && draft.name === undefined;
  return { object: isUnnamed ? { ...namesOfEvents(draft.events), ...draft } : draft, skipped };
}

/**
 * Gives the only container of a paste that begins below its name the one that the events speak of. One that runs as it
 * should is left out: they may be about another.
 */
function nameContainer({ containers, events }: Draft): void {
  const [only, other] = containers;
  if (only?.name !== '' || other || (only.ready?.value && !only.restartCount?.value)) return;
  const [name, another] = new Set(events.flatMap(({ container }) => container ?? []));
  if (name !== undefined && another === undefined) containers[0] = { ...only, name };
}

/** What stands above the first known field: the rest of a container, conditions, events or of a message. */
function readBefore(lines: readonly SourceLine[], { draft, skipped }: Reading): void {
  const firstEvent = lines.findIndex(
    (line) => readEvent(line) !== undefined || isEventHeading(line.text),
  );
  if (firstEvent >= 0) {
    const read = parseEvents(lines.slice(firstEvent), true);
    addAll(draft.events, read.events);
    if (read.events.length > 0) draft.eventsSeen = 'rows';
    addAll(skipped, read.skipped);
  }
  const head = firstEvent < 0 ? lines : lines.slice(0, firstEvent);
  const rest = head.filter(
    ({ text }) => text.trim() !== '' && !isPrompt(text) && !isEllipsis(text),
  );
  if (rest.length === 0) return;
  const conditions = rest.flatMap((line) => readCondition(line) ?? []);
  if (conditions.length > 0 && conditions.length >= rest.length / 2) {
    addAll(draft.conditions, conditions);
    return;
  }
  const read = parseContainers(head, 'app');
  const known = read.containers.filter(
    (one) => one.state ?? one.lastState ?? one.image ?? one.restartCount,
  );
  addAll(draft.containers, known);
  const left = known.length === 0 ? rest : read.skipped;
  addAll(draft.loose, left);
  addAll(skipped, left);
}
