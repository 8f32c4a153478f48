import { useApp } from "../app/context.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { distance, duration } from "../model/format.ts";
import type { Hazard } from "../model/hazards.ts";
import type { SiteLine } from "./order.ts";

/** One site: name, state, how long, whether it suits this hazard, and what is there. */
export function SiteCard({ line, hazard }: { line: SiteLine; hazard: Hazard }) {
  const { state, say } = useApp();
  const { site, status, reach, stands, unfit } = line;
  const told = state.live?.shown.sites.get(site.id);
  return (
    <li class={unfit === null ? "sitecard" : "sitecard no"}>
      <div class="head">
        <h3 lang="ja">{site.name}</h3>
        <span class={`tag st-${status}`}>{say(`status.${status}`)}</span>
      </div>
      <p class="walk">
        {unfit !== null ? <b class="bad">{say(`sites.no.${unfit}`)}</b> : null}
        {reach !== null && unfit === null ? (
          <>
            <b>
              {say(state.profile === "car" ? "sites.drive" : "sites.walk", { time: duration(reach.durationS, say) })}
            </b>{" "}
            <span class="nw">{distance(reach.lengthM, say)}</span>
          </>
        ) : null}
      </p>
      <p class="facts">
        <Icon drawing={unfit === "kind" || unfit === "zone" ? ICONS.unfit : ICONS.fit} class={fitClass(line)} />
        {say(unfit === "kind" ? "sites.notFor" : "sites.for", { hazard: say(`hazard.${hazard}`) })}
        {say("sites.between")}
        {say(`sites.stands.${stands}`)}
      </p>
      {facilities()}
      {told?.note ? (
        <p class="small" lang="ja">
          {told.note}
        </p>
      ) : null}
    </li>
  );

  function facilities() {
    const known = [site.is_shelter ? say("sites.shelter") : "", site.remarks ?? ""].filter((one) => one !== "");
    return <p class="small">{known.length > 0 ? known.join(say("sites.between")) : say("sites.facilitiesUnknown")}</p>;
  }
}

function fitClass({ unfit }: SiteLine): string {
  return unfit === "kind" || unfit === "zone" ? "fit no" : "fit yes";
}
