/** A Content Security Policy: the sources of each directive, in the order they were written. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** Reads a policy as it stands in a header or in `<meta>`. A directive without sources is kept. */
export function parsePolicy(text: string): Policy {
  return new Map(
    text
      .split(';')
      .map((directive) => directive.trim().split(/\s+/u))
      .flatMap(([name = '', ...sources]) => (name === '' ? [] : [[name, sources] as const])),
  );
}

export function toPolicyText(policy: Policy): string {
  return [...policy].map(([name, sources]) => [name, ...sources].join(' ')).join('; ');
}

/**
 * The strictest policy that forbids none of these pages what its own policy allows: the union of
 * the sources. For a host that sends one header for all pages; each page still carries its own.
 *
 * @throws When the policies do not have the same directives: a missing one allows everything,
 *   and so would the union.
 */
export function unitePolicies(policies: readonly Policy[]): Policy {
  const [first = new Map<string, readonly string[]>(), ...others] = policies;
  const names = [...first.keys()];
  for (const other of others)
    if (other.size !== names.length || !names.every((name) => other.has(name)))
      throw new Error(
        `Every page needs the same directives: ${names.join(' ')} or ${[...other.keys()].join(' ')}?`,
      );
  return new Map(
    names.map((name) => {
      const sources = new Set(policies.flatMap((policy) => policy.get(name) ?? []));
      if (sources.size > 1) sources.delete("'none'");
      return [name, [...sources]];
    }),
  );
}
