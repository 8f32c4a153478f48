import { useApp } from "../app/context.ts";
import type { SiteReach } from "../core/hazard/advise/reach.ts";
import { Walk } from "./SiteCard.tsx";

/** Of many buildings only the nearest help. */
const SHOWN = 4;

/** Tsunami evacuation buildings that are reached in time: they stand in the zone, so that sites come first. */
export function Buildings({ reach }: { reach: ReadonlyMap<string, SiteReach> | null }) {
  const { say } = useApp();
  const found = [...(reach?.values() ?? [])].filter(({ building }) => building !== undefined);
  if (found.length === 0) return null;
  const nearest = found.sort((a, b) => a.durationS - b.durationS).slice(0, SHOWN);
  return (
    <section class="stack">
      <h2>{say("sites.buildings")}</h2>
      <ul class="sites">
        {nearest.map((one) => (
          <BuildingCard key={one.site} reach={one} />
        ))}
      </ul>
    </section>
  );
}

function BuildingCard({ reach }: { reach: SiteReach }) {
  const { state, say } = useApp();
  const { name = "", floors = null } = reach.building ?? {};
  const status = state.live?.shown.sites.get(reach.site)?.status ?? "unknown";
  return (
    <li class="sitecard">
      <div class="head">
        <h3 lang="ja">{name}</h3>
        <span class={`tag st-${status}`}>{say(`status.${status}`)}</span>
      </div>
      <Walk line={{ reach, unfit: null }} />
      <p class="small">
        {floors === null ? null : say("sites.floors", { n: floors })}
        {floors === null ? null : say("sites.between")}
        {say("sites.stands.inside")}
      </p>
    </li>
  );
}
