import { useApp, useSay } from "../app/context.ts";
import { clock } from "../model/leave.ts";
import type { Pushed } from "../push/pushed.ts";

interface Given {
  readonly pushed: Pushed;
}

/** Under the first line: what came as a notification, before the news themselves are here. */
export function PushedLine({ pushed }: Given) {
  const say = useSay("doubt");
  return (
    <a class="official pushed" href="#/alerts">
      <span>
        <b lang={pushed.lang}>{pushed.title}</b>
        <br />
        {say("pushed.title", { time: useTime(pushed) })}
      </span>
    </a>
  );
}

/** The whole of it, and what is not known. */
export function PushedCard({ pushed }: Given) {
  const say = useSay("doubt");
  return (
    <section class="card pushed">
      <h2 lang={pushed.lang}>{pushed.title}</h2>
      <p lang={pushed.lang}>{pushed.body}</p>
      <p class="small">{say("pushed.title", { time: useTime(pushed) })}</p>
      {pushed.drill ? null : <p>{say("pushed.note")}</p>}
    </section>
  );
}

function useTime({ atMs }: Pushed): string {
  return clock(atMs + useApp().state.clock.offsetMs);
}
