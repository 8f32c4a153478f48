import { alertViews, gradeOf } from "../alerts/view.ts";
import { useApp, useSay } from "../app/context.ts";
import { useMinute, useOnline } from "../app/hooks.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { LevelMark, type Mark } from "../icons/LevelMark.tsx";
import { ageOf } from "../model/age.ts";
import { duration } from "../model/format.ts";
import { clock } from "../model/leave.ts";
import type { Site } from "../model/sites.ts";
import { townName } from "../model/town.ts";
import { Language } from "../parts/Language.tsx";
import { MapFigure } from "../screens/LazyMap.tsx";
import { Qr } from "../share/Qr.tsx";

/** The clock, how old the news are, where this is, and what is in force. */
export function KioskTop({ site }: { site: Site }) {
  const { state } = useApp();
  const say = useSay("drill");
  const now = useMinute();
  const town = state.region && townName(state.region.name, state.region.fictional, say);
  return (
    <header class="kiosktop">
      <p class="kioskclock">{clock(now)}</p>
      <div class="kioskhere">
        <h1>{say("kiosk.here", { name: site.name })}</h1>
        <p>
          {town?.name}
          <b>{town?.mark}</b>
        </p>
        <Freshness now={now} />
      </div>
      <InForce />
      <Language />
    </header>
  );
}

function Freshness({ now }: { now: number }) {
  const { state, say } = useApp();
  const online = useOnline() && state.reached !== false;
  if (state.live === null || state.news === "unverified") {
    return (
      <p class="kioskfresh age-old" role="status">
        <Icon drawing={online ? ICONS.question : ICONS.offline} />
        {say(state.news === "unverified" ? "fresh.unverified" : "fresh.noAlerts")}
      </p>
    );
  }
  const { asOfMs } = state.live.facts;
  const { age, minutes } = ageOf(asOfMs, now, online);
  const told = { time: clock(asOfMs), ago: duration(Math.max(1, minutes) * 60, say) };
  const old = online ? say("fresh.oldNews", told) : say("fresh.offlineNews", told);
  return (
    <p class={`kioskfresh age-${age}`} role="status">
      <Icon drawing={online ? ICONS.check : ICONS.offline} />
      {age === "old" ? old : say("fresh.news", told)}
    </p>
  );
}

/** The authority's own words; silence is told as what it is. */
function InForce() {
  const { state } = useApp();
  const say = useSay("drill");
  const { live } = state;
  if (live === null) return null;
  const mark = (name: string) => (live.drill ? `【訓練】${name}` : name);
  const views = alertViews(live.shown.alerts, state.lang);
  const grade = live.shown.alerts.map(gradeOf).find((found) => found !== null);
  return (
    <section class="kioskforce" aria-label={say("alerts.title")}>
      {views.length === 0 ? <p>{say("fresh.noneInForce")}</p> : null}
      {grade ? <Word mark={grade.mark} name={mark(grade.name)} /> : null}
      {views.map((view) => (
        <div key={view.id}>
          <Word mark={view.mark} name={mark(view.name)} />
          <p class="kioskdo">{[view.title, ...view.body].find((line) => line !== view.name)}</p>
        </div>
      ))}
    </section>
  );
}

function Word({ mark, name }: { mark: Mark; name: string }) {
  return (
    <p class="one">
      <LevelMark mark={mark} />
      <b lang="ja">{name}</b>
    </p>
  );
}

/** Where this is, on a map; the same stands in words beside it. */
export function KioskMap({ site }: { site: Site }) {
  const say = useSay("drill");
  return (
    <section class="kioskmap">
      <h2>{say("kiosk.map")}</h2>
      <MapFigure />
      {site.address === "" ? null : (
        <p class="small" lang="ja">
          {site.address}
        </p>
      )}
    </section>
  );
}

/** The town's guide for one's own phone: the address of this page, and nothing about who reads it. */
export function Take() {
  const say = useSay("drill");
  const address = new URL("./", location.href).href;
  return (
    <section class="kiosktake">
      <h2>{say("kiosk.take")}</h2>
      <Qr text={address} label={say("kiosk.qr")} />
      <p>{say("kiosk.qr")}</p>
      <p class="small address">{address}</p>
    </section>
  );
}
