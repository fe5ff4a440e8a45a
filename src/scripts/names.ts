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

/** The names of this tab; none when there are none, or when the browser forbids to store any. */
export function loadNames(): Names {
  try {
    return toNames(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
  } catch {
    return {};
  }
}

/** Keeps the names until the tab is closed, or removes them when there are none. */
export function saveNames(names: Names): void {
  try {
    if (Object.keys(names).length === 0) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(names));
  } catch {
    // Blocked storage: the names last as long as the page.
  }
}
