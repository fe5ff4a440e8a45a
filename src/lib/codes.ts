import type { Cause, Condition, Locale } from '../core/index.ts';
import { CODE_KINDS, toCodeSlug, type CodeKind } from '../core/lookup/index.ts';
import type { CodeData, CodeFile, CodeSetter } from '../schemas/code.ts';

/** One entry of the lookup, with all that its file says for every entry. */
export interface Code extends Omit<CodeData, 'setBy' | 'range'> {
  readonly kind: CodeKind;
  /** `<kind>/<slug>`, the last two parts of its address. */
  readonly ref: string;
  /** The file it stands in, without its ending. */
  readonly group: string;
  readonly setBy: readonly CodeSetter[];
  /** Exit codes and signals: the first and the last number. */
  readonly numbers?: readonly [number, number];
}

/** Codes that belong together, in the order of the index. */
export interface CodeGroup {
  readonly id: string;
  readonly kind: CodeKind;
  readonly title: Readonly<Record<Locale, string>>;
  readonly codes: readonly Code[];
}

/** Joins the files of `content/codes`: kinds in their order, then files in theirs, then entries as they stand. */
export function toCodeGroups(files: Readonly<Record<string, CodeFile>>): CodeGroup[] {
  return Object.entries(files)
    .map(([id, file]) => ({ id, ...file }))
    .toSorted(
      (a, b) =>
        CODE_KINDS.indexOf(a.kind) - CODE_KINDS.indexOf(b.kind) ||
        a.order - b.order ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ id, kind, title, entries, setBy, sources }) => ({
      id,
      kind,
      title,
      codes: entries.map((entry) => toCode(id, kind, entry, setBy, sources)),
    }));
}

function toCode(
  group: string,
  kind: CodeKind,
  { setBy: own, range, ...entry }: CodeData,
  setBy: readonly CodeSetter[] = [],
  sources: readonly string[] = [],
): Code {
  const single = entry.number ?? (kind === 'exit-code' ? Number(entry.code) : undefined);
  const numbers = range ?? (single === undefined ? undefined : ([single, single] as const));
  return {
    ...entry,
    kind,
    group,
    ref: `${kind}/${toCodeSlug(entry.code)}`,
    setBy: own ?? setBy,
    sources: [...new Set([...entry.sources, ...sources])],
    ...(numbers ? { numbers } : {}),
  };
}

/** Facts of rules that name codes, and the kinds they name. */
const KINDS_OF_FACT: Readonly<Record<string, readonly CodeKind[]>> = {
  'container.waitingReason': ['waiting'],
  'container.terminationReason': ['terminated'],
  'state.reason': ['waiting', 'terminated'],
  'state.unexplained': ['waiting', 'terminated', 'pod-reason'],
  'container.exitCode': ['exit-code'],
  'container.signal': ['signal'],
  'event.reason': ['event'],
  'pod.reason': ['pod-reason'],
};
/** Too general to be what a cause means when a more telling kind has the same name. */
const GENERAL_KINDS: readonly CodeKind[] = ['phase', 'state'];

/**
 * The causes of every code, by its reference: those whose rule asks for it and those that list it under `codes`.
 *
 * A name that several kinds share (`Failed` is an event and a phase) belongs to the kinds that the rule of the cause
 * asks for; where the rule does not tell, to all but the general ones. First come the causes whose rule asks for it, then those that
 * name fewer codes: for them this one tells more.
 */
