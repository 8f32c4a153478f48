import { useState } from "preact/hooks";
import { useApp, useSay } from "../app/context.ts";
import { DEPARTURE_RULES } from "../core/hazard/departure/rules.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { Ahead } from "../route/Ahead.tsx";

const NO_COMPASS = { state: "off", headingDeg: null } as const;
const LONGEST_MIN = 600;

/** The way without walking it: one step after the other, then how long they think it takes. */
export function StepByStep({ onWalked }: { onWalked: (readyS: number, walkS: number) => void }) {
  const { state } = useApp();
  const say = useSay("drill");
  const [at, setAt] = useState(0);
  const steps = state.answer?.steps ?? [];
  if (at >= steps.length) return <HowLong onWalked={onWalked} />;
  return (
    <>
      <h1 class="h2">{say("route.title", { site: state.answer?.shelter?.name ?? say("site.edge") })}</h1>
      <p role="status">{say("practice.step", { n: at + 1, all: steps.length })}</p>
      <Ahead steps={steps.slice(at)} progress={null} compass={NO_COMPASS} />
      <button type="button" class="act" onClick={() => setAt(at + 1)}>
        <Icon drawing={at + 1 < steps.length ? ICONS.route : ICONS.check} />
        {say(at + 1 < steps.length ? "practice.next" : "arrive.button")}
      </button>
    </>
  );
}

/** The time as they tell it: until they are out, and on the way. */
function HowLong({ onWalked }: { onWalked: (readyS: number, walkS: number) => void }) {
  const { state } = useApp();
  const say = useSay("drill");
  const [ready, setReady] = useState(String(DEPARTURE_RULES.delayDayS / 60));
  const [walk, setWalk] = useState(String(Math.ceil((state.answer?.duration_s ?? 60) / 60)));
  const [readyMin, walkMin] = [minutesOf(ready, 0), minutesOf(walk, 1)];
  const wrong = readyMin === null || walkMin === null;

  function submit(event: Event) {
    event.preventDefault();
    if (readyMin !== null && walkMin !== null) onWalked(readyMin * 60, walkMin * 60);
  }

  return (
    <form class="card stack" onSubmit={submit}>
      <h1 class="h2">{say("practice.asked")}</h1>
      <label>
        {say("practice.askReady")}
        <input inputMode="numeric" value={ready} onInput={(event) => setReady(event.currentTarget.value)} />
      </label>
      <label>
        {say("practice.askWalk")}
        <input inputMode="numeric" value={walk} onInput={(event) => setWalk(event.currentTarget.value)} />
      </label>
      <p class="wrong" role="alert">
        {wrong ? say("practice.askWrong") : ""}
      </p>
      <button type="submit" class="act">
        {say("practice.result")}
      </button>
    </form>
  );
}

/** Whole minutes as people type them; full-width digits are understood. */
function minutesOf(text: string, least: number): number | null {
  const told = text.normalize("NFKC").trim();
  const minutes = Number(told);
  return /^\d+$/.test(told) && minutes >= least && minutes <= LONGEST_MIN ? minutes : null;
}
