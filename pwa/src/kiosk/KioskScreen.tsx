import { useRef, useState } from "preact/hooks";
import { type App, AppContext, useApp } from "../app/context.ts";
import { useWindow } from "../app/hooks.ts";
import { Drill } from "../decision/Drill.tsx";
import { type Hazard, isHazard } from "../model/hazards.ts";
import type { Site } from "../model/sites.ts";
import { Choose } from "./Choose.tsx";
import { Near } from "./Near.tsx";
import { KioskMap, KioskTop, Take } from "./parts.tsx";
import { siteInAddress } from "./place.ts";
import { useRest } from "./useRest.ts";
import "../style/later.css";
import "./kiosk.css";

const REST_MS = 60_000;
const readPlace = () => siteInAddress(location.hash);

/** The screen of a shelter: what is in force, where this is, where else to go, and the town's guide to take along. */
export function KioskScreen() {
  const app = useApp();
  const { state, dispatch } = app;
  const id = useWindow("hashchange", readPlace);
  const [chosen, setChosen] = useState<Hazard | null>(null);
  const [round, setRound] = useState(0);
  const first = useRef(state.lang);
  useRest(REST_MS, () => {
    setChosen(null);
    setRound((count) => count + 1);
    dispatch({ type: "lang", lang: first.current });
    scrollTo(0, 0);
  });
  const site = state.table?.sites.find((one) => one.id === id) ?? null;
  if (site === null) return <Choose unknown={id !== null && state.table !== null} />;
  const hazard = chosen ?? inForce(state.live?.shown.alerts ?? []) ?? state.pack?.hazards[0] ?? null;
  return (
    <AppContext.Provider value={seenFrom(app, site, hazard)}>
      <Drill on={state.live?.drill ?? false}>
        <div class="page kiosk" key={round}>
          <KioskTop site={site} />
          <main>
            <Near hazard={hazard} here={site} onHazard={setChosen} />
            <KioskMap site={site} />
            <Take />
          </main>
        </div>
      </Drill>
    </AppContext.Provider>
  );
}

/** What one flees from: what is in force, the sea first. */
function inForce(alerts: readonly { readonly kinds: readonly string[] }[]): Hazard | null {
  const kinds = alerts.flatMap(({ kinds: own }) => own).filter(isHazard);
  return kinds.find((kind) => kind === "tsunami") ?? kinds[0] ?? null;
}

/** The page's state, asked from this place: whatever is touched here changes nothing else. */
function seenFrom(app: App, site: Site, hazard: Hazard | null): App {
  const origin = { how: "place", point: { lon: site.lon, lat: site.lat }, name: site.name } as const;
  const state = { ...app.state, hazard, origin, answer: null, advice: null, profile: "adult" } as const;
  const dispatch: App["dispatch"] = (action) => {
    if (action.type === "lang") app.dispatch(action);
  };
  return { ...app, state, dispatch };
}
