import { request, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Each policy that was sent as a header. */
  readonly policies: readonly string[];
  readonly body: Buffer;
}

/** Asks a server on this machine, and follows nothing. */
export function ask(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ port, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          policies: response.headersDistinct['content-security-policy'] ?? [],
          body: Buffer.concat(parts),
        });
      });
    })
      .on('error', reject)
      .end();
  });
}
