import type {
  DataDrivenPropertyValueSpecification as Driven,
  ExpressionSpecification as Expression,
  LayerSpecification,
} from "maplibre-gl";
import type { Colours } from "./colours.ts";
import { kindIn } from "./ground.ts";

/** Classes as the tiles name them (router/classes.py). What is in neither list is a small street. */
const BIG = ["trunk", "primary", "secondary", "tertiary"];
const PATH = ["track", "footway", "path", "cycleway", "bridleway"];
const STEPS = "steps";

const STREETS = { source: "region", "source-layer": "streets" } as const;
const classIn = (classes: readonly string[]): Expression => ["in", ["get", "class"], ["literal", [...classes]]];

/** A width that grows with the zoom: pairs of zoom and pixels. */
const byZoom = (...stops: number[]) => ["interpolate", ["linear"], ["zoom"], ...stops] as unknown as Driven<number>;

/** Railway and streets: edges first, so that crossings stay open; steps as a ladder. */
export function streetLayers(colours: Colours): LayerSpecification[] {
  const small: Expression = ["!", classIn([...BIG, ...PATH, STEPS])];
  const [edge, fill] = [colours["map-street-edge"], colours["map-street"]];
  return [
    line("rail-bed", kindIn("rail"), 11, edge, byZoom(11, 1, 16, 4), { ...RAIL }),
    line("rail", kindIn("rail"), 13, fill, byZoom(13, 0.5, 16, 2), { ...RAIL, dashes: [3, 3] }),
    line("path-edge", classIn(PATH), 14.5, edge, byZoom(14.5, 1.4, 18, 6)),
    line("small-edge", small, 13, edge, byZoom(13, 1.2, 15, 4, 18, 14)),
    line("big-edge", classIn(BIG), 9, colours["map-major-edge"], byZoom(9, 1, 13, 3.5, 15, 8, 18, 24)),
    line("path", classIn(PATH), 14.5, fill, byZoom(14.5, 0.7, 18, 4)),
    line("small", small, 13, fill, byZoom(13, 0.7, 15, 2.8, 18, 12)),
    line("big", classIn(BIG), 9, colours["map-major"], byZoom(9, 0.6, 13, 2.4, 15, 6, 18, 21)),
    line("steps-edge", classIn([STEPS]), 14, colours["map-ink"], byZoom(14, 2.6, 18, 12)),
    line("steps", classIn([STEPS]), 14, colours["map-halo"], byZoom(14, 1.6, 18, 10), { dashes: [0.5, 0.4] }),
  ];
}

const RAIL = { source: "region", "source-layer": "area" } as const;

function line(
  id: string,
  filter: Expression,
  minzoom: number,
  color: string,
  width: Driven<number>,
  { dashes, ...source }: { dashes?: number[]; source?: string; "source-layer"?: string } = {},
): LayerSpecification {
  return {
    id,
    type: "line",
    ...STREETS,
    ...source,
    filter,
    minzoom,
    layout: dashes ? {} : { "line-cap": "round", "line-join": "round" },
    paint: { "line-color": color, "line-width": width, ...(dashes ? { "line-dasharray": dashes } : {}) },
  };
}
