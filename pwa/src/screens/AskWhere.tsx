import { useApp } from "../app/context.ts";
import { lazily } from "../app/nav/lazy.tsx";
import { Failed } from "../notices/Failed.tsx";
import { WhenLine } from "../parts/WhenLine.tsx";
import { MapFigure } from "./LazyMap.tsx";
import { Who } from "./Who.tsx";

const PlaceForm = lazily(() => import("./PlaceForm.tsx").then(({ PlaceForm }) => PlaceForm));

/** The second question: who, and from where. The ways to say where are in reach of the thumb (Foot). */
export function AskWhere({ wide }: { wide: boolean }) {
  const { state, say } = useApp();
  return (
    <>
      <WhenLine />
      <Failed />
      {state.byName ? null : <Who />}
      <h1 class="h2">{say("ask.where")}</h1>
      {state.byName ? <PlaceForm /> : <p>{say("ask.tapMap")}</p>}
      {wide ? null : <MapFigure pickable />}
    </>
  );
}
