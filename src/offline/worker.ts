/**
 * Keeps the site for offline use: the files of a language in which somebody reads it, each checked
 * against the hash that the build wrote down. So all that is shown comes from one build: a host
 * that has moved on meanwhile fails the check, and the new build's own worker takes over whole.
 */
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { LOCALES, type Locale } from '../core/index.ts';
import {
  findGroup,
  findPack,
  findPageLocale,
  toPackPath,
  type FileGroup,
  type OfflineFiles,
  type PackIndex,
} from './files.ts';
import { toCacheName } from './messages.ts';

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build. */
declare const OFFLINE_FILES: OfflineFiles;

const BASE = new URL('.', self.location.href).pathname;
const LONG_ENOUGH = 16;

/** Workbox fetches one file after the other, so that a group is as many lists as are fetched at once. */
const PARTS = 6;

const GROUPS: readonly FileGroup[] = ['shared', ...LOCALES];
const controllers = new Map(GROUPS.map((group) => [group, makeControllers(group)]));

function makeControllers(group: FileGroup): PrecacheController[] {
  const files = Object.entries(OFFLINE_FILES[group]);
  return Array.from({ length: PARTS }, (_, part) => {
    const controller = new PrecacheController({ cacheName: toCacheName(BASE, group, part) });
    controller.addToCacheList(
      files
        .filter(([path]) => toPart(path) === part)
        .map(([path, hash]) => ({
          url: `${BASE}${path}`,
          integrity: `sha256-${hash}`,
          // The name of a file in `_astro/` holds its hash already.
          revision: path.startsWith('_astro/') ? null : hash.slice(0, LONG_ENOUGH),
        })),
    );
    return controller;
  });
}

/** The same in every build, so that a file that did not change is found again. */
function toPart(path: string): number {
  let sum = 0;
  for (let at = 0; at < path.length; at += 1) sum += path.charCodeAt(at);
  return sum % PARTS;
}

/** Somebody reads the site in this language, or did; what is stored may be incomplete. */
async function isKept(group: FileGroup): Promise<boolean> {
  return self.caches.has(toCacheName(BASE, group, 0));
}

/** Fetches what a group lacks. Fails when a file is not of this build. */
async function keep(group: FileGroup, event: ExtendableEvent): Promise<void> {
  // Workbox stores only during an event of this type; a language may come later.
  const installing = {
    type: 'install',
    waitUntil: (work: Promise<unknown>) => {
      event.waitUntil(work);
    },
  } as ExtendableEvent;
  await Promise.all(
    (controllers.get(group) ?? []).map(async (controller, part) => {
      const cache = await self.caches.open(toCacheName(BASE, group, part));
      const present = new Set((await cache.keys()).map(({ url }) => url));
      const keys = [...controller.getURLsToCacheKeys().values()];
      if (!keys.every((key) => present.has(key))) await controller.install(installing);
    }),
  );
}

/** Languages that were kept before, and those of the pages that are open now. */
async function findLocales(): Promise<Locale[]> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = new Set(windows.map(({ url }) => findPageLocale(toPath(new URL(url)))));
  const found: Locale[] = [];
  for (const locale of LOCALES) if (open.has(locale) || (await isKept(locale))) found.push(locale);
  return found;
}

function toPath(url: URL): string {
  return url.pathname.startsWith(BASE) ? url.pathname.slice(BASE.length) : '';
}

function findKey(path: string): string | undefined {
  for (const one of [...controllers.values()].flat()) {
    const key = one.getCacheKeyForURL(`${BASE}${path}`);
    if (key !== undefined) return key;
  }
  return undefined;
}

/** What is stored of this build at an address. */
async function findKept(path: string): Promise<Response | undefined> {
  const key = findKey(path);
  return key === undefined ? findPacked(path) : self.caches.match(key, { ignoreVary: true });
}

const indexes = new Map<FileGroup, PackIndex>();

/** The index of the packs of a group; undefined while they are not stored. */
async function loadIndex(group: FileGroup): Promise<PackIndex | undefined> {
  const known = indexes.get(group);
  if (known) return known;
  const stored = await findKept(toPackPath(group, 'json'));
  if (!stored) return undefined;
  // Written by the build, and its hash was checked.
  const index = (await stored.json()) as PackIndex;
  indexes.set(group, index);
  return index;
}

/** Of the pack these are; not of what is cut out of it. */
const NOT_OF_A_PIECE = ['Content-Encoding', 'Content-Length', 'ETag', 'Last-Modified'];

/** A file that is stored as a piece of a pack, with the headers that the host sends with files. */
async function findPacked(path: string): Promise<Response | undefined> {
  const kind = findPack(path);
  const group = findGroup(path);
  if (!kind || !group) return undefined;
  const place = (await loadIndex(group))?.[kind][path];
  const pack = place && (await findKept(toPackPath(group, kind)));
  if (!pack) return undefined;
  const headers = new Headers(pack.headers);
  for (const name of NOT_OF_A_PIECE) headers.delete(name);
  headers.set(
    'Content-Type',
    kind === 'txt' ? 'text/html; charset=utf-8' : 'application/octet-stream',
  );
  return new Response((await pack.blob()).slice(...place), { headers });
}

async function respond(request: Request, path: string): Promise<Response> {
  const kept = await findKept(path);
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    if (request.mode !== 'navigate') throw error;
    return respondOffline(path);
  }
}

/** A page that is not kept, without a network. */
async function respondOffline(path: string): Promise<Response> {
  if (await findKept(`${path}/`)) return Response.redirect(`${BASE}${path}/`);
  const locale = findPageLocale(path);
  const missing = (await isKept(locale))
    ? await findKept(locale === 'en' ? '404.html' : `${locale}/404.html`)
    : undefined;
  if (missing) return new Response(missing.body, { status: 404, headers: missing.headers });
  for (const prefix of new Set([locale, ...LOCALES])) {
    const page = await findKept(prefix === 'en' ? 'offline/' : `${prefix}/offline/`);
    if (page) return page;
  }
  return Response.error();
}

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      for (const group of ['shared', ...(await findLocales())] as const) await keep(group, event);
    })(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const [group, parts] of controllers)
        if (await isKept(group)) for (const controller of parts) await controller.activate(event);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isOurs = url.origin === self.location.origin && url.pathname.startsWith(BASE);
  if (request.method !== 'GET' || !isOurs) return;
  const path = toPath(url);
  if (findKey(path) !== undefined || findPack(path) || request.mode === 'navigate')
    event.respondWith(respond(request, path));
});

self.addEventListener('message', (event) => {
  const message: unknown = event.data;
  if (message === 'take-over') event.waitUntil(self.skipWaiting());
  const locale = LOCALES.find((one) => one === message);
  if (!locale) return;
  const isStored = keep(locale, event).then(
    () => true,
    () => false,
  );
  event.waitUntil(isStored.then((stored) => event.source?.postMessage(stored)));
});
