import { useEffect, useState } from "preact/hooks";
import { useApp, useSay } from "../app/context.ts";
import { useMinute } from "../app/hooks.ts";
import type { State } from "../app/state.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { isOld } from "../model/age.ts";
import { homeIn } from "../model/home/places.ts";
import { usePlaces } from "../store/places.ts";
import { readPractice } from "../store/practice.ts";
import { nextPiece } from "./next.ts";
import { useOwnPlan } from "./own.ts";
import "../style/plan.css";

/** On calm days: that there are no warnings, where that is known, and the next missing piece of the plan. */
export function NextPieceCard() {
  const { state } = useApp();
  const say = useSay("own");
  const now = useMinute();
  const places = usePlaces();
  const [own] = useOwnPlan();
  const practised = usePractised(state);
  if (places === null || own === null || practised === null || state.region === null) {
    return <section class="card nextpiece" />; // its place is kept
  }
  const { word, address } = nextPiece(homeIn(places, state.region.id), state.household, own, practised);
  return (
    <section class="card nextpiece">
      {isCalm(state, now) ? (
        <p class="big">
          <Icon drawing={ICONS.check} />
          {say("plan.calm")}
        </p>
      ) : null}
      <p class="small">{say("plan.next")}</p>
      <a class="btn" href={address}>
        <Icon drawing={ICONS.plan} />
        {say(word)}
      </a>
    </section>
  );
}

/** News that are fresh, and nothing in them: silence alone is not calm. */
function isCalm({ live, news }: State, nowMs: number): boolean {
  if (live === null || news !== "here" || live.drill) return false;
  return live.shown.alerts.length === 0 && !isOld(live.facts.asOfMs, nowMs);
}

/** Whether somebody has walked the way of any hazard here; null until it is read. */
function usePractised({ region, pack }: State): boolean | null {
  const [practised, setPractised] = useState<boolean | null>(null);
  useEffect(() => {
    if (region === null || pack === null) return;
    let current = true;
    Promise.all(pack.hazards.map((hazard) => readPractice(region.id, hazard))).then((found) => {
      if (current) setPractised(found.some((one) => one !== null));
    });
    return () => {
      current = false;
    };
  }, [region?.id, pack]);
  return practised;
}
