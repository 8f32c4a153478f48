import { useRef } from "preact/hooks";
import { useApp } from "../app/context.ts";
import { Legend } from "./Legend.tsx";
import { Controls, ScaleBar } from "./overlays.tsx";
import { useMapView } from "./useMapView.ts";
import "../style/map.css";

/**
 * The map in its frame. It loads when it comes into sight, after the words; where it cannot, it says so.
 *
 * `pickable`: a tap takes the spot as the start.
 */
export function MapFigure({ pickable = false }: { pickable?: boolean }) {
  const { state, say } = useApp();
  const frame = useRef<HTMLDivElement>(null);
  const site = state.answer?.shelter?.name;
  const label = site ? say("map.labelRoute", { site }) : say("map.labelPick");
  // A stray tap must not move the start that a device or a name gave.
  const picks = pickable && (state.origin === null || state.origin.how === "map");
  const { view, mapState, scale } = useMapView(frame, picks, label);
  const hidden = mapState === "none" || mapState === "absent" || mapState === "failed";
  return (
    <figure class="mapfig">
      <div class={hidden ? "map off" : "map"} data-state={mapState} data-picks={picks}>
        <div ref={frame} class="canvas" />
        {mapState === "waiting" ? <p class="maptext">{say("map.loading")}</p> : null}
        {hidden ? <p class="maptext">{say(`map.${mapState}`)}</p> : null}
        {mapState === "ready" && view ? <Controls view={view} /> : null}
        {mapState === "ready" && scale ? <ScaleBar scale={scale} /> : null}
      </div>
      {hidden ? null : <Legend />}
    </figure>
  );
}
