import type { Mark } from "../../icons/LevelMark.tsx";
import type { AlertRecord } from "../api.ts";
import type { Lang, Say } from "../i18n/say.ts";
import type { Kind } from "./draft.ts";

/** The eight official kinds, by their Japanese and English names. */
export const KINDS: readonly (readonly [Kind, string, string])[] = [
  ["flood", "洪水", "flood"],
  ["landslide", "土砂災害", "landslide"],
  ["storm_surge", "高潮", "storm surge"],
  ["earthquake", "地震", "earthquake"],
  ["tsunami", "津波", "tsunami"],
  ["large_fire", "大規模な火事", "large fire"],
  ["inland_flood", "内水氾濫", "inland flooding"],
  ["volcano", "火山現象", "volcano"],
];

/** The name of a kind, in the language of the page. */
export function kindName(kind: Kind, lang: Lang): string {
  const found = KINDS.find(([id]) => id === kind);
  return found?.[lang === "ja" ? 1 : 2] ?? kind;
}

/** The official name of an alert, in the language of the page. */
export function nameOf({ draft }: Pick<AlertRecord, "draft">, say: Say): string {
  if (draft.grade) return say(`grade.${draft.grade}`);
  return say(draft.level ? `level.${draft.level}` : "order");
}

/** Its mark: the number of sides is the level. */
export function markOf(level: number | null | undefined, grade?: string | null): Mark {
  if (grade) return grade as Mark;
  return level == null ? "order" : (String(level) as Mark);
}
