import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const tl: Same<typeof ja> = {
  "place.title": "Pumili ng malapit na lugar",
  "place.near": "Malapit na lugar ng paglikas",
  "place.choose": "Pumili",
  "place.label": "malapit sa {name}",
  "place.coordinates": "o longitude, latitude",
  "place.example": "hal. 133.612, 33.508",
  "place.invalid": "Ilagay ang longitude, latitude sa numero, hal. 133.612, 33.508",
  "place.use": "Magsimula rito",

  "exposure.title": "Panganib sa daan",
  "exposure.dry": "Labas ng sona",
  "exposure.road": "Tubig {words}",
  "exposure.zone_yellow": "Babalang sona",
  "exposure.zone_red": "Espesyal na babalang sona",
  "exposure.upTo": "hanggang {depth} m",
  "exposure.from": "{depth} m pataas",
  "exposure.scenario": "Habang binilang sa mapa: {zone}",
  "exposure.noLayer": "Walang mapa ng panganib dito para sa: {hazard}. Lahat ng daan ay hindi pa nasusuri.",

  "map.labelRoute": "Mapa ng daan papunta sa {site}. Nakasulat din ito sa salita.",
  "map.labelPick": "Mapa. Igalaw gamit ang arrow keys; Enter para gawing lokasyon mo ang gitna.",
  "map.loading": "Binabasa ang mapa",
  "map.none": "Hindi maipakita ang mapa sa device na ito. Magagamit pa rin ang gabay sa salita.",
  "map.failed": "Hindi mabasa ang mapa. Magagamit pa rin ang gabay sa salita.",
  "map.zoomIn": "Palakihin ang mapa",
  "map.zoomOut": "Paliitin ang mapa",
  "map.north": "Hilaga sa itaas",
  "map.legend": "Paliwanag",
  "map.route": "Daan",
  "map.fit": "Magagamit na lugar ng paglikas",
  "map.unfit": "Hindi magagamit sa sakunang ito",
  "map.scenario": "Kulay: {zone} (inaasahan). {sources}",
  "map.noLayer": "Walang mapa ng panganib para sa: {hazard}.",

  "credits.label": "Pinagmulan ng data: {credits}",
};
