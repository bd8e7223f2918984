/// <reference lib="webworker" />
/**
 * The service worker: after the first visit the page needs no network. One cache holds one version of the
 * page, whole; the next version is fetched beside it and takes over when the reader says so.
 */

import { sharedCache } from "./input/shared-cache";

declare const self: ServiceWorkerGlobalScope;
/** All files of this version, and a name that changes with any of them; set by the build. */
declare const __FILES__: string[];
declare const __VERSION__: string;

const version = `matn-${__VERSION__}`;

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => {
  if (event.data === "update") void self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === "POST" && url.href === new URL("./share", self.registration.scope).href)
    event.respondWith(keepShared(request));
  else if (request.method === "GET") event.respondWith(answer(request));
});

async function fill(): Promise<void> {
  const cache = await caches.open(version);
  await Promise.all(__FILES__.map((file) => keep(cache, file)));
}

/**
 * A file is the same for whoever asks, though hosts say `Vary: Origin` of it and pages ask for scripts with
 * an origin and this worker without one.
 */
const same = { ignoreSearch: true, ignoreVary: true } as const;

/** A file under assets/ has its content's hash in its name: what an older version has of it is the same. */
async function keep(cache: Cache, file: string): Promise<void> {
  const url = new URL(file, self.registration.scope).href;
  const known = file.startsWith("assets/") ? await caches.match(url, same) : undefined;
  const response = known ?? (await fetch(url, { cache: "reload" }));
  if (!response.ok) throw new TypeError(`${url} answered ${response.status}`);
  await cache.put(url, response);
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith("matn-") && name !== version && name !== sharedCache)
      .map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(version);
  return (await cache.match(request, same)) ?? fetch(request);
}

/** Keeps what was shared for the page, which asks for it when it is open. */
async function keepShared(request: Request): Promise<Response> {
  const cache = await caches.open(sharedCache);
  const type = request.headers.get("content-type") ?? "";
  await cache.put(
    new URL("./shared", self.registration.scope).href,
    new Response(await request.blob(), { headers: { "content-type": type } }),
  );
  return Response.redirect(new URL("./?shared", self.registration.scope).href, 303);
}
