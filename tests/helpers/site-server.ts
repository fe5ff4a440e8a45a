import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { requireSite } from './read-site.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A port on which nobody listens at this moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

export interface SiteServer {
  /** As in `http://localhost:4321`, without a slash at its end. */
  readonly origin: string;
  readonly stop: () => void;
}

/**
 * Serves `dist/` with the project's own server, for a tool on a terminal, and waits until it answers.
 *
 * Ends the process with one sentence where there is no built site.
 */
export async function startSiteServer(wantedPort?: number): Promise<SiteServer> {
  requireSite();
  const port = wantedPort ?? (await findFreePort());
  const server = spawn(
    process.execPath,
    ['src/cli/serve.ts', '--port', String(port), '--strict-port'],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise<void>((resolve, reject) => {
    server.stdout.once('data', () => {
      resolve();
    });
    server.once('exit', () => {
      reject(new Error('The server of the built site does not start.'));
    });
  });
  return { origin: `http://localhost:${port}`, stop: () => server.kill() };
}
