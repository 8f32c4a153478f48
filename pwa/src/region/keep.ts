/** Keep regions on this phone and give one to the engine: what is kept first, then what is new, then the rest. */
import { fetchRegions, fetchText } from "../api/client.ts";
import type { RegionSummary } from "../api/types.ts";
import type { EngineClient } from "../engine/client.ts";
import { DamageError, download } from "./download.ts";
import { filesFor, isEngineFile, load, openOffer, parsed, sizeOf } from "./load.ts";
import { type Offer, packOf, type RegionFile } from "./manifest.ts";
import type { Tell } from "./news.ts";
import { RegionStore } from "./store.ts";
import { checkManifest, UntrustedError } from "./trust.ts";

/** The store of this page. */
export const opened = RegionStore.open();

/** The map's tiles, if they are here and whole. */
export async function readTiles(file: RegionFile): Promise<Blob | null> {
  const read = await (await opened).read(file);
  return read.state === "whole" ? new Blob([read.bytes]) : null;
}

/**
 * Open the region that was in use last, then ask the server for a newer one.
 *
 * @param revision What the engine has; null: nothing yet.
 * @throws DamageError or FetchError where there is no region to go on with.
 */
export async function openRegion(engine: EngineClient, revision: string | null, tell: Tell): Promise<void> {
  const store = await opened;
  const kept = revision === null ? await openKept(store, engine, tell) : await usable(store);
  await tellKept(store, tell);
  const offer = await fetchOffer(store, kept, tell).catch(async (error: unknown) => {
    tell(error instanceof UntrustedError ? { type: "untrusted" } : { type: "reached", reached: false });
    if (isOffer(kept) || (revision === null && (await openAnother(store, engine, tell)))) return null;
    throw kept === "damaged" ? new DamageError("kept") : error;
  });
  if (offer === null) return;
  tell({ type: "reached", reached: true });
  if (!isOffer(kept)) tell({ type: "region", region: offer.region, pack: packOf(parsed(offer)) });
  await save(store, engine, offer, isOffer(kept) ? kept : null, tell);
}

/** Tell which regions are on this phone. */
export async function tellKept(store: RegionStore, tell: Tell): Promise<void> {
  const inUse = await store.readKept();
  const offers = [...(isOffer(inUse) ? [inUse] : []), ...(await store.readOthers())];
  tell({ type: "regions", kept: offers.map((offer) => ({ region: offer.region, bytes: sizeOf(offer) })) });
}

/** The signed manifest of a region as it is served. */
export async function fetchManifest(region: RegionSummary): Promise<Offer> {
  const manifest = await fetchText(region.manifest);
  await checkManifest(region.id, manifest);
  return { region, manifest };
}

/** A file from the store, else from the network. */
export async function obtain(
  store: RegionStore,
  file: RegionFile,
  progress: (bytes: number) => void,
): Promise<ArrayBuffer> {
  const read = await store.read(file);
  if (read.state !== "whole") return download(store, file, progress);
  progress(file.bytes);
  return read.bytes;
}

type Kept = Offer | "damaged" | null;
const isOffer = (kept: Kept): kept is Offer => kept !== null && kept !== "damaged";

async function usable(store: RegionStore): Promise<Offer | null> {
  const kept = await store.readKept();
  return isOffer(kept) ? kept : null;
}

/** Give the kept region to the engine; null where there is none, "damaged" where it must not be used. */
async function openKept(store: RegionStore, engine: EngineClient, tell: Tell): Promise<Kept> {
  const kept = await store.readKept();
  const state = isOffer(kept) ? await openOffer(store, engine, kept, tell) : kept;
  if (state === "damaged") tell({ type: "damaged" });
  if (state === "opened") return kept;
  return state === "damaged" ? "damaged" : null;
}

/** Without the region that was used last another one is better than none. */
async function openAnother(store: RegionStore, engine: EngineClient, tell: Tell): Promise<boolean> {
  for (const offer of await store.readOthers()) {
    if ((await openOffer(store, engine, offer, tell)) === "opened") return true;
  }
  return false;
}

/** What the server has of the region in use, else of the first one that is not kept beside; null where nothing. */
async function fetchOffer(store: RegionStore, kept: Kept, tell: Tell): Promise<Offer | null> {
  const served = await fetchRegions();
  tell({ type: "served", served });
  const inUse = isOffer(kept) ? kept : await usable(store);
  if (inUse !== null) {
    const same = served.find(({ id }) => id === inUse.region.id);
    if (same !== undefined) return fetchManifest(same);
    if (isOffer(kept)) return null;
  }
  const others = new Set((await store.readOthers()).map(({ region }) => region.id));
  const first = served.find(({ id }) => !others.has(id)) ?? served[0];
  if (first === undefined) throw new Error("no region is served");
  return fetchManifest(first);
}

/** Fetch what is missing. The region before stays in use until the new one is whole. */
async function save(
  store: RegionStore,
  engine: EngineClient,
  offer: Offer,
  before: Offer | null,
  tell: Tell,
): Promise<void> {
  const all = filesFor(offer);
  const rest = all.filter(([name]) => !isEngineFile(name)).map(([, file]) => file);
  const total = sizeOf(offer);
  let done = 0;
  const progress = (bytes: number) => {
    done += bytes;
    tell({ type: "saving", done, total });
  };
  if (before?.manifest !== offer.manifest) {
    const whole = new Map<string, ArrayBuffer>();
    for (const [name, file] of all.filter(([name]) => isEngineFile(name))) {
      whole.set(name, await obtain(store, file, progress));
    }
    if (before !== null) for (const file of rest) await obtain(store, file, progress);
    if (!(await load(engine, offer, whole, tell))) throw new DamageError("region");
    await store.writeKept(offer);
  }
  for (const file of rest) if (!(await store.has(file.path))) await obtain(store, file, progress);
  await store.prune(offer.region.id, new Set(all.map(([, { path }]) => path)));
  tell({ type: "kept", lasting: store.lasting });
  await tellKept(store, tell);
}
