import type { DataDrivenPropertyValueSpecification as Driven, LayerSpecification } from "maplibre-gl";
import type { Colours } from "./colours.ts";
import { kindIn } from "./ground.ts";

/** Fonts of the device; without a `glyphs` address MapLibre draws every label from them. */
const FONT = ["Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic Medium", "Meiryo", "system-ui"];
const FONT_BOLD = ["Noto Sans JP Bold", ...FONT];

/** The way: edge, casing, line, arrows about every 60 px; dashed from where one stands to the street. */
export function routeLayers(colours: Colours): LayerSpecification[] {
  const line = (id: string, color: string, width: number): LayerSpecification => ({
    id,
    type: "line",
    source: "route",
    filter: ["==", ["get", "part"], "way"],
    layout: { "line-cap": "round", "line-join": "round" },
    paint: { "line-color": color, "line-width": width },
  });
  return [
    {
      id: "route-off-street",
      type: "line",
      source: "route",
      filter: ["==", ["get", "part"], "off-street"],
      paint: { "line-color": colours["route-edge"], "line-width": 3, "line-dasharray": [1.5, 1] },
    },
    line("route-edge", colours["route-edge"], 12.5),
    line("route-case", colours["route-case"], 10.5),
    line("route", colours.route, 7),
    {
      id: "route-arrows",
      type: "symbol",
      source: "route",
      filter: ["==", ["get", "part"], "way"],
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 45,
        "icon-image": "arrow",
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    },
  ];
}

/** Sites (runner on green, or × outlined), where one stands, and names; sites win collisions. */
export function markLayers(colours: Colours): LayerSpecification[] {
  const label = { "text-color": colours["map-ink"], "text-halo-color": colours["map-halo"], "text-halo-width": 2.5 };
  const water = { ...label, "text-color": colours["map-water-ink"] };
  return [
    names("place-names", "area", 12, { "text-field": ["get", "name"] }, kindIn("station", "town", "quarter"), label),
    names("water-names", "area", 12, { "text-field": ["get", "name"] }, kindIn("sea", "water"), water),
    names("river-names", "area", 12, ALONG, kindIn("river"), water),
    names("street-names", "streets", 14, ALONG, ["has", "name"], label),
    {
      id: "sites",
      type: "symbol",
      source: "sites",
      layout: {
        "icon-image": ["case", ["get", "fit"], "site-fit", "site-unfit"],
        "icon-size": siteSize(),
        "icon-allow-overlap": true,
        "symbol-sort-key": ["get", "rank"],
        "text-field": ["step", ["zoom"], ["case", ["get", "chosen"], ["get", "name"], ""], 14, ["get", "name"]],
        "text-font": FONT_BOLD,
        "text-size": 12,
        "text-max-width": 7,
        "text-variable-anchor": ["bottom", "top", "left", "right"],
        "text-radial-offset": 1.4,
        "text-optional": true,
      },
      paint: label,
    },
    {
      id: "origin",
      type: "symbol",
      source: "origin",
      layout: { "icon-image": "origin", "icon-allow-overlap": true, "icon-ignore-placement": true },
    },
  ];
}

const ALONG = { "symbol-placement": "line", "text-field": ["get", "name"] } as const;

/** Small from afar, so that a town's sites do not hide the town; the chosen one is always large. */
function siteSize(): Driven<number> {
  const chosen = (size: number) => ["case", ["get", "chosen"], 1.25, ["get", "fit"], size, size * 0.8];
  return ["interpolate", ["linear"], ["zoom"], 12, chosen(0.5), 15, chosen(0.9)] as unknown as Driven<number>;
}

function names(
  id: string,
  layer: string,
  minzoom: number,
  layout: Readonly<Record<string, unknown>>,
  filter: ReturnType<typeof kindIn> | ["has", string],
  paint: Readonly<Record<string, unknown>>,
): LayerSpecification {
  const text = { "text-font": FONT, "text-size": 12, "text-max-width": 8, "text-padding": 6, ...layout };
  const source = { source: "region", "source-layer": layer };
  return { id, type: "symbol", ...source, minzoom, filter, layout: text, paint } as LayerSpecification;
}
