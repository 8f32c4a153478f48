/** The regions beside the one in use: kept, opened, renewed and removed. Fetched with the first of these. */
import type { RegionSummary } from "../api/types.ts";
import type { EngineClient } from "../engine/client.ts";
import { DamageError } from "./download.ts";
import { fetchManifest, obtain, opened, tellKept } from "./keep.ts";
import { filesFor, openOffer, sizeOf } from "./load.ts";
import type { Tell } from "./news.ts";

/**
 * Open another region that is kept: from now on it is the one in use. The one before stays kept.
 *
 * @throws DamageError where it is not kept whole any more; then it is removed, and the one before stays in use.
 */
export async function openOther(engine: EngineClient, area: string, tell: Tell): Promise<void> {
  const store = await opened;
  const offer = (await store.readOthers()).find(({ region }) => region.id === area);
  const state = offer === undefined ? "missing" : await openOffer(store, engine, offer, tell);
  if (offer !== undefined && state === "opened") await store.writeKept(offer);
  else await store.forget(area);
  await tellKept(store, tell);
  if (state !== "opened") throw new DamageError(area);
}

/**
 * Fetch a region and keep it beside the one in use; what was broken off goes on where it stopped.
 *
 * Also takes over a newer edition of one that is kept: the old one stays until the new one is whole.
 *
 * @param onBytes Told how much is here of how much.
 * @throws DamageError or FetchError where it could not be had; what is kept stays.
 */
export async function keepOther(
  region: RegionSummary,
  onBytes: (done: number, total: number) => void,
  tell: Tell,
): Promise<void> {
  const store = await opened;
  const offer = await fetchManifest(region);
  const before = (await store.readOthers()).find((one) => one.region.id === region.id);
  const [files, total] = [filesFor(offer).map(([, file]) => file), sizeOf(offer)];
  let done = 0;
  const progress = (bytes: number) => {
    done += bytes;
    onBytes(done, total);
  };
  for (const file of files) {
    if (await store.has(file.path)) progress(file.bytes);
    else await obtain(store, file, progress);
  }
  if (before?.manifest !== offer.manifest) await store.writeOther(offer);
  await store.prune(region.id, new Set(files.map(({ path }) => path)));
  await tellKept(store, tell);
}

/** Look for newer editions of all regions beside the one in use; one that cannot be had stays as it is. */
export async function renewOthers(served: readonly RegionSummary[], tell: Tell): Promise<void> {
  for (const { region } of await (await opened).readOthers()) {
    const now = served.find(({ id }) => id === region.id);
    if (now !== undefined) await keepOther(now, () => undefined, tell).catch(() => undefined);
  }
}

/** Remove a region that is not in use. */
export async function removeOther(area: string, tell: Tell): Promise<void> {
  const store = await opened;
  await store.forget(area);
  await tellKept(store, tell);
}
