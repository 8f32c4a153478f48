/** Evacuation sites (指定緊急避難場所): what they suit and where one reaches them (hazard/sites.py). */
import { asRow, flagAt, inside, listAt, numberAt, type Place, type Row, rowAt, textAt, wholeAt } from "../json.ts";
import { Damage, expect } from "../result.ts";
import type { StreetGraph } from "../router/graph.ts";
import { type HazardKind, isHazardKind, keyOfClass } from "./kinds.ts";
import { isImpassable, type Thresholds } from "./thresholds.ts";

/** A site farther than this from every usable street is not used. */
const MAX_SNAP_M = 200;

export interface Site {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly remarks: string;
  readonly lon: number;
  readonly lat: number;
  /** Hazards for which it is designated. */
  readonly kinds: readonly HazardKind[];
  readonly isShelter: boolean;
  /** Edge of the nearest street; -1 where there is none. */
  readonly edge: number;
  readonly offsetMm: number;
  /** From the site to that street; infinite where there is none. */
  readonly distanceM: number;
  /** What the layers say at the site; only kinds with a layer. */
  readonly classAt: ReadonlyMap<HazardKind, number>;
}

/** A site that is designated for a hazard and lies where that hazard is impassable. */
export interface Conflict {
  readonly site: Site;
  readonly kind: HazardKind;
  readonly classAt: number;
}

/** Read the sites of `sites.json`; each must lie on a street of the graph. */
export function readSites(file: Row, source: string, graph: StreetGraph): readonly Site[] {
  const at: Place = { source, where: "" };
  return listAt(file, "sites", at).map((value, i) => {
    const place = inside(inside(at, "sites"), i);
    return readSite(asRow(value, place), place, graph);
  });
}

/** Whether a usable street is near enough. */
export function isReachable({ distanceM }: Site): boolean {
  return distanceM <= MAX_SNAP_M;
}

/** Every designation for one of `kinds` that a layer contradicts for a profile. */
export function conflictsOf(
  sites: readonly Site[],
  kinds: readonly HazardKind[],
  profile: string,
  thresholds: Thresholds,
): readonly Conflict[] {
  return sites.flatMap((site) =>
    kinds.flatMap((kind) => {
      const classAt = site.kinds.includes(kind) ? site.classAt.get(kind) : undefined;
      if (classAt === undefined || !isImpassable(thresholds, kind, profile, classAt)) return [];
      return [{ site, kind, classAt }];
    }),
  );
}

/** The sites that suit all of `kinds` at once for a profile, in the order of the list. */
export function usableSites(
  sites: readonly Site[],
  kinds: readonly HazardKind[],
  profile: string,
  thresholds: Thresholds,
): readonly Site[] {
  return sites.filter((site) => {
    const suits = isReachable(site) && kinds.every((kind) => site.kinds.includes(kind));
    return suits && conflictsOf([site], kinds, profile, thresholds).length === 0;
  });
}

/** Read a site; it must lie on a street of the graph. */
export function readSite(row: Row, at: Place, graph: StreetGraph): Site {
  const edge = wholeAt(row, "edge", at, -1, graph.nEdges - 1);
  const length = edge < 0 ? 0 : (graph.edgeLengthMm[edge] as number);
  return {
    id: textAt(row, "id", at),
    name: textAt(row, "name", at),
    address: textAt(row, "address", at),
    remarks: textAt(row, "remarks", at),
    lon: numberAt(row, "lon", at),
    lat: numberAt(row, "lat", at),
    kinds: listAt(row, "kinds", at).map((kind) => asKind(kind, inside(at, "kinds"))),
    isShelter: flagAt(row, "is_shelter", at),
    edge,
    offsetMm: wholeAt(row, "offset_mm", at, 0, length),
    distanceM: row["distance_m"] === null ? Number.POSITIVE_INFINITY : numberAt(row, "distance_m", at),
    classAt: readClasses(rowAt(row, "class_at", at), inside(at, "class_at")),
  };
}

function readClasses(row: Row, at: Place): ReadonlyMap<HazardKind, number> {
  return new Map(
    Object.keys(row).map((kind) => {
      const worst = wholeAt(row, kind, at, 0, 255);
      expect(keyOfClass(worst) !== null, at.source, inside(at, kind).where, "an exposure class", `${worst}`);
      return [asKind(kind, at), worst];
    }),
  );
}

function asKind(value: unknown, at: Place): HazardKind {
  if (typeof value === "string" && isHazardKind(value)) return value;
  throw new Damage(at.source, at.where, "a hazard kind", String(value));
}
