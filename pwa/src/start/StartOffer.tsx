import { useState } from "preact/hooks";
import { useApp } from "../app/context.ts";
import { recall, remember } from "../app/memory.ts";
import { isCalm } from "./steps.ts";

/** At the first visit, while nothing is in force: offers to get ready. It stands in nobody's way, and asks once. */
export function StartOffer() {
  const { state, say } = useApp();
  const [answered, setAnswered] = useState(() => recall("start") !== null);
  if (answered) return null;
  if (!say.whole || !isCalm(state)) return <div class={state.live?.shown.alerts.length ? "" : "offered"} />;
  const later = () => {
    remember("start", "later");
    setAnswered(true);
  };
  return (
    <section class="actions pair offered" aria-label={say("start.offer")}>
      <a class="btn" href="#/plan/start">
        {say("start.offer")}
      </a>
      <button type="button" class="btn" onClick={later}>
        {say("push.later")}
      </button>
    </section>
  );
}
