import { isHome } from "../app/ask.ts";
import { useApp } from "../app/context.ts";
import type { Situation } from "../core/hazard/decision/situation.ts";
import type { PlainKey } from "../i18n/messages.ts";
import { countedHere, isOfHome } from "../model/home/here.ts";
import { personOf } from "../model/home/household.ts";
import { type Asked, CHOICES, questionsFor } from "./questions.ts";

/** The few questions whose answer would change what is said here: one at a time, and never again for this place. */
export function Ask({ situation }: { situation: Situation }) {
  const { state, dispatch, say } = useApp();
  const atHome = isHome(state);
  const person = personOf(countedHere(state.household, atHome));
  const elsewhere = state.here.atHome === false;
  const asked = questionsFor(situation, person).find((one) => !elsewhere || !isOfHome(one));
  if (asked === undefined) return null;
  // before anything is asked about the home: whether they are there
  if (!atHome && isOfHome(asked)) {
    const answers = [true, false].map((value) => [value, say(value ? "person.yes" : "person.no")] as const);
    return (
      <Choices
        asked={say("person.at_home")}
        answers={answers}
        take={(told) => dispatch({ type: "here", here: { atHome: told } })}
      />
    );
  }
  return (
    <Choices<number | boolean>
      asked={say(`person.${asked}`)}
      answers={CHOICES[asked].map((value) => [value, say(wordFor(asked, value))] as const)}
      take={(told) =>
        dispatch(
          asked === "at_shore"
            ? { type: "here", here: { atShore: told === true } }
            : { type: "household", household: { ...state.household, [asked]: told } },
        )
      }
    />
  );
}

interface Choosing<Value> {
  readonly asked: string;
  readonly answers: readonly (readonly [Value, string])[];
  readonly take: (value: Value) => void;
}

function Choices<Value extends number | boolean>({ asked, answers, take }: Choosing<Value>) {
  const { say } = useApp();
  return (
    <fieldset class="card ask">
      <legend>{asked}</legend>
      <p class="small">{say("person.why")}</p>
      <div class="choices">
        {answers.map(([value, word]) => (
          <button key={String(value)} type="button" class="btn" onClick={() => take(value)}>
            {word}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function wordFor(asked: Asked, value: number | boolean): PlainKey {
  if (asked === "floor") return `person.floor.${value as 1 | 2 | 3 | 5}`;
  if (asked === "supplies_h") return `person.supplies_h.${value as 0 | 24 | 72}`;
  if (asked === "wooden") return value ? "person.wooden.yes" : "person.wooden.no";
  return value ? "person.yes" : "person.no";
}
