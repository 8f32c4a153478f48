import { useState } from "preact/hooks";
import { useApp } from "../app/context.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { meshesAround } from "./mesh.ts";
import { isOn, NIGHT, type Watched } from "./settings.ts";
import { pushSupport } from "./subscribe.ts";
import { type Push, usePush } from "./usePush.ts";
import "../style/later.css";

/** Notifications: why, then yes or later, at equal size; which places are watched, and how to end it. */
export function PushAsk() {
  const { state, say } = useApp();
  const push = usePush(state);
  const [later, setLater] = useState(false);
  const { region, origin } = state;
  if (push === null || region === null) return null;
  const { settings, trouble } = push;
  const here = (): Watched[] =>
    origin === null ? [] : [{ name: nameOf(), area: region.id, meshes: meshesAround(origin.point) }];
  return (
    <section class="card push" aria-label={say("push.title")}>
      <h2>
        <Icon drawing={ICONS.bell} /> {say("push.title")}
      </h2>
      {isOn(settings) ? <Watching push={push} onAdd={origin === null ? null : add} /> : ask()}
      {trouble === null ? null : <p role="alert">{say(`push.${trouble}`)}</p>}
    </section>
  );

  function ask() {
    const support = pushSupport();
    if (support !== "yes") return <p>{say(`push.${support}`)}</p>;
    if (later) return <p class="small">{say("push.later.said")}</p>;
    return (
      <>
        <p>{say("push.why")}</p>
        <p class="small">{say("push.privacy")}</p>
        <div class="pair">
          <button type="button" class="btn" disabled={origin === null} onClick={() => push?.watch(here())}>
            {say("push.yes")}
          </button>
          <button type="button" class="btn" onClick={() => setLater(true)}>
            {say("push.later")}
          </button>
        </div>
      </>
    );
  }

  function nameOf(): string {
    return origin?.how === "place" ? say("place.label", { name: origin.name }) : say("push.here");
  }

  function add() {
    const others = settings.watched.filter(({ name, area }) => name !== nameOf() || area !== region?.id);
    push?.watch([...others, ...here()]);
  }
}

/** What is watched, and in which hours what can wait makes no sound. */
export function Watching({ push, onAdd }: { push: Push; onAdd: (() => void) | null }) {
  const { say } = useApp();
  const { settings } = push;
  const { from, to } = settings.quiet ?? NIGHT;
  const drop = (place: Watched) => push.watch(settings.watched.filter((one) => one !== place));
  return (
    <>
      <p>{say("push.on")}</p>
      <ul class="watched">
        {settings.watched.map((place) => (
          <li key={`${place.area} ${place.name}`}>
            <span>{place.name}</span>
            <button type="button" class="iconbtn" onClick={() => drop(place)}>
              {say("push.remove")}
              <span class="vh">{place.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {onAdd === null ? null : (
        <button type="button" class="btn" onClick={onAdd}>
          {say("push.add")}
        </button>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={settings.quiet !== null}
          onChange={(event) => push.quiet(event.currentTarget.checked ? NIGHT : null)}
        />
        <span>
          {say("push.quiet", { from, to })}
          <small>{say("push.quietNever")}</small>
        </span>
      </label>
    </>
  );
}
