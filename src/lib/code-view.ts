import type { Cause, Locale } from '../core/index.ts';
import {
  toExitCodeSteps,
  type CodeBody,
  type CodeSetterView,
  type CodeView,
  type NamedLink,
} from '../core/lookup/index.ts';
import type { CodeSetter } from '../schemas/code.ts';
import {
  findRunbooksOfCode,
  linkOfSetter,
  sourcesOfCode,
  type Code,
  type CodeCatalogue,
} from './codes.ts';

/** What surrounds the codes: what they lead to, and where that is. */
export interface CodeSite extends CodeCatalogue {
  readonly causes: Readonly<Record<string, Pick<Cause, 'runbook' | 'title'>>>;
  /** In the language of the page. */
  readonly runbooks: readonly {
    readonly id: string;
    readonly title: string;
    readonly statuses: readonly string[];
  }[];
  /** Addresses; undefined for what the edition does not have. */
  readonly hrefs: {
    readonly code: (ref: string) => string;
    readonly group: (id: string) => string;
    readonly cause: (runbook: string, cause: string) => string;
    readonly runbook: (id: string) => string | undefined;
  };
}

/**
 * What the entry of a code says, in one language.
 *
 * What it names and nobody knows is left out; the checks of the content see to it that there is no such thing. Runbooks
 * without an address are left out, too.
 */
export function toCodeBody(code: Code, locale: Locale, site: CodeSite): CodeBody {
  const { causes, causesOfCodes, hrefs, runbooks } = site;
  const all = site.codeGroups.flatMap((group) => group.codes);
  const find = (ref: string) => all.find((one) => one.ref === ref);
  const signal = findSignal(code, all);
  return {
    kind: code.kind,
    code: code.code,
    meaning: code.meaning[locale],
    numbers: code.numbers,
    type: code.type,
    action: code.action,
    sentBy: code.sentBy?.[locale],
    number: code.number,
    signal: signal && toLink(signal, site),
    since: code.since,
    until: code.until,
    replacedBy: (code.replacedBy ?? [])
      .flatMap((ref) => find(ref) ?? [])
      .map((other) => toLink(other, site)),
    setBy: code.setBy.map((setter) => toSetterView(setter, code.until, locale)),
    // Names in Chinese help to find a code, but say nothing to a reader of English.
    aliases: code.aliases.filter((name) => locale !== 'en' || !/\p{Script=Han}/u.test(name)),
    runbooks: findRunbooksOfCode(
      code,
      (causesOfCodes[code.ref] ?? []).flatMap((id) => causes[id]?.runbook ?? []),
      runbooks,
    ).flatMap((id) => {
      const name = runbooks.find((one) => one.id === id)?.title;
      const href = hrefs.runbook(id);
      return name === undefined || href === undefined ? [] : [{ name, href }];
    }),
    confusedWith: code.confusedWith.flatMap(({ code: ref, tell }) => {
      const other = find(ref);
      return other ? [{ ...toLink(other, site), kind: other.kind, tell: tell[locale] }] : [];
    }),
    programs: code.programs.map(({ name, meaning }) => ({ name, meaning: meaning[locale] })),
    sample: code.sample,
    sources: sourcesOfCode(code),
  };
}

/** What a page shows of a code: its entry, its causes, and what stands beside it. */
export function toCodeView(code: Code, locale: Locale, site: CodeSite): CodeView {
  const { causes, causesOfCodes, codeGroups, hrefs } = site;
  const group = codeGroups.find(({ codes }) => codes.includes(code));
  const at = group?.codes.indexOf(code) ?? 0;
  const [previous, next] = [group?.codes[at - 1], group?.codes[at + 1]];
  return {
    ...toCodeBody(code, locale, site),
    causes: (causesOfCodes[code.ref] ?? []).flatMap((id) => {
      const cause = causes[id];
      return cause ? [{ name: cause.title[locale], href: hrefs.cause(cause.runbook, id) }] : [];
    }),
    group: { name: group?.title[locale] ?? '', href: hrefs.group(code.group) },
    previous: previous && toLink(previous, site),
    next: next && toLink(next, site),
  };
}

const toLink = ({ code, ref }: Code, { hrefs }: CodeSite): NamedLink => ({
  name: code,
  href: hrefs.code(ref),
});

/** The signal behind an exit code such as 137; none when the entry stands for several codes. */
function findSignal({ kind, numbers }: Code, all: readonly Code[]): Code | undefined {
  if (kind !== 'exit-code' || !numbers || numbers[0] !== numbers[1]) return undefined;
  const step = toExitCodeSteps(numbers[0]).find((one) => one.step === 'signal');
  return (
    step &&
    all.find(
      ({ kind: other, numbers: [first, last] = [0, -1] }) =>
        other === 'signal' && first <= step.number && step.number <= last,
    )
  );
}

function toSetterView(
  setter: CodeSetter,
  until: string | undefined,
  locale: Locale,
): CodeSetterView {
  const { component, source, repo } = setter;
  return {
    name: typeof component === 'string' ? component : component[locale],
    source: source === undefined ? undefined : { name: source, href: linkOfSetter(setter, until) },
    repo: repo === 'kubernetes/kubernetes' ? undefined : repo,
  };
}
