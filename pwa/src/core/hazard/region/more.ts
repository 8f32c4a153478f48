/** The files that a region has only where there is something to say (docs/formats.md 4.5 to 4.7). */
import { inside, type Place, parseObject, type Row, rowAt, textAt } from "../../json.ts";
import { expect } from "../../result.ts";
import type { StreetGraph } from "../../router/graph.ts";
import { arrayOf, type Container, readContainer } from "../../router/store/container.ts";
import type { Arrival } from "../departure/arrival.ts";
import { type Indoor, isCollapse } from "../indoor.ts";
import { HAZARD_KINDS, type HazardKind } from "../kinds.ts";
import { readBuildings } from "../places.ts";
import type { RegionFiles } from "./read.ts";
import type { Region } from "./region.ts";

const VERSION = 1;
const MOST_DS = 2 ** 31 - 1;

/** Read what there is. */
export function readMore(
  files: RegionFiles,
  manifest: Row,
  graph: StreetGraph,
): Pick<Region, "arrivals" | "indoor" | "buildings"> {
  const [places, arrival, indoor] = [files["places.json"], files["arrival.nmg"], files["indoor.nmg"]];
  const told = (key: string) => kindsThatHave(manifest, key);
  return {
    buildings: places ? readBuildings(parseObject(new Uint8Array(places), "places.json"), "places.json", graph) : [],
    arrivals: arrival ? readArrivals(arrival, told("scenario"), graph) : new Map(),
    indoor: indoor ? readIndoor(indoor, told("indoor"), graph) : new Map(),
  };
}

/** The kinds of which the manifest says something true under a key. */
function kindsThatHave(manifest: Row, key: string): readonly HazardKind[] {
  const at: Place = { source: "manifest.json", where: "" };
  const hazards = rowAt(manifest, "hazards", at);
  const place = inside(at, "hazards");
  return HAZARD_KINDS.filter((kind) => kind in hazards && Boolean(rowAt(hazards, kind, place)[key]));
}

function open(buffer: ArrayBuffer, source: string, kind: string, graph: StreetGraph): Container {
  const file = readContainer(buffer, source, kind, VERSION);
  const streets = textAt(file.meta, "streets", { source, where: "meta" });
  expect(streets === graph.digest, source, "streets", `the digest ${graph.digest}`, streets);
  return file;
}

function readArrivals(
  buffer: ArrayBuffer,
  kinds: readonly HazardKind[],
  graph: StreetGraph,
): ReadonlyMap<HazardKind, Arrival> {
  const source = "arrival.nmg";
  const file = open(buffer, source, "arrival", graph);
  const scenarios = rowAt(file.meta, "scenarios", { source, where: "meta" });
  return new Map(
    kinds.map((kind) => {
      const first = arrayOf(file, `${kind}.first_ds`, "uint32");
      const good = first.length === graph.nStreets && first.every((ds) => ds <= MOST_DS);
      expect(good, source, kind, `${graph.nStreets} times`, "others");
      const scenario = textAt(scenarios, kind, { source, where: "scenarios" });
      return [kind, { kind, firstDs: new Int32Array(first.buffer, first.byteOffset, first.length), scenario }];
    }),
  );
}

function readIndoor(
  buffer: ArrayBuffer,
  kinds: readonly HazardKind[],
  graph: StreetGraph,
): ReadonlyMap<HazardKind, Indoor> {
  const source = "indoor.nmg";
  const file = open(buffer, source, "indoor", graph);
  return new Map(
    kinds.map((kind) => {
      const collapse = arrayOf(file, `${kind}.collapse`, "uint8");
      const durationH = arrayOf(file, `${kind}.duration_h`, "uint16");
      const sized = collapse.length === graph.nStreets && durationH.length === graph.nStreets;
      expect(sized && collapse.every(isCollapse), source, kind, `${graph.nStreets} streets`, "others");
      return [kind, { kind, collapse, durationH }];
    }),
  );
}
