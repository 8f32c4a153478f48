import { useApp } from "../app/context.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { clock } from "../model/leave.ts";
import "../style/later.css";

/** With old news: what is still known here, what is not, and one thing to do. */
export function Stale({ asOfMs }: { asOfMs: number }) {
  const { say, retry } = useApp();
  return (
    <>
      <section class="card">
        <h2>{say("stale.known")}</h2>
        <ul class="checks">
          {[say("stale.ways"), say("stale.sites")].map((words) => (
            <li key={words}>
              <Icon drawing={ICONS.check} />
              <span>{words}</span>
            </li>
          ))}
        </ul>
      </section>
      <section class="card hatchedge">
        <h2>{say("stale.unknown")}</h2>
        <ul class="checks">
          {[say("stale.open"), say("stale.closed", { time: clock(asOfMs) })].map((words) => (
            <li key={words}>
              <Icon drawing={ICONS.question} />
              <span>{words}</span>
            </li>
          ))}
        </ul>
        <button type="button" class="btn" onClick={retry}>
          {say("stale.retry")}
        </button>
      </section>
    </>
  );
}
