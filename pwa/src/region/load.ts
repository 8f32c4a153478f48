/** From files that are kept, or were just fetched, to a region in the engine. */
import { OPTIONAL_FILES, REGION_FILES, type RegionFiles } from "../core/hazard/region/read.ts";
import type { EngineClient } from "../engine/client.ts";
import { type Manifest, type Offer, packOf, type RegionFile, type SiteTable } from "./manifest.ts";
import type { Tell } from "./news.ts";
import type { RegionStore } from "./store.ts";

const ENGINE_FILES: readonly string[] = [...REGION_FILES, ...OPTIONAL_FILES];
export const isEngineFile = (name: string) => ENGINE_FILES.includes(name);
/** What only servers need. */
const SERVER_FILES: readonly string[] = ["streets.nmg", "population.nmg", "towns.json"];

export const parsed = ({ manifest }: Offer) => JSON.parse(manifest) as Manifest;

/** Every file of a region that a phone keeps, by name. */
export function filesFor(offer: Offer): readonly (readonly [name: string, file: RegionFile])[] {
  return Object.entries(parsed(offer).files).filter(([name]) => !SERVER_FILES.includes(name));
}

/** How large a region is on this phone. */
export function sizeOf(offer: Offer): number {
  return filesFor(offer).reduce((sum, [, { bytes }]) => sum + bytes, 0);
}

/** Give a kept region to the engine: "missing" where the browser made room, "damaged" where it must not be used. */
export async function openOffer(
  store: RegionStore,
  engine: EngineClient,
  offer: Offer,
  tell: Tell,
): Promise<"opened" | "missing" | "damaged"> {
  const { files } = parsed(offer);
  const names = Object.keys(files).filter(isEngineFile);
  const read = await Promise.all(names.map((name) => store.read(files[name] as RegionFile)));
  if (read.some(({ state }) => state === "damaged")) return "damaged";
  const whole = new Map(read.flatMap((one, i) => (one.state === "whole" ? [[names[i] as string, one.bytes]] : [])));
  if (whole.size < names.length) return "missing";
  if (!(await load(engine, offer, whole, tell))) return "damaged";
  if (await isWhole(store, offer)) tell({ type: "kept", lasting: true });
  return "opened";
}

/** Give files to the engine, which reads and proves them. Their buffers are gone afterwards. */
export async function load(
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

async function isWhole(store: RegionStore, offer: Offer): Promise<boolean> {
  const here = await Promise.all(filesFor(offer).map(([, { path }]) => store.has(path)));
  return here.every(Boolean);
}
