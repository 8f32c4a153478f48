import { useEffect, useState } from "preact/hooks";
import { useApp } from "../app/context.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { meshesAround } from "./mesh.ts";
import { NO_PUSH, type PushSettings, readSettings, type Watched, writeSettings } from "./settings.ts";
import { pushSupport, subscribe, unsubscribe, update } from "./subscribe.ts";
import "../style/later.css";

type Trouble = "refused" | "failed" | null;
const NIGHT = { from: 22, to: 7 } as const;

/** Notifications: why, then yes or later, at equal size; which places are watched, and how to end it. */
export function PushAsk() {
  const { state, say } = useApp();
  const [settings, setSettings] = useState<PushSettings | null>(null);
  const [later, setLater] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);
  useEffect(() => {
    readSettings().then(setSettings);
  }, []);
  const { region, origin, lang, profile } = state;
  if (settings === null || region === null) return null;
  const who = { area: region.id, lang, profile };
  const support = pushSupport();
  const run = (work: Promise<PushSettings>) =>
    work.then(
      (next) => {
        setSettings(next);
        setTrouble(null);
      },
      () => setTrouble(Notification.permission === "denied" ? "refused" : "failed"),
    );
  const here = (): Watched[] => (origin === null ? [] : [{ name: nameOf(), meshes: meshesAround(origin.point) }]);

  return (
    <section class="card push" aria-label={say("push.title")}>
      <h2>
        <Icon drawing={ICONS.bell} /> {say("push.title")}
      </h2>
      {settings.token === null ? ask() : <Watching settings={settings} onAdd={add} onRemove={drop} onQuiet={quiet} />}
      {trouble === null ? null : <p role="alert">{say(`push.${trouble}`)}</p>}
    </section>
  );

  function ask() {
    if (support !== "yes") return <p>{say(`push.${support}`)}</p>;
    if (later) return <p class="small">{say("push.later.said")}</p>;
    return (
      <>
        <p>{say("push.why")}</p>
        <p class="small">{say("push.privacy")}</p>
        <div class="pair">
          <button type="button" class="btn" disabled={origin === null} onClick={() => run(subscribe(who, here()))}>
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
    const before = settings ?? NO_PUSH;
    const others = before.watched.filter(({ name }) => name !== nameOf());
    run(update(who, { ...before, watched: [...others, ...here()] }));
  }

  function drop(place: Watched) {
    const before = settings ?? NO_PUSH;
    const watched = before.watched.filter((one) => one !== place);
    run(watched.length > 0 ? update(who, { ...before, watched }) : unsubscribe(who.area, before));
  }

  function quiet(on: boolean) {
    const next = { ...(settings ?? NO_PUSH), quiet: on ? NIGHT : null };
    run(writeSettings(next).then(() => next));
  }
}

interface Handlers {
  readonly settings: PushSettings;
  onAdd(): void;
  onRemove(place: Watched): void;
  onQuiet(on: boolean): void;
}

function Watching({ settings, onAdd, onRemove, onQuiet }: Handlers) {
  const { state, say } = useApp();
  return (
    <>
      <p>{say("push.on")}</p>
      <ul class="watched">
        {settings.watched.map((place) => (
          <li key={place.name}>
            <span>{place.name}</span>
            <button type="button" class="iconbtn" onClick={() => onRemove(place)}>
              {say("push.remove")}
              <span class="vh">{place.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {state.origin === null ? null : (
        <button type="button" class="btn" onClick={onAdd}>
          {say("push.add")}
        </button>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={settings.quiet !== null}
          onChange={(event) => onQuiet(event.currentTarget.checked)}
        />
        <span>
          {say("push.quiet", { from: NIGHT.from, to: NIGHT.to })}
          <small>{say("push.quietNever")}</small>
        </span>
      </label>
    </>
  );
}
