import { useState } from "preact/hooks";
import { useApp } from "../app/context.ts";
import type { Origin } from "../app/state.ts";
import { coordinates } from "../model/format.ts";
import { PlaceFields } from "./PlaceFields.tsx";

/** Where, without a map and without the device's position: near a place with a name, or by numbers. */
export function PlaceForm() {
  const { state, dispatch, say } = useApp();
  const [near, setNear] = useState("");
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);

  function submit(event: Event) {
    event.preventDefault();
    const origin = typed.trim() === "" ? fromPlace() : fromNumbers();
    if (origin === null) return setWrong(true);
    dispatch({ type: "origin", origin });
  }

  function fromPlace(): Origin | null {
    const chosen = state.table?.sites.find(({ id }) => id === near);
    if (!chosen) return null;
    return { how: "place", point: { lon: chosen.lon, lat: chosen.lat }, name: chosen.name };
  }

  function fromNumbers(): Origin | null {
    const point = coordinates(typed);
    return point && { how: "coordinates", point };
  }

  return (
    <form class="card stack" onSubmit={submit} aria-label={say("place.title")}>
      <PlaceFields near={near} onNear={setNear} typed={typed} onTyped={setTyped} wrong={wrong} />
      <button type="submit" class="act">
        {say("place.use")}
      </button>
      <button type="button" class="btn" onClick={() => dispatch({ type: "byName", byName: false })}>
        {say("ask.back")}
      </button>
    </form>
  );
}
