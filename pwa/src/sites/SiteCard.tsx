import { useApp } from "../app/context.ts";
import { lazily, Nothing } from "../app/nav/lazy.tsx";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { distance, duration } from "../model/format.ts";
import type { Hazard } from "../model/hazards.ts";
import { facilitiesOf } from "./facilities.ts";
import type { SiteLine } from "./order.ts";

const Usable = lazily(() => import("./Usable.tsx").then(({ Usable }) => Usable), Nothing, "facilities");

/** One site: name, state, how long, how much time is left, whether it suits this hazard, and what is there. */
export function SiteCard({ line, hazard }: { line: SiteLine; hazard: Hazard }) {
  const { state, say } = useApp();
  const { site, status, stands, unfit } = line;
  const told = state.live?.shown.sites.get(site.id);
  return (
    <li class={unfit === null ? "sitecard" : "sitecard no"}>
      <div class="head">
        <h3 lang="ja">{site.name}</h3>
        <span class={`tag st-${status}`}>{say(`status.${status}`)}</span>
      </div>
      <Walk line={line} />
      <p class="facts">
        <Icon drawing={unfit === "kind" || unfit === "zone" ? ICONS.unfit : ICONS.fit} class={fitClass(line)} />
        <span>
          {say(unfit === "kind" ? "sites.notFor" : "sites.for", { hazard: say(`hazard.${hazard}`) })}
          {say("sites.between")}
          {say(`sites.stands.${stands}`)}
        </span>
      </p>
      {told?.facilities && told.facilities.length > 0 ? <Usable facilities={told.facilities} /> : null}
      <There site={site} />
      {told?.note ? (
        <p class="small" lang="ja">
          {told.note}
        </p>
      ) : null}
    </li>
  );
}

/** How long it takes and what is left, or why nobody is led there. */
export function Walk({ line: { reach, unfit } }: { line: Pick<SiteLine, "reach" | "unfit"> }) {
  const { state, say } = useApp();
  return (
    <p class="walk">
      {unfit === null ? null : <b class="bad">{say(`sites.no.${unfit}`)}</b>}
      {reach !== null && (unfit === null || unfit === "late") ? (
        <>
          <b class="nw">
            {say(state.profile === "car" ? "sites.drive" : "sites.walk", { time: duration(reach.durationS, say) })}
          </b>
          <span class="nw">{distance(reach.lengthM, say)}</span>
          {reach.marginS === null ? null : <Margin marginS={reach.marginS} />}
        </>
      ) : null}
    </p>
  );
}

/** Less than this is little. */
const THIN_S = 300;

/** Time left, rounded down: never more than there is. */
function Margin({ marginS }: { marginS: number }) {
  const { say } = useApp();
  const thin = marginS < THIN_S;
  const time = say("unit.minutes", { n: Math.floor(marginS / 60) });
  return <span class={thin ? "m thin" : "m ok"}>{say("sites.margin", { time })}</span>;
}

/** What is there, in the words of the person as far as we know them. */
function There({ site }: { site: SiteLine["site"] }) {
  const { say } = useApp();
  const { known, capacity, rest } = facilitiesOf(site);
  const words = [
    capacity === null ? "" : say("sites.capacity", { n: capacity }),
    site.is_shelter ? say("sites.shelter") : "",
    ...known.map((key) => say(key)),
  ].filter((one) => one !== "");
  if (words.length === 0 && rest === "") return <p class="small">{say("sites.facilitiesUnknown")}</p>;
  return (
    <p class="small">
      {words.join(say("sites.between"))}
      {words.length > 0 && rest !== "" ? say("sites.between") : null}
      {rest === "" ? null : <span lang="ja">{rest}</span>}
    </p>
  );
}

function fitClass({ unfit }: SiteLine): string {
  return unfit === "kind" || unfit === "zone" ? "fit no" : "fit yes";
}
