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

/** https://developers.cloudflare.com/pages/configuration/headers/ and the parser of its command line. */
const MAX_RULES = 100;
const MAX_LINE = 2000;

/** What Cloudflare Pages would leave out of a `_headers` without failing: empty when it reads all of it. */
export function hostLimitProblems(text: string): string[] {
  const rules = parseHeaderRules(text);
  return [
    ...(rules.length > MAX_RULES ? [`${rules.length} rules; hosts read ${MAX_RULES}.`] : []),
    ...text.split('\n').flatMap((line, index) => {
      const length = line.trim().length;
      return length > MAX_LINE && !line.trim().startsWith('#')
        ? [`line ${index + 1} has ${length} characters; hosts read ${MAX_LINE}.`]
        : [];
    }),
    ...rules
      .filter(({ path }) => path.includes('*'))
      .map(({ path }) => `${path} has a \`*\` that is not its end.`),
  ];
}

/** Writes the rules as Caddy reads them: of a header that several give, the last one counts. */
export function toCaddyHeaders(rules: readonly HeaderRule[]): string {
  const lines = rules.flatMap(({ path, below, headers }) =>
    headers.map(([name, value]) => {
      const matcher = below && path === '/' ? '' : `${path}${below ? '*' : ''} `;
      return `\theader ${matcher}${name} "${value.replaceAll('"', String.raw`\"`)}"`;
    }),
  );
  // In a route, so that they hold in this order.
  return ['route {', '\theader Cache-Control "no-cache"', ...lines, '}', ''].join('\n');
}

/** What nginx includes: `maps` beside the server, `headers` inside of it. */
export interface NginxHeaders {
  readonly maps: string;
  readonly headers: string;
}

const PREFIX = '$pod_triage_';
const CACHE_CONTROL = 'cache-control';

/**
 * Writes the rules for nginx, whose `add_header` in one place forgets those of the places around it: so every header is
 * added once, with a value that a map finds by the path that was asked for. A value that is empty is not sent.
 *
 * @param base The path below which the site is served, such as `/` or `/triage/`.
 */
export function toNginxHeaders(rules: readonly HeaderRule[], base: string): NginxHeaders {
  const quote = (text: string) => `"${text.replaceAll(/["\\]/gu, String.raw`\$&`)}"`;
  const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  const root = base.replace(/\/+$/u, '');
  const names = new Map(
    [['Cache-Control'], ...rules.flatMap(({ headers }) => headers)].map(([name = '']) => [
      name.toLowerCase(),
      name,
    ]),
  );
  const variableOf = (key: string) => `${PREFIX}${key.replaceAll('-', '_')}`;
  const mapOf = (key: string): string => {
    const entries = rules.flatMap(({ path, below, headers }) =>
      headers
        .filter(([name]) => name.toLowerCase() === key)
        .map(([, value]) => {
          if (below && path === '/') return `\tdefault ${quote(value)};`;
          const place = below ? `~^${escape(root + path)}` : root + path;
          return `\t${quote(place)} ${quote(value)};`;
        }),
    );
    const isGiven = entries.some((entry) => entry.startsWith('\tdefault '));
    const fallback = isGiven ? [] : [`\tdefault "${key === CACHE_CONTROL ? 'no-cache' : ''}";`];
    const name = key === CACHE_CONTROL ? `${PREFIX}cache_of_path` : variableOf(key);
    return [`map ${PREFIX}path ${name} {`, ...fallback, ...entries, '}'].join('\n');
  };
  const maps = [
    `map $request_uri ${PREFIX}path {\n\t"~^(?<pod_triage_asked>[^?]*)" $pod_triage_asked;\n}`,
    ...[...names.keys()].map(mapOf),
    // What is missing is not kept, wherever it would have been.
    `map $status ${variableOf(CACHE_CONTROL)} {\n\tdefault ${PREFIX}cache_of_path;\n\t"~^[45]" "no-cache";\n}`,
  ];
  const headers = [...names].map(([key, name]) => `add_header ${name} ${variableOf(key)} always;`);
  return { maps: `${maps.join('\n')}\n`, headers: `${headers.join('\n')}\n` };
}
