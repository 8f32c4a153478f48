import type { ComponentChildren } from "preact";
import { useApp } from "../app/context.ts";
import type { Screen } from "../app/hash.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { decide } from "../model/decision.ts";
import { Tabs } from "../parts/Tabs.tsx";

/** The one action and the way out of it, in reach of the thumb; the tabs once there is a way to show. */
export function Foot({ screen }: { screen: Screen }) {
  const { state } = useApp();
  if (state.hazard === null) return null;
  if (state.origin === null) return state.byName ? null : <WhereActions />;
  const hasWay = state.answer?.geometry != null;
  return (
    <div class="foot">
      {screen === "route" && hasWay ? null : <NowActions hasWay={hasWay} />}
      {hasWay ? <Tabs screen={screen} /> : null}
    </div>
  );
}

function WhereActions() {
  const { state, dispatch, say, locate } = useApp();
  return (
    <div class="foot">
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
    </div>
  );
}

function NowActions({ hasWay }: { hasWay: boolean }) {
  const { state, dispatch, say } = useApp();
  const stays = state.answer !== null && decide(state.answer, say).look === "stay";
  return (
    <Actions>
      {hasWay ? (
        <a class={stays ? "btn" : "act"} href="#/route">
          <Icon drawing={ICONS.route} />
          {say(stays ? "route.showOnly" : "route.show")}
        </a>
      ) : null}
      <button type="button" class="btn" onClick={() => dispatch({ type: "origin", origin: null })}>
        {say("ask.elsewhere")}
      </button>
    </Actions>
  );
}

function Actions({ children }: { children: ComponentChildren }) {
  const { say } = useApp();
  return (
    <section class="actions" aria-label={say("foot.label")}>
      {children}
    </section>
  );
}
