import { useApp, useSay } from "../app/context.ts";
import type { State } from "../app/state.ts";
import { TooLate } from "../decision/TooLate.tsx";
import type { Shown } from "../model/decision.ts";
import { townName } from "../model/town.ts";
import { Banner } from "../parts/Banner.tsx";
import { ShareButton } from "../share/ShareButton.tsx";
import { numbersOf, siteNear } from "./place.ts";
import { decideUnable, type Unable, unableBy } from "./unable.ts";
import "../style/later.css";

/** For who cannot go where they are told to: what is left, whom to call and what to say, and to be found. Keeps nothing. */
export function CannotWalk() {
  const { state } = useApp();
  const say = useSay("drill");
  const unable = unableIn(state);
  return (
    <>
      <Banner decision={shownFor(unable)} />
      {unable === "up" || unable === "slope" ? <TooLate slope={unable === "slope"} /> : null}
      <ToSay />
      <Neighbours />
      <a class="btn" href="#/now">
        {say("route.toNow")}
      </a>
    </>
  );

  function shownFor(one: Unable): Shown {
    const calm = { donts: [], note: null } as const;
    switch (one) {
      case "stay":
        return { ...calm, look: "stay", picture: "house", verb: "verb.stay", how: say("cannot.stay") };
      case "up":
        return { ...calm, look: "late", picture: "roof", verb: "verb.late", how: say("how.late") };
      case "slope":
        return { ...calm, look: "late", picture: "roof", verb: "verb.late", how: say("how.lateSlope") };
      case "carried":
        return { ...calm, look: "go", picture: "runner", verb: "verb.go", how: say("cannot.carried") };
    }
  }
}

/** Without a place or a hazard nothing is known: then up. */
function unableIn({ advice, hazard }: State): Unable {
  const kind = advice?.decision.kind ?? hazard;
  if (advice === null || kind === null) return "up";
  return unableBy(decideUnable(advice.situation, kind), kind);
}

/** What to tell 119, ready to be read out. */
function ToSay() {
  const { state } = useApp();
  const say = useSay("drill");
  const point = state.origin?.point ?? null;
  const street = state.answer?.steps?.[0]?.street ?? null;
  return (
    <section class="card tosay">
      <h2>{say("cannot.toSay")}</h2>
      <ol class="todo">
        <li>{say("cannot.rescue")}</li>
        <li>
          <b>{usePlaceWords()}</b>
          {street ? <p>{say("cannot.street", { street })}</p> : null}
          {point ? <p>{say("cannot.numbers", numbersOf(point))}</p> : null}
        </li>
        <li>{say("cannot.people")}</li>
      </ol>
    </section>
  );
}

/** Ask who is near; the sentence goes only where they send it. */
function Neighbours() {
  const say = useSay("drill");
  const place = usePlaceWords();
  return (
    <section class="card stack">
      <h2>{say("cannot.neighbours")}</h2>
      <p>{say("cannot.aloud")}</p>
      <ShareButton label={say("cannot.share")} text={say("cannot.shareText", { place })} />
    </section>
  );
}

/** Town and the nearest name. */
function usePlaceWords(): string {
  const { state } = useApp();
  const say = useSay("drill");
  const { region, origin, table } = state;
  const town = region ? townName(region.name, region.fictional, say).name : "";
  const site = origin && table ? siteNear(origin.point, table.sites) : null;
  return site ? say("cannot.near", { town, site: site.name }) : town || say("cannot.nowhere");
}
