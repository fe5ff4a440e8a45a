import { takeOffInvisible } from './lines.ts';
import { commandValues } from './placeholders.ts';
import {
  EMAIL,
  HEX,
  HOST,
  IMAGES,
  IPV4,
  IPV6,
  NAMED,
  NO_HOST,
  PUBLIC,
  SECRETS,
  UUID,
} from './redact-patterns.ts';
import { eachInSlices, finish, type Steps } from './steps.ts';
import type { ObjectReport, Report } from './types.ts';

/** What a placeholder stands for; the words for it are in the interface. */
export type RedactedKind =
  | 'secret'
  | 'environment'
  | 'label'
  | 'image'
  | 'host'
  | 'ip'
  | 'node'
  | 'namespace'
  | 'name'
  | 'container';

export interface Replacement {
  readonly kind: RedactedKind;
  readonly original: string;
  readonly placeholder: string;
}

export interface Redactor {
  /** Replaces all that was found in any text that speaks of the paste. */
  readonly redact: (text: string) => string;
  /** The same for one line of the paste: values of environment, labels and annotations go entirely. */
  readonly redactLine: (line: number, text: string) => string;
  readonly replacements: readonly Replacement[];
}

class Collector {
  readonly found = new Map<string, Replacement>();
  private readonly counts = new Map<RedactedKind, number>();

  add(kind: RedactedKind, original: string | undefined): void {
    const text = original?.trim() ?? '';
    if (
      text.length < 2 ||
      text.startsWith('<') ||
      PUBLIC.has(text.toLowerCase()) ||
      this.found.has(text)
    )
      return;
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    this.found.set(text, { kind, original: text, placeholder: `<${kind}-${String(count)}>` });
  }

  /** Adds what a pattern finds, and pauses after each piece of the text. */
  *addAll(
    kind: RedactedKind,
    pieces: readonly string[],
    pattern: RegExp,
    namesIn: (hit: string) => readonly string[] = (hit) => [hit],
  ): Steps<void> {
    for (const piece of pieces) {
      for (const { 0: whole, 1: part } of piece.matchAll(pattern))
        for (const name of namesIn(part ?? whole)) this.add(kind, name);
      yield;
    }
  }
}

/** Objects between two pauses. */
const OBJECTS_IN_SLICE = 100;
/** Characters of a long text that are searched between two pauses. */
const PIECE = 200_000;
/** So far behind that length a piece may end, so that no name is cut in two. */
const PIECE_REACH = 20_000;

const CUTS = ['\n', ',', ' '];

/** Cuts a text into pieces: behind a line; where lines are very long behind a comma, as in JSON, or a space. */
function* cutPieces(text: string): Steps<string[]> {
  const pieces: string[] = [];
  let from = 0;
  while (from < text.length) {
    const wanted = from + PIECE;
    const near = text.slice(wanted, wanted + PIECE_REACH);
    const end = wanted + 1 + (CUTS.map((cut) => near.indexOf(cut)).find((at) => at >= 0) ?? 0);
    pieces.push(takeOffInvisible(text.slice(from, end)));
    from = end;
    yield;
  }
  return pieces;
}

/** Value rows that go entirely: their lines, with what stands before the value. */
function valueLines(report: Report): Map<number, string | undefined> {
  const rows = report.objects.flatMap((object) => [
    ...object.containers.flatMap(({ environment }) => environment),
    ...object.labels,
    ...object.annotations,
  ]);
  const lines = new Map<number, string | undefined>();
  for (const { line, endLine = line, name } of rows) {
    // Several on one line, as in compact JSON: then all of it goes.
    lines.set(line, lines.has(line) ? undefined : name);
    for (let n = line + 1; n <= endLine; n += 1) lines.set(n, undefined);
  }
  return lines;
}

