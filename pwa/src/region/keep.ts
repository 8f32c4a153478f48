/** Keep the region on this phone and give it to the engine: what is kept first, then what is new, then the rest. */
import { fetchRegions, fetchText } from "../api/client.ts";
import type { RegionSummary } from "../api/types.ts";
import { OPTIONAL_FILES, REGION_FILES, type RegionFiles } from "../core/hazard/region/read.ts";
import type { EngineClient } from "../engine/client.ts";
import { DamageError, download } from "./download.ts";
import { type Manifest, type Offer, type Pack, packOf, type RegionFile, type SiteTable } from "./manifest.ts";
import { RegionStore } from "./store.ts";
import { checkManifest, UntrustedError } from "./trust.ts";

/** What happens meanwhile. */
export type News =
  /** A region is known: one can choose, but not ask yet. */
  | { readonly type: "region"; readonly region: RegionSummary; readonly pack: Pack }
  /** The engine has a region; `revision` tells it from others. */
  | {
      readonly type: "ready";
      readonly region: RegionSummary;
      readonly pack: Pack;
      readonly table: SiteTable;
      readonly revision: string;
    }
  | { readonly type: "saving"; readonly done: number; readonly total: number }
  /** Every file is here; not lasting where it is gone when the page is closed. */
  | { readonly type: "kept"; readonly lasting: boolean }
  /** Something that was kept is damaged and is not used. */
  | { readonly type: "damaged" }
  /** What is offered is not signed by the area's key: what is kept stays in use. */
  | { readonly type: "untrusted" }
  | { readonly type: "reached"; readonly reached: boolean };

type Tell = (news: News) => void;

const opened = RegionStore.open();

/** The map's tiles, if they are here and whole. */
export async function readTiles(file: RegionFile): Promise<Blob | null> {
  const read = await (await opened).read(file);
  return read.state === "whole" ? new Blob([read.bytes]) : null;
}

/**
 * Open the region that is kept, then ask the server for a newer one.
 *
 * Throws a `DamageError` or `FetchError` where there is no region to go on with.
 */
export async function openRegion(engine: EngineClient, revision: string | null, tell: Tell): Promise<void> {
  const store = await opened;
  const kept = revision === null ? await openKept(store, engine, tell) : await keptOffer(store);
  const offer = await fetchOffer().catch((error: unknown) => {
    tell(error instanceof UntrustedError ? { type: "untrusted" } : { type: "reached", reached: false });
    if (kept === null) throw error;
    if (kept === "damaged") throw new DamageError("kept");
  });
  if (offer === undefined) return;
  tell({ type: "reached", reached: true });
  if (kept === null || kept === "damaged") {
    tell({ type: "region", region: offer.region, pack: packOf(parsed(offer)) });
  }
  await save(store, engine, offer, kept === null || kept === "damaged" ? null : kept, tell);
}

const parsed = ({ manifest }: Offer) => JSON.parse(manifest) as Manifest;
const ENGINE_FILES: readonly string[] = [...REGION_FILES, ...OPTIONAL_FILES];
const isEngineFile = (name: string) => ENGINE_FILES.includes(name);
/** What only servers need. */
const SERVER_FILES: readonly string[] = ["streets.nmg", "population.nmg", "towns.json"];

async function keptOffer(store: RegionStore): Promise<Offer | null> {
  const kept = await store.readKept();
  return kept === "damaged" ? null : kept;
}

async function fetchOffer(): Promise<Offer> {
  const [region] = await fetchRegions();
  if (region === undefined) throw new Error("no region is served");
  const manifest = await fetchText(region.manifest);
  await checkManifest(region.id, manifest);
  return { region, manifest };
}

/** Give the kept region to the engine; null where there is none, "damaged" where it must not be used. */
async function openKept(store: RegionStore, engine: EngineClient, tell: Tell): Promise<Offer | "damaged" | null> {
  const kept = await store.readKept();
  if (kept === null || kept === "damaged") return refuse(kept, tell);
  const { files } = parsed(kept);
  const names = Object.keys(files).filter(isEngineFile);
  const read = await Promise.all(names.map((name) => store.read(files[name] as RegionFile)));
  if (read.some(({ state }) => state === "damaged")) return refuse("damaged", tell);
  const whole = new Map(read.flatMap((one, i) => (one.state === "whole" ? [[names[i] as string, one.bytes]] : [])));
  if (whole.size < names.length) return null; // the browser made room
  if (!(await load(engine, kept, whole, tell))) return refuse("damaged", tell);
  if (await store.has(packOf(parsed(kept)).tiles?.path ?? "")) tell({ type: "kept", lasting: true });
  return kept;
}

function refuse<T extends "damaged" | null>(why: T, tell: Tell): T {
  if (why === "damaged") tell({ type: "damaged" });
  return why;
}

/** Fetch what is missing. The region before stays in use until the new one is whole. */
async function save(
  store: RegionStore,
  engine: EngineClient,
  offer: Offer,
  before: Offer | null,
  tell: Tell,
): Promise<void> {
  const all = Object.entries(parsed(offer).files).filter(([name]) => !SERVER_FILES.includes(name));
  const rest = all.filter(([name]) => !isEngineFile(name)).map(([, file]) => file);
  const total = all.reduce((sum, [, file]) => sum + file.bytes, 0);
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
  await store.prune(new Set(all.map(([, { path }]) => path)));
  tell({ type: "kept", lasting: store.lasting });
}

/** A file from the store, else from the network. */
async function obtain(store: RegionStore, file: RegionFile, progress: (bytes: number) => void): Promise<ArrayBuffer> {
  const read = await store.read(file);
  if (read.state !== "whole") return download(store, file, progress);
  progress(file.bytes);
  return read.bytes;
}

/** Give files to the engine, which reads and proves them. Their buffers are gone afterwards. */
async function load(
  engine: EngineClient,
  offer: Offer,
  whole: ReadonlyMap<string, ArrayBuffer>,
  tell: Tell,
): Promise<boolean> {
  const json = (name: string) => JSON.parse(new TextDecoder().decode(whole.get(name)));
  const table = { sites: json("sites.json").sites, thresholds: json("thresholds.json") } as SiteTable;
  const manifest = new TextEncoder().encode(offer.manifest).buffer;
  const files = { ...Object.fromEntries(whole), "manifest.json": manifest } as unknown as RegionFiles;
  const loaded = await engine.load(files, false); // their hashes are checked where they are read
  if (!loaded.ok) return false;
  const pack = packOf(parsed(offer));
  tell({ type: "ready", region: offer.region, pack, table, revision: offer.manifest });
  return true;
}
