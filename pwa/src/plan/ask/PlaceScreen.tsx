import { useState } from "preact/hooks";
import type { Point } from "../../api/types.ts";
import { useApp, useSay } from "../../app/context.ts";
import { devicePosition } from "../../app/position.ts";
import { ICONS } from "../../icons/drawings.ts";
import { Icon } from "../../icons/Icon.tsx";
import { PLACE_LABELS, type PlaceLabel, type SavedPlace } from "../../model/home/places.ts";
import { removePlace, savePlace } from "../../store/places.ts";
import { nameOf } from "../show/words.ts";
import { Choice } from "./Choice.tsx";
import { ByName, PickMap } from "./where.tsx";

interface Props {
  readonly places: readonly SavedPlace[];
  readonly home: SavedPlace | null;
}

type Told = "position" | "denied" | "unsaved" | "outside" | null;

/** Save a place on this phone, because somebody asks for it: home first, then others. */
export function PlaceScreen({ places, home }: Props) {
  const say = useSay("own");
  const [label, setLabel] = useState<PlaceLabel>("home");
  const [name, setName] = useState("");
  const [point, setPoint] = useState<Point | null>(home?.point ?? null);
  const here = useSaving({ label, name, point });
  return (
    <>
      <h1>{say("plan.place.title")}</h1>
      {home === null ? <p class="lead">{say("plan.first")}</p> : null}
      <p class="small">{say("plan.private")}</p>
      <Choice
        name="label"
        legend={say("plan.place.kind")}
        value={label}
        options={PLACE_LABELS.map((one) => [one, say(`plan.label.${one}`)] as const)}
        onChoose={setLabel}
      />
      {label === "home" ? null : (
        <label>
          {say("plan.place.name")}
          <input
            value={name}
            autocomplete="off"
            maxLength={40}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
      )}
      <h2>{say("plan.place.how")}</h2>
      <ByDevice onPoint={setPoint} onFailed={here.tell} />
      <details>
        <summary>{say("plan.place.byName")}</summary>
        <ByName onPoint={setPoint} />
      </details>
      <p>{say("plan.place.onMap")}</p>
      <PickMap point={point} onPoint={setPoint} />
      <p role="status">{point === null ? "" : here.outside ? say("plan.place.outside") : say("plan.place.chosen")}</p>
      <button type="button" class="act" disabled={point === null || here.outside} onClick={here.save}>
        {say("plan.place.save")}
      </button>
      <p class="wrong" role="alert">
        {here.words}
      </p>
      <Saved places={places} />
    </>
  );
}

/** Save what was chosen; then go on with what the plan needs next. */
function useSaving({ label, name, point }: { label: PlaceLabel; name: string; point: Point | null }) {
  const { state } = useApp();
  const say = useSay("own");
  const [told, tell] = useState<Told>(null);
  const { region } = state;
  const [west = 0, south = 0, east = 0, north = 0] = region?.bbox ?? [];
  const outside = point !== null && (point.lon < west || point.lon > east || point.lat < south || point.lat > north);
  const save = async () => {
    if (point === null || region === null) return;
    const saved = await savePlace({ label, name: label === "home" ? "" : name, point, area: region.id });
    if (saved === null) return tell("unsaved");
    location.hash = state.household.members === null ? "#/plan/household" : "#/plan";
  };
  const words = () => {
    if (told === "unsaved") return say("plan.place.unsaved");
    return told === "position" || told === "denied" ? say(`error.${told}`) : "";
  };
  return { save, tell, outside, words: words() };
}

/** Ask the device once; the browser asks for permission here. */
function ByDevice({ onPoint, onFailed }: { onPoint: (point: Point) => void; onFailed: (told: Told) => void }) {
  const { say } = useApp();
  const [locating, setLocating] = useState(false);
  const locate = async () => {
    setLocating(true);
    const found = await devicePosition();
    setLocating(false);
    if (typeof found === "string") return onFailed(found === "denied" ? "denied" : "position");
    onFailed(null);
    onPoint(found.point);
  };
  return (
    <button type="button" class="btn" aria-busy={locating} onClick={locate}>
      <Icon drawing={ICONS.here} />
      {say(locating ? "ask.locating" : "ask.device")}
    </button>
  );
}

function Saved({ places }: { places: readonly SavedPlace[] }) {
  const { state } = useApp();
  const say = useSay("own");
  const here = places.filter(({ area }) => area === state.region?.id);
  if (here.length === 0) return null;
  return (
    <section>
      <h2>{say("plan.place.saved")}</h2>
      <ul class="watched">
        {here.map((place) => (
          <li key={place.id}>
            {nameOf(place, say)}
            <button type="button" class="iconbtn link" onClick={() => removePlace(place.id)}>
              <span aria-hidden="true">{say("plan.place.remove")}</span>
              <span class="vh">{say("plan.place.removeName", { name: nameOf(place, say) })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
