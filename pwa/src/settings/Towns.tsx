import { useState } from "preact/hooks";
import type { RegionSummary } from "../api/types.ts";
import { useApp, useSay } from "../app/context.ts";
import { contains } from "../model/areas.ts";
import { day } from "../model/format.ts";
import type { SavedPlace } from "../model/home/places.ts";
import { townName } from "../model/town.ts";
import type { KeptRegion } from "../region/news.ts";
import { placeName } from "./placeName.ts";
import { TownProgress } from "./TownProgress.tsx";
import { type Keeping, useKeeping } from "./useKeeping.ts";

interface Props {
  readonly places: readonly SavedPlace[];
}

/** The regions on this phone, how large and how old they are, and those that can be kept as well. */
export function Towns({ places }: Props) {
  const { state } = useApp();
  const say = useSay("settings");
  const keeping = useKeeping();
  const kept = new Set(state.kept.map(({ region }) => region.id));
  const others = state.served.filter(({ id }) => !kept.has(id));
  return (
    <section class="card stack towns" aria-label={say("towns.title")}>
      <h2>{say("towns.title")}</h2>
      <p class="small">{say("towns.why")}</p>
      <ul class="stack">
        {state.kept.map((one) => (
          <Town key={one.region.id} town={one} places={inside(one.region, places)} keeping={keeping} />
        ))}
      </ul>
      {others.length > 0 ? <h3>{say("towns.others")}</h3> : null}
      <ul class="stack">
        {others.map((region) => (
          <Offered key={region.id} region={region} places={inside(region, places)} keeping={keeping} />
        ))}
      </ul>
      {state.served.length === 0 ? <p class="small">{say("towns.offline")}</p> : null}
    </section>
  );
}

function inside(region: RegionSummary, places: readonly SavedPlace[]): readonly SavedPlace[] {
  return places.filter(({ area, point }) => area === region.id || contains(region, point));
}

interface TownProps {
  readonly town: KeptRegion;
  readonly places: readonly SavedPlace[];
  readonly keeping: Keeping;
}

function Town({ town: { region, bytes }, places, keeping }: TownProps) {
  const { state, dispatch } = useApp();
  const say = useSay("settings");
  const [asked, setAsked] = useState(false);
  const inUse = state.region?.id === region.id;
  const { name, mark } = townName(region.name, region.fictional, say);
  const names = places.map((place) => placeName(place, say)).join(say("sites.between"));
  return (
    <li class="town">
      <p>
        <b>
          {name}
          {mark}
        </b>
        {inUse ? <span class="tag">{say("towns.inUse")}</span> : null}
      </p>
      <p class="small">
        {say("towns.size", {
          size: (bytes / 1e6).toFixed(1),
          date: day(region.built_at, say) ?? say("fresh.mapUnknown"),
        })}
      </p>
      {names ? <p class="small">{say("towns.places", { places: names })}</p> : null}
      <TownProgress progress={keeping.progress.get(region.id) ?? null} />
      {asked ? <Remove /> : <Buttons />}
    </li>
  );

  function Buttons() {
    const served = state.served.find(({ id }) => id === region.id);
    if (inUse) return null;
    return (
      <div class="row">
        <button type="button" class="btn" onClick={() => dispatch({ type: "area", area: region.id })}>
          {say("towns.use")}
          <span class="vh">{name}</span>
        </button>
        {served ? (
          <button type="button" class="iconbtn link" onClick={() => keeping.keep(served)}>
            {say("towns.update")}
            <span class="vh">{name}</span>
          </button>
        ) : null}
        <button type="button" class="iconbtn" onClick={() => setAsked(true)}>
          {say("settings.remove")}
          <span class="vh">{name}</span>
        </button>
      </div>
    );
  }

  function Remove() {
    return (
      <>
        <p role="alert">{say("towns.removeAsk", { name })}</p>
        <div class="pair">
          <button type="button" class="btn danger" onClick={() => keeping.remove(region.id)}>
            {say("settings.remove")}
          </button>
          <button type="button" class="btn" onClick={() => setAsked(false)}>
            {say("delete.no")}
          </button>
        </div>
      </>
    );
  }
}

interface OfferedProps {
  readonly region: RegionSummary;
  readonly places: readonly SavedPlace[];
  readonly keeping: Keeping;
}

/** A region that the server has: kept only when somebody says so, most of all where a saved place lies in it. */
function Offered({ region, places, keeping }: OfferedProps) {
  const say = useSay("settings");
  const { name, mark } = townName(region.name, region.fictional, say);
  const progress = keeping.progress.get(region.id) ?? null;
  const [place] = places;
  return (
    <li class="town">
      <p>
        <b>
          {name}
          {mark}
        </b>
      </p>
      {place ? <p>{say("towns.forPlace", { place: placeName(place, say) })}</p> : null}
      <TownProgress progress={progress} />
      {progress?.state === "saving" ? null : (
        <button type="button" class="btn" onClick={() => keeping.keep(region)}>
          {say("towns.keep")}
          <span class="vh">{name}</span>
        </button>
      )}
    </li>
  );
}
