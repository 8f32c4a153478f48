import type { Answer, RegionSummary, RouteRequest } from "./types.ts";

/** The network, or the server behind it, gave no usable answer. */
export class FetchError extends Error {
  /** The HTTP status, or null when nothing came back. */
  readonly status: number | null;

  constructor(status: number | null) {
    super(status === null ? "no answer from the network" : `HTTP ${status}`);
    this.status = status;
  }
}

/** What the page needs of a region besides its summary. */
export interface Manifest {
  readonly files: readonly RegionFile[];
}

export interface RegionFile {
  readonly name: string;
  readonly path: string;
}

const TIMEOUT_MS = 15_000;

/** The regions that are served; the first is the default. */
export async function fetchRegions(): Promise<readonly RegionSummary[]> {
  const body = await getJson<{ regions: RegionSummary[] }>("v1/regions");
  return body.regions;
}

export async function getJson<T>(path: string): Promise<T> {
  return call<T>(path, { headers: { accept: "application/json" } });
}

/** Ask for the way. The position is in the body, so that no log and no history holds it. */
export async function fetchRoute(request: RouteRequest, signal: AbortSignal): Promise<Answer> {
  return call<Answer>("v1/route", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(request),
    signal,
  });
}

async function call<T>(path: string, init: RequestInit): Promise<T> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  const response = await fetch(path, { ...init, signal }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new FetchError(null);
  });
  if (!response.ok) throw new FetchError(response.status);
  return (await response.json()) as T;
}