export function findCausesOfCodes(
  codes: readonly Code[],
  causes: Readonly<Record<string, Cause>>,
): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, Map<string, boolean>> = {};
  const add = (ref: string, cause: string, isAsked: boolean) => {
    const own = (found[ref] ??= new Map<string, boolean>());
    own.set(cause, isAsked || (own.get(cause) ?? false));
  };
  for (const [id, cause] of Object.entries(causes)) {
    const asked = codes.filter((code) => askedFor(code, cause));
    for (const { ref } of asked) add(ref, id, true);
    for (const name of cause.codes) {
      const named = codes.filter((code) => code.code === name || code.aliases.includes(name));
      const certain = named.filter((code) => asked.includes(code));
      const telling = named.filter(({ kind }) => !GENERAL_KINDS.includes(kind));
      const [chosen = []] = [certain, telling, named].filter((list) => list.length > 0);
      for (const { ref } of chosen) add(ref, id, false);
    }
  }
  // A signal and the exit code it leaves are the same thing.
  for (const { kind, ref, numbers } of codes) {
    if (kind !== 'signal' || !numbers || numbers[0] !== numbers[1]) continue;
    for (const [cause, isAsked] of found[`exit-code/${128 + numbers[0]}`] ?? [])
      add(ref, cause, isAsked);
  }
  const numberOfCodes = (id: string) => causes[id]?.codes.length ?? 0;
  const byTelling = ([a, isA]: [string, boolean], [b, isB]: [string, boolean]) =>
    Number(isB) - Number(isA) || numberOfCodes(a) - numberOfCodes(b) || (a < b ? -1 : 1);
  return Object.fromEntries(
    Object.entries(found).map(([ref, own]) => [ref, [...own].sort(byTelling).map(([id]) => id)]),
  );
}

/** All codes, and the causes that belong to them. */
export interface CodeCatalogue {
  readonly codeGroups: readonly CodeGroup[];
  readonly causesOfCodes: Readonly<Record<string, readonly string[]>>;
}

/**
 * The entry that a code of a cause means: of those with this name the first that belongs to the cause. Undefined for a
 * code that the lookup does not know.
 */
export function findCodeOfCause(
  name: string,
  cause: string,
  { codeGroups, causesOfCodes }: CodeCatalogue,
): Code | undefined {
  return codeGroups
    .flatMap((group) => group.codes)
    .find(
      ({ ref, code, aliases }) =>
        (code === name || aliases.includes(name)) && causesOfCodes[ref]?.includes(cause),
    );
}

function askedFor(code: Code, cause: Cause): boolean {
  return cause.rule.cases.some(({ when }) => when.some((condition) => names(condition, code)));
}

function names({ fact, is, matches }: Condition, { kind, code, numbers }: Code): boolean {
  if (!KINDS_OF_FACT[fact]?.includes(kind)) return false;
  if (is !== undefined) {
    const isSingle = numbers !== undefined && numbers[0] === numbers[1];
    return [is].flat().some((one) => one === code || (isSingle && one === numbers[0]));
  }
  // Of what is written as a pattern, only names: a pattern for any text says nothing.
  return matches !== undefined && matches.startsWith('^') && new RegExp(matches, 'iu').test(code);
}

/** Runbooks of a code: named by its entry, by its causes, or because they say they are about this status. */
export function findRunbooksOfCode(
  code: Code,
  ofCauses: readonly string[],
  runbooks: readonly { readonly id: string; readonly statuses: readonly string[] }[],
): string[] {
  const about = runbooks.filter(
    ({ statuses }) => STATUS_KINDS.includes(code.kind) && statuses.includes(code.code),
  );
  return [...new Set([...code.runbooks, ...about.map(({ id }) => id), ...ofCauses])];
}

/** Kinds that `kubectl get pod` prints in its column STATUS. */
const STATUS_KINDS: readonly CodeKind[] = [
  'status',
  'terminated',
  'waiting',
  'phase',
  'pod-reason',
];

const NEWEST = '1.36';

/** The file that sets a code, at the last version that has it; none for a program whose file is not known. */
export function linkOfSetter(
  { repo, source }: CodeSetter,
  until: string | undefined,
): string | undefined {
  if (source === undefined) return undefined;
  if (repo !== 'kubernetes/kubernetes') return `https://github.com/${repo}/blob/HEAD/${source}`;
  const [version = NEWEST] = (until ?? NEWEST).split('–').reverse();
  return `https://github.com/kubernetes/kubernetes/blob/v${version}.0/${source}`;
}

/** Where the entry was read: what it names itself, and the files and repositories of what sets it. */
export function sourcesOfCode({ sources, setBy, until }: Code): string[] {
  const files = setBy.map((setter) => linkOfSetter(setter, until));
  const repositories = setBy.flatMap(({ repo, source }) =>
    source === undefined && repo !== 'kubernetes/kubernetes' ? [`https://github.com/${repo}`] : [],
  );
  return [...new Set([...sources, ...files.filter((file) => file !== undefined), ...repositories])];
}
