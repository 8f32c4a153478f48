import { useApp } from "../app/context.ts";

/** Positions with more than this doubt are told as vague. */
const VAGUE_M = 100;

/** From where the answer was made. */
export function OriginLine() {
  const { state, say } = useApp();
  const { origin } = state;
  if (origin === null) return null;
  return <p class="small">{words()}</p>;

  function words(): string {
    if (origin?.how === "place") return say("from.place", { name: origin.name });
    if (origin?.how !== "device") return say(origin?.how === "map" ? "from.map" : "from.coordinates");
    if (origin.accuracyM <= VAGUE_M) return say("from.device");
    return say("from.deviceRough", { metres: Math.round(origin.accuracyM / 10) * 10 });
  }
}
