import { useApp, useSay } from "../app/context.ts";
import { usePart } from "../app/nav/hash.ts";
import { lazily } from "../app/nav/lazy.tsx";
import { homeIn } from "../model/home/places.ts";
import { usePlaces } from "../store/places.ts";
import { HouseholdScreen } from "./ask/HouseholdScreen.tsx";
import { PlaceScreen } from "./ask/PlaceScreen.tsx";
import { OwnPlanScreen } from "./show/OwnPlanScreen.tsx";
import "../style/later.css";
import "../style/map.css"; // swatches
import "../style/plan.css";

const PrintScreen = lazily(() => import("./print/PrintScreen.tsx").then(({ PrintScreen }) => PrintScreen));

/** The plan of a household: what to do at home for each hazard, made while nothing happens. */
export function PlanScreen() {
  const { state } = useApp();
  const say = useSay("own");
  const part = usePart();
  const places = usePlaces();
  if (places === null || state.region === null || state.pack === null) return <p role="status">{say("app.part")}</p>;
  const home = homeIn(places, state.region.id);
  if (part === "household") return <HouseholdScreen />;
  if (part === "place" || home === null) return <PlaceScreen key={home?.id} places={places} home={home} />;
  if (part === "print") return <PrintScreen home={home} />;
  return <OwnPlanScreen home={home} part={part} />;
}
