import type { RegionSummary } from "../api/types.ts";
import { HAZARDS, type Hazard } from "../model/hazards.ts";
import type { Site, Thresholds } from "../model/sites.ts";

/** One file of a region, as its manifest names it (docs/formats.md). */
export interface RegionFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The part of a region's manifest that this page uses. */
export interface Manifest {
  readonly files: Readonly<Record<string, RegionFile>>;
  readonly hazards: Readonly<Record<string, HazardFacts>>;
}

interface HazardFacts {
  readonly sites: number;
  readonly share: Readonly<Record<string, number>>;
  readonly files: readonly string[];
}

/** What a region knows of each hazard, and where its map is. */
export interface Pack {
  /** Kinds that can be chosen: those with an evacuation site, in the order of the page. */
  readonly hazards: readonly Hazard[];
  /** Exposure classes that occur on the streets, by kind: what a legend must explain. */
  readonly classes: Readonly<Partial<Record<Hazard, readonly string[]>>>;
  /** Names of the files that a kind's map was made from. */
  readonly layerFiles: Readonly<Partial<Record<Hazard, readonly string[]>>>;
  readonly tiles: RegionFile | null;
}

/** Evacuation sites, and the table that says which of them suit whom. */
export interface SiteTable {
  readonly sites: readonly Site[];
  readonly thresholds: Thresholds;
}

/** A region as it is offered or kept: its summary and the very text of its manifest. */
export interface Offer {
  readonly region: RegionSummary;
  readonly manifest: string;
}

/** Tell from a manifest what can be asked. */
export function packOf({ files, hazards }: Manifest): Pack {
  const each = <T>(tell: (facts: HazardFacts | undefined) => T) =>
    Object.fromEntries(HAZARDS.map((hazard) => [hazard, tell(hazards[hazard])]));
  return {
    hazards: HAZARDS.filter((hazard) => (hazards[hazard]?.sites ?? 0) > 0),
    classes: each((facts) => Object.keys(facts?.share ?? {})),
    layerFiles: each((facts) => facts?.files ?? []),
    tiles: files["tiles.pmtiles"] ?? null,
  };
}
