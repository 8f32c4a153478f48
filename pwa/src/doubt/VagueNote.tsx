import { useApp } from "../app/context.ts";
import { lazily, Nothing } from "../app/nav/lazy.tsx";

const Vague = lazily(() => import("./Vague.tsx").then(({ Vague }) => Vague), Nothing, "doubt");

/** Where the position is vague: that it is, and the question where they are. */
export function VagueNote() {
  const { doubt, origin } = useApp().state;
  if (doubt === null || origin?.how !== "device") return null;
  return <Vague doubt={doubt} accuracyM={origin.accuracyM} />;
}
