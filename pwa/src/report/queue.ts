/** Reports that people send on purpose: kept until they are sent, each sent once. Used by the page and its service worker. */
import { alone } from "../store/alone.ts";
import { all, put, remove } from "../store/db.ts";

export type What = "blocked" | "water" | "fire";

/** As POST /v1/areas/{area}/reports takes it. */
export interface Report {
  readonly what: What;
  /** Rounded: about 100 m. */
  readonly lon: number;
  readonly lat: number;
  readonly street?: number;
  /** The same key again is the same report. */
  readonly key: string;
}

interface Waiting {
  readonly area: string;
  readonly report: Report;
}

/** About 100 m: enough to know the street's corner of town, too little to know the door. */
const PER_DEGREE = 1_000;
const TIMEOUT_MS = 15_000;
/** The tag of the background sync that empties the queue. */
export const SYNC_TAG = "reports";

/** A report with its place rounded. */
export function makeReport(what: What, place: { lon: number; lat: number }, key: string, street?: number): Report {
  const [lon, lat] = [rounded(place.lon), rounded(place.lat)];
  return { what, lon, lat, key, ...(street === undefined ? {} : { street }) };
}

function rounded(degrees: number): number {
  return Math.round(degrees * PER_DEGREE) / PER_DEGREE;
}

/** Keep a report until it is sent; false where nothing can be kept. */
export function enqueue(area: string, report: Report): Promise<boolean> {
  return put("reports", report.key, { area, report } satisfies Waiting);
}

/** Send what waits, once, whoever else would; returns how many still do. What the server refuses for good is dropped. */
export function flush(send: typeof post = post): Promise<number> {
  return alone("reports", async () => {
    let waiting = 0;
    for (const { area, report } of await all<Waiting>("reports")) {
      if (await send(area, report)) {
        await remove("reports", report.key);
        tell(report.key);
      } else waiting += 1;
    }
    return waiting;
  });
}

/** Which reports went: told to every page of ours, since the service worker may have sent them. */
const SENT = "nigemichi-sent-reports";

function tell(key: string): void {
  const channel = new BroadcastChannel(SENT);
  channel.postMessage(key);
  channel.close();
}

/** Hear when a report goes that waited; returns how to stop. */
export function onSent(key: string, hear: () => void): () => void {
  const channel = new BroadcastChannel(SENT);
  channel.onmessage = ({ data }) => data === key && hear();
  return () => channel.close();
}

/** Whether the server has it now, or will never take it. */
export async function post(area: string, report: Report): Promise<boolean> {
  const init: RequestInit = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(report),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  };
  const response = await fetch(`v1/areas/${area}/reports`, init).catch(() => null);
  return response !== null && (response.ok || [400, 404, 409, 422].includes(response.status));
}
