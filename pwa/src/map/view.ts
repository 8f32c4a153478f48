import { addProtocol, LngLatBounds, Map as MapLibre, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { PMTiles, Protocol } from "pmtiles";
import type { Point } from "../api/types.ts";
import { BlobSource } from "../region/tiles.ts";
import { drawImage, IMAGE_RATIO } from "./images.ts";
import { type Scale, scaleBar } from "./scale.ts";
import { type MapModel, mapStyle } from "./style.ts";

setWorkerUrl(workerUrl);
const protocol = new Protocol();
addProtocol("pmtiles", protocol.tile);

/** Let maps take the tiles of this name from this phone. */
export function offerTiles(name: string, tiles: Blob): void {
  protocol.add(new PMTiles(new BlobSource(name, tiles)));
}

const FIT = { padding: 44, maxZoom: 16.5, animate: false } as const;
const START_ZOOM = 15.2;

export interface MapEvents {
  onPick(point: Point): void;
  onScale(scale: Scale): void;
  onReady(): void;
  onFailed(): void;
}

/** The map: shows a model, tells where it was tapped. It jumps, it does not fly, and north stays up. */
export class MapView {
  readonly #map: MapLibre;
  readonly #bbox: readonly number[];
  #model: MapModel;
  /** The model of the style that the map has or is loading, and whether it has loaded. */
  #drawn: MapModel;
  #styled = false;

  /** Throws where there is no WebGL2; the page then goes on without a map. */
  constructor(container: HTMLElement, bbox: readonly number[], model: MapModel, events: MapEvents) {
    this.#model = model;
    this.#drawn = model;
    this.#bbox = bbox;
    this.#map = new MapLibre({
      container,
      style: mapStyle(model),
      bounds: bbox as [number, number, number, number],
      fitBoundsOptions: { padding: 8 },
      maxBounds: widened(bbox),
      attributionControl: false,
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      maxPitch: 0,
      fadeDuration: 0,
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#listen(events);
    this.#look();
  }

  /** Show another model. The camera moves only when the way, the start or what is looked at changed. */
  show(model: MapModel): void {
    const before = this.#model;
    this.#model = model;
    if (this.#styled) this.#restyle();
    const moved = before.line !== model.line || before.origin !== model.origin || before.around !== model.around;
    if (moved) this.#look();
  }

  /** Say to a screen reader what the map is. */
  describe(label: string): void {
    this.#map.getCanvas().setAttribute("aria-label", label);
  }

  zoomBy(levels: number): void {
    this.#map.zoomTo(this.#map.getZoom() + levels, { animate: false });
  }

  remove(): void {
    this.#map.remove();
  }

  /** Bring the map to the model; what is drawn in other colours is drawn anew. */
  #restyle(): void {
    const { colours } = this.#model;
    const diff = this.#drawn.colours === colours;
    if (!diff) {
      for (const name of this.#map.listImages()) this.#map.removeImage(name);
      this.#styled = false; // until "style.load"
    }
    this.#drawn = this.#model;
    this.#map.setStyle(mapStyle(this.#model), { diff });
  }

  #look(): void {
    const { line, origin, around } = this.#model;
    const shown = around?.map(({ lon, lat }) => [lon, lat]) ?? line;
    if (shown && shown.length > 1) {
      const bounds = new LngLatBounds();
      for (const point of shown) bounds.extend(point as [number, number]);
      this.#map.fitBounds(bounds, FIT);
    } else if (origin && contains(this.#bbox, origin)) {
      this.#map.jumpTo({ center: [origin.lon, origin.lat], zoom: Math.max(START_ZOOM, this.#map.getZoom()) });
    }
  }

  #listen(events: MapEvents): void {
    const map = this.#map;
    const tellScale = () => events.onScale(scaleBar(map.getZoom(), map.getCenter().lat));
    map.on("click", ({ lngLat }) => events.onPick(pointOf(lngLat)));
    map.getCanvas().addEventListener("keydown", ({ key }) => {
      if (key === "Enter") events.onPick(pointOf(map.getCenter()));
    });
    map.on("moveend", tellScale);
    map.setMissingStyleImageResolver((id) => {
      const image = drawImage(id, this.#model.colours);
      if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: IMAGE_RATIO });
    });
    map.on("error", () => map.loaded() || events.onFailed());
    map.on("style.load", () => {
      this.#styled = true;
      if (this.#drawn !== this.#model) this.#restyle();
    });
    map.once("load", () => {
      tellScale();
      events.onReady();
    });
  }
}

function pointOf({ lng, lat }: { lng: number; lat: number }): Point {
  return { lon: lng, lat };
}

function contains([west = 0, south = 0, east = 0, north = 0]: readonly number[], { lon, lat }: Point): boolean {
  return west <= lon && lon <= east && south <= lat && lat <= north;
}

/** The box with a third of its size around it: one cannot lose the town. */
function widened([west = 0, south = 0, east = 0, north = 0]: readonly number[]): [number, number, number, number] {
  const [x, y] = [(east - west) / 3, (north - south) / 3];
  return [west - x, south - y, east + x, north + y];
}
