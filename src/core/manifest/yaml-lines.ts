import { indentOf, isEllipsis, isPrompt } from '../lines.ts';
import type { Steps } from '../steps.ts';
import type { SourceLine } from '../types.ts';

/** Keys that stand at the first level of an object, or of a part of one that people paste alone. */
const FIRST_LEVEL = new Set(
  (
    'apiVersion kind metadata spec status items ' +
    'data binaryData stringData type immutable subsets endpoints addressType ports subjects roleRef rules webhooks ' +
    'provisioner parameters reclaimPolicy volumeBindingMode allowVolumeExpansion mountOptions ' +
    'automountServiceAccountToken secrets imagePullSecrets value globalDefault description preemptionPolicy ' +
    'involvedObject regarding related reason message note source firstTimestamp lastTimestamp eventTime count series ' +
    'action reportingComponent reportingController reportingInstance deprecatedCount deprecatedSource ' +
    'deprecatedFirstTimestamp deprecatedLastTimestamp code details ' +
    'conditions containerStatuses initContainerStatuses ephemeralContainerStatuses phase hostIP hostIPs podIP podIPs ' +
    'qosClass startTime nominatedNodeName observedGeneration resize resourceClaimStatuses containers initContainers ' +
    'state lastState ready restartCount started name image imageID containerID allocatedResources resources ' +
    'volumeMounts user waiting running terminated exitCode signal startedAt finishedAt'
  ).split(' '),
);

