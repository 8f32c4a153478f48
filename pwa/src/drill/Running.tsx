import { useEffect, useRef, useState } from "preact/hooks";
import { shownNow } from "../app/ask.ts";
import { useApp, useSay } from "../app/context.ts";
import { Drill } from "../decision/Drill.tsx";
import { plain } from "../i18n/ruby.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { LevelMark } from "../icons/LevelMark.tsx";
import type { LiveView } from "../live/shown.ts";
import { type Shown, spoken } from "../model/decision.ts";
import { RouteScreen } from "../route/RouteScreen.tsx";
import { Actions } from "../screens/Foot.tsx";
import { Decided } from "../screens/Now.tsx";
import { sound } from "../sound/hear.ts";
import { DrillTop } from "./DrillTop.tsx";
import { StepByStep } from "./StepByStep.tsx";
import { stagesOf } from "./scenario.ts";
import type { Rehearsal, Run } from "./useRehearsal.ts";

interface Given {
  readonly run: Run;
  readonly rehearsal: Rehearsal;
  /** The real news: what is known about them stands in the first line. */
  readonly real: LiveView | null;
  readonly onLeave: () => void;
  /** Without walking: seconds until they would be out, and on the way. */
  readonly onWalked: (readyS: number, walkS: number) => void;
  readonly onEnd: () => void;
  readonly onQuit: () => void;
}

type Part = "now" | "way";
const STAYING: ReadonlySet<string> = new Set(["stay", "up", "late"]);

/** The drill while it runs: the real screens, hollow and framed, by the drill's clock. */
export function Running(given: Given) {
  const { run, rehearsal, real, onLeave, onWalked } = given;
  const { state } = useApp();
  const say = useSay("drill");
  const [part, setPart] = useState<Part>("now");
  const shown = shownNow(state, say);
  const main = useFocus(part);
  useTitle(shown);
  useEffect(() => {
    sound({ repeat: false, drill: true }, say);
  }, [run, rehearsal.stage]);
  const goes = () => {
    onLeave();
    setPart("way");
  };
  return (
    <Drill on>
      <div class="page" onClickCapture={inside}>
        <DrillTop startedMs={run.startedMs} real={real} />
        <div class="words">
          <main ref={main} tabIndex={-1}>
            {part === "now" ? <NowPart {...given} shown={shown} /> : <Way walks={run.walks} onWalked={onWalked} />}
          </main>
          <p class="vh" aria-live="assertive">
            {state.answer && shown ? say("drill.mark") + spoken(shown, state.answer, say) : ""}
          </p>
          <div class="foot">
            {part === "now" ? <NowFoot {...given} shown={shown} onGo={goes} /> : null}
            {part === "way" ? <WayFoot walks={run.walks} onBack={() => setPart("now")} /> : null}
          </div>
        </div>
      </div>
    </Drill>
  );

  /** Links of the screens lead to the drill's own ones: nobody leaves a drill without meaning to. */
  function inside(event: Event) {
    const link = (event.target as Element).closest("a[href^='#/']");
    if (link === null) return;
    event.preventDefault();
    if (link.getAttribute("href")?.startsWith("#/route")) goes();
    else setPart("now");
  }
}

function NowPart({ run, rehearsal, onQuit, shown }: Given & { shown: Shown | null }) {
  const { state } = useApp();
  const say = useSay("drill");
  const stage = stagesOf(run.hazard)[rehearsal.stage];
  return (
    <>
      <ul class="official pretended" aria-label={say("practice.official")}>
        {stage?.official.map(({ mark, name }) => (
          <li key={name} class="one">
            <LevelMark mark={mark} />
            <b lang="ja">【訓練】{name}</b>
          </li>
        ))}
      </ul>
      {state.answer === null || shown === null || rehearsal.limit === null ? (
        <h1 role="status">{say("verb.asking")}</h1>
      ) : (
        <Decided answer={state.answer} shown={shown} />
      )}
      <button type="button" class="btn" onClick={onQuit}>
        {say("practice.quit")}
      </button>
    </>
  );
}

/** The one thing to do: to go, to hear of the next level, or to end it. */
function NowFoot({ run, rehearsal, shown, onGo, onEnd }: Given & { shown: Shown | null; onGo: () => void }) {
  const { state } = useApp();
  const say = useSay("drill");
  if (state.answer === null || shown === null || rehearsal.limit === null) return null;
  const next = stagesOf(run.hazard)[rehearsal.stage + 1];
  const goes = state.answer.geometry !== null && !STAYING.has(shown.look) && shown.verb !== "verb.prepare";
  const rises = () => rehearsal.toStage(rehearsal.stage + 1);
  return (
    <Actions>
      {goes ? (
        <button type="button" class="act" onClick={onGo}>
          <Icon drawing={ICONS.route} />
          {say(run.walks ? "practice.go" : "practice.goStill")}
        </button>
      ) : null}
      {next?.level ? (
        <button type="button" class={goes ? "btn" : "act"} onClick={rises}>
          {say("practice.stage", { level: next.level })}
        </button>
      ) : null}
      {goes || next ? null : (
        <button type="button" class="act" onClick={onEnd}>
          {say(shown.look === "late" ? "practice.result" : "practice.stayed")}
        </button>
      )}
    </Actions>
  );
}

function Way({ walks, onWalked }: { walks: boolean; onWalked: Given["onWalked"] }) {
  return walks ? <RouteScreen wide={false} /> : <StepByStep onWalked={onWalked} />;
}

function WayFoot({ walks, onBack }: { walks: boolean; onBack: () => void }) {
  const { arrive } = useApp();
  const say = useSay("drill");
  return (
    <Actions>
      {walks ? (
        <button type="button" class="btn arrive" onClick={arrive}>
          <Icon drawing={ICONS.check} />
          {say("arrive.button")}
        </button>
      ) : null}
      <button type="button" class="btn" onClick={onBack}>
        {say("practice.back")}
      </button>
    </Actions>
  );
}

function useFocus(part: Part) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [part]);
  return main;
}

function useTitle(shown: Shown | null) {
  const say = useSay("drill");
  const about = shown === null ? say("practice.title") : say(shown.verb);
  const title = `${say("drill.mark")} – ${about} – ${say("app.name")}`;
  useEffect(() => {
    document.title = plain(title);
  }, [title]);
}
