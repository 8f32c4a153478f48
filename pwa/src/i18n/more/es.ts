import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const es: Same<typeof ja> = {
  "place.title": "Elija un lugar cercano",
  "place.near": "Lugar de evacuación cercano",
  "place.choose": "Elija",
  "place.label": "cerca de {name}",
  "place.coordinates": "o longitud, latitud",
  "place.example": "p. ej. 133.612, 33.508",
  "place.invalid": "Escriba longitud, latitud en números, p. ej. 133.612, 33.508",
  "place.use": "Empezar aquí",

  "exposure.title": "Peligro en el camino",
  "exposure.dry": "Fuera de la zona",
  "exposure.road": "Agua {words}",
  "exposure.zone_yellow": "Zona de alerta",
  "exposure.zone_red": "Zona de alerta especial",
  "exposure.upTo": "hasta {depth} m",
  "exposure.from": "{depth} m o más",
  "exposure.scenario": "Tramo contado en el mapa: {zone}",
  "exposure.noLayer": "Esta zona no tiene mapa de peligro para: {hazard}. Ninguna calle está estudiada.",

  "map.labelRoute": "Mapa del camino a {site}. Lo mismo está escrito en palabras.",
  "map.labelPick": "Mapa. Muévalo con las flechas; Enter toma el centro como su posición.",
  "map.loading": "Cargando el mapa",
  "map.none": "Este aparato no muestra el mapa. Las palabras funcionan sin él.",
  "map.failed": "No se pudo cargar el mapa. Las palabras funcionan sin él.",
  "map.zoomIn": "Ampliar el mapa",
  "map.zoomOut": "Reducir el mapa",
  "map.north": "El norte está arriba",
  "map.legend": "Leyenda",
  "map.route": "Camino",
  "map.fit": "Lugar de evacuación utilizable",
  "map.unfit": "No sirve para este desastre",
  "map.scenario": "Colores: {zone}. {sources}",
  "map.noLayer": "No hay mapa de peligro para: {hazard}.",

  "credits.label": "Fuentes de los datos: {credits}",
};
