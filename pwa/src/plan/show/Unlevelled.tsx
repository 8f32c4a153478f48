import { useSay } from "../../app/context.ts";
import type { HomePlan } from "../../engine/messages.ts";
import { LevelMark } from "../../icons/LevelMark.tsx";
import { type Planned, verdictOf } from "../rows.ts";

/** What has no level number: tsunami, earthquake. */
export function Unlevelled({ planned }: { planned: readonly Planned[] }) {
  const sea = planned.find(({ kind }) => kind === "tsunami");
  const quake = planned.find(({ kind }) => kind === "earthquake");
  return (
    <>
      {sea ? <Sea one={sea} /> : null}
      {quake ? <Quake /> : null}
    </>
  );
}

/** Whole minutes after the shaking within which one must have left; null where no scenario says so. */
export function leaveWithinMin({ leaveByS }: HomePlan): number | null {
  return leaveByS === null || leaveByS < 60 ? null : Math.floor(leaveByS / 60);
}

function Sea({ one }: { one: Planned }) {
  const say = useSay("own");
  const { advice } = one.plan.decision;
  const act =
    advice === "StayWhereYouAre"
      ? say("plan.sea.stay")
      : advice === "TooLateGoUp"
        ? verdictOf(one, say)
        : say(one.plan.here.worst === "unknown" ? "plan.sea.unknown" : "plan.sea.go");
  const minutes = leaveWithinMin(one.plan);
  return (
    <section>
      <h2>{say("plan.sea")}</h2>
      <ul class="lvs">
        <li class="lvrow our">
          <LevelMark mark="major_warning" />
          <div>
            <p>
              <b>{say("plan.sea.shake")}</b>
              <span class="block">{say("plan.sea.warning")}</span>
            </p>
            <p>
              <b>{act}</b>
            </p>
            {minutes === null ? null : (
              <p>
                <b>{say("plan.sea.leaveBy", { n: minutes })}</b>
                <span class="block small">{say("plan.sea.scenario", { scenario: one.plan.scenario })}</span>
              </p>
            )}
          </div>
        </li>
        <li class="lvrow">
          <LevelMark mark="advisory" />
          <div>
            <p>
              <b>{say("plan.sea.advisory")}</b>
            </p>
            <p>{say("plan.sea.leave")}</p>
          </div>
        </li>
      </ul>
      <p class="small">{say("note.tsunamiStay")}</p>
    </section>
  );
}

function Quake() {
  const say = useSay("own");
  return (
    <section>
      <h2>{say("plan.quake")}</h2>
      <ul class="todo">
        <li>{say("plan.quake.check")}</li>
        <li>{say("plan.quake.usable")}</li>
        <li>{say("plan.quake.broken")}</li>
      </ul>
    </section>
  );
}
