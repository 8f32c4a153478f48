import { useApp } from "../app/context.ts";
import type { Situation } from "../core/hazard/decision/situation.ts";
import type { PlainKey } from "../i18n/messages.ts";
import { personOf } from "../model/home/household.ts";
import { type Asked, CHOICES, questionsFor } from "./questions.ts";

/** The few questions whose answer would change what is said here: one at a time, and never again. */
export function Ask({ situation }: { situation: Situation }) {
  const { state, dispatch, say } = useApp();
  const [asked] = questionsFor(situation, personOf(state.household));
  if (asked === undefined) return null;
  return (
    <fieldset class="card ask">
      <legend>{say(`person.${asked}`)}</legend>
      <p class="small">{say("person.why")}</p>
      <div class="choices">
        {CHOICES[asked].map((value) => (
          <button
            key={String(value)}
            type="button"
            class="btn"
            onClick={() => dispatch({ type: "household", household: { ...state.household, [asked]: value } })}
          >
            {say(wordFor(asked, value))}
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
