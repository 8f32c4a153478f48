import { shownNow } from "../app/ask.ts";
import { useApp } from "../app/context.ts";
import { wayOutOf } from "../screens/wayOut.ts";

/** Positions with more than this doubt are told as vague. */
const VAGUE_M = 100;

/** From where the answer was made, and how to say that it is not there. */
export function OriginLine() {
  const { state, dispatch, say } = useApp();
  const { origin } = state;
  if (origin === null) return null;
  const elsewhere = wayOutOf(shownNow(state, say)?.look ?? null, state) !== "elsewhere";
  return (
    <p class="small">
      {words()}{" "}
      {elsewhere ? (
        <button type="button" class="iconbtn link elsewhere" onClick={() => dispatch({ type: "origin", origin: null })}>
          {say("ask.elsewhere")}
        </button>
      ) : null}
    </p>
  );

  function words(): string {
    if (origin?.how === "place") return say("from.place", { name: origin.name });
    if (origin?.how !== "device") return say(origin?.how === "map" ? "from.map" : "from.coordinates");
    if (origin.accuracyM <= VAGUE_M) return say("from.device");
    return say("from.deviceRough", { metres: Math.round(origin.accuracyM / 10) * 10 });
  }
}
