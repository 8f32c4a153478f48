import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { shownNow } from "../app/ask.ts";
import { useApp } from "../app/context.ts";
import { useMedia } from "../app/hooks.ts";
import { type Screen, usePart, useScreen } from "../app/nav/hash.ts";
import { lazily, Nothing } from "../app/nav/lazy.tsx";
import type { State } from "../app/state.ts";
import { Drill } from "../decision/Drill.tsx";
import { plain } from "../i18n/ruby.ts";
import { spoken } from "../model/decision.ts";
import { townName } from "../model/town.ts";
import { Failed } from "../notices/Failed.tsx";
import { Credits } from "../parts/Credits.tsx";
import { FreshBar } from "../parts/FreshBar.tsx";
import { AskHazard } from "./AskHazard.tsx";
import { AskWhere } from "./AskWhere.tsx";
import { Foot } from "./Foot.tsx";
import { MapFigure } from "./LazyMap.tsx";
import { Now } from "./Now.tsx";

const RouteScreen = lazily(() => import("../route/RouteScreen.tsx").then(({ RouteScreen }) => RouteScreen));
const AlertsScreen = lazily(() => import("../alerts/AlertsScreen.tsx").then(({ AlertsScreen }) => AlertsScreen));
const SitesScreen = lazily(() => import("../sites/SitesScreen.tsx").then(({ SitesScreen }) => SitesScreen));
const PlanScreen = lazily(
  () => import("../plan/PlanScreen.tsx").then(({ PlanScreen }) => PlanScreen),
  undefined,
  "own",
);

const DrillScreen = lazily(
  () => import("../drill/DrillScreen.tsx").then(({ DrillScreen }) => DrillScreen),
  undefined,
  "drill",
);
const KioskScreen = lazily(
  () => import("../kiosk/KioskScreen.tsx").then(({ KioskScreen }) => KioskScreen),
  undefined,
  "drill",
);
const CannotWalk = lazily(
  () => import("../help/CannotWalk.tsx").then(({ CannotWalk }) => CannotWalk),
  undefined,
  "drill",
);

const SettingsScreen = lazily(
  () => import("../settings/SettingsScreen.tsx").then(({ SettingsScreen }) => SettingsScreen),
  undefined,
  "settings",
);
const StartScreen = lazily(
  () => import("../start/StartScreen.tsx").then(({ StartScreen }) => StartScreen),
  undefined,
  "settings",
);
const PowerWatch = lazily(() => import("../power/PowerWatch.tsx").then(({ PowerWatch }) => PowerWatch), Nothing);
const NewVersion = lazily(() => import("../notices/NewVersion.tsx").then(({ NewVersion }) => NewVersion), Nothing);

/** From this width on the words stand left and the map right. */
const WIDE = "(min-width: 60rem)";

/** The screen that the address names; a rehearsal and a kiosk have frames of their own. */
export function Page() {
  const { state } = useApp();
  const screen = useScreen();
  if (screen === "drill" && state.region !== null) return <DrillScreen />;
  if (screen === "kiosk" && state.region !== null) return <KioskScreen />;
  return <Framed screen={screen} />;
}

/** The frame of every other screen: freshness first, words, the one action in reach of the thumb, whose data it is. */
function Framed({ screen }: { screen: Screen }) {
  const { state } = useApp();
  const wide = useMedia(WIDE);
  const main = useFocusOnChange(`${stage(state, screen)} ${usePart()}`);
  useTitle(screen);
  return (
    <Drill on={state.live?.drill ?? false}>
      <div class={wide ? "page wide" : "page"}>
        <FreshBar />
        <div class="words">
          <main ref={main} tabIndex={-1}>
            {state.region === null ? <Failed /> : <Current screen={screen} wide={wide} />}
          </main>
          <Spoken />
          {state.revision === null ? null : <NewVersion />}
          {state.answer === null ? null : <PowerWatch />}
          <Credits />
          <Foot screen={screen} />
        </div>
        {wide && state.region ? (
          <aside>
            <MapFigure pickable={screen === "now"} />
          </aside>
        ) : null}
      </div>
    </Drill>
  );
}

function Current({ screen, wide }: { screen: Screen; wide: boolean }) {
  const { state } = useApp();
  if (screen === "route") return <RouteScreen wide={wide} />;
  if (screen === "alerts") return <AlertsScreen />;
  if (screen === "sites") return <SitesScreen wide={wide} />;
  if (screen === "plan") return <Prepare />;
  if (screen === "cannot") return <CannotWalk />;
  if (state.hazard === null) return <AskHazard />;
  if (state.origin === null) return <AskWhere wide={wide} />;
  return <Now wide={wide} />;
}

/** The plan, and within it the settings and what is asked at the first visit. */
function Prepare() {
  const part = usePart();
  if (part === "settings") return <SettingsScreen />;
  return part === "start" ? <StartScreen /> : <PlanScreen />;
}

/** What the words are about now: when it changes, reading begins at their top. */
function stage(state: State, screen: Screen): string {
  if (screen !== "now") return screen;
  if (state.hazard === null) return "hazard";
  return state.origin === null ? `where ${state.byName}` : "now";
}

/** At once, not after painting: whoever has already gone to a field of the new screen keeps it. */
function useFocusOnChange(current: string) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(current);
  useLayoutEffect(() => {
    if (shown.current === current) return;
    shown.current = current;
    main.current?.focus({ preventScroll: true });
    main.current?.parentElement?.scrollTo(0, 0);
    scrollTo(0, 0);
  }, [current]);
  return main;
}

/** A new decision is spoken once, whatever has the focus. */
function Spoken() {
  const { state, say } = useApp();
  const shown = shownNow(state, say);
  const mark = state.live?.drill ? say("drill.mark") : "";
  return (
    <p class="vh" aria-live="assertive">
      {state.answer && shown ? mark + spoken(shown, state.answer, say) : ""}
    </p>
  );
}

/** The window's title says the decision first, as a screen reader and a task switcher show it. */
function useTitle(screen: Screen) {
  const { state, say } = useApp();
  const { answer, region } = state;
  const town = region ? townName(region.name, region.fictional, say) : null;
  const parts = [
    state.live?.drill ? say("drill.mark") : null,
    about(),
    town ? `${say("app.name")} ${town.name}${town.mark}` : say("app.name"),
  ];
  const title = parts.filter((part) => part !== null).join(" – ");
  useEffect(() => {
    document.title = plain(title);
  }, [title]);

  function about(): string | null {
    if (screen === "alerts" || screen === "sites" || screen === "plan") return say(`tabs.${screen}`);
    if (screen === "route") return answer?.shelter ? say("route.title", { site: answer.shelter.name }) : null;
    const shown = shownNow(state, say);
    return shown ? say(shown.verb) : null;
  }
}
