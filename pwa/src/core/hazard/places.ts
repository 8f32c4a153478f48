/** Places that are no general destination: of these the phone needs tsunami evacuation buildings (hazard/places.py). */
import { type Place as At, asRow, inside, listAt, type Row, textAt } from "../json.ts";
import type { StreetGraph } from "../router/graph.ts";
import { isReachable, readSite, type Site } from "./sites.ts";

/** 津波避難ビル: when nothing higher is in time. */
export interface TsunamiBuilding extends Site {
  /** Storeys; null where they are not known. */
  readonly floors: number | null;
}

/** Read those of `places.json` that can be reached. */
export function readBuildings(file: Row, source: string, graph: StreetGraph): readonly TsunamiBuilding[] {
  const at: At = { source, where: "" };
  return listAt(file, "places", at).flatMap((value, i) => {
    const place = inside(inside(at, "places"), i);
    const row = asRow(value, place);
    const site = readSite(row, place, graph);
    const isBuilding = textAt(row, "category", place) === "tsunami_building" && site.kinds.includes("tsunami");
    const floors = typeof row["floors"] === "number" ? row["floors"] : null;
    return isBuilding && isReachable(site) ? [{ ...site, floors }] : [];
  });
}
