import type {
  DataDrivenPropertyValueSpecification as Driven,
  ExpressionSpecification as Expression,
  LayerSpecification,
} from "maplibre-gl";
import { DEPTHS } from "../model/exposure.ts";
import type { Hazard } from "../model/hazards.ts";
import type { Colours } from "./colours.ts";

/** Exposure classes as the tiles number them (hazard/kinds.py, docs/formats.md). */
const CLASS_NUMBER: Readonly<Record<string, number>> = {
  "under_0.1m": 1,
  "0.1-0.2m": 2,
  "0.2-0.3m": 3,
  "0.3-0.5m": 4,
  "0.5-1m": 5,
  "1-3m": 6,
  "3-5m": 7,
  "5-10m": 8,
  "10-20m": 9,
  over_20m: 10,
};
const ZONE_YELLOW = 20;
const ZONE_RED = 21;
const UNKNOWN = 255;

const AREA = { source: "region", "source-layer": "area" } as const;
const HAZARD = { source: "region", "source-layer": "hazard" } as const;

export const kindIn = (...kinds: string[]): Expression => ["in", ["get", "kind"], ["literal", kinds]];

/** Land, woods and fields, buildings: under everything else. */
export function landLayers(colours: Colours): LayerSpecification[] {
  const fill = (id: string, filter: Expression, color: string): LayerSpecification => ({
    id,
    type: "fill",
    ...AREA,
    filter: ["all", ["==", ["geometry-type"], "Polygon"], filter],
    paint: { "fill-color": color },
  });
  return [
    { id: "land", type: "background", paint: { "background-color": colours["map-land"] } },
    fill("hill", kindIn("wood"), colours["map-hill"]),
    fill("green", kindIn("park", "grass", "school"), colours["map-green"]),
    fill("building", kindIn("building"), colours["map-block"]),
  ];
}

/** Colours of the official legend, whole in light (a mixed colour would be a false depth), hatched where unknown. */
export function hazardLayers(hazard: Hazard | null, colours: Colours): LayerSpecification[] {
  if (hazard === null) return [];
  const ofKind: Expression = ["==", ["get", "kind"], hazard];
  const depths = DEPTHS.flatMap(({ token, classes }) => [classes.map((name) => CLASS_NUMBER[name]), colours[token]]);
  const zones = [ZONE_YELLOW, colours["zone-yellow"], ZONE_RED, colours["zone-red"]];
  return [
    {
      id: "hazard",
      type: "fill",
      ...HAZARD,
      filter: ["all", ofKind, ["!=", ["get", "class"], UNKNOWN]],
      paint: {
        "fill-color": ["match", ["get", "class"], ...depths, ...zones, "rgba(0,0,0,0)"] as unknown as Driven<string>,
        "fill-opacity": colours.depthAlpha,
        "fill-antialias": false,
      },
    },
    {
      id: "zone-edge",
      type: "line",
      ...HAZARD,
      filter: ["all", ofKind, ["in", ["get", "class"], ["literal", [ZONE_YELLOW, ZONE_RED]]]],
      paint: { "line-color": colours["map-ink"], "line-width": 1, "line-dasharray": [4, 2] },
    },
    {
      id: "unknown",
      type: "fill",
      ...HAZARD,
      filter: ["all", ofKind, ["==", ["get", "class"], UNKNOWN]],
      paint: { "fill-pattern": "hatch" },
    },
  ];
}

/** Sea, rivers and what stands in them. */
export function waterLayers(colours: Colours): LayerSpecification[] {
  const water = colours["map-water"];
  return [
    {
      id: "water",
      type: "fill",
      ...AREA,
      filter: ["all", ["==", ["geometry-type"], "Polygon"], kindIn("sea", "water")],
      paint: { "fill-color": water, "fill-outline-color": colours["map-water-ink"] },
    },
    {
      id: "river",
      type: "line",
      ...AREA,
      filter: kindIn("river"),
      paint: { "line-color": water, "line-width": ["interpolate", ["linear"], ["zoom"], 10, 1, 16, 5] },
    },
    {
      id: "stream",
      type: "line",
      ...AREA,
      filter: kindIn("stream"),
      paint: { "line-color": water, "line-width": ["interpolate", ["linear"], ["zoom"], 13, 1, 16, 2] },
    },
    {
      id: "pier",
      type: "fill",
      ...AREA,
      filter: ["all", ["==", ["geometry-type"], "Polygon"], kindIn("pier")],
      paint: { "fill-color": colours["map-block"], "fill-outline-color": colours["map-street-edge"] },
    },
    {
      id: "pier-line",
      type: "line",
      ...AREA,
      filter: kindIn("pier_line"),
      paint: { "line-color": colours["map-street-edge"], "line-width": 2.5 },
    },
  ];
}
