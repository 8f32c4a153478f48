import type { Answer } from "../../api/types.ts";
import { useApp, useSay } from "../../app/context.ts";
import { stretches } from "../../model/exposure.ts";
import { distance, duration } from "../../model/format.ts";
import type { SavedPlace } from "../../model/home/places.ts";
import { sentences } from "../../model/sentences.ts";
import { goalOf, type Planned, passesOf } from "../rows.ts";
import { nameOf } from "./words.ts";

/** Where to go from home, by the real way of each hazard; where one stays at home, folded. */
export function Goals({ planned, home }: { planned: readonly Planned[]; home: SavedPlace }) {
  const say = useSay("own");
  const leaving = planned.filter(({ plan }) => plan.decision.advice !== "StayWhereYouAre");
  const staying = planned.filter((one) => !leaving.includes(one));
  return (
    <section>
      <h2>{say("plan.goals")}</h2>
      <List planned={leaving} home={home} />
      {staying.length > 0 ? (
        <details>
          <summary>{say("plan.whenOther")}</summary>
          <List planned={staying} home={home} />
        </details>
      ) : null}
    </section>
  );
}

function List({ planned, home }: { planned: readonly Planned[]; home: SavedPlace }) {
  return (
    <ul class="goals">
      {planned.map((one) => (
        <Goal key={one.kind} one={one} home={home} />
      ))}
    </ul>
  );
}

function Goal({ one, home }: { one: Planned; home: SavedPlace }) {
  const say = useSay("own");
  const goal = goalOf(one, say("site.edge"));
  const { answer, kind } = one;
  if (goal === null || answer === null) return <NoWay one={one} />;
  const walk = { time: duration(answer.duration_s ?? 0, say), length: distance(answer.length_m ?? 0, say) };
  return (
    <li>
      <div class="head">
        <h3>{say(`hazard.${kind}`)}</h3>
        <Show one={one} home={home} />
      </div>
      <p>
        <b lang={answer.shelter ? "ja" : undefined}>{goal}</b> <span class="nw">{say("plan.goal.walk", walk)}</span>
      </p>
      <Passes answer={answer} />
    </li>
  );
}

/** The way on the screens of every day. */
function Show({ one: { kind }, home }: { one: Planned; home: SavedPlace }) {
  const { dispatch } = useApp();
  const say = useSay("own");
  const show = () => {
    dispatch({ type: "hazard", hazard: kind });
    dispatch({ type: "origin", origin: { how: "place", point: home.point, name: nameOf(home, say) } });
    location.hash = "#/now";
  };
  return (
    <button type="button" class="iconbtn link" onClick={show}>
      {say("plan.goal.show")}
      <span class="vh">{say(`hazard.${kind}`)}</span>
    </button>
  );
}

/** No way is shown, and why, in whole sentences. */
function NoWay({ one: { said, kind } }: { one: Planned }) {
  const say = useSay("own");
  return (
    <li>
      <h3>{say(`hazard.${kind}`)}</h3>
      <p>
        <b>{say("plan.goal.none")}</b>
      </p>
      {sentences(said).map((sentence) => (
        <p class="small" key={sentence}>
          {sentence}
        </p>
      ))}
    </li>
  );
}

/** Bridges, underpasses, steps; metres in the zone and metres not surveyed. */
function Passes({ answer }: { answer: Answer }) {
  const say = useSay("own");
  const what = passesOf(answer).map((flag) => say(`plan.goal.${flag}`));
  const worse = stretches(answer.exposure ?? {}, say).filter(({ swatch }) => swatch !== "dry");
  return (
    <>
      {what.length > 0 ? (
        <p class="small">{say("plan.goal.passes", { what: what.join(say("sites.between")) })}</p>
      ) : null}
      {worse.map(({ swatch, words, length }) => (
        <p class="small" key={swatch}>
          <i class={`swatch sw-${swatch}`} /> {words} <span class="nw">{length}</span>
        </p>
      ))}
    </>
  );
}
