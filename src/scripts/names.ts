/** What the reader can fill in once for all commands. */
export const NAMES = ['pod', 'namespace', 'container', 'node'] as const;
export type Name = (typeof NAMES)[number];
export type Names = Readonly<Partial<Record<Name, string>>>;

/** RFC 1123 label and subdomain, as Kubernetes checks them; such a name needs no quotes in a shell. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u;
const SUBDOMAIN = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/u;
const LONGEST_SUBDOMAIN = 253;
const KEY = 'command-names';

/** Whether Kubernetes would accept it. Nothing else is put into a command that somebody will run. */
export function isValidName(name: Name, value: string): boolean {
  if (name === 'namespace' || name === 'container') return LABEL.test(value);
  return value.length <= LONGEST_SUBDOMAIN && SUBDOMAIN.test(value);
}

/** Keeps the names that are valid; reads anything, also what another version of the page has stored. */
export function toNames(value: unknown): Names {
  if (typeof value !== 'object' || value === null) return {};
  const given = new Map<string, unknown>(Object.entries(value));
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const one = given.get(name);
      return typeof one === 'string' && isValidName(name, one) ? [[name, one]] : [];
    }),
  );
}

/** Names that a paste gave; they are in the memory of this page only, because nothing of a paste is stored. */
let pasted: Names = {};
/** What stands in the bar while there are such names, which never mix with those of earlier commands. */
let current: Names | undefined;

/** Called on the window when names have come from elsewhere than the bar. */
export const NAMES_EVENT = 'command-names';

/** Fills in the names of a paste until the page is left or loaded again. */
export function lendNames(names: Names): void {
  if (Object.keys(names).length === 0) return;
  pasted = names;
  current = names;
  dispatchEvent(new Event(NAMES_EVENT));
}

/** What stands in the bar since a paste gave names: to be handed on to a page that follows. */
export function lentNames(): Names {
  return current ?? {};
}

/** The names of this tab; none when there are none, or when the browser forbids to store any. */
export function loadNames(): Names {
  if (current) return current;
  try {
    return toNames(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
  } catch {
    return {};
  }
}

/** Keeps the names until the tab is closed, without those that a paste gave; or removes them when there are none. */
export function saveNames(names: Names): void {
  if (current) current = names;
  const typed = Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = names[name];
      return value === undefined || value === pasted[name] ? [] : [[name, value]];
    }),
  );
  try {
    if (Object.keys(typed).length === 0) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(typed));
  } catch {
    // Blocked storage: the names last as long as the page.
  }
}
