import type { Feature, FeatureCollection, Position } from "geojson";
import { addProtocol, type GeoJSONSource, Map as MapLibre, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { PMTiles, Protocol } from "pmtiles";
import "maplibre-gl/dist/maplibre-gl.css";
import { readColours } from "../../map/colours.ts";
import { mapStyle } from "../../map/style.ts";

type Points = readonly (readonly [number, number])[];

setWorkerUrl(workerUrl);
const protocol = new Protocol();
addProtocol("pmtiles", protocol.tile);

/** A map that shows closures and drawings, and tells where it was pressed. */
export interface StaffView {
  show(closed: readonly Points[], drawn: readonly Points[], ring: Points): void;
  remove(): void;
}

/** Open the map of an area with the tiles that its server gives; throws where there is none, or no WebGL2. */
export async function openView(
  container: HTMLElement,
  area: string,
  bbox: readonly number[],
  onPick: (lon: number, lat: number) => void,
): Promise<StaffView> {
  const manifest = await (await fetch(`/v1/regions/${area}/manifest`)).json();
  const path = (manifest as { files: Record<string, { path: string } | undefined> }).files["tiles.pmtiles"]?.path;
  if (path === undefined) throw new Error("no tiles");
  const url = new URL(path, location.href).href;
  protocol.add(new PMTiles(url));
  const colours = readColours(document.documentElement);
  const map = new MapLibre({
    container,
    style: mapStyle({ tilesName: url, colours, hazard: null, line: null, origin: null, sites: [], around: null }),
    bounds: bbox as [number, number, number, number],
    attributionControl: false,
    dragRotate: false,
    fadeDuration: 0,
  });
  map.on("click", ({ lngLat }) => onPick(lngLat.lng, lngLat.lat));
  await map.once("load");
  addOverlays(map);
  return {
    show(closed, drawn, ring) {
      setData(map, "closed", closed.map(line));
      setData(map, "drawn", [...drawn.map(line), ...(ring.length > 1 ? [line(ring)] : []), ...ring.map(point)]);
    },
    remove: () => map.remove(),
  };
}

function addOverlays(map: MapLibre): void {
  const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  for (const name of ["closed", "drawn"]) map.addSource(name, { type: "geojson", data: collection([]) });
  map.addLayer({
    id: "closed",
    type: "line",
    source: "closed",
    layout: { "line-cap": "round" },
    paint: { "line-color": token("--no"), "line-width": 6, "line-dasharray": [1, 1.6] },
  });
  map.addLayer({
    id: "drawn",
    type: "line",
    source: "drawn",
    filter: ["==", ["geometry-type"], "LineString"],
    layout: { "line-cap": "round", "line-join": "round" },
    paint: { "line-color": token("--lv4"), "line-width": 5 },
  });
  map.addLayer({
    id: "points",
    type: "circle",
    source: "drawn",
    filter: ["==", ["geometry-type"], "Point"],
    paint: {
      "circle-color": token("--lv4"),
      "circle-radius": 6,
      "circle-stroke-color": "#fff",
      "circle-stroke-width": 2,
    },
  });
}

function setData(map: MapLibre, name: string, features: Feature[]): void {
  map.getSource<GeoJSONSource>(name)?.setData(collection(features));
}

const collection = (features: Feature[]): FeatureCollection => ({ type: "FeatureCollection", features });
const at = (place: readonly [number, number]): Position => [place[0], place[1]];
const line = (points: Points): Feature => ({
  type: "Feature",
  properties: {},
  geometry: { type: "LineString", coordinates: points.map(at) },
});
const point = (place: readonly [number, number]): Feature => ({
  type: "Feature",
  properties: {},
  geometry: { type: "Point", coordinates: at(place) },
});
