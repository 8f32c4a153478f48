import { useState } from "preact/hooks";
import { useApp } from "../app/context.ts";
import type { Origin } from "../app/state.ts";
import { coordinates } from "../model/format.ts";

/** Where, without a map and without the device's position: near a place with a name, or by numbers. */
export function PlaceForm() {
  const { state, dispatch, say } = useApp();
  const sites = state.table?.sites ?? [];
  const [place, setPlace] = useState("");
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);

  function submit(event: Event) {
    event.preventDefault();
    const origin = typed.trim() === "" ? fromPlace() : fromNumbers();
    if (origin === null) return setWrong(true);
    dispatch({ type: "origin", origin });
  }

  function fromPlace(): Origin | null {
    const chosen = sites[Number(place)];
    if (place === "" || !chosen) return null;
    return { how: "place", point: { lon: chosen.lon, lat: chosen.lat }, name: chosen.name };
  }

  function fromNumbers(): Origin | null {
    const point = coordinates(typed);
    return point && { how: "coordinates", point };
  }

  return (
    <form class="card stack" onSubmit={submit} aria-label={say("place.title")}>
      <label>
        {say("place.near")}
        <select value={place} onChange={(event) => setPlace(event.currentTarget.value)}>
          <option value="">{say("place.choose")}</option>
          {sites.map(({ id, name }, index) => (
            <option key={id} value={index}>
              {say("place.label", { name })}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say("place.coordinates")}
        <input
          value={typed}
          inputMode="text"
          autocomplete="off"
          placeholder={say("place.example")}
          aria-invalid={wrong}
          aria-describedby="place-wrong"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <p id="place-wrong" class="wrong" role="alert">
        {wrong ? say("place.invalid") : ""}
      </p>
      <button type="submit" class="act">
        {say("place.use")}
      </button>
      <button type="button" class="btn" onClick={() => dispatch({ type: "byName", byName: false })}>
        {say("ask.back")}
      </button>
    </form>
  );
}
