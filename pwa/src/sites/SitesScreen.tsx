import { useApp } from "../app/context.ts";
import { MapFigure } from "../screens/LazyMap.tsx";
import { siteLines } from "./order.ts";
import { SiteCard } from "./SiteCard.tsx";
import { useReach } from "./useReach.ts";
import "../style/later.css";

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
      {wide ? null : <MapFigure />}
      <ul class="sites">
        {fit.map((line) => (
          <SiteCard key={line.site.id} line={line} hazard={hazard} />
        ))}
      </ul>
      {state.answer?.geometry ? (
        <a class="btn" href="#/route?others">
          {say("other.title")}
        </a>
      ) : null}
      {unfit.length > 0 ? <h2>{say("sites.unfit")}</h2> : null}
      <ul class="sites">
        {unfit.map((line) => (
          <SiteCard key={line.site.id} line={line} hazard={hazard} />
        ))}
      </ul>
      <p class="small">{say("sites.kinds")}</p>
    </>
  );
}
