import { HAZARDS, type Hazard } from "../model/hazards.ts";
import type { Site, Thresholds } from "../model/sites.ts";
import { getJson } from "./client.ts";
import type { RegionSummary } from "./types.ts";

/** The part of a region's manifest that this page uses (docs/formats.md). */
interface Manifest {
  readonly files: Readonly<Record<string, { readonly path: string }>>;
  readonly hazards: Readonly<Record<string, HazardFacts>>;
}

interface HazardFacts {
  readonly sites: number;
  readonly share: Readonly<Record<string, number>>;
  readonly files: readonly string[];
}

/** Where the files of a region are, and what it knows of each hazard. */
export interface Pack {
  /** Kinds that can be chosen: those with an evacuation site, in the order of the page. */
  readonly hazards: readonly Hazard[];
  /** Exposure classes that occur on the streets, by kind: what a legend must explain. */
  readonly classes: Readonly<Partial<Record<Hazard, readonly string[]>>>;
  /** Names of the files that a kind's map was made from. */
  readonly layerFiles: Readonly<Partial<Record<Hazard, readonly string[]>>>;
  readonly tilesPath: string | null;
  readonly sitesPath: string | null;
  readonly thresholdsPath: string | null;
}

/** Evacuation sites, and the table that says which of them suit whom. */
export interface SiteTable {
  readonly sites: readonly Site[];
  readonly thresholds: Thresholds;
}

export async function fetchPack(region: RegionSummary): Promise<Pack> {
  const { files, hazards } = await getJson<Manifest>(region.manifest);
  const pathOf = (name: string) => files[name]?.path ?? null;
  const each = <T>(tell: (facts: HazardFacts | undefined) => T) =>
    Object.fromEntries(HAZARDS.map((hazard) => [hazard, tell(hazards[hazard])]));
  return {
    hazards: HAZARDS.filter((hazard) => (hazards[hazard]?.sites ?? 0) > 0),
    classes: each((facts) => Object.keys(facts?.share ?? {})),
    layerFiles: each((facts) => facts?.files ?? []),
    tilesPath: pathOf("tiles.pmtiles"),
    sitesPath: pathOf("sites.json"),
    thresholdsPath: pathOf("thresholds.json"),
  };
}

export async function fetchSites(pack: Pack): Promise<SiteTable | null> {
  if (pack.sitesPath === null || pack.thresholdsPath === null) return null;
  const [{ sites }, thresholds] = await Promise.all([
    getJson<{ sites: Site[] }>(pack.sitesPath),
    getJson<Thresholds>(pack.thresholdsPath),
  ]);
  return { sites, thresholds };
}
