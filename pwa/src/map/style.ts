import type { Feature, FeatureCollection, Position } from "geojson";
import type { StyleSpecification } from "maplibre-gl";
import type { Point } from "../api/types.ts";
import type { Hazard } from "../model/hazards.ts";
import type { Colours } from "./colours.ts";
import { hazardLayers, landLayers, waterLayers } from "./ground.ts";
import { markLayers, routeLayers } from "./marks.ts";
import { streetLayers } from "./streets.ts";

/** A site on the map. */
export interface SiteMark extends Point {
  /** Its name, and its state where that is known. */
  readonly label: string;
  readonly fit: boolean;
  readonly chosen: boolean;
}

/** Everything that decides how the map looks. */
export interface MapModel {
  /** By which `offerTiles` knows them. */
  readonly tilesName: string;
  readonly colours: Colours;
  readonly hazard: Hazard | null;
  readonly line: readonly number[][] | null;
  readonly origin: Point | null;
  readonly sites: readonly SiteMark[];
  /** What should be in sight; null: the way, or where somebody is. */
  readonly around: readonly Point[] | null;
}

/** Build the whole style, in the order of UI.md 8 from the ground up. */
export function mapStyle(model: MapModel): StyleSpecification {
  const { colours, hazard } = model;
  return {
    version: 8,
    sources: {
      region: { type: "vector", url: `pmtiles://${model.tilesName}` },
      route: { type: "geojson", data: collection(routeFeatures(model)) },
      sites: { type: "geojson", data: collection(model.sites.map(siteFeature)) },
      origin: { type: "geojson", data: collection(model.origin ? [pointFeature(model.origin, {})] : []) },
    },
    layers: [
      ...landLayers(colours),
      ...hazardLayers(hazard, colours),
      ...waterLayers(colours),
      ...streetLayers(colours),
      ...routeLayers(colours),
      ...markLayers(colours),
    ],
  };
}

function routeFeatures({ line, origin, sites }: MapModel): Feature[] {
  if (line === null || line.length === 0) return [];
  const way = line.map((point) => [...point]);
  const site = sites.find((mark) => mark.chosen);
  const [first, last] = [way[0] as Position, way.at(-1) as Position];
  const off = [origin ? [at(origin), first] : null, site ? [last, at(site)] : null].filter((part) => part !== null);
  return [lineFeature(way, "way"), ...off.map((part) => lineFeature(part, "off-street"))];
}

const at = (point: Point): Position => [point.lon, point.lat];

function siteFeature(site: SiteMark): Feature {
  const { label, fit, chosen } = site;
  return pointFeature(site, { name: label, fit, chosen, rank: chosen ? 0 : fit ? 1 : 2 });
}

function pointFeature(point: Point, properties: Feature["properties"]): Feature {
  return { type: "Feature", properties, geometry: { type: "Point", coordinates: at(point) } };
}

function lineFeature(coordinates: Position[], part: "way" | "off-street"): Feature {
  return { type: "Feature", properties: { part }, geometry: { type: "LineString", coordinates } };
}

function collection(features: Feature[]): FeatureCollection {
  return { type: "FeatureCollection", features };
}
