/** The signed live state of an area over the network. Nothing that is asked says where anybody is. */
import type { Heard } from "./clock.ts";

const TIMEOUT_MS = 15_000;

/** What came back: "none" is a server that follows no events for this area. */
export type Fetched =
  | {
      readonly state: "new";
      readonly content: Uint8Array;
      readonly etag: string | null;
      readonly heard: Heard;
    }
  | { readonly state: "same"; readonly heard: Heard }
  | { readonly state: "none" }
  | { readonly state: "failed" };

/** Ask for the live state; with the tag of the one at hand, which comes no second time. */
export async function fetchLive(area: string, etag: string | null): Promise<Fetched> {
  const headers: Record<string, string> = { accept: "application/json", ...(etag ? { "if-none-match": etag } : {}) };
  const init: RequestInit = { headers, cache: "no-store", signal: AbortSignal.timeout(TIMEOUT_MS) };
  const askedMs = Date.now();
  const response = await fetch(`v1/areas/${area}/live`, init).catch(() => null);
  if (response === null) return { state: "failed" };
  const heard = { dateMs: dateOf(response), nowMs: (askedMs + Date.now()) / 2 };
  if (response.status === 304) return { state: "same", heard };
  if (response.status === 404) return { state: "none" };
  if (!response.ok) return { state: "failed" };
  const body = await response.arrayBuffer().catch(() => null);
  if (body === null) return { state: "failed" };
  return { state: "new", content: new Uint8Array(body), etag: response.headers.get("etag"), heard };
}

/** The area's public key as the server tells it (base64); null when it cannot be had. */
export async function fetchKey(area: string): Promise<string | null> {
  const init: RequestInit = { cache: "no-store", signal: AbortSignal.timeout(TIMEOUT_MS) };
  const response = await fetch(`v1/areas/${area}/key`, init).catch(() => null);
  if (!response?.ok) return null;
  const told = (await response.json().catch(() => null)) as { public_key?: unknown } | null;
  return typeof told?.public_key === "string" ? told.public_key : null;
}

/** Hear of every new revision while the connection stands; returns how to stop. */
export function listen(area: string, onRevision: (revision: number) => void): () => void {
  if (!("EventSource" in globalThis)) return () => undefined;
  const stream = new EventSource(`v1/areas/${area}/events`);
  stream.addEventListener("revision", ({ data }) => {
    const revision = Number((JSON.parse(String(data)) as { revision?: unknown }).revision);
    if (Number.isInteger(revision)) onRevision(revision);
  });
  return () => stream.close();
}

function dateOf(response: Response): number | null {
  const ms = Date.parse(response.headers.get("date") ?? "");
  return Number.isNaN(ms) ? null : ms;
}
