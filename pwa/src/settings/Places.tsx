import { useApp, useSay } from "../app/context.ts";
import type { SavedPlace } from "../model/home/places.ts";
import { removePlace } from "../store/places.ts";
import { placeName } from "./placeName.ts";

/** Saved places: in which town each lies, and how to ask from there or to remove it. */
export function Places({ places }: { places: readonly SavedPlace[] }) {
  const { state, dispatch } = useApp();
  const say = useSay("settings");
  const townOf = ({ area }: SavedPlace) => {
    const known = [...state.kept.map(({ region }) => region), ...state.served].find(({ id }) => id === area);
    return known?.name ?? "";
  };
  return (
    <section class="card stack places" aria-label={say("settings.places")}>
      <h2>{say("settings.places")}</h2>
      {places.length === 0 ? <p>{say("settings.noPlaces")}</p> : null}
      <ul class="watched">
        {places.map((place) => (
          <li key={place.id}>
            <span>
              <b>{placeName(place, say)}</b> <small>{townOf(place)}</small>
            </span>
            <button type="button" class="iconbtn link" onClick={() => ask(place)}>
              {say("settings.askFrom")}
              <span class="vh">{placeName(place, say)}</span>
            </button>
            <button type="button" class="iconbtn" onClick={() => removePlace(place.id)}>
              {say("settings.remove")}
              <span class="vh">{placeName(place, say)}</span>
            </button>
          </li>
        ))}
      </ul>
      <a class="btn" href="#/plan">
        {say("settings.toPlan")}
      </a>
    </section>
  );

  function ask(place: SavedPlace) {
    dispatch({ type: "origin", origin: { how: "place", point: place.point, name: placeName(place, say) } });
    location.hash = "#/now";
  }
}
