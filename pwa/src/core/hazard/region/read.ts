/** A region from the bytes of its files (docs/formats.md 4). A damaged file is a value that says what is wrong. */
import {
  asRow,
  flagAt,
  inside,
  listAt,
  type Place,
  parseObject,
  type Row,
  rowAt,
  textAt,
  textOrNullAt,
} from "../../json.ts";
import { attempt, expect, type Result } from "../../result.ts";
import type { StreetGraph } from "../../router/graph.ts";
import { readProfiles } from "../../router/profiles.ts";
import { arrayOf, type Container, readContainer } from "../../router/store/container.ts";
import { readPack } from "../../router/store/pack.ts";
import type { Exposure } from "../exposure.ts";
import { HAZARD_KINDS, type HazardKind, keyOfClass, UNKNOWN } from "../kinds.ts";
import { readSites } from "../sites.ts";
import { readThresholds } from "../thresholds.ts";
import { readMore } from "./more.ts";
import type { BBox, Region, Source } from "./region.ts";

const FORMAT = "nigemichi-region";
const VERSION = 1;
export const EXPOSURE_VERSION = 1;

/** The files that make a region, by name. */
export const REGION_FILES = [
  "manifest.json",
  "streets.pack",
  "exposure.nmg",
  "sites.json",
  "thresholds.json",
  "profiles.json",
] as const;

/** Files that a region has only where there is something to say. */
export const OPTIONAL_FILES = ["places.json", "arrival.nmg", "indoor.nmg"] as const;

export type RegionFiles = Readonly<
  Record<(typeof REGION_FILES)[number], ArrayBuffer> & Partial<Record<(typeof OPTIONAL_FILES)[number], ArrayBuffer>>
>;

/**
 * Read a region. The arrays stay views of the buffers, which must not be changed or transferred afterwards.
 *
 * Hashes are not checked here: who fetches or stores the files does that (`engine/verify.ts`).
 */
export function readRegion(files: RegionFiles): Result<Region> {
  return attempt(() => {
    const json = (name: (typeof REGION_FILES)[number]) => parseObject(new Uint8Array(files[name]), name);
    const manifest = json("manifest.json");
    const about = readManifest(manifest, { source: "manifest.json", where: "" });
    const graph = readPack(files["streets.pack"], "streets.pack");
    return {
      ...about,
      graph,
      exposures: readExposures(files["exposure.nmg"], kindsWithLayer(manifest), graph),
      sites: readSites(json("sites.json"), "sites.json", graph),
      ...readMore(files, manifest, graph),
      thresholds: readThresholds(json("thresholds.json"), "thresholds.json"),
      profiles: readProfiles(json("profiles.json"), "profiles.json"),
    };
  });
}

type About = Pick<Region, "id" | "name" | "fictional" | "createdAt" | "sources" | "bbox">;

function readManifest(manifest: Row, at: Place): About {
  const [format, version] = [manifest["format"], manifest["version"]];
  expect(format === FORMAT, at.source, "format", FORMAT, String(format));
  expect(version === VERSION, at.source, "version", String(VERSION), String(version));
  return {
    id: textAt(manifest, "id", at),
    name: textAt(manifest, "name", at),
    fictional: flagAt(manifest, "fictional", at),
    createdAt: textAt(manifest, "created_at", at),
    sources: listAt(manifest, "sources", at).map((value, i) => readSource(value, inside(inside(at, "sources"), i))),
    bbox: readBBox(listAt(manifest, "bbox", at), at),
  };
}

function readSource(value: unknown, at: Place): Source {
  const row = asRow(value, at);
  const [date, licence] = [textOrNullAt(row, "date", at), textOrNullAt(row, "licence", at)];
  return { title: textAt(row, "title", at), date, licence, credit: textOrNullAt(row, "credit", at) };
}

function readBBox(sides: readonly unknown[], at: Place): BBox {
  const good = sides.length === 4 && sides.every(Number.isFinite);
  expect(good, at.source, "bbox", "west, south, east, north", JSON.stringify(sides));
  return sides as unknown as BBox;
}

function kindsWithLayer(manifest: Row): readonly HazardKind[] {
  const at: Place = { source: "manifest.json", where: "" };
  const hazards = rowAt(manifest, "hazards", at);
  const place = inside(at, "hazards");
  return HAZARD_KINDS.filter(
    (kind) => kind in hazards && flagAt(rowAt(hazards, kind, place), "layer", inside(place, kind)),
  );
}

function readExposures(
  buffer: ArrayBuffer,
  kinds: readonly HazardKind[],
  graph: StreetGraph,
): ReadonlyMap<HazardKind, Exposure> {
  const source = "exposure.nmg";
  const file = readContainer(buffer, source, "exposure", EXPOSURE_VERSION);
  const streets = textAt(file.meta, "streets", { source, where: "meta" });
  expect(streets === graph.digest, source, "streets", `the digest ${graph.digest}`, streets);
  expect(file.arrays.size === 2 * kinds.length, source, "header", `${2 * kinds.length} arrays`, `${file.arrays.size}`);
  return new Map(kinds.map((kind) => [kind, readExposure(file, kind, graph.nStreets)]));
}

/** One kind of an exposure file (docs/formats.md 3). */
export function readExposure(file: Container, kind: HazardKind, nStreets: number): Exposure {
  const worstClass = arrayOf(file, `${kind}.worst_class`, "uint8");
  const unknownPct = arrayOf(file, `${kind}.unknown_pct`, "uint8");
  verifyExposure(file.source, kind, worstClass, unknownPct, nStreets);
  return { kind, worstClass, unknownPct };
}

const IS_CLASS = Uint8Array.from({ length: 256 }, (_, worst) => Number(keyOfClass(worst) !== null));

function verifyExposure(source: string, kind: HazardKind, worst: Uint8Array, share: Uint8Array, n: number): void {
  expect(worst.length === n && share.length === n, source, kind, `${n} streets`, `${worst.length}, ${share.length}`);
  for (let street = 0; street < n; street++) {
    const own = worst[street] as number;
    const pct = share[street] as number;
    if (IS_CLASS[own] === 1 && pct <= 100 && (own !== UNKNOWN || pct === 100)) continue;
    expect(false, source, `${kind}, street ${street}`, "a class and a share", `${own}, ${pct}`);
  }
}
