import type { RegionSummary } from "./types.ts";

/** The network, or the server behind it, gave no usable answer. */
export class FetchError extends Error {
  /** The HTTP status, or null when nothing came back. */
  readonly status: number | null;

  constructor(status: number | null) {
    super(status === null ? "no answer from the network" : `HTTP ${status}`);
    this.status = status;
  }
}

const TIMEOUT_MS = 15_000;

/** The regions that are served; the first is the default. */
export async function fetchRegions(): Promise<readonly RegionSummary[]> {
  const body = JSON.parse(await fetchText("v1/regions")) as { regions: RegionSummary[] };
  return body.regions;
}

/** Nothing that is asked of the network says where anybody is. */
export async function fetchText(path: string): Promise<string> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(path, { headers: { accept: "application/json" }, signal }).catch(() => {
    throw new FetchError(null);
  });
  if (!response.ok) throw new FetchError(response.status);
  return response.text();
}
