import { useApp } from "../app/context.ts";
import { useOnline } from "../app/hooks.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { day } from "../model/format.ts";
import { dataState } from "../model/freshness.ts";
import { townName } from "../model/town.ts";
import { Language } from "./Language.tsx";

/** The first line of every screen: how old the data are, what is not known, which town, and the language. */
export function FreshBar() {
  const { state, say } = useApp();
  const { region, reached } = state;
  const online = useOnline() && reached !== false;
  const date = day(region?.built_at ?? null, say);
  const old = dataState(region?.built_at ?? null, Date.now()) === "old" || !online;
  return (
    <header class="top">
      <div class={old ? "fresh old" : "fresh"}>
        <Icon drawing={ICONS.clock} />
        <p role="status">
          {region === null && state.failure === null ? say("app.loading") : null}
          {region && !online ? say("fresh.offline", { date: date ?? say("fresh.mapUnknown") }) : null}
          {region && online ? (
            <>
              <span class="nw">{say("fresh.map")}</span>
              <wbr />
              <span class="nw">{date ?? say("fresh.mapUnknown")}</span>
            </>
          ) : null}
          {region ? <TownName /> : null}
        </p>
        <Language />
      </div>
      <p class="noalerts">
        <Icon drawing={ICONS.question} />
        <span>{say("fresh.noAlerts")}</span>
      </p>
    </header>
  );
}

function TownName() {
  const { state, say } = useApp();
  if (state.region === null) return null;
  const { name, mark } = townName(state.region.name, state.region.fictional, say);
  return (
    <span class="town">
      {name}
      <b>{mark}</b>
    </span>
  );
}