function collectFromObject(object: ObjectReport, names: Collector): void {
  names.add('node', object.node?.value);
  // People write the first part of `worker-07.dc2.internal`; without a digit it is an ordinary word.
  names.add('node', /^[^.\d]*\d[^.]*(?=\.\D)/u.exec(object.node?.value ?? '')?.[0]);
  names.add('namespace', object.namespace?.value);
  names.add(object.kind === 'Node' ? 'node' : 'name', object.name?.value);
  names.add('name', object.controlledBy?.value.replace(/^\w+\//u, ''));
  for (const { object: about } of object.events) {
    names.add('namespace', about?.namespace);
    names.add('name', about?.name);
  }
  for (const { name: volume, fields } of object.volumes) {
    if (/^(?!kube-api-access).+-/u.test(volume)) names.add('name', volume);
    for (const { name, value } of fields)
      if (/^(?:Name|ClaimName|SecretName|ConfigMapName|Server|Path)$/u.test(name))
        names.add('name', value);
  }
  for (const { name, environmentFrom } of object.containers) {
    names.add('container', name);
    for (const { value } of environmentFrom) names.add('name', value.replace(/\s[^]*$/u, ''));
  }
  for (const one of object.labels) if (one.value.length >= 3) names.add('label', one.value);
  // Names that commands get although no line has them alone, such as the Deployment of a ReplicaSet.
  const { deployment, workload, pvc, pv, service, selector = '' } = commandValues(object);
  for (const [, value = ''] of selector.matchAll(/=([^,]{3,})/gu)) names.add('label', value);
  for (const name of [deployment, workload?.replace(/^\w+\//u, ''), pvc, pv, service])
    names.add('name', name);
}

function* collectInSteps(text: string, report: Report): Steps<Replacement[]> {
  const names = new Collector();
  const pieces = yield* cutPieces(text);
  for (const pattern of SECRETS) yield* names.addAll('secret', pieces, pattern);
  yield* names.addAll('secret', pieces, EMAIL);
  for (const { containers } of report.objects)
    for (const { environment } of containers)
      for (const { value } of environment)
        // Short values such as `true` are hidden in their own line; elsewhere they are ordinary words.
        for (const part of value.split('\n'))
          if (part.trim().length >= 6 && !part.startsWith('<set to') && !part.startsWith('('))
            names.add('environment', part);
  for (const { containers } of report.objects)
    for (const { image } of containers) names.add('image', image?.value);
  for (const pattern of IMAGES) yield* names.addAll('image', pieces, pattern);
  yield* eachInSlices(
    report.objects,
    (object) => {
      collectFromObject(object, names);
    },
    OBJECTS_IN_SLICE,
  );
  for (const pattern of NAMED)
    yield* names.addAll('name', pieces, pattern, (found) => found.split(/ to |[\s,/:@]+/u));
  yield* names.addAll('ip', pieces, IPV4);
  yield* names.addAll('ip', pieces, IPV6);
  yield* names.addAll('host', pieces, HOST, (host) => (NO_HOST.test(host) ? [] : [host]));
  yield* names.addAll('name', pieces, UUID);
  yield* names.addAll('name', pieces, HEX);
  return [...names.found.values()];
}

/** Names shorter than this may be part of any word; longer ones are hidden also where a hyphen joins them to more. */
const DISTINCTIVE = 5;
const START = 2;
const STARTS = 1 << 12;
const hashAt = (text: string, at: number) =>
  (text.charCodeAt(at) * 61 + text.charCodeAt(at + 1)) & (STARTS - 1);
/** What stands before a name without being a part of it: nothing, no letter, or an escape such as `\n` and `%2F`. */
const ENDS_BEFORE = /(?:^|[^A-Za-z0-9-]|\\[nrt]|%[0-9A-Fa-f]{2})$/u;
const LONGEST_ESCAPE = 3;
const isWordCharacter = (char: string | undefined) =>
  char !== undefined && /^[A-Za-z0-9-]$/u.test(char);

/** Replaces whole names in a text; finds the longest one at each place, however many there are. */
class NameReplacer {
  private readonly byOriginal = new Map<string, string>();
  /** Which pairs of characters a name may begin with; says no to nearly every place of a text. */
  private readonly starts = new Uint8Array(STARTS);
  /** Lengths of the names that begin with the same two characters, longest first. */
  private readonly lengths = new Map<string, number[]>();

  constructor(replacements: readonly Replacement[]) {
    for (const { original, placeholder } of replacements) {
      this.add(original, placeholder);
      // `web-api` is `WEB_API_SERVICE_HOST` in the environment of every pod beside its Service.
      if (original.length >= DISTINCTIVE && /^[a-z0-9-]+$/u.test(original))
        this.add(original.replaceAll('-', '_').toUpperCase(), placeholder);
    }
    for (const lengths of this.lengths.values()) lengths.sort((a, b) => b - a);
  }

  private add(original: string, placeholder: string): void {
    if (this.byOriginal.has(original)) return;
    this.byOriginal.set(original, placeholder);
    const start = original.slice(0, START);
    this.starts[hashAt(original, 0)] = 1;
    const lengths = this.lengths.get(start);
    if (!lengths) this.lengths.set(start, [original.length]);
    else if (!lengths.includes(original.length)) lengths.push(original.length);
  }

  replace(text: string): string {
    let result = '';
    let end = 0;
    for (let at = 0; at < text.length - 1; at += 1) {
      if (this.starts[hashAt(text, at)] !== 1) continue;
      const lengths = this.lengths.get(text.slice(at, at + START));
      const found = lengths?.find((length) => this.isName(text, at, length));
      if (found === undefined) continue;
      const placeholder = this.byOriginal.get(text.slice(at, at + found)) ?? '';
      result += text.slice(end, at) + placeholder;
      end = at + found;
      at = end - 1;
    }
    return result + text.slice(end);
  }

  private isName(text: string, at: number, length: number): boolean {
    const end = at + length;
    if (end > text.length || !this.byOriginal.has(text.slice(at, end))) return false;
    const mayJoin = length >= DISTINCTIVE;
    const before = text[at - 1];
    const after = text[end];
    return (
      ((mayJoin && before === '-') ||
        !isWordCharacter(before) ||
        ENDS_BEFORE.test(text.slice(Math.max(0, at - LONGEST_ESCAPE), at))) &&
      ((mayJoin && after === '-') || !isWordCharacter(after))
    );
  }
}

/**
 * Prepares the redaction of a paste: names, namespaces, images, addresses, hosts, tokens, and the values of
 * environment variables, labels and annotations become placeholders, the same one for the same text everywhere.
 *
 * Names that every cluster has (`default`, `kube-system`, public registries) stay readable. Colours and invisible
 * characters are taken out, because they could hide a name. Nothing is done before the first use.
 */
export function createRedactor(text: string, report: Report): Redactor {
  return toRedactor(once(() => finish(prepareInSteps(text, report))));
}

/** The same in slices, for texts of many megabytes; all is prepared when it comes back. */
export function* createRedactorInSteps(text: string, report: Report): Steps<Redactor> {
  const prepared = yield* prepareInSteps(text, report);
  return toRedactor(() => prepared);
}

interface Prepared {
  readonly replacements: readonly Replacement[];
  readonly names: NameReplacer;
  readonly hidden: ReadonlyMap<number, string | undefined>;
}

function* prepareInSteps(text: string, report: Report): Steps<Prepared> {
  const replacements = yield* collectInSteps(text, report);
  return { replacements, names: new NameReplacer(replacements), hidden: valueLines(report) };
}

function toRedactor(prepare: () => Prepared): Redactor {
  const redact = (value: string) => prepare().names.replace(takeOffInvisible(value));
  return {
    redact,
    redactLine: (line, value) => {
      const { hidden } = prepare();
      if (!hidden.has(line)) return redact(value);
      const name = hidden.get(line);
      const cut = value.indexOf(name ?? '');
      return name === undefined || cut < 0
        ? '<redacted>'
        : `${redact(value.slice(0, cut + name.length))}: <redacted>`;
    },
    get replacements() {
      return prepare().replacements;
    },
  };
}

/** Makes a function that works once and then remembers. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
