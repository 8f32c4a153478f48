/**
 * The service worker: gives out the page that it was built with, whole, shows notifications, and sends reports that
 * waited for a network. Regions are kept by the page itself (src/region); what is asked under /v1 is not its business.
 */
import { addressOf, noticeOf, pushedOf } from "../push/notice.ts";
import { keepPushed, PUSHED } from "../push/pushed.ts";
import { readSettings } from "../push/settings.ts";
import { flush, SYNC_TAG } from "../report/queue.ts";

/** Every file of the page with its integrity; the build writes them here (plugins/shell.ts). */
declare const __SHELL__: { readonly version: string; readonly files: Readonly<Record<string, string>> };
const SHELL = __SHELL__;
const worker = self as unknown as ServiceWorkerGlobalScope;

const PREFIX = "nigemichi-page-";
const CACHE = PREFIX + SHELL.version;
const INDEX = "index.html";
/** This page and the one before it, which another tab may still show. */
const KEPT_VERSIONS = 2;

worker.addEventListener("install", (event) => event.waitUntil(store()));
worker.addEventListener("activate", (event) => event.waitUntil(tidy()));
worker.addEventListener("message", ({ data }) => {
  if (data === "take-over") worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const path = pathOf(event.request);
  if (path !== null) event.respondWith(answer(event.request, path));
});
worker.addEventListener("push", (event) => event.waitUntil(show(event.data)));
worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(addressOf(event.notification.data?.navigate, worker.registration.scope)));
});
worker.addEventListener("sync", (event) => {
  const { tag, waitUntil } = event as SyncEvent;
  if (tag === SYNC_TAG) waitUntil.call(event, sendReports());
});

/** Background Sync, which the type library does not know. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

/** All files or none: a file of another version than this one is refused by its integrity. */
async function store(): Promise<void> {
  const cache = await caches.open(CACHE);
  const requests = Object.entries(SHELL.files).map(
    ([path, integrity]) => new Request(path, { integrity, cache: "no-cache" }),
  );
  await cache.addAll(requests);
}

async function tidy(): Promise<void> {
  const pages = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const older = pages.filter((name) => name !== CACHE);
  await Promise.all(older.slice(0, Math.max(0, older.length - KEPT_VERSIONS + 1)).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The page's file that is asked for; null for everything else. */
function pathOf(request: Request): string | null {
  const scope = worker.registration.scope;
  const url = request.url.replace(/[?#].*$/, "");
  if (request.method !== "GET" || !url.startsWith(scope)) return null;
  const path = url.slice(scope.length);
  if (path === "") return INDEX;
  return path in SHELL.files || path.startsWith("assets/") ? path : null;
}

async function answer(request: Request, path: string): Promise<Response> {
  const own = await (await caches.open(CACHE)).match(path);
  return own ?? (await caches.match(path)) ?? fetch(request);
}

async function show(data: PushMessageData | null): Promise<void> {
  const settings = await readSettings();
  const message = parsed(data);
  const notice = noticeOf(message, settings, new Date().getHours());
  const { title, options, badge } = notice;
  if (badge !== null) await (navigator as { setAppBadge?(n: number): Promise<void> }).setAppBadge?.(badge);
  await worker.registration.showNotification(title, options);
  await keepPushed(pushedOf(message, notice, Date.now()));
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const page of pages) page.postMessage(PUSHED);
}

function parsed(data: PushMessageData | null): unknown {
  try {
    return data?.json();
  } catch {
    return null;
  }
}

/** Show the address in a page of ours that is open, else in a new one. */
async function open(address: string): Promise<void> {
  const [shown] = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (shown === undefined) {
    await worker.clients.openWindow(address);
    return;
  }
  await shown.focus();
  shown.postMessage({ navigate: address });
}

/** Throws while some still wait, so that the browser tries again. */
async function sendReports(): Promise<void> {
  if ((await flush()) > 0) throw new Error("no network yet");
}
