import { useEffect, useState } from "preact/hooks";
import type { Answer } from "../api/types.ts";
import { useApp } from "../app/context.ts";
import { VagueNote } from "../doubt/VagueNote.tsx";
import type { Position, Progress } from "../guide/progress.ts";
import { type Compass, useCompass } from "../guide/useCompass.ts";
import { type Guide, useGuide } from "../guide/useGuide.ts";
import { useVoice } from "../guide/useVoice.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { nowOf } from "../live/now.ts";
import { hazardOf } from "../model/decision.ts";
import { clock } from "../model/leave.ts";
import { Advice } from "../parts/Advice.tsx";
import { ExposureList } from "../parts/ExposureList.tsx";
import { SiteFacts } from "../parts/SiteFacts.tsx";
import { StepList } from "../parts/Steps.tsx";
import { MapFigure } from "../screens/LazyMap.tsx";
import { ShareButton } from "../share/ShareButton.tsx";
import { Ahead } from "./Ahead.tsx";
import { Alternatives } from "./Alternatives.tsx";
import { stepAt, streetAhead } from "./ahead.ts";
import { Blocked } from "./Blocked.tsx";
import "../style/later.css";

/** The way: the next step, numbers, map, all steps, what lies on it. */
export function RouteScreen({ wide }: { wide: boolean }) {
  const { state, say } = useApp();
  const { answer } = state;
  if (!answer?.steps || !answer.geometry) {
    return (
      <>
        <h1>{say("route.none")}</h1>
        <a class="btn" href="#/now">
          {say("route.toNow")}
        </a>
      </>
    );
  }
  return <Walking answer={answer} wide={wide} />;
}

function Walking({ answer, wide }: { answer: Answer; wide: boolean }) {
  const { state, dispatch, say, arrive } = useApp();
  const [left, setLeft] = useState(false);
  const guide = useGuide(answer, state.thrifty === true, ({ lon, lat, accuracyM }: Position) => {
    setLeft(true);
    dispatch({ type: "moved", origin: { how: "device", point: { lon, lat }, accuracyM } });
  });
  const compass = useCompass();
  const steps = answer.steps ?? [];
  const { progress } = guide;
  const next = steps[progress?.next ?? 0];
  const arrived = progress?.state === "arrived";
  const mark = state.live?.drill ? say("drill.mark") : "";
  const [voice, turnVoice] = useVoice(next ? mark + next.text : null, say.tag);
  useEffect(() => {
    if (arrived) arrive?.();
  }, [arrived, arrive]);
  const site = answer.shelter?.name ?? state.advice?.goal ?? "";
  return (
    <>
      <h1 class="h2">{say("route.title", { site })}</h1>
      {answer.shelter ? (
        <p class="small">{say("site.designated", { hazard: say(`hazard.${hazardOf(answer)}`) })}</p>
      ) : null}
      <Ahead steps={steps} progress={progress} compass={compass} />
      <Standing guide={guide} left={left} />
      <VagueNote />
      {arrived ? <Arrived site={site} /> : null}
      {progress === null ? <SiteFacts answer={answer} /> : <Left answer={answer} progress={progress} />}
      {state.target === null ? null : <Chosen />}
      <div class="pair">
        <button type="button" class="btn" aria-pressed={voice === "on"} onClick={turnVoice}>
          <Icon drawing={ICONS.voice} />
          {say(voice === "on" ? "voice.off" : "voice.on")}
        </button>
        <Blocked ahead={aheadOf()} />
      </div>
      <p class="small told" role="status">
        {voice === "none" ? say("voice.none") : ""}
      </p>
      {wide ? null : <MapFigure />}
      <StepList answer={answer} at={progress?.next ?? null} />
      <ExposureList answer={answer} />
      <Alternatives />
      <Advice />
      {arrived || arrive ? null : (
        <details>
          <summary>{say("arrive.button")}</summary>
          <Arrived site={site} />
        </details>
      )}
      <div class="walkbar">
        <Walk guide={guide} compass={compass} />
      </div>
    </>
  );

  function aheadOf() {
    const doneM = progress?.doneM ?? 0;
    const passing = state.passing;
    const blocked = streetAhead(passing, doneM);
    if (blocked === null) return null;
    const place = guide.position ?? steps[0] ?? { lon: 0, lat: 0 };
    return { ...blocked, name: steps[stepAt(passing, doneM)]?.street ?? "", place: { lon: place.lon, lat: place.lat } };
  }
}

/** Whether the device is being followed, and how well it knows where it is. */
function Standing({ guide, left }: { guide: Guide; left: boolean }) {
  const { say } = useApp();
  const { watching, progress, position } = guide;
  const words = () => {
    if (watching === "denied") return say("error.denied");
    if (watching === "waiting") return say("guide.waiting");
    if (progress?.state === "vague" && position) {
      return say("guide.vague", { metres: Math.round(position.accuracyM / 10) * 10 });
    }
    return left ? say("guide.off") : "";
  };
  return (
    <p class="told" role="status">
      {words()}
    </p>
  );
}

/** What is left of the way, while walking. */
function Left({ answer, progress }: { answer: Answer; progress: Progress }) {
  const share = answer.length_m ? progress.leftM / answer.length_m : 0;
  const left = {
    ...answer,
    length_m: progress.leftM,
    duration_s: Math.ceil((answer.duration_s ?? 0) * Math.min(1, share)),
  };
  return <SiteFacts answer={left} />;
}

/** Begin to follow the device, or end it; and let the arrow point. */
function Walk({ guide, compass }: { guide: Guide; compass: Compass }) {
  const { say } = useApp();
  if (guide.watching === "idle") {
    return (
      <>
        <p class="small">{say("ask.privacy")}</p>
        <button type="button" class="act" onClick={guide.start}>
          <Icon drawing={ICONS.here} />
          {say("guide.start")}
        </button>
      </>
    );
  }
  return (
    <div class="pair">
      <button type="button" class="btn" onClick={guide.stop}>
        {say("guide.stop")}
      </button>
      {compass.state === "off" ? (
        <button type="button" class="btn" onClick={compass.turnOn}>
          <Icon drawing={ICONS.north} />
          {say("compass.on")}
        </button>
      ) : (
        <p class="small" role="status">
          {compass.state === "none" ? say("compass.none") : ""}
        </p>
      )}
    </div>
  );
}

/** The one sentence that a family can get: arrived, where, when. No track. */
function Arrived({ site }: { site: string }) {
  const { state, say } = useApp();
  return (
    <section class="card arrived">
      <p role="status">{say("guide.arrived")}</p>
      <ShareButton label={say("arrive.share")} text={say("arrive.text", { site, time: clock(nowOf(state.clock)) })} />
      <p class="small">{say("arrive.note")}</p>
    </section>
  );
}

function Chosen() {
  const { dispatch, say } = useApp();
  return (
    <p class="small">
      {say("route.chosen")}{" "}
      <button type="button" class="iconbtn link" onClick={() => dispatch({ type: "target", target: null })}>
        {say("route.best")}
      </button>
    </p>
  );
}
