/** What exposure classes do to streets and people (hazard/thresholds.py); the table comes with the region. */
import { asRow, inside, type Place, type Row, rowAt, wholeAt } from "../json.ts";
import { expect } from "../result.ts";
import { CLASS_OF_KEY, DEPTH_BOUNDS_M, HAZARD_KINDS, type HazardKind, isClassKey, UNKNOWN, WATER } from "./kinds.ts";
import { type Modifier, readModifiers } from "./modifiers.ts";

const VERSION = 1;
const MAX_WEIGHT_PCT = 10_000;

/** Weights and bounds, resolved for every kind. */
export interface Thresholds {
  /** Percent of the time that counts, by class number. */
  readonly weightPct: ReadonlyMap<HazardKind, Uint32Array>;
  /** From this class on a profile cannot move, by profile. */
  readonly impassable: ReadonlyMap<HazardKind, ReadonlyMap<string, number>>;
  /** What levels, the hour and the weather do, in the order of the table. */
  readonly modifiers: readonly Modifier[];
}

/** Resolve the table of `thresholds.json`. */
export function readThresholds(file: Row, source: string): Thresholds {
  const at: Place = { source, where: "" };
  wholeAt(file, "version", at, VERSION, VERSION);
  const [weights, bounds] = [rowAt(file, "weight", at), rowAt(file, "impassable", at)];
  const [w, i] = [inside(at, "weight"), inside(at, "impassable")];
  return {
    weightPct: new Map(HAZARD_KINDS.map((kind) => [kind, readWeights(merged(weights, kind, w), inside(w, kind))])),
    impassable: new Map(HAZARD_KINDS.map((kind) => [kind, readBounds(merged(bounds, kind, i), inside(i, kind))])),
    modifiers: "modifier" in file ? readModifiers(rowAt(file, "modifier", at), inside(at, "modifier")) : [],
  };
}

/** Whether a known class is impassable for a profile. Unknown is not known to be. */
export function isImpassable(thresholds: Thresholds, kind: HazardKind, profile: string, worst: number): boolean {
  const bound = thresholds.impassable.get(kind)?.get(profile);
  return worst !== UNKNOWN && bound !== undefined && worst >= bound;
}

/** The entries of a kind, those of its own before those of its group. */
function merged(sections: Row, kind: HazardKind, at: Place): Row {
  const group = rowAt(sections, WATER.has(kind) ? "water" : "zone", at);
  return { ...group, ...(kind in sections ? rowAt(sections, kind, at) : {}) };
}

function readWeights(section: Row, at: Place): Uint32Array {
  const weights = new Uint32Array(256);
  for (const [key, worst] of Object.entries(CLASS_OF_KEY)) {
    const place = inside(at, key);
    weights[worst] = wholeAt(asRow(section[key], place), "weight_pct", place, 100, MAX_WEIGHT_PCT);
  }
  return weights;
}

function readBounds(section: Row, at: Place): ReadonlyMap<string, number> {
  return new Map(
    Object.keys(section).map((profile) => {
      const place = inside(at, profile);
      return [profile, readBound(asRow(section[profile], place), place)];
    }),
  );
}

function readBound(entry: Row, at: Place): number {
  const named = entry["from_class"];
  if (typeof named === "string" && isClassKey(named)) return CLASS_OF_KEY[named];
  const depth = DEPTH_BOUNDS_M.indexOf(Number(entry["from_m"]));
  expect(depth >= 0, at.source, at.where, "from_class or from_m of a class", JSON.stringify(entry));
  return depth + 2;
}
