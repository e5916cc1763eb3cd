import type { Notice } from './notice.ts';

/*
 * Keeps the files of the console, so that it opens where there is no network. It keeps files that were built and nothing
 * else: no answer of the network passes through here, and nothing about a warning or a person is ever stored.
 */

/** What was built, written in front of this script by console/build/offline-shell.ts. */
declare const built: {
  readonly version: string;
  /** The page, and the files that its first pages and its forms need in every language. */
  readonly shell: readonly string[];
  /** The words of each language. */
  readonly words: Readonly<Record<string, readonly string[]>>;
};

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}
interface Told extends Lasting {
  readonly data: Notice;
}
/** What TypeScript's types for pages leave out of a worker. */
interface Worker {
  addEventListener(name: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(name: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(name: 'message', listener: (event: Told) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly registration: ServiceWorkerRegistration;
  readonly location: Location;
}

const worker = globalThis as unknown as Worker;
const prefix = 'tocsin-';
const own = `${prefix}${built.version}`;
const page = '/';

/** Milliseconds after which a page that does not come is taken from what was kept. */
const patience = 4_000;

/** The page and the addresses within it; what the server alone shows is not there without it. */
const elsewhere =
  /^\/(api|problems|addresses|demo|mail\/unsubscribe|sign-in\/single-sign-on|socket\.io)\/|^\/(healthz|readyz|metrics)$/;

worker.addEventListener('install', (event) => event.waitUntil(keep([page, ...built.shell])));

// Pages of the version before are closed by now, or have asked for this one.
worker.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      await dropOthers();
      await worker.registration.navigationPreload?.enable();
      await worker.clients.claim();
    })(),
  ),
);

worker.addEventListener('message', (event) => {
  const { data } = event;
  if (data.tell === 'take-over') event.waitUntil(worker.skipWaiting());
  else event.waitUntil(keep(built.words[data.language] ?? []));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (pathname.startsWith('/assets/')) event.respondWith(file(request));
  else if (request.mode === 'navigate' && !elsewhere.test(pathname)) event.respondWith(newestPage(event));
});

/** The network's page names the newest files: one that was kept is for when there is no other. */
async function newestPage(event: Fetching): Promise<Response> {
  const fetched = (async () => (await event.preloadResponse) ?? fetch(event.request))();
  const answer = await Promise.race([fetched.catch(() => undefined), pause(patience)]);
  return answer ?? (await (await caches.open(own)).match(page)) ?? fetched;
}

/** A built file never changes under its name. */
async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request.url);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(own)).put(request.url, answer.clone());
  return answer;
}

async function keep(paths: readonly string[]): Promise<void> {
  const cache = await caches.open(own);
  const missing = await Promise.all(paths.map(async (path) => ((await cache.match(path)) ? [] : [path])));
  await cache.addAll(missing.flat());
}

async function dropOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== own).map((name) => caches.delete(name)));
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
