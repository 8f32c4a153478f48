import { useApp, useSay } from "../app/context.ts";
import { Language } from "../parts/Language.tsx";
import { usePlaces } from "../store/places.ts";
import { DeleteAll } from "./erase/DeleteAll.tsx";
import { Notify } from "./Notify.tsx";
import { Places } from "./Places.tsx";
import { SoundTest } from "./SoundTest.tsx";
import { Towns } from "./Towns.tsx";
import "../style/later.css";
import "./settings.css";

/** What can be set, in the order in which people look for it; nothing that they need not know. */
export function SettingsScreen() {
  const { state } = useApp();
  const say = useSay("settings");
  const places = usePlaces() ?? [];
  return (
    <>
      <h1>{say("settings.title")}</h1>
      <section class="card stack" aria-label={say("app.language")}>
        <h2>{say("app.language")}</h2>
        <Language />
      </section>
      <section class="card stack" aria-label={say("settings.people")}>
        <h2>{say("settings.people")}</h2>
        <p>{say("settings.pace", { profile: say(`profile.${state.profile}`) })}</p>
        <a class="btn" href="#/plan/household">
          {say("settings.editPeople")}
        </a>
      </section>
      <Places places={places} />
      <Towns places={places} />
      <Notify places={places} />
      <SoundTest />
      <Battery />
      <section class="card stack" aria-label={say("start.again")}>
        <a class="btn" href="#/plan/start">
          {say("start.again")}
        </a>
      </section>
      <DeleteAll />
    </>
  );
}

function Battery() {
  const { state, dispatch } = useApp();
  const say = useSay("settings");
  return (
    <section class="card stack" aria-label={say("battery.title")}>
      <h2>{say("battery.title")}</h2>
      <label class="check">
        <input
          type="checkbox"
          checked={state.thrifty === true}
          onChange={(event) => dispatch({ type: "thrifty", thrifty: event.currentTarget.checked })}
        />
        <span>
          {say("battery.yes")}
          <small>{say("battery.why")}</small>
        </span>
      </label>
    </section>
  );
}
