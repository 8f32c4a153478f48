/** Ways to say where a place is: near a site, by numbers, on the map. */
import { useState } from "preact/hooks";
import type { Point } from "../../api/types.ts";
import { AppContext, useApp, useSay } from "../../app/context.ts";
import type { Action } from "../../app/state.ts";
import { coordinates } from "../../model/format.ts";
import { MapFigure } from "../../screens/LazyMap.tsx";
import { PlaceFields } from "../../screens/PlaceFields.tsx";

interface Props {
  readonly onPoint: (point: Point) => void;
}

/** Near a place with a name, or by numbers. */
export function ByName({ onPoint }: Props) {
  const { state } = useApp();
  const say = useSay("own");
  const [near, setNear] = useState("");
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const take = () => {
    const point = coordinates(typed);
    setWrong(point === null);
    if (point !== null) onPoint(point);
  };
  const takeSite = (id: string) => {
    setNear(id);
    const site = state.table?.sites.find((one) => one.id === id);
    if (site) onPoint({ lon: site.lon, lat: site.lat });
  };
  return (
    <div class="card stack">
      <PlaceFields near={near} onNear={takeSite} typed={typed} onTyped={setTyped} wrong={wrong} />
      <button type="button" class="btn" onClick={take}>
        {say("plan.place.take")}
      </button>
    </div>
  );
}

/** The map of every screen, whose tap means this place and not where somebody is now. */
export function PickMap({ point, onPoint }: Props & { readonly point: Point | null }) {
  const app = useApp();
  const state = { ...app.state, answer: null, hazard: null, origin: point && ({ how: "map", point } as const) };
  const dispatch = (action: Action) => {
    if (action.type !== "origin") app.dispatch(action);
    else if (action.origin !== null) onPoint(action.origin.point);
  };
  return (
    <AppContext.Provider value={{ ...app, state, dispatch }}>
      <MapFigure pickable />
    </AppContext.Provider>
  );
}
