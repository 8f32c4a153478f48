import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const ptBR: Same<typeof ja> = {
  "place.title": "Escolha um lugar próximo",
  "place.near": "Local de evacuação perto de você",
  "place.choose": "Escolha",
  "place.label": "perto de {name}",
  "place.coordinates": "ou longitude, latitude",
  "place.example": "ex.: 133.612, 33.508",
  "place.invalid": "Digite longitude, latitude em números, ex.: 133.612, 33.508",
  "place.use": "Começar daqui",

  "exposure.title": "Perigo no caminho",
  "exposure.dry": "Fora da área",
  "exposure.road": "Água {words}",
  "exposure.zone_yellow": "Área de alerta",
  "exposure.zone_red": "Área de alerta especial",
  "exposure.upTo": "até {depth} m",
  "exposure.from": "{depth} m ou mais",
  "exposure.scenario": "Trecho contado no mapa: {zone}",
  "exposure.noLayer": "Esta região não tem mapa de perigo para: {hazard}. Nenhuma rua foi estudada.",

  "map.labelRoute": "Mapa do caminho até {site}. O mesmo está escrito em palavras.",
  "map.labelPick": "Mapa. Mova com as setas; Enter usa o centro como sua posição.",
  "map.loading": "Carregando o mapa",
  "map.none": "Este aparelho não mostra o mapa. As palavras funcionam sem ele.",
  "map.failed": "Não foi possível carregar o mapa. As palavras funcionam sem ele.",
  "map.zoomIn": "Ampliar o mapa",
  "map.zoomOut": "Reduzir o mapa",
  "map.north": "O norte fica em cima",
  "map.legend": "Legenda",
  "map.route": "Caminho",
  "map.fit": "Local de evacuação utilizável",
  "map.unfit": "Não serve para este desastre",
  "map.scenario": "Cores: {zone}. {sources}",
  "map.noLayer": "Não há mapa de perigo para: {hazard}.",

  "credits.label": "Fontes dos dados: {credits}",
};
