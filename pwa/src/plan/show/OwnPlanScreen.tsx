import { useEffect } from "preact/hooks";
import { useApp, useSay } from "../../app/context.ts";
import { slowest } from "../../model/home/household.ts";
import type { SavedPlace } from "../../model/home/places.ts";
import { useOwnPlan } from "../own.ts";
import { useHomePlans } from "../useHomePlans.ts";
import { Bag } from "./Bag.tsx";
import { Goals } from "./Goals.tsx";
import { Levels } from "./Levels.tsx";
import { Phones } from "./Phones.tsx";
import { Risks } from "./Risks.tsx";
import { Unlevelled } from "./Unlevelled.tsx";
import { Upstairs } from "./Upstairs.tsx";
import { householdWords, nameOf } from "./words.ts";

/** マイ・タイムライン of the household: dangers at home, when we move, where to, the bag, the phones. */
export function OwnPlanScreen({ home, part }: { home: SavedPlace; part: string }) {
  const say = useSay("own");
  const { planned, state } = useHomePlans(home);
  const [own, change] = useOwnPlan();
  const made = state === "made";
  useEffect(() => {
    if (made && (part === "bag" || part === "phones")) document.getElementById(part)?.scrollIntoView();
  }, [part, made]);
  return (
    <>
      <h1>{say("plan.title")}</h1>
      <HomeCard home={home} />
      {state === "failed" ? <p role="alert">{say("plan.failed")}</p> : null}
      {state === "making" ? <p role="status">{say("verb.asking")}</p> : null}
      {planned.length > 0 ? (
        <>
          <Risks planned={planned} />
          <Levels planned={planned} />
          <Unlevelled planned={planned} />
          <Goals planned={planned} home={home} />
          <Upstairs planned={planned} />
        </>
      ) : null}
      {own === null ? null : (
        <>
          <Bag own={own} change={change} />
          <Phones own={own} change={change} />
        </>
      )}
    </>
  );
}

function HomeCard({ home }: { home: SavedPlace }) {
  const { state } = useApp();
  const say = useSay("own");
  const { household } = state;
  const kind = slowest(household);
  const words = householdWords(household, say);
  return (
    <section class="card">
      <h2>{nameOf(home, say)}</h2>
      {words === "" ? null : <p>{words}</p>}
      <p>{kind === null ? say("plan.nobody") : say("plan.slowest", { who: say(`plan.member.${kind}`) })}</p>
      <p class="links">
        <a class="quiet" href="#/plan/household">
          {say("plan.edit")}
        </a>
        <a class="quiet" href="#/plan/place">
          {say("plan.place.move")}
        </a>
        <a class="quiet" href="#/plan/settings">
          {say("plan.settings")}
        </a>
      </p>
    </section>
  );
}
