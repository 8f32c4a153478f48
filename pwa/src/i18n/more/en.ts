import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const en: Same<typeof ja> = {
  "place.title": "Choose a place nearby",
  "place.near": "Evacuation site near you",
  "place.choose": "Choose",
  "place.label": "near {name}",
  "place.coordinates": "or longitude, latitude",
  "place.example": "e.g. 133.612, 33.508",
  "place.invalid": "Enter longitude, latitude as numbers, e.g. 133.612, 33.508",
  "place.use": "Start from here",

  "exposure.title": "Danger on the way",
  "exposure.dry": "Outside the zone",
  "exposure.road": "Water {words}",
  "exposure.zone_yellow": "Warning zone",
  "exposure.zone_red": "Special warning zone",
  "exposure.upTo": "to {depth} m",
  "exposure.from": "{depth} m+",
  "exposure.scenario": "Length within {zone}",
  "exposure.noLayer": "This area has no hazard map for: {hazard}. Every road is unsurveyed.",

  "map.labelRoute": "Map of the way to {site}. The same is written in words.",
  "map.labelPick": "Map. Move with the arrow keys; Enter takes the middle as your position.",
  "map.loading": "Loading the map",
  "map.none": "This device cannot show the map. The words work without it.",
  "map.failed": "The map could not be loaded. The words work without it.",
  "map.zoomIn": "Zoom in",
  "map.zoomOut": "Zoom out",
  "map.north": "North is up",
  "map.legend": "Legend",
  "map.route": "Route",
  "map.fit": "Usable evacuation site",
  "map.unfit": "Not usable for this hazard",
  "map.scenario": "Colours: {zone}. {sources}",
  "map.noLayer": "There is no hazard map for: {hazard}.",

  "credits.label": "Data: {credits}",
};
