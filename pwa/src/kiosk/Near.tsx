import { useApp, useSay } from "../app/context.ts";
import { HAZARD_ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { distance, duration } from "../model/format.ts";
import type { Hazard } from "../model/hazards.ts";
import type { Site } from "../model/sites.ts";
import { type SiteLine, siteLines } from "../sites/order.ts";
import { useReach } from "../sites/useReach.ts";

interface Given {
  readonly hazard: Hazard | null;
  /** Where the kiosk stands. */
  readonly here: Site;
  readonly onHazard: (hazard: Hazard) => void;
}

/** As many as fit beside the map; more nobody compares standing. */
const SHOWN = 5;

/** Where else to go, for the hazard: this place first, then by the real way. */
export function Near({ hazard, here, onHazard }: Given) {
  const { state } = useApp();
  const say = useSay("drill");
  const reach = useReach(state);
  const { table, live, profile, pack } = state;
  if (hazard === null || table === null) return null;
  const status = (id: string) => live?.shown.sites.get(id)?.status ?? "unknown";
  const { sites, thresholds } = table;
  const { fit, unfit } = siteLines({ sites, hazard, profile, thresholds, status, reach });
  const own = [...fit, ...unfit].find(({ site }) => site.id === here.id);
  const others = fit.filter(({ site }) => site.id !== here.id).slice(0, SHOWN);
  return (
    <section class="kiosknear">
      <h2>{say("sites.titleFor", { hazard: say(`hazard.${hazard}`) })}</h2>
      <fieldset class="kioskhazards" aria-label={say("kiosk.hazard")}>
        {pack?.hazards.map((one) => (
          <button key={one} type="button" class="btn" aria-pressed={one === hazard} onClick={() => onHazard(one)}>
            <Icon drawing={HAZARD_ICONS[one]} />
            <span>{say(`hazard.${one}`)}</span>
          </button>
        ))}
      </fieldset>
      <ul class="kiosksites">
        {own ? <Line line={own} here /> : null}
        {others.map((line) => (
          <Line key={line.site.id} line={line} />
        ))}
      </ul>
      <p class="small">{say("sites.note")}</p>
    </section>
  );
}

function Line({ line: { site, status, reach, unfit, stands }, here = false }: { line: SiteLine; here?: boolean }) {
  const say = useSay("drill");
  return (
    <li class={unfit === null ? "kiosksite" : "kiosksite no"}>
      <div>
        <h3 lang="ja">{site.name}</h3>
        <p>
          {here ? <b>{say("kiosk.thisPlace")} </b> : null}
          {unfit === null ? say(`sites.stands.${stands}`) : <b class="bad">{say(`sites.no.${unfit}`)}</b>}
        </p>
      </div>
      <p class="walk">
        {reach === null || here || unfit !== null ? null : (
          <>
            <b class="nw">{say("sites.walk", { time: duration(reach.durationS, say) })}</b>
            <br />
            <span class="nw">{distance(reach.lengthM, say)}</span>
          </>
        )}
      </p>
      <span class={`tag st-${status}`}>{say(`status.${status}`)}</span>
    </li>
  );
}
