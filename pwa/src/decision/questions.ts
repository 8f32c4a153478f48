/** Which questions the decision needs: those whose answer would change it, found by trying every answer. */
import { decide } from "../core/hazard/decision/decide.ts";
import type { Situation } from "../core/hazard/decision/situation.ts";
import { NOBODY_YET, type Person, partyWith, placeWith } from "../model/home/person.ts";

/** The person, and what is asked of the place where they are now. */
interface Told extends Person {
  readonly at_shore: boolean | null;
}
export type Asked = keyof Told;
type Value = number | boolean;

/** The answers that are offered; floors as in the bands of the official depth legend. */
export const CHOICES = {
  at_shore: [true, false],
  floor: [1, 2, 3, 5],
  wooden: [true, false],
  supplies_h: [0, 24, 72],
  takes_time: [true, false],
  needs_helper: [true, false],
  car_at_hand: [true, false],
} as const satisfies Readonly<Record<Asked, readonly Value[]>>;

const ORDER = Object.keys(CHOICES) as readonly Asked[];

/** The questions that are not answered yet and would change what is said, in the order in which they are asked. */
export function questionsFor(situation: Situation, person: Person): readonly Asked[] {
  const told: Told = { ...person, at_shore: situation.place.at_shore };
  const open = ORDER.filter((asked) => told[asked] === null && (asked !== "at_shore" || mayBeShore(situation)));
  const outcomes = new Map<string, string>();
  for (const one of everyAnswer(open)) {
    outcomes.set(JSON.stringify(one), outcomeOf(situation, { ...told, ...one }));
  }
  return open.filter((asked) => [...everyAnswer(open)].some((one) => changes(one, asked, outcomes)));
}

/** An advisory is for the shore; who is where a survey found no wave is not asked whether that is the sea. */
function mayBeShore({ in_force: force, here }: Situation): boolean {
  return force.tsunami?.tsunami === "advisory" && here.tsunami?.worst !== "dry";
}

function changes(one: Partial<Told>, asked: Asked, outcomes: ReadonlyMap<string, string>): boolean {
  const first = { ...one, [asked]: CHOICES[asked][0] };
  return outcomes.get(JSON.stringify(first)) !== outcomes.get(JSON.stringify(one));
}

/** What a person would see: the advice, its way, and how to go. */
function outcomeOf(situation: Situation, { at_shore, ...person }: Told): string {
  const told = { ...NOBODY_YET, ...person };
  const party = partyWith(situation.party, told, situation.party.profile);
  const place = { ...placeWith(situation.place, told), at_shore };
  const { advice, way, notes } = decide({ ...situation, place, party });
  return JSON.stringify([advice, way, notes]);
}

/** Every combination of answers to some questions, with its keys in the same order. */
function* everyAnswer(open: readonly Asked[]): Generator<Partial<Told>> {
  const [first, ...rest] = open;
  if (first === undefined) return yield {};
  for (const value of CHOICES[first]) {
    for (const others of everyAnswer(rest)) yield { [first]: value, ...others };
  }
}
