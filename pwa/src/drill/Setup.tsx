import { useState } from "preact/hooks";
import { useApp, useSay } from "../app/context.ts";
import { devicePosition } from "../app/position.ts";
import type { Origin } from "../app/state.ts";
import type { SayIn } from "../i18n/messages.ts";
import { HAZARD_ICONS, ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import type { Hazard } from "../model/hazards.ts";
import type { SavedPlace } from "../model/home/places.ts";
import { MapFigure } from "../screens/LazyMap.tsx";
import { NearSite } from "../screens/PlaceFields.tsx";
import { unlock } from "../sound/player.ts";
import { usePlaces } from "../store/places.ts";
import { Calm } from "./Calm.tsx";
import type { Run } from "./useRehearsal.ts";

/** Where one begins: a saved place by its id, or one of three ways to say it. */
type From = "device" | "map" | "near" | { readonly place: string };

/** What to rehearse, from where, and whether they walk. */
export function Setup({ real, onStart }: { real: boolean; onStart: (run: Run) => void }) {
  const { state } = useApp();
  const say = useSay("drill");
  const hazards = state.pack?.hazards ?? [];
  const [hazard, setHazard] = useState<Hazard | null>(null);
  const [walks, setWalks] = useState(true);
  const [wrong, setWrong] = useState("");
  const { saved, start, setFrom, where } = useStart();
  const chosen = hazard ?? hazards[0] ?? null;
  if (real) return <Calm title={say("practice.real")} />;
  return (
    <Calm title={say("practice.title")} action={<Start onStart={begin} busy={state.locating} />}>
      <p>{say("practice.lead")}</p>
      <FromWhat hazards={hazards} chosen={chosen} onHazard={setHazard} />
      <FromWhere saved={saved} start={start} onFrom={setFrom} />
      {start === "map" ? <MapFigure pickable /> : null}
      {start === "near" ? <Near /> : null}
      <fieldset class="who">
        <legend>{say("practice.how")}</legend>
        <Choice name="walks" on={walks} choose={() => setWalks(true)} label={say("practice.walk")} />
        <Choice name="walks" on={!walks} choose={() => setWalks(false)} label={say("practice.still")} />
      </fieldset>
      <p class="wrong" role="alert">
        {wrong}
      </p>
      <p class="small">{say("practice.careful")}</p>
    </Calm>
  );

  async function begin() {
    unlock(); // from this tap the drill may sound
    if (chosen === null) return;
    const origin = await where();
    if (typeof origin === "string") return setWrong(origin);
    onStart({ hazard: chosen, origin, walks, startedMs: Date.now() });
  }
}

/** From where it begins; `where` finds the place, or says why there is none. */
function useStart() {
  const { state, dispatch } = useApp();
  const say = useSay("drill");
  const saved = (usePlaces() ?? []).filter(({ area }) => area === state.region?.id);
  const [from, setFrom] = useState<From | null>(null);
  const start: From = from ?? (saved[0] ? { place: saved[0].id } : "device");
  return { saved, start, setFrom, where };

  async function where(): Promise<Origin | string> {
    const place = saved.find(({ id }) => typeof start === "object" && id === start.place);
    if (place) return { how: "place", point: place.point, name: nameOf(place, say) };
    const how = start === "map" ? "map" : "place";
    if (start !== "device") return state.origin?.how === how ? state.origin : say("practice.noPlace");
    dispatch({ type: "locating" });
    const found = await devicePosition();
    dispatch({ type: "origin", origin: null });
    if (typeof found === "string") return say(found === "denied" ? "error.denied" : "error.position");
    return found;
  }
}

interface WhatGiven {
  readonly hazards: readonly Hazard[];
  readonly chosen: Hazard | null;
  readonly onHazard: (hazard: Hazard) => void;
}

function FromWhat({ hazards, chosen, onHazard }: WhatGiven) {
  const say = useSay("drill");
  return (
    <fieldset class="who">
      <legend>{say("practice.hazard")}</legend>
      {hazards.map((one) => (
        <Choice key={one} name="hazard" on={one === chosen} choose={() => onHazard(one)} label={say(`hazard.${one}`)}>
          <Icon drawing={HAZARD_ICONS[one]} />
        </Choice>
      ))}
    </fieldset>
  );
}

/** Saved places first; then the device, the map, and a place with a name. */
function FromWhere({ saved, start, onFrom }: FromGiven) {
  const say = useSay("drill");
  return (
    <fieldset class="who">
      <legend>{say("practice.from")}</legend>
      {saved.map((place) => (
        <Choice
          key={place.id}
          name="from"
          on={typeof start === "object" && start.place === place.id}
          choose={() => onFrom({ place: place.id })}
          label={nameOf(place, say)}
        />
      ))}
      <Choice name="from" on={start === "device"} choose={() => onFrom("device")} label={say("practice.here")} />
      <Choice name="from" on={start === "map"} choose={() => onFrom("map")} label={say("practice.onMap")} />
      <Choice name="from" on={start === "near"} choose={() => onFrom("near")} label={say("practice.near")} />
    </fieldset>
  );
}

interface FromGiven {
  readonly saved: readonly SavedPlace[];
  readonly start: From;
  readonly onFrom: (from: From) => void;
}

function nameOf({ label, name }: SavedPlace, say: SayIn<"drill">): string {
  return name === "" ? say(`practice.place.${label}`) : name;
}

function Start({ onStart, busy }: { onStart: () => void; busy: boolean }) {
  const say = useSay("drill");
  return (
    <button type="button" class="act" onClick={onStart} aria-busy={busy}>
      <Icon drawing={ICONS.clock} />
      {say("practice.start")}
    </button>
  );
}

interface Given {
  readonly name: string;
  readonly on: boolean;
  readonly choose: () => void;
  readonly label: string;
  readonly children?: preact.ComponentChildren;
}

function Choice({ name, on, choose, label, children }: Given) {
  return (
    <label>
      <input type="radio" name={name} checked={on} onChange={choose} />
      {children}
      <span>{label}</span>
    </label>
  );
}

/** Near a place with a name, for who has neither a map nor a position. */
function Near() {
  const { state, dispatch } = useApp();
  const [near, setNear] = useState("");
  function choose(id: string) {
    setNear(id);
    const site = state.table?.sites.find((one) => one.id === id);
    const origin = site && ({ how: "place", point: { lon: site.lon, lat: site.lat }, name: site.name } as const);
    dispatch({ type: "origin", origin: origin ?? null });
  }
  return <NearSite near={near} onNear={choose} />;
}
