import { type Clock, RIGHT_CLOCK } from "./now.ts";

/** The last live state that was checked, and the area's key as it was first seen: for when there is no network. */
const CACHE = "nigemichi-live-1";
const CLOCK = "kept/clock";

async function open(): Promise<Cache | null> {
  return "caches" in globalThis ? caches.open(CACHE).catch(() => null) : null;
}

const stateName = (area: string) => `kept/live/${area}`;
const keyName = (area: string) => `kept/key/${area}`;

/** The signed state that was kept; it is checked again before it is used. */
export async function readState(area: string): Promise<Uint8Array | null> {
  const found = await (await open())?.match(stateName(area));
  return found ? new Uint8Array(await found.arrayBuffer()) : null;
}

/** Keep a signed state. Where nothing can be kept, the page works with what it has in memory. */
export async function writeState(area: string, content: Uint8Array): Promise<void> {
  await (await open())?.put(stateName(area), new Response(content.slice())).catch(() => undefined);
}

/** How the phone's clock stood when it was last compared. */
export async function readClock(): Promise<Clock> {
  const found = await (await open())?.match(CLOCK);
  return found ? ((await found.json()) as Clock) : RIGHT_CLOCK;
}

export async function writeClock(clock: Clock): Promise<void> {
  await (await open())?.put(CLOCK, new Response(JSON.stringify(clock))).catch(() => undefined);
}

const layerName = (area: string, hash: string) => `kept/layer/${area}/${hash}`;

/** A replaced layer that was kept; who uses it checks its hash. */
export async function readLayer(area: string, hash: string): Promise<ArrayBuffer | null> {
  const found = await (await open())?.match(layerName(area, hash));
  return found ? found.arrayBuffer() : null;
}

/** Keep a replaced layer. */
export async function writeLayer(area: string, hash: string, content: ArrayBuffer): Promise<void> {
  await (await open())?.put(layerName(area, hash), new Response(content.slice(0))).catch(() => undefined);
}

/** Throw away the layers of an area but those in force. */
export async function pruneLayers(area: string, inForce: ReadonlySet<string>): Promise<void> {
  const cache = await open();
  for (const request of (await cache?.keys()) ?? []) {
    const [, own, hash] = /\/kept\/layer\/([^/]+)\/([0-9a-f]{64})$/.exec(request.url) ?? [];
    if (own === area && hash !== undefined && !inForce.has(hash)) await cache?.delete(request);
  }
}

/** The area's key as this phone first saw it. */
export async function readKey(area: string): Promise<string | null> {
  const found = await (await open())?.match(keyName(area));
  return found ? found.text() : null;
}

/** Pin a key: from now on only what it signed is believed. */
export async function writeKey(area: string, key: string): Promise<void> {
  await (await open())?.put(keyName(area), new Response(key)).catch(() => undefined);
}
