/** What `kubectl logs` and the runtime put before the line of a program. */
const LOG_PREFIX =
  /^(?:\[pod\/[^\]\s]+\] )?(?:\d{4}-\d{2}-\d{2}T[\d:.]{5,20}(?:Z|[+-]\d{2}:\d{2}) (?:std(?:out|err) [FP] )?)?/u;

/**
 * The words of a line without any column around it: without what a log puts before them, and with the quotes of errors
 * that a log has quoted: the kubelet writes `err="secret \"db\" not found"`, and errors in it once more.
 */
export function readLooseLine(line: string): string {
  const text = line.trim().replace(LOG_PREFIX, '');
  return text.includes('\\"') ? text.replace(/\\{1,7}"/gu, '"') : text;
}

/** How messages of events begin, by the reason of their event: a message that stands alone tells its event, too. */
const MESSAGE_STARTS: readonly (readonly [reason: string, start: RegExp])[] = [
  [
    'FailedScheduling',
    /\b0\/\d+ nodes are available|\brunning "?\w+"? (?:plugin|filter plugin|PreBind)/u,
  ],
  ['FailedAttachVolume', /\b(?:AttachVolume\.\w+ failed|Multi-Attach error for volume)/u],
  ['FailedMapVolume', /\bMapVolume\.\w+ failed/u],
  [
    'FailedMount',
    /\b(?:MountVolume\.\w+ (?:initialization )?failed|Unable to (?:attach or )?mount volumes)/u,
  ],
  ['FailedCreatePodSandBox', /\bFailed to create pod sandbox/u],
  ['Unhealthy', /\b(?:Readiness|Liveness|Startup) probe (?:failed|errored)/u],
  ['FailedCreate', /\bError creating: /u],
  ['ProvisioningFailed', /\bfailed to provision volume with StorageClass/u],
  [
    'Failed',
    /\bFailed to pull image "|\b(?:Create|Run)Container(?:Config)?Error: |^Error: (?:context deadline exceeded$|failed to (?:create|start|generate|reserve|prepare)|container create failed)/u,
  ],
];

const PROBE_FAILED = '"Probe failed" probeType="';
const OUTPUT = ' output="';
/** A controller logs the events that it makes. Source: client-go, tools/record/event.go. */
const RECORDED = /reason(?:="|: ')(\w+). (?:message=")?(.+)/u;
const RECLAIM = /reclaim" resourceName="([\w.-]+)"/u;

/** The event that the kubelet or a controller makes beside a line of its log. Source: pkg/kubelet/prober/prober.go, pkg/kubelet/eviction/eviction_manager.go. */
function eventOfLog(text: string): string | undefined {
  const at = text.indexOf(PROBE_FAILED);
  const output = at < 0 ? -1 : text.indexOf(OUTPUT, at);
  if (output >= 0) {
    const kind = /^\w*/u.exec(text.slice(at + PROBE_FAILED.length))?.[0] ?? '';
    const said = text.slice(output + OUTPUT.length).replace(/"$/u, '');
    return `Unhealthy: ${kind} probe failed: ${said}`;
  }
  const [, reason, message = ''] = RECORDED.exec(text) ?? [];
  if (reason) return `${reason}: ${message}`;
  const resource = RECLAIM.exec(text)?.[1];
  return resource && `EvictionThresholdMet: Attempting to reclaim ${resource}`;
}

/** The event that a loose line tells of, as `Reason: message`; undefined when it tells of none. */
export function eventIn(text: string): string | undefined {
  for (const [reason, start] of MESSAGE_STARTS) {
    const at = text.search(start);
    if (at >= 0) return `${reason}: ${text.slice(at)}`;
  }
  return eventOfLog(text);
}

const BARE_REASON = /^(?:Init:)?([A-Z][a-z]*[A-Z]\w*)$/u;
const NO_LOGS_YET = ' is waiting to start: ';
/** How the API Server puts some reasons into words. Source: pkg/registry/core/pod/rest/log.go and the kubelet. */
const IN_WORDS: Readonly<Record<string, string>> = {
  'trying and failing to pull image': 'ErrImagePull',
  "image can't be pulled": 'ErrImagePull',
};

/** The reason of a state that a loose line gives: alone, or as the answer of `kubectl logs`; undefined without one. */
export function reasonIn(text: string): string | undefined {
  const at = text.indexOf(NO_LOGS_YET);
  const words = (at < 0 ? text : text.slice(at + NO_LOGS_YET.length)).trim();
  return IN_WORDS[words] ?? BARE_REASON.exec(words)?.[1];
}

/** What begins a declaration in a programming language. */
const DECLARES =
  /^\s*(?:package \w+;?$|import [\w({"'*]|from [\w.]+ import |func [\w(]|(?:async )?def \w+\(|class \w+[({: ]|#include |using [\w.]+;$|(?:export|public|private|static|const|let|var|function) \w)/u;
const IS_TRACE = /^\s*(?:Traceback|panic:|goroutine |at \S+ ?\(|Caused by|Exception in )/u;
/** Lines at the beginning that are looked at. */
const SOURCE_REACH = 200;
const DECLARATIONS = 2;

/** Whether lines are the source of a program: the errors in it are words, and nobody has met them. */
export function isSource(lines: readonly { readonly text: string }[]): boolean {
  let declarations = 0;
  for (const { text } of lines.slice(0, SOURCE_REACH)) {
    if (IS_TRACE.test(text)) return false;
    if (DECLARES.test(text)) declarations += 1;
  }
  return declarations >= DECLARATIONS;
}

const LOST = /refused|time[ds]?[ -]?out|unreachable|reset by peer|no route|ECONN|no such host/iu;
const FOUND_AGAIN =
  /\b(?:re-?connected|connection (?:was )?(?:re-?established|restored)|(?:successfully )?connected (?:to|successfully))\b/iu;

/**
 * The index of the last line that tells of a connection that stands, -1 without one: what was said of lost ones up to
 * there is over.
 */
export function lastConnected(lines: readonly { readonly text: string }[]): number {
  return lines.findLastIndex(({ text }) => text.includes('onnect') && FOUND_AGAIN.test(text));
}

/** Whether a line tells of a connection that is lost or was never made. */
export const tellsOfLost = (text: string): boolean => LOST.test(text);
