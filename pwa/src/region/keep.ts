/** Keep regions on this phone and give one to the engine: what is kept first, then what is new, then the rest. */
import { fetchRegions, fetchText } from "../api/client.ts";
import type { RegionSummary } from "../api/types.ts";
import type { EngineClient } from "../engine/client.ts";
import { alone } from "../store/alone.ts";
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
 * @param inUse What the engine has; null: nothing yet. Another tab may have brought a newer one since.
 * @param named The town that was asked for: taken where there is no region yet.
 * @throws DamageError or FetchError where there is no region to go on with.
 */
export async function openRegion(
  engine: EngineClient,
  inUse: InUse | null,
  tell: Tell,
  named: string | null = null,
): Promise<void> {
  const store = await opened;
  const kept = inUse === null ? await openKept(store, engine, tell) : await keptOf(store, inUse.area);
  if (isOffer(kept) && inUse?.revision && kept.manifest !== inUse.revision) await openOffer(store, engine, kept, tell);
  await tellKept(store, tell);
  const offer = await fetchOffer(store, kept, tell, named).catch(async (error: unknown) => {
    tell(error instanceof UntrustedError ? { type: "untrusted" } : { type: "reached", reached: false });
    if (isOffer(kept) || (inUse === null && (await openAnother(store, engine, tell)))) return null;
    throw kept === "damaged" ? new DamageError("kept") : error;
  });
  if (offer === null) return;
  tell({ type: "reached", reached: true });
  if (!isOffer(kept)) tell({ type: "region", region: offer.region, pack: packOf(parsed(offer)) });
  await save(store, engine, offer, isOffer(kept) ? kept : null, tell);
}

/** The region that the engine of this tab has. */
export interface InUse {
  readonly area: string;
  /** Its manifest; null where it was opened just now. */
  readonly revision: string | null;
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

/** The kept region of an area; null where it is gone. */
async function keptOf(store: RegionStore, area: string): Promise<Offer | null> {
  const [first, others] = [await usable(store), await store.readOthers()];
  return [...(first === null ? [] : [first]), ...others].find(({ region }) => region.id === area) ?? null;
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
async function fetchOffer(store: RegionStore, kept: Kept, tell: Tell, named: string | null): Promise<Offer | null> {
  const served = await fetchRegions();
  tell({ type: "served", served });
  const inUse = isOffer(kept) ? kept : await usable(store);
  if (inUse !== null) {
    const same = served.find(({ id }) => id === inUse.region.id);
    if (same !== undefined) return fetchManifest(same);
    if (isOffer(kept)) return null;
  }
  const others = new Set((await store.readOthers()).map(({ region }) => region.id));
  const first = served.find(({ id }) => id === named) ?? served.find(({ id }) => !others.has(id)) ?? served[0];
  if (first === undefined) throw new Error("no region is served");
  return fetchManifest(first);
}

/** Held while a region is taken into use, and while files are removed. */
const LOCK = "regions";
/** Other tabs do not save that often. */
const ROUNDS = 3;

/**
 * Take a region into use that is whole. Another tab may have removed files of it meanwhile, for the one that it saved:
 * those are fetched again.
 */
async function takeIntoUse(store: RegionStore, offer: Offer, files: readonly RegionFile[]): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    for (const file of files) if (!(await store.has(file.path))) await obtain(store, file, () => undefined);
    if (await alone(LOCK, () => writeIfWhole(store, offer, files))) return;
  }
}

async function writeIfWhole(store: RegionStore, offer: Offer, files: readonly RegionFile[]): Promise<boolean> {
  const here = await Promise.all(files.map(({ path }) => store.has(path)));
  if (!here.every(Boolean)) return false;
  const inUse = await usable(store);
  // another tab may have opened another region: then that is the one to open with
  if (inUse === null || inUse.region.id === offer.region.id) await store.writeKept(offer);
  else await store.writeOther(offer);
  return true;
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
    const needed = before === null ? all.filter(([name]) => isEngineFile(name)) : all;
    await takeIntoUse(
      store,
      offer,
      needed.map(([, file]) => file),
    );
  }
  for (const file of rest) if (!(await store.has(file.path))) await obtain(store, file, progress);
  const paths = new Set(all.map(([, { path }]) => path));
  // what is there besides may be what another tab is just fetching, unless this one has changed what is in use
  if (before?.manifest !== offer.manifest) await alone(LOCK, () => store.prune(offer.region.id, paths));
  tell({ type: "kept", lasting: store.lasting });
  await tellKept(store, tell);
}
