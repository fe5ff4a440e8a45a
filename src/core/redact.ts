import type { Report } from './types.ts';

/** What a placeholder stands for; the words for it are in the interface. */
export const REDACTED_KINDS = [
  'secret',
  'environment',
  'label',
  'image',
  'host',
  'ip',
  'node',
  'namespace',
  'name',
  'container',
] as const;
export type RedactedKind = (typeof REDACTED_KINDS)[number];

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

const IPV4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)/gu;
const IPV6 =
  /(?<![\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|::(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})(?![\w:])/giu;
const HOST =
  /(?<![\w.-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}(?:[a-z]{2,24}|svc|local|internal|lan)(?=[:/"'\s,;)\]}?]|\.(?:\s|$)|$)/giu;
const IMAGES = [/\bimage:? "([^"\s]{1,300})"/giu, /^[ \t]*Image:[ \t]+(\S{1,300})/gmu] as const;
/** Names that stand in messages, as Kubernetes quotes or joins them. */
const NAMED = [
  /\b(?:configmap|secret|persistentvolume(?:claim)?|pod|node|volume|serviceaccount|claim|namespace|job|deployment|(?:replica|stateful|daemon)set|service|quota|webhook|storageclass\S{0,20}|hostname)s? "([^"\s]{2,253})"/giu,
  /\b(?:ConfigMap|Secret|PVC|assigned) ([\w.-]{1,253}\/[\w.-]{1,253}(?: to [\w.-]{1,253})?)/gu,
  /\bpod\(s\) ([\w., -]{2,500})/gu,
  /\b(?:(?:[Cc]reated?|Deleted) (?:[Pp]od|job):?|quota:|Service Account:) +([\w.-]{1,253})/gu,
  /\bin pod ([a-z0-9][\w.-]{0,252})_/gu,
  /\bin pod [a-z0-9][a-z0-9.-]{0,252}_([a-z0-9-]{1,63})\(/gu,
] as const;
const SECRETS = [
  /\beyJ[\w-]{8,1000}\.[\w-]{8,8000}\.[\w-]*/gu,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/gu,
  /\bgh[pousr]_\w{20,}\b/gu,
  /(?<=\b(?:bearer|basic)\s)[\w.~+/=-]{8,}/giu,
  /(?<=\b(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|authorization)["']?\s{0,2}[=:]\s{0,2}["']?)[^\s"',;&]{3,200}/giu,
  /(?<=:\/\/[^\s:@/]{0,80}:)[^\s:@/]{1,200}(?=@)/gu,
] as const;
const UUID = /\b(?:pvc-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/giu;
/** Digests, and ids of machines and disks at AWS. */
const HEX = /\b(?:[0-9a-f]{32,}|(?:i|vol|eni)-[0-9a-f]{17})\b/giu;
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu;

/** Names that every cluster has and that tell nobody apart. */
const PUBLIC = new Set([
  'default',
  'kube-system',
  'kube-public',
  'kube-node-lease',
  'docker.io',
  'registry-1.docker.io',
  'auth.docker.io',
  'quay.io',
  'gcr.io',
  'ghcr.io',
  'registry.k8s.io',
  'k8s.gcr.io',
  'mcr.microsoft.com',
  'public.ecr.aws',
  'kubernetes.io',
  'k8s.io',
  'www.docker.com',
  'docs.docker.com',
  'kube-root-ca.crt',
  'svc.cluster.local',
  'cluster.local',
]);
/** What looks like a host name but is a field of the API or a file. */
const NO_HOST =
  /\.(?:kubernetes|k8s|go|ya?ml|json|conf|sh|log|txt|key|crt|pem|sock|py|js|jar|env|max|slice|service|com\/gpu)$|(?:^|\.)(?:kubernetes|k8s)\.io$|^(?:Un)?(?:Mount|Map|Attach|Detach)Volume\.|^(?:node|pod|spec|metadata|status|limits|requests|memory|cpu|nvidia|amd)\./iu;

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');

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

  addAll(
    kind: RedactedKind,
    text: string,
    pattern: RegExp,
    keep: (hit: string) => boolean = () => true,
  ): void {
    for (const { 0: whole, 1: part } of text.matchAll(pattern))
      if (keep(part ?? whole)) this.add(kind, part ?? whole);
  }
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

function collect(text: string, report: Report): Replacement[] {
  const names = new Collector();
  for (const pattern of SECRETS) names.addAll('secret', text, pattern);
  names.addAll('secret', text, EMAIL);
  for (const { containers } of report.objects)
    for (const { environment } of containers)
      for (const { value } of environment)
        // Short values such as `true` are hidden in their own line; elsewhere they are ordinary words.
        if (value.length >= 6 && !value.startsWith('<set to') && !value.startsWith('('))
          names.add('environment', value);
  for (const { containers } of report.objects)
    for (const { image } of containers) names.add('image', image?.value);
  for (const pattern of IMAGES) names.addAll('image', text, pattern);
  for (const object of report.objects) {
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
  }
  for (const pattern of NAMED)
    for (const { 1: found = '' } of text.matchAll(pattern))
      for (const part of found.split(/ to |[\s,/]+/u)) names.add('name', part);
  names.addAll('ip', text, IPV4);
  names.addAll('ip', text, IPV6);
  names.addAll('host', text, HOST, (host) => !NO_HOST.test(host) && !PUBLIC.has(host));
  names.addAll('name', text, UUID);
  names.addAll('name', text, HEX);
  return [...names.found.values()];
}

/**
 * Prepares the redaction of a paste: names, namespaces, images, addresses, hosts, tokens, and the values of
 * environment variables, labels and annotations become placeholders, the same one for the same text everywhere.
 *
 * Names that every cluster has (`default`, `kube-system`, public registries) stay readable.
 */
export function createRedactor(text: string, report: Report): Redactor {
  const replacements = collect(text, report).sort((a, b) => b.original.length - a.original.length);
  const byOriginal = new Map(
    replacements.map(({ original, placeholder }) => [original, placeholder]),
  );
  const pattern =
    replacements.length === 0
      ? undefined
      : new RegExp(
          `(?<![A-Za-z0-9-])(?:${replacements.map(({ original }) => escape(original)).join('|')})(?![A-Za-z0-9-])`,
          'gu',
        );
  const redact = (value: string) =>
    pattern ? value.replace(pattern, (hit) => byOriginal.get(hit) ?? '<redacted>') : value;
  const hidden = valueLines(report);
  return {
    redact,
    redactLine: (line, value) => {
      if (!hidden.has(line)) return redact(value);
      const name = hidden.get(line);
      const cut = value.indexOf(name ?? '');
      return name === undefined || cut < 0
        ? '<redacted>'
        : `${redact(value.slice(0, cut + name.length))}: <redacted>`;
    },
    replacements,
  };
}