const KEY = /^\s*(- )?["']?([a-z][A-Za-z]*)["']?:(?:\s+([^]*))?$/u;
const API_VERSION = /^["']?(?:[a-z0-9.-]+\/)?v\d\w*["']?$/u;
const KIND = /^["']?[A-Z]\w+["']?$/u;
/** What an object has besides its kind. */
const BODY = /^(?:metadata|spec|status|items|involvedObject|regarding|subsets|data)$/u;
const BODY_REACH = 60;
/** What begins a part of an object. */
const FRAGMENT =
  /^(?:metadata|spec|status|items|conditions|containerStatuses|initContainerStatuses|state|lastState|waiting|terminated)$/u;
const FRAGMENT_ITEM =
  /^(?:containerID|allocatedResources|lastProbeTime|lastTransitionTime|lastHeartbeatTime)$/u;
/** Without a kind, one of these must follow: `status:` alone is in many files. */
const TELLING =
  /^\s*(?:- )?(?:containerID|containerStatuses|containers|restartCount|lastTransitionTime|lastProbeTime|lastHeartbeatTime|startedAt|exitCode|waiting|terminated|hostIP|nodeName|qosClass):/u;
const CHILD = /^\s*(?:- |["']?[\w./~-]+["']?:(?:\s|$))/u;
const SEPARATOR = /^\s*---(?:\s+(?:#[^]*)?)?$/u;
const COMMENT = /^\s*#/u;
const DESCRIBE_FIELD = /^\s*[A-Z][A-Za-z ]+:(?:\s|$)/u;
/** No shorter line is cut. */
const WRAPPED_AFTER = 60;
const REACH_WRAPPED = 10;
/** Lines between two pauses. */
const LINES_IN_SLICE = 10_000;

/** Where a YAML document stands: lines from `start` up to `end`, which is not part of it. */
export interface YamlRange {
  readonly start: number;
  readonly end: number;
  /** Indent of its first level. */
  readonly indent: number;
  /** Whether it says its kind; else it is a part of an object. */
  readonly isWhole: boolean;
  /** Whether it is an object of the API, or tells of one. */
  readonly isTelling: boolean;
  /** Lines that only go on with the line above, cut off by a terminal or a mail program. */
  readonly wrapped: ReadonlySet<number>;
}

interface Key {
  readonly dash: boolean;
  readonly name: string;
  readonly value: string;
}

function readKey(text: string): Key | undefined {
  const [, dash, name, value = ''] = KEY.exec(text) ?? [];
  return name === undefined ? undefined : { dash: dash !== undefined, name, value: value.trim() };
}

const isBlank = (line: SourceLine | undefined) => line?.text.trim() === '';

function nextFilled(lines: readonly SourceLine[], index: number): number {
  let next = index + 1;
  while (next < lines.length && isBlank(lines[next])) next += 1;
  return next;
}

/** Whether a `metadata:` or the like stands beside the key at `index`, at the given indent. */
function hasBody(lines: readonly SourceLine[], index: number, indent: number): boolean {
  for (let i = index; i < Math.min(lines.length, index + BODY_REACH); i += 1) {
    const text = lines[i]?.text ?? '';
    if (text.trim() === '') continue;
    const width = indentOf(text);
    if (i > index && width < indent && !/^\s*- /u.test(text)) return false;
    const key = readKey(text);
    if (key && BODY.test(key.name) && (i === index || width === indent)) return true;
  }
  return false;
}

/**
 * The indent of the first level of the YAML document of the API that begins here; undefined when none does.
 *
 * @param headsOnly Whether parts of an object, such as `status:` alone, are passed over.
 */
export function findYamlIndent(
  lines: readonly SourceLine[],
  index: number,
  headsOnly: boolean,
): number | undefined {
  const text = lines[index]?.text ?? '';
  const key = readKey(text);
  if (!key) return undefined;
  const indent = indentOf(text);
  const next = lines[nextFilled(lines, index)]?.text ?? '';
  const { dash, name, value } = key;
  const isHead =
    (name === 'apiVersion' && API_VERSION.test(value)) ||
    (name === 'kind' && KIND.test(value)) ||
    // The first key of an EndpointSlice; keys are sorted.
    (name === 'addressType' && /^(?:IPv[46]|FQDN)$/u.test(value));
  if (isHead || (dash && !headsOnly && FRAGMENT_ITEM.test(name))) {
    const inner = dash ? indent + 2 : indent;
    // The first line of a copied text may have lost its indent.
    const shifted = !dash && indent === 0 ? indentOf(next) : inner;
    if (!isHead || hasBody(lines, index, inner)) return indent;
    return shifted > inner &&
      FIRST_LEVEL.has(readKey(next)?.name ?? '') &&
      hasBody(lines, index + 1, shifted)
      ? shifted
      : undefined;
  }
  if (headsOnly || dash || value !== '' || !FRAGMENT.test(name) || !CHILD.test(next))
    return undefined;
  const inner = indentOf(next);
  return inner > indent || (inner === indent && /^\s*- /u.test(next)) ? indent : undefined;
}

/** Whether YAML goes on a few lines below, so that the lines between belong to it. */
function goesOn(lines: readonly SourceLine[], index: number, indent: number): boolean {
  let next = index;
  for (let seen = 0; seen < REACH_WRAPPED; seen += 1) {
    next = nextFilled(lines, next);
    const text = lines[next]?.text ?? '';
    const width = indentOf(text);
    if (width <= indent && (isPrompt(text) || DESCRIBE_FIELD.test(text))) return false;
    if (width > indent + 1 && CHILD.test(text)) return true;
    if (width === indent && FIRST_LEVEL.has(readKey(text)?.name ?? '')) return true;
  }
  return false;
}

/**
 * Whether a line only goes on with the one above: a terminal has cut that at its width, wherever it stood, or a mail
 * program at a space.
 *
 * @param widest Length of the longest line.
 */
function isWrapped(
  lines: readonly SourceLine[],
  index: number,
  indent: number,
  widest: number,
): boolean {
  const text = lines[index]?.text ?? '';
  const above = lines[index - 1]?.text ?? '';
  if (above.length < WRAPPED_AFTER || indentOf(text) > indent + 1) return false;
  if (SEPARATOR.test(text) || COMMENT.test(text) || DESCRIBE_FIELD.test(text) || isPrompt(text))
    return false;
  const isCut = above.length >= widest - 1;
  return (
    (isCut || (indentOf(text) <= indent && !text.endsWith(':'))) && goesOn(lines, index, indent)
  );
}

/**
 * Finds the end of the YAML document that begins at a line.
 *
 * It goes on while lines are indented or begin with a key that objects have at their first level. A key that was there
 * already begins another document, for people forget the `---` between them.
 *
 * @param indent Indent of its first level.
 * @param widest Length of the longest line of the paste, to tell where a terminal has cut lines.
 */
export function* findYaml(
  lines: readonly SourceLine[],
  start: number,
  indent: number,
  widest: number,
): Steps<YamlRange> {
  const first = readKey(lines[start]?.text ?? '');
  const isList = first?.dash === true;
  const seen = new Set(isList ? [] : [first?.name]);
  const wrapped = new Set<number>();
  let isOpen = first?.value === '';
  let end = start + 1;
  for (let i = start + 1; i < lines.length; i += 1) {
    if (i % LINES_IN_SLICE === 0) yield;
    const text = lines[i]?.text ?? '';
    if (text.trim() === '') continue;
    const width = indentOf(text);
    if (width > indent + 1) end = i + 1;
    else if (SEPARATOR.test(text)) break;
    else if (COMMENT.test(text) || isEllipsis(text)) continue;
    else {
      const key = width === indent ? readKey(text) : undefined;
      if (width === indent && /^\s*-(?:\s|$)/u.test(text) && (isList || isOpen)) end = i + 1;
      else if (key && !key.dash && !isList && FIRST_LEVEL.has(key.name) && !seen.has(key.name)) {
        seen.add(key.name);
        isOpen = key.value === '';
        end = i + 1;
      } else if (isWrapped(lines, i, indent, widest)) wrapped.add(i);
      else if (width > indent) end = i + 1;
      else break;
    }
  }
  const isWhole = [first?.name, ...seen].some((name) => name === 'apiVersion' || name === 'kind');
  const tells = () => lines.slice(start, end).some((line) => TELLING.test(line.text));
  return { start, end, indent, isWhole, isTelling: isWhole || tells(), wrapped };
}
