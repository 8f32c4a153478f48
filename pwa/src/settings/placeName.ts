import type { SayIn } from "../i18n/messages.ts";
import type { SavedPlace } from "../model/home/places.ts";

/** The name that somebody gave a place, else what its label says. */
export function placeName({ name, label }: SavedPlace, say: SayIn<"settings">): string {
  return name === "" ? say(`label.${label}`) : name;
}
