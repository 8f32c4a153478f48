/** Words that several parts of the plan say alike. */
import type { SayIn } from "../../i18n/messages.ts";
import type { Hazard } from "../../model/hazards.ts";
import { countPeople, type Household } from "../../model/home/household.ts";
import type { SavedPlace } from "../../model/home/places.ts";
import { townName } from "../../model/town.ts";

/** What a saved place is called: by its own name, else by what it is. */
export function nameOf({ label, name }: SavedPlace, say: SayIn<"own">): string {
  return name === "" ? say(`plan.label.${label}`) : name;
}

/** The house in a few words, as far as it is told: `木造・2階建て・4人・ペット1匹`. */
export function householdWords(household: Household, say: SayIn<"own">): string {
  const { wooden, storeys, pets } = household;
  const people = countPeople(household);
  const parts = [
    wooden === null ? null : say(wooden ? "person.wooden.yes" : "person.wooden.no"),
    storeys === null ? null : storeys >= 5 ? say("plan.storeys.most") : say("plan.storeys.n", { n: storeys }),
    people === null ? null : say("plan.count.people", { n: people }),
    pets ? say("plan.count.pets", { n: pets }) : null,
  ];
  return parts.filter((part) => part !== null).join(say("sites.between"));
}

/** Several hazards in one line. */
export function hazardsWords(kinds: readonly Hazard[], say: SayIn<"own">): string {
  return kinds.map((kind) => say(`hazard.${kind}`)).join(say("sites.between"));
}

/** The town, marked where it is made up. */
export function townWords(region: { name: string; fictional: boolean }, say: SayIn<"own">): string {
  const { name, mark } = townName(region.name, region.fictional, say);
  return name + mark;
}
