import { useApp } from "../app/context.ts";
import { useMinute, useOnline } from "../app/hooks.ts";
import { lazily } from "../app/nav/lazy.tsx";
import { Official } from "../decision/Official.tsx";
import { ICONS } from "../icons/first.ts";
import { Icon } from "../icons/Icon.tsx";
import { ageOf, type NewsAge } from "../model/age.ts";
import { day, duration } from "../model/format.ts";
import { dataState } from "../model/freshness.ts";
import { clock } from "../model/leave.ts";
import { townName } from "../model/town.ts";
import { Language } from "./Language.tsx";

const Pushed = lazily(
  () => import("../doubt/Pushed.tsx").then(({ PushedLine }) => PushedLine),
  () => <p class="official" />,
  "doubt",
);

/** The first line of every screen: how old the news are, which town, and the language. */
export function FreshBar() {
  const { state, say } = useApp();
  const { region, live, news } = state;
  const online = useOnline() && state.reached !== false;
  const now = useMinute();
  const age = live && news !== "unverified" ? ageOf(live.facts.asOfMs, now, online) : null;
  const old = age ? age.age === "old" : !online || dataState(region?.built_at ?? null, now) === "old";
  return (
    <header class="top">
      <div class={old ? "fresh old" : `fresh ${age?.age ?? ""}`}>
        <Icon drawing={iconOf(age, online)} />
        <p role="status">
          {region === null && state.failure === null ? say("app.loading") : null}
          {region && age && live ? <News asOfMs={live.facts.asOfMs} age={age} online={online} /> : null}
          {region && !age ? <MapDate online={online} /> : null}
          {region ? <TownName /> : null}
        </p>
        <Language />
      </div>
      <Strip />
    </header>
  );
}

function iconOf(age: NewsAge | null, online: boolean) {
  if (!online) return ICONS.offline;
  return age?.age === "fresh" ? ICONS.check : ICONS.clock;
}

/** `14:12の情報（1分前）`; when old, that it may have changed. */
function News({ asOfMs, age, online }: { asOfMs: number; age: NewsAge; online: boolean }) {
  const { say } = useApp();
  const time = clock(asOfMs);
  if (age.minutes === 0 && online) return <span>{say("fresh.now", { time })}</span>;
  const ago = duration(Math.max(1, age.minutes) * 60, say);
  if (age.age !== "old") return <span>{say("fresh.news", { time, ago })}</span>;
  return <span>{say(online ? "fresh.oldNews" : "fresh.offlineNews", { time, ago })}</span>;
}

function MapDate({ online }: { online: boolean }) {
  const { state, say } = useApp();
  const date = day(state.region?.built_at ?? null, say) ?? say("fresh.mapUnknown");
  if (!online) return <span>{say("fresh.offline", { date })}</span>;
  return (
    <>
      <span class="nw">{say("fresh.map")}</span>
      <wbr />
      <span class="nw">{date}</span>
    </>
  );
}

/** What is not known about the news, under the first line; silence is not safety. */
function Strip() {
  const { state, say } = useApp();
  const { news, live, pushed } = state;
  if (news === "unverified") return <Line words={say("fresh.unverified")} bad />;
  if (pushed !== null) {
    return (
      <>
        <Pushed pushed={pushed} />
        {live !== null && live.shown.alerts.length > 0 ? <Official /> : null}
      </>
    );
  }
  if (live === null) return <Line words={say("fresh.noAlerts")} />;
  if (live.shown.alerts.length > 0) return <Official />;
  return <Line words={say("fresh.noneInForce")} calm />;
}

function Line({ words, bad = false, calm = false }: { words: string; bad?: boolean; calm?: boolean }) {
  return (
    <p class={bad ? "noalerts bad" : calm ? "noalerts calm" : "noalerts"}>
      <Icon drawing={calm ? ICONS.bell : ICONS.question} />
      <span>{words}</span>
    </p>
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
