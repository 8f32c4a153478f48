import { useApp } from "../app/context.ts";
import type { Hazard } from "../model/hazards.ts";
import { MapFigure } from "../screens/LazyMap.tsx";
import { Buildings } from "./Buildings.tsx";
import { type SiteLine, siteLines } from "./order.ts";
import { SiteCard } from "./SiteCard.tsx";
import { useReach } from "./useReach.ts";
import "../style/later.css";
import "../style/map.css";

/** More than these nobody compares. */
const SHOWN = 6;

/** Sites by hazard: where one can go, then where not and why. */
export function SitesScreen({ wide }: { wide: boolean }) {
  const { state, say } = useApp();
  const reach = useReach(state);
  const { hazard, profile, table, live } = state;
  if (table === null || hazard === null) {
    return (
      <>
        <h1>{say("sites.title")}</h1>
        <p>{say("sites.choose")}</p>
        <a class="btn" href="#/now">
          {say("route.toNow")}
        </a>
      </>
    );
  }
  const status = (id: string) => live?.shown.sites.get(id)?.status ?? "unknown";
  const { sites, thresholds } = table;
  const { fit, unfit } = siteLines({ sites, hazard, profile, thresholds, status, reach });
  return (
    <>
      <h1>{say("sites.titleFor", { hazard: say(`hazard.${hazard}`) })}</h1>
      <p class="small">{say(reach === null ? "sites.noteNowhere" : "sites.note")}</p>
      <Cards lines={fit.slice(0, SHOWN)} hazard={hazard} />
      {fit.length > SHOWN ? (
        <details>
          <summary>{say("sites.more", { n: fit.length - SHOWN })}</summary>
          <Cards lines={fit.slice(SHOWN)} hazard={hazard} />
        </details>
      ) : null}
      <Buildings reach={reach} />
      {state.answer?.geometry ? (
        <a class="btn" href="#/route?others">
          {say("other.title")}
        </a>
      ) : null}
      {wide ? null : <MapFigure />}
      {unfit.length > 0 ? (
        <details>
          <summary>{say("sites.unfit")}</summary>
          <Cards lines={unfit} hazard={hazard} />
        </details>
      ) : null}
      <p class="small">{say("sites.kinds")}</p>
    </>
  );
}

function Cards({ lines, hazard }: { lines: readonly SiteLine[]; hazard: Hazard }) {
  return (
    <ul class="sites">
      {lines.map((line) => (
        <SiteCard key={line.site.id} line={line} hazard={hazard} />
      ))}
    </ul>
  );
}
