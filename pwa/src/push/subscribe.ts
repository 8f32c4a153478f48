/** Notifications: asked for after the first plan, on a tap. The page works without them. */
import { NO_PUSH, type PushSettings, readSettings, type Watched, writeSettings } from "./settings.ts";

/** home: an iPhone that gives notifications only to pages on the Home Screen. */
export type PushSupport = "yes" | "home" | "no" | "denied";

export interface Who {
  readonly area: string;
  readonly lang: string;
  readonly profile: string;
}

const ADDRESS = "v1/push/subscriptions";
const TIMEOUT_MS = 20_000;
/** As many cells as the server takes. */
const MOST_MESHES = 64;

/** What this browser can do. */
export function pushSupport(): PushSupport {
  const able = "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis;
  if (able) return Notification.permission === "denied" ? "denied" : "yes";
  const apple = /iPhone|iPad|iPod/.test(navigator.userAgent);
  return apple && !matchMedia("(display-mode: standalone)").matches ? "home" : "no";
}

/** Subscribe, or tell the server of other places. Returns the settings that hold now; throws where it did not work. */
export async function subscribe(who: Who, watched: readonly Watched[]): Promise<PushSettings> {
  const before = await readSettings();
  if ((await Notification.requestPermission()) !== "granted") throw new Error("not allowed");
  const registration = await navigator.serviceWorker.ready;
  const { key } = (await (await ask("v1/push/key", {})).json()) as { key: string };
  const options = { userVisibleOnly: true, applicationServerKey: key };
  const made =
    (await registration.pushManager.getSubscription()) ?? (await registration.pushManager.subscribe(options));
  const { endpoint, keys } = made.toJSON();
  const body = { ...who, meshes: meshesOf(watched), endpoint, keys };
  const { token } = (await (await ask(ADDRESS, { method: "POST", body: JSON.stringify(body) })).json()) as {
    token: string;
  };
  return keep({ ...before, token, watched, lang: who.lang });
}

/** Tell the server what changed; without a subscription only this phone knows. */
export async function update(who: Who, settings: PushSettings): Promise<PushSettings> {
  if (settings.token !== null) {
    const body = JSON.stringify({ ...who, meshes: meshesOf(settings.watched) });
    await ask(ADDRESS, { method: "PUT", body, headers: bearer(settings.token) });
  }
  return keep({ ...settings, lang: who.lang });
}

/** End it here and on the server. */
export async function unsubscribe(area: string, settings: PushSettings): Promise<PushSettings> {
  if (settings.token !== null) {
    await ask(`${ADDRESS}?area=${area}`, { method: "DELETE", headers: bearer(settings.token) });
  }
  const registration = await navigator.serviceWorker.ready;
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  return keep({ ...NO_PUSH, quiet: settings.quiet, lang: settings.lang });
}

async function keep(settings: PushSettings): Promise<PushSettings> {
  await writeSettings(settings);
  return settings;
}

function meshesOf(watched: readonly Watched[]): string[] {
  return [...new Set(watched.flatMap(({ meshes }) => meshes))].slice(0, MOST_MESHES);
}

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

async function ask(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
  const headers = { accept: "application/json", "content-type": "application/json", ...init.headers };
  const response = await fetch(path, { ...init, headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response;
}
