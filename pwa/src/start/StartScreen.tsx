import { type ComponentChildren, Fragment } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { useApp, useSay } from "../app/context.ts";
import { remember } from "../app/memory.ts";
import { pushSupport } from "../push/subscribe.ts";
import { AskHome } from "./AskHome.tsx";
import { AskPosition } from "./AskPosition.tsx";
import { AskPush } from "./AskPush.tsx";
import { Save } from "./Save.tsx";
import { isCalm, type StartStep, stepsFor } from "./steps.ts";
import "../settings/settings.css";

const isStandalone = () => matchMedia("(display-mode: standalone)").matches;

/**
 * The first visit: save the town, then ask one thing after the other, each with its reason.
 *
 * Whoever leaves it half-way finds it again in the settings. While something is in force it is not shown.
 */
export function StartScreen() {
  const { state } = useApp();
  const say = useSay("settings");
  const steps = useMemo(() => stepsFor(pushSupport(), isStandalone()), []);
  const [at, setAt] = useState(0);
  const inForce = state.live !== null && !isCalm(state);
  useEffect(() => {
    if (inForce) location.replace("#/now");
  }, [inForce]);
  if (inForce) return null;
  const step = steps[at];
  if (step === undefined) return <Ready />;
  const next = () => {
    if (at + 1 === steps.length) remember("start", "done");
    setAt(at + 1);
    scrollTo(0, 0);
  };
  return (
    <div class="start">
      <p class="small">{say("start.step", { n: at + 1, total: steps.length })}</p>
      <Fragment key={step}>{screenOf(step, steps, next)}</Fragment>
    </div>
  );
}

function screenOf(step: StartStep, steps: readonly StartStep[], next: () => void): ComponentChildren {
  if (step === "save") return <Save steps={steps} onNext={next} />;
  if (step === "push") return <AskPush onNext={next} />;
  if (step === "position") return <AskPosition onNext={next} />;
  return <AskHome onNext={next} />;
}

function Ready() {
  const say = useSay("settings");
  return (
    <div class="start">
      <h1 tabIndex={-1}>{say("start.done")}</h1>
      <p>{say("start.doneNext")}</p>
      <div class="end">
        <a class="act" href="#/now">
          {say("route.toNow")}
        </a>
        <a class="btn" href="#/plan">
          {say("settings.toPlan")}
        </a>
      </div>
    </div>
  );
}
