import { request, type IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { LOCALES } from '../../src/core/index.ts';
import { missingText } from '../../src/i18n/missing.ts';

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

/** Paths of which nothing is served: no page, no program, what is for hosts only, what is only sent packed. */
export const MISSING = [
  'nope/',
  'zh-cn/nope/',
  '_astro/nope.js',
  '_headers',
  'index.html.br',
  'index.html.gz',
];

/** An answer, asked for with gzip, is the page for missing addresses: both languages, the one of the path first. */
export function expectMissing({ status, headers, policies, body }: Answer, path: string): void {
  expect(status).toBe(404);
  const text = gunzipSync(body).toString();
  for (const locale of LOCALES) expect(text).toContain(missingText[locale].title);
  expect(text.replaceAll(/"/gu, '')).toContain(
    `<html lang=${path.startsWith('zh-cn/') ? 'zh-CN' : 'en'}`,
  );
  expect(policies).toHaveLength(1);
  expect(headers['cache-control']).toBe('no-cache');
}
