/** A rule of `_headers`, the file that Netlify and Cloudflare Pages read. */
export interface HeaderRule {
  /** Without the `*` at its end. */
  readonly path: string;
  /** The path ended with `*`: the rule is for everything below it, too. */
  readonly below: boolean;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Reads `_headers`: a path, then its headers, indented; `#` begins a comment. */
export function parseHeaderRules(text: string): HeaderRule[] {
  const found: { path: string; below: boolean; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    const header = /^\s+([\w-]+):\s*(.*)$/u.exec(line);
    if (header) found.at(-1)?.headers.push([header[1] ?? '', header[2] ?? '']);
    else if (line.startsWith('/')) {
      const path = line.trim();
      found.push({ path: path.replace(/\*$/u, ''), below: path.endsWith('*'), headers: [] });
    }
  }
  return found;
}

/**
 * Writes the rules as Caddy reads them. A rule for everything sets a header; another one adds its
 * policy to that, as hosts do, and a browser obeys both. Of any other header the last value counts.
 */
export function toCaddyHeaders(rules: readonly HeaderRule[]): string {
  const lines = rules.flatMap(({ path, below, headers }) =>
    headers.map(([name, value]) => {
      const isForAll = below && path === '/';
      const matcher = isForAll ? '' : `${path}${below ? '*' : ''} `;
      const add = !isForAll && name.toLowerCase() === 'content-security-policy' ? '+' : '';
      return `\theader ${matcher}${add}${name} "${value.replaceAll('"', String.raw`\"`)}"`;
    }),
  );
  // In a route, so that they hold in this order.
  return ['route {', '\theader Cache-Control "no-cache"', ...lines, '}', ''].join('\n');
}
