import { useEffect, useState } from "preact/hooks";
import { useApp } from "../app/context.ts";
import { lazily, Nothing } from "../app/nav/lazy.tsx";
import { AlertCard, EndedCard } from "./AlertCard.tsx";
import { type Ended, readHistory } from "./history.ts";
import { useReadings } from "./useReadings.ts";
import { alertViews } from "./view.ts";
import "../style/later.css";

const Pushed = lazily(() => import("../doubt/Pushed.tsx").then(({ PushedCard }) => PushedCard), Nothing, "doubt");

/** What is in force in the official words, then what ended, then drills: never mixed. */
export function AlertsScreen() {
  const { state, say } = useApp();
  const past = useHistory(state.live?.facts.revision);
  const facts = state.live?.facts ?? null;
  const real = alertViews(facts?.alerts ?? [], state.lang);
  const drill = alertViews(facts?.exercise?.alerts ?? [], state.lang);
  return (
    <>
      <h1>{say("alerts.title")}</h1>
      {state.pushed ? <Pushed pushed={state.pushed} /> : null}
      {real.length > 0 || state.pushed ? null : (
        <p class="card">{say(facts === null ? "alerts.unknown" : "alerts.none")}</p>
      )}
      {real.map((view, i) => (
        <>
          {view.mark === "4" && real[i - 1]?.mark === "5" ? <BeforeFive key={`line ${view.id}`} /> : null}
          <AlertCard key={view.id} view={view} />
        </>
      ))}
      {real.length > 0 && real.every(({ mark }) => mark === "5") ? <BeforeFive /> : null}
      {past.length > 0 ? <h2>{say("alerts.past")}</h2> : null}
      {past.map((ended) => (
        <EndedCard key={`${ended.alert.id} ${ended.endedMs}`} ended={ended} />
      ))}
      {facts?.exercise ? (
        <section class="stack">
          <h2>{say("alerts.drills")}</h2>
          <p class="small">{say("alerts.drillNote", { name: facts.exercise.name })}</p>
          {drill.map((view) => (
            <AlertCard key={view.id} view={view} drill />
          ))}
        </section>
      ) : null}
      <p class="small">{say("alerts.also")}</p>
    </>
  );
}

/** Level 5 is not always issued: nobody may wait for it. */
function BeforeFive() {
  const { state } = useApp();
  const read = useReadings(state.lang);
  return (
    <p class="before5" lang="ja">
      {read("警戒レベル4までに必ず避難！")}
    </p>
  );
}

function useHistory(revision: number | undefined): readonly Ended[] {
  const [past, setPast] = useState<readonly Ended[]>([]);
  // read again whenever the news changed
  useEffect(() => {
    readHistory().then(setPast);
  }, [revision]);
  return past;
}
