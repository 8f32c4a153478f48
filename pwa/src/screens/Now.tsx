import { useCallback } from "preact/hooks";
import type { Answer } from "../api/types.ts";
import { isInForce, shownNow } from "../app/ask.ts";
import { useApp } from "../app/context.ts";
import { useMinute } from "../app/hooks.ts";
import { lazily, Nothing } from "../app/nav/lazy.tsx";
import { LeaveBy } from "../decision/LeaveBy.tsx";
import { VagueNote } from "../doubt/VagueNote.tsx";
import { isOld } from "../model/age.ts";
import type { Shown } from "../model/decision.ts";
import { Failed } from "../notices/Failed.tsx";
import { Saving } from "../notices/Saving.tsx";
import { Banner } from "../parts/Banner.tsx";
import { DryGround } from "../parts/DryGround.tsx";
import { OriginLine } from "../parts/OriginLine.tsx";
import { SiteFacts, SiteName } from "../parts/SiteFacts.tsx";
import { NextStep } from "../parts/Steps.tsx";
import { WhenLine } from "../parts/WhenLine.tsx";
import { MapFigure } from "./LazyMap.tsx";
import { Who } from "./Who.tsx";

const Ask = lazily(() => import("../decision/Ask.tsx").then(({ Ask }) => Ask), Nothing);
const TooLate = lazily(() => import("../decision/TooLate.tsx").then(({ TooLate }) => TooLate), Nothing);
const PushAsk = lazily(() => import("../push/PushAsk.tsx").then(({ PushAsk }) => PushAsk), Nothing);
const Why = lazily(() => import("../decision/Why.tsx").then(({ Why }) => Why), Nothing);
const Stale = lazily(() => import("../decision/Stale.tsx").then(({ Stale }) => Stale), Nothing);
const ClockNote = lazily(() => import("../doubt/ClockNote.tsx").then(({ ClockNote }) => ClockNote), Nothing, "doubt");
const OldLayers = lazily(() => import("../doubt/OldLayers.tsx").then(({ OldLayers }) => OldLayers), Nothing, "doubt");
const Outside = lazily(() => import("../doubt/Outside.tsx").then(({ Outside }) => Outside), Nothing, "doubt");
const KeepHere = lazily(() => import("../settings/KeepHere.tsx").then(({ KeepHere }) => KeepHere), Nothing, "settings");
const Advice = lazily(() => import("../parts/Advice.tsx").then(({ Advice }) => Advice), Nothing);
const STAYING: ReadonlySet<string> = new Set(["stay", "up", "late"]);

/** What to do now: the decision, where to, how long, the first step. */
export function Now({ wide }: { wide: boolean }) {
  const { state, say } = useApp();
  const { answer, advice } = state;
  const now = useMinute();
  const shown = shownNow(state, say);
  if (answer === null || shown === null) {
    return (
      <>
        <WhenLine />
        {state.failure ? <Failed /> : <h1 role="status">{say("verb.asking")}</h1>}
        <Saving />
      </>
    );
  }
  const real = isInForce(state);
  const asOfMs = state.live?.facts.asOfMs ?? null;
  const old = asOfMs !== null && isOld(asOfMs, now) ? asOfMs : null;
  return (
    <>
      <Decided answer={answer} shown={shown} />
      <WhenLine />
      <OriginLine />
      {shown.note ? <p class="card small">{say(shown.note)}</p> : null}
      {advice && real ? <Ask situation={advice.situation} /> : null}
      {advice && real ? <Why decision={advice.decision} /> : null}
      {old ? <Stale asOfMs={old} /> : null}
      {wide ? null : <MapFigure pickable />}
      <Who />
      <PushAsk />
    </>
  );
}

/** The decision, until when, where to and the first step: the same in a drill. */
export function Decided({ answer, shown }: { answer: Answer; shown: Shown }) {
  const { state } = useApp();
  return (
    <div class="decided">
      <Banner decision={shown} />
      <Failed />
      <Limit />
      {isInForce(state) && state.clock.state !== "right" ? <ClockNote /> : null}
      <VagueNote />
      {state.live?.facts.oldLayers?.length ? <OldLayers layers={state.live.facts.oldLayers} /> : null}
      {shown.look === "late" ? <TooLate slope={state.advice?.decision.kind === "landslide"} /> : null}
      {answer.outcome === "Route" ? <Way answer={answer} shown={shown} /> : <NoWay answer={answer} />}
      <Scenario />
    </div>
  );
}

/** The last time to leave, where a published scenario or an alert gives one. */
function Limit() {
  const { state, retry } = useApp();
  const { advice, answer } = state;
  const over = useCallback(() => retry(), [retry]);
  if (!advice || advice.leaveByMs === null || !answer?.duration_s) return null;
  return <LeaveBy leaveByMs={advice.leaveByMs} walkS={answer.duration_s} onOver={over} />;
}

/** Where the times come from; under the first step, which must be in sight. */
function Scenario() {
  const { state, say } = useApp();
  const { advice } = state;
  if (!advice || advice.leaveByMs === null) return null;
  return <p class="small scenario">{say("leave.scenario", { scenario: advice.scenario })}</p>;
}

function Way({ answer, shown }: { answer: Answer; shown: Shown }) {
  const { say } = useApp();
  const stays = STAYING.has(shown.look);
  if (shown.look === "late") return null;
  return (
    <>
      {stays ? null : <NextStep answer={answer} />}
      <section class="way">
        <SiteName answer={answer} label={say(stays ? "site.ifGo" : "site.to")} />
        <SiteFacts answer={answer} />
        {stays ? (
          <a class="btn" href="#/route">
            {say("route.showOnly")}
          </a>
        ) : null}
      </section>
    </>
  );
}

/** No way to show: the nearest dry ground, and what is known in whole sentences. */
function NoWay({ answer }: { answer: Answer }) {
  const { origin } = useApp().state;
  return (
    <>
      <DryGround answer={answer} />
      <Advice />
      {answer.outcome === "OutsideRegion" ? <KeepHere /> : null}
      {answer.outcome === "OutsideRegion" && origin ? <Outside point={origin.point} /> : null}
    </>
  );
}
