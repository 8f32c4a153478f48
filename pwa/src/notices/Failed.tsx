import { useApp } from "../app/context.ts";
import { lazily } from "../app/nav/lazy.tsx";
import type { Failure } from "../app/state.ts";
import type { PlainKey } from "../i18n/messages.ts";
import { WATER } from "../model/hazards.ts";

const AGAIN: ReadonlySet<Failure> = new Set(["regions", "damaged", "untrusted", "route"]);
const Untrusted = lazily(() => import("../doubt/Untrusted.tsx").then(({ Untrusted }) => Untrusted), undefined, "doubt");

/** What happened, what still works, one thing to do. No codes. */
export function Failed() {
  const { state, say, retry } = useApp();
  if (state.failure === null) return null;
  const again = AGAIN.has(state.failure);
  return (
    <div class="card failed" role="alert">
      {state.failure === "untrusted" ? (
        <Untrusted />
      ) : (
        <p>{say(words(state.failure, state.hazard !== null && WATER.has(state.hazard)))}</p>
      )}
      {again ? (
        <button type="button" class="btn" onClick={retry}>
          {say("error.retry")}
        </button>
      ) : null}
    </div>
  );
}

function words(failure: Exclude<Failure, "untrusted">, water: boolean): PlainKey {
  if (failure === "regions" || failure === "damaged") return `error.${failure}`;
  if (failure === "route") return water ? "error.route" : "error.routeOther";
  return failure === "denied" ? "error.denied" : "error.position";
}
