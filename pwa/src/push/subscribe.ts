/** Notifications: asked for after the first plan, on a tap. The page works without them. */
import { isOn, type PushSettings, readSettings, type Watched, writeSettings } from "./settings.ts";

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

/**
 * Watch these places and no others: every region is told of its own. The browser asks for permission when it must.
 *
 * @returns The settings that hold now.
 * @throws Where it did not work; what did work before is kept.
 */
export async function watch({ area: inUse, ...who }: Who, watched: readonly Watched[]): Promise<PushSettings> {
  let now = await readSettings(inUse);
  const subscription = await subscribed();
  const { endpoint = "", keys = {} } = subscription.toJSON();
  for (const area of new Set([...Object.keys(now.tokens), ...watched.map((place) => place.area)])) {
    const places = watched.filter((place) => place.area === area);
    const token = await tell({ area, ...who, meshes: meshesOf(places) }, { endpoint, keys }, now.tokens[area]);
    const others = now.watched.filter((place) => place.area !== area);
    const { [area]: _, ...tokens } = now.tokens;
    const told = token === null ? tokens : { ...tokens, [area]: token };
    now = await keep({ ...now, tokens: told, watched: [...others, ...places], lang: who.lang });
  }
  if (!isOn(now)) await subscription.unsubscribe();
  return now;
}

/** The browser's subscription, made where there is none. */
async function subscribed(): Promise<PushSubscription> {
  const registration = await navigator.serviceWorker.ready;
  const made = await registration.pushManager.getSubscription();
  if (made !== null) return made;
  if ((await Notification.requestPermission()) !== "granted") throw new Error("not allowed");
  const { key } = (await (await ask("v1/push/key", {})).json()) as { key: string };
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

type Body = Who & { readonly meshes: readonly string[] };
type Made = Required<Pick<PushSubscriptionJSON, "endpoint" | "keys">>;

/** Tell a region which cells are watched; the proof to change it later, null where nothing is watched any more. */
async function tell(body: Body, made: Made, token: string | undefined): Promise<string | null> {
  if (body.meshes.length === 0) {
    if (token !== undefined) {
      await ask(`${ADDRESS}?area=${body.area}`, { method: "DELETE", headers: bearer(token) });
    }
    return null;
  }
  if (token !== undefined) {
    await ask(ADDRESS, { method: "PUT", body: JSON.stringify(body), headers: bearer(token) });
    return token;
  }
  const response = await ask(ADDRESS, { method: "POST", body: JSON.stringify({ ...body, ...made }) });
  return ((await response.json()) as { token: string }).token;
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
