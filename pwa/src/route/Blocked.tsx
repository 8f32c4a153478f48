import { useEffect, useRef, useState } from "preact/hooks";
import { useApp } from "../app/context.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { onSent, type What } from "../report/queue.ts";
import { type Sent, sendReport } from "../report/send.ts";

const WHATS: readonly What[] = ["blocked", "water", "fire"];

export interface Ahead {
  /** The street that is closed on this phone. */
  readonly street: number;
  /** The direction in which it cannot be passed. */
  readonly edge: number;
  readonly name: string;
  readonly place: { readonly lon: number; readonly lat: number };
}

/** "Blocked": closes the street ahead on this phone at once, then offers to tell the town, in about 100 m. */
export function Blocked({ ahead }: { ahead: Ahead | null }) {
  const { state, dispatch, say } = useApp();
  const [closed, setClosed] = useState<Ahead | null>(null);
  const [sent, setSent] = useState<Sent | "sending" | null>(null);
  const key = useRef("");
  useEffect(() => (sent === "waiting" ? onSent(key.current, () => setSent("sent")) : undefined), [sent]);

  function close() {
    if (ahead === null) return;
    setClosed(ahead);
    setSent(null);
    dispatch({ type: "closeHere", closed: { street: ahead.street, edge: ahead.edge } });
  }
  function report(what: What) {
    if (closed === null || state.region === null) return;
    setSent("sending");
    key.current = crypto.randomUUID();
    sendReport(state.region.id, what, closed.place, key.current, closed.street).then(setSent);
  }

  return (
    <>
      <button type="button" class="btn" onClick={close} disabled={ahead === null}>
        <Icon drawing={ICONS.blocked} />
        {say("blocked.button")}
      </button>
      {closed === null ? null : (
        <section class="card report" aria-label={say("blocked.title")}>
          <p role="status">{say("blocked.closed", { street: closed.name || say("blocked.noName") })}</p>
          {state.live?.drill ? null : sent === null ? (
            <>
              <p class="small">{say("blocked.offer")}</p>
              <div class="choices">
                {WHATS.map((what) => (
                  <button key={what} type="button" class="btn" onClick={() => report(what)}>
                    {say(`blocked.what.${what}`)}
                  </button>
                ))}
                <button type="button" class="btn" onClick={() => setClosed(null)}>
                  {say("blocked.later")}
                </button>
              </div>
            </>
          ) : (
            <p role="status">{say(`blocked.${sent}`)}</p>
          )}
          <button type="button" class="iconbtn" onClick={() => undo(closed)}>
            {say("blocked.undo")}
          </button>
        </section>
      )}
    </>
  );

  function undo({ street }: Ahead) {
    setClosed(null);
    dispatch({ type: "openHere", street });
  }
}
