// Lets a real kubectl print objects that exist only as JSON: a read-only API server on loopback, and the programs that ask it.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

export interface KubeObject {
  readonly kind: string;
  readonly metadata: Readonly<Record<string, unknown>> & {
    readonly name: string;
    readonly namespace: string;
  };
  readonly [field: string]: unknown;
}

export interface Apiserver {
  /** Runs a kubectl against this server and gives what it prints. */
  readonly run: (program: string, args: readonly string[]) => Promise<string>;
  readonly stop: () => void;
}

/** Resources of the core API by kind. Others have not been needed yet. */
const RESOURCES: Readonly<Record<string, string>> = { Pod: 'pods', Event: 'events' };
const OBJECT = /^\/api\/v1(?:\/namespaces\/([^/]+))?\/(\w+)(?:\/([^/]+))?$/u;
const FIELD_CLAUSE = /^([^=!]+)(!?=)=?(.*)$/u;
const VERSIONED = /^kubectl\.1\.(\d+)$/u;
const GOOGLE_SDK = '/usr/lib/google-cloud-sdk/bin';
const MAX_OUTPUT = 64 * 1024 * 1024;

const failure = (code: number, message: string) => ({
  ...{ kind: 'Status', apiVersion: 'v1', status: 'Failure' },
  ...{ code, message, reason: code === 404 ? 'NotFound' : 'BadRequest' },
});

function valueAt(object: unknown, path: string): string {
  let value = object;
  for (const key of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
  return typeof value === 'string' ? value : '';
}

/** Whether an object fits a field selector such as `involvedObject.name=web-0,involvedObject.uid=…`. */
function isSelected(object: KubeObject, selector: string): boolean {
  return selector
    .split(',')
    .filter((clause) => clause !== '')
    .every((clause) => {
      const [, path = '', operator, wanted] = FIELD_CLAUSE.exec(clause) ?? [];
      return (valueAt(object, path) === wanted) === (operator === '=');
    });
}

function toResponse(objects: readonly KubeObject[], url: URL): unknown {
  const path = url.pathname.replace(/\/$/u, '');
  if (path === '/version') return { major: '1', minor: '33', gitVersion: 'v1.33.0' };
  if (path === '/api') return { kind: 'APIVersions', versions: ['v1'] };
  if (path === '/apis') return { kind: 'APIGroupList', apiVersion: 'v1', groups: [] };
  if (path === '/api/v1')
    return {
      kind: 'APIResourceList',
      groupVersion: 'v1',
      resources: Object.entries(RESOURCES).map(([kind, name]) => ({
        ...{ kind, name, singularName: kind.toLowerCase() },
        ...{ namespaced: true, verbs: ['get', 'list'] },
      })),
    };
  const [, namespace, resource = '', name] = OBJECT.exec(path) ?? [];
  const kind = Object.keys(RESOURCES).find((one) => RESOURCES[one] === resource);
  if (kind === undefined) return failure(404, `the server could not find ${path}`);
  const found = objects.filter(
    (one) => one.kind === kind && (namespace ?? one.metadata.namespace) === one.metadata.namespace,
  );
  if (name !== undefined)
    return (
      found.find(({ metadata }) => metadata.name === name) ?? failure(404, `no ${resource} ${name}`)
    );
  const selector = url.searchParams.get('fieldSelector') ?? '';
  const items = found.filter((one) => isSelected(one, selector));
  return { kind: `${kind}List`, apiVersion: 'v1', metadata: {}, items };
}

/** Serves these objects on a free port of loopback until it is stopped. */
export async function startApiserver(objects: readonly KubeObject[]): Promise<Apiserver> {
  const served = objects.map((one) => ({ apiVersion: 'v1', ...one }));
  const server = createServer((request, response) => {
    const body = toResponse(served, new URL(request.url ?? '/', 'http://localhost'));
    const { code = 200 } = body as { code?: number };
    response.writeHead(code, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // kubectl keeps what it learns of a server below HOME.
  const home = mkdtempSync(join(tmpdir(), 'pod-triage-kubectl-'));
  const config = join(home, 'config');
  const entry = { name: 'fake' };
  writeFileSync(
    config,
    JSON.stringify({
      ...{ apiVersion: 'v1', kind: 'Config', 'current-context': 'fake' },
      clusters: [{ ...entry, cluster: { server: `http://127.0.0.1:${String(port)}` } }],
      users: [{ ...entry, user: {} }],
      contexts: [{ ...entry, context: { cluster: 'fake', user: 'fake' } }],
    }),
  );
  return {
    run: async (program, args) => {
      const env = { ...process.env, KUBECONFIG: config, HOME: home, TZ: 'UTC' };
      const { stdout } = await promisify(execFile)(program, args, { env, maxBuffer: MAX_OUTPUT });
      return stdout;
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export interface Kubectl {
  readonly name: string;
  readonly path: string;
}

/**
 * The oldest and the newest kubectl of this machine; none when PATH has none.
 *
 * Several versions lie side by side, as `kubectl.1.33`, where the Google Cloud SDK is installed: beside the file that
 * `kubectl` on PATH leads to, which starts one of them.
 */
export function findKubectls(): Kubectl[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const first = folders.map((folder) => join(folder, 'kubectl')).find(existsSync);
  if (first === undefined) return [];
  const beside = [...folders, dirname(realpathSync(first)), GOOGLE_SDK].filter(existsSync);
  const versioned = beside
    .flatMap((folder) => readdirSync(folder).map((name) => ({ name, path: join(folder, name) })))
    .map((one) => ({ ...one, minor: Number(VERSIONED.exec(one.name)?.[1]) }))
    .filter(({ minor }) => !Number.isNaN(minor))
    .sort((a, b) => a.minor - b.minor);
  const [oldest, newest] = [versioned[0], versioned.at(-1)];
  if (!oldest || !newest) return [{ name: 'kubectl', path: first }];
  return oldest.minor === newest.minor ? [newest] : [oldest, newest];
}
