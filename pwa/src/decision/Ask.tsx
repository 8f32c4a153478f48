import { isHome } from "../app/ask.ts";
import { useApp } from "../app/context.ts";
import type { Situation } from "../core/hazard/decision/situation.ts";
import type { PlainKey } from "../i18n/messages.ts";
import { OF_HOME, personHere } from "../model/home/here.ts";
import { type Asked, CHOICES, questionsFor } from "./questions.ts";

/** The few questions whose answer would change what is said here: one at a time, and never again. */
export function Ask({ situation }: { situation: Situation }) {
  const { state, dispatch, say } = useApp();
  const atHome = isHome(state);
  const asked = questionsFor(situation, personHere(state.household, atHome)).find(
    (one) => atHome || state.here.atHome === null || !ofHome(one),
  );
  if (asked === undefined) return null;
  if (!atHome && ofHome(asked)) return <AtHome />;
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

const ofHome = (asked: Asked) => (OF_HOME as readonly Asked[]).includes(asked);

/** Before anything is asked about the home: whether they are there. */
function AtHome() {
  const { dispatch, say } = useApp();
  return (
    <fieldset class="card ask">
      <legend>{say("person.at_home")}</legend>
      <p class="small">{say("person.why")}</p>
      <div class="choices">
        {[true, false].map((atHome) => (
          <button
            key={String(atHome)}
            type="button"
            class="btn"
            onClick={() => dispatch({ type: "here", here: { atHome } })}
          >
            {say(atHome ? "person.yes" : "person.no")}
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
