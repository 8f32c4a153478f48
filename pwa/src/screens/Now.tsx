import type { Answer } from "../api/types.ts";
import { useApp } from "../app/context.ts";
import { MapFigure } from "../map/MapFigure.tsx";
import { type Decision, decide } from "../model/decision.ts";
import { Failed } from "../notices/Failed.tsx";
import { Saving } from "../notices/Saving.tsx";
import { Advice } from "../parts/Advice.tsx";
import { Banner } from "../parts/Banner.tsx";
import { DryGround } from "../parts/DryGround.tsx";
import { OriginLine } from "../parts/OriginLine.tsx";
import { SiteFacts, SiteName } from "../parts/SiteFacts.tsx";
import { NextStep } from "../parts/Steps.tsx";
import { WhenLine } from "../parts/WhenLine.tsx";
import { Who } from "./Who.tsx";

/** What to do now: the decision, where to, how long, the first step. */
export function Now({ wide }: { wide: boolean }) {
  const { state, say } = useApp();
  const { answer } = state;
  if (answer === null) {
    return (
      <>
        <WhenLine />
        {state.failure ? <Failed /> : <h1 role="status">{say("verb.asking")}</h1>}
        <Saving />
      </>
    );
  }
  const decision = decide(answer, say);
  return (
    <>
      <WhenLine />
      <Banner decision={decision} />
      <Failed />
      {answer.outcome === "Route" ? <Way answer={answer} decision={decision} /> : <NoWay answer={answer} />}
      {decision.note ? <p class="card small">{say(decision.note)}</p> : null}
      <OriginLine />
      {wide ? null : <MapFigure pickable />}
      <Who />
    </>
  );
}

function Way({ answer, decision }: { answer: Answer; decision: Decision }) {
  const { say } = useApp();
  return (
    <>
      <section class="way">
        <SiteName answer={answer} label={say(decision.look === "stay" ? "site.ifGo" : "site.to")} />
        <SiteFacts answer={answer} />
      </section>
      {decision.look === "stay" ? null : <NextStep answer={answer} />}
    </>
  );
}

/** No way to show: the nearest dry ground, and what is known in whole sentences. */
function NoWay({ answer }: { answer: Answer }) {
  return (
    <>
      <DryGround answer={answer} />
      <Advice answer={answer} />
    </>
  );
}
