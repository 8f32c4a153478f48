import { useApp, useSay } from "../app/context.ts";
import type { DoubtTold } from "../engine/messages.ts";
import "../style/later.css";

/** The position is vague: what the answer is for, and the question where they are. */
export function Vague({ doubt, accuracyM }: { doubt: DoubtTold; accuracyM: number }) {
  const { dispatch } = useApp();
  const say = useSay("doubt");
  const metres = Math.round(accuracyM / 10) * 10;
  return (
    <section class="card stack vague" aria-label={say("from.deviceRough", { metres })}>
      <p class="big">{say("from.deviceRough", { metres })}</p>
      <p>{say(doubt.same ? "vague.same" : "vague.worst")}</p>
      <div class="choices">
        {doubt.places.map(({ street, lon, lat }) => (
          <button
            key={street}
            type="button"
            class="btn"
            onClick={() => dispatch({ type: "origin", origin: { how: "place", point: { lon, lat }, name: street } })}
          >
            {say("place.label", { name: street })}
          </button>
        ))}
        <button type="button" class="btn" onClick={() => dispatch({ type: "origin", origin: null })}>
          {say("vague.other")}
        </button>
      </div>
    </section>
  );
}
