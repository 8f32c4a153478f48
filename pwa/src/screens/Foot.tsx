import type { ComponentChildren } from "preact";
import { shownNow } from "../app/ask.ts";
import { useApp } from "../app/context.ts";
import { recall } from "../app/memory.ts";
import type { Screen } from "../app/nav/hash.ts";
import { lazily, Nothing } from "../app/nav/lazy.tsx";
import { Changed } from "../decision/Changed.tsx";
import { ICONS } from "../icons/first.ts";
import { Icon } from "../icons/Icon.tsx";
import type { Look } from "../model/decision.ts";
import { Tabs } from "../parts/Tabs.tsx";
import { ShareButton } from "../share/ShareButton.tsx";
import { wayOutOf } from "./wayOut.ts";

const CannotFoot = lazily(
  () => import("../help/CannotFoot.tsx").then(({ CannotFoot }) => CannotFoot),
  Nothing,
  "drill",
);
const Elsewhere = lazily(() => import("../live/Elsewhere.tsx").then(({ Elsewhere }) => Elsewhere), Nothing, "settings");
const PlanFoot = lazily(() => import("../plan/PlanFoot.tsx").then(({ PlanFoot }) => PlanFoot), Nothing, "own");
const StartOffer = lazily(
  () => import("../start/StartOffer.tsx").then(({ StartOffer }) => StartOffer),
  () => <div class="offered" />,
);

/** What changed, the one action and the way out of it, in reach of the thumb; then the tabs. */
export function Foot({ screen }: { screen: Screen }) {
  const { state } = useApp();
  if (state.region === null) return null;
  return (
    <div class="foot">
      <Changed />
      {state.kept.length > 1 ? <Elsewhere /> : null}
      {screen === "now" ? <NowFoot /> : null}
      {screen === "plan" ? <PlanFoot /> : null}
      {screen === "cannot" ? <CannotFoot /> : null}
      <Tabs screen={screen} />
    </div>
  );
}

function NowFoot() {
  const { state } = useApp();
  if (state.hazard === null) return recall("start") === null ? <StartOffer /> : null;
  if (state.origin !== null) return <NowActions hasWay={state.answer?.geometry != null} />;
  return state.byName ? null : <WhereActions />;
}

function WhereActions() {
  const { state, dispatch, say, locate } = useApp();
  return (
    <Actions>
      <p class="small">{say("ask.privacy")}</p>
      <button type="button" class="act" onClick={locate} aria-busy={state.locating}>
        <Icon drawing={ICONS.here} />
        {say(state.locating ? "ask.locating" : "ask.device")}
      </button>
      <button type="button" class="btn" onClick={() => dispatch({ type: "byName", byName: true })}>
        <Icon drawing={ICONS.list} />
        {say("ask.byName")}
      </button>
    </Actions>
  );
}

function NowActions({ hasWay }: { hasWay: boolean }) {
  const { state, dispatch, say } = useApp();
  const look = shownNow(state, say)?.look ?? null;
  const wayOut = wayOutOf(look, state);
  return (
    <Actions>
      <Main look={look} hasWay={hasWay} />
      {wayOut === "elsewhere" ? (
        <button type="button" class="btn elsewhere" onClick={() => dispatch({ type: "origin", origin: null })}>
          {say("ask.elsewhere")}
        </button>
      ) : (
        <a class="btn" href="#/cannot">
          {say(wayOut === "late" ? "cannot.late" : "cannot.button")}
        </a>
      )}
    </Actions>
  );
}

/** The one filled button: to walk, to tell the family that one stays, or to call for help. */
function Main({ look, hasWay }: { look: Look | null; hasWay: boolean }) {
  const { state, say } = useApp();
  if (look === "stay") return <ShareButton main label={say("share.stay")} text={say("share.stayText")} />;
  if (look === "up") return <ShareButton main label={say("share.up")} text={say("share.upText")} />;
  if (look === "late") {
    if (state.live?.drill) return null; // nobody calls for help in a drill
    return (
      <a class="act" href="tel:119">
        <Icon drawing={ICONS.phone} />
        {say("late.call")}
      </a>
    );
  }
  if (!hasWay) return null;
  return (
    <a class="act" href="#/route">
      <Icon drawing={ICONS.route} />
      {say("route.show")}
    </a>
  );
}

export function Actions({ children }: { children: ComponentChildren }) {
  const { say } = useApp();
  return (
    <section class="actions" aria-label={say("foot.label")}>
      {children}
    </section>
  );
}
