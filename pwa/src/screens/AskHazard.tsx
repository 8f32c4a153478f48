import { useApp } from "../app/context.ts";
import { HAZARD_ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { Failed } from "../notices/Failed.tsx";
import { Saving } from "../notices/Saving.tsx";
import { MapFigure } from "./LazyMap.tsx";

/** The first question: what from? Only kinds that the region has evacuation sites for. */
export function AskHazard({ wide }: { wide: boolean }) {
  const { state, dispatch, say } = useApp();
  return (
    <>
      <h1>{say("ask.hazard")}</h1>
      <p class="lead">{say("ask.hazardNote")}</p>
      <Failed />
      <ul class="tiles">
        {state.pack?.hazards.map((hazard) => (
          <li key={hazard}>
            <button type="button" onClick={() => dispatch({ type: "hazard", hazard })}>
              <Icon drawing={HAZARD_ICONS[hazard]} />
              <span>{say(`hazard.${hazard}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Saving />
      {state.origin ? <p class="small">{say("ask.startKept")}</p> : null}
      {wide ? null : <MapFigure pickable />}
    </>
  );
}
