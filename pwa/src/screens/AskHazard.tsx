import { useApp } from "../app/context.ts";
import { lazily } from "../app/nav/lazy.tsx";
import { HAZARD_ICONS } from "../icons/first.ts";
import { Icon } from "../icons/Icon.tsx";
import { Failed } from "../notices/Failed.tsx";
import { Saving } from "../notices/Saving.tsx";

/** Its place is kept, so that nothing moves when it is there. */
const Piece = () => <section class="card nextpiece" />;
const NextPieceCard = lazily(
  () => import("../plan/NextPieceCard.tsx").then(({ NextPieceCard }) => NextPieceCard),
  Piece,
  "own",
);

/** The first question: what from? Only kinds that the region has evacuation sites for. */
export function AskHazard() {
  const { state, dispatch, say } = useApp();
  const calm = (state.live?.shown.alerts.length ?? 0) === 0;
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
      {calm && state.keeping.whole ? <NextPieceCard /> : null}
      {calm && !state.keeping.whole && state.keeping.total === 0 ? <Piece /> : null}
      <Saving />
      {state.origin ? <p class="small">{say("ask.startKept")}</p> : null}
    </>
  );
}
