import type { AlertRecord } from "../api.ts";
import type { Say } from "../i18n/say.ts";

/** The official name of an alert, in the language of the page. */
export function nameOf({ draft }: Pick<AlertRecord, "draft">, say: Say): string {
  if (draft.grade) return say(`grade.${draft.grade}`);
  return say(draft.level ? `level.${draft.level}` : "level.none");
}
