import { useEffect, useState } from "preact/hooks";
import { useApp } from "../app/context.ts";
import { duration } from "../model/format.ts";
import { clock, leaveAt } from "../model/leave.ts";

interface Given {
  readonly leaveByMs: number;
  readonly walkS: number;
  /** When the moment passes, it is decided again. */
  readonly onOver: () => void;
}

/** The last time to leave, as a clock and as minutes left, and how the time until then is used. */
export function LeaveBy({ leaveByMs, walkS, onOver }: Given) {
  const { say } = useApp();
  const { minutes, over, close, spoken } = useLeave(leaveByMs, onOver);
  const left = minutes > 0 ? duration(minutes * 60, say) : say("leave.lessThanMinute");
  if (over) return null;
  return (
    <section class={close ? "leaveby close" : "leaveby"} aria-label={say("leave.title")}>
      <div>
        <p class="lab">{say("leave.label")}</p>
        <p class="clock">{clock(leaveByMs)}</p>
      </div>
      <div class="left">
        <p class="lab">{say("leave.left")}</p>
        <p class="clock">{left}</p>
      </div>
      <Bar minutes={minutes} walkS={walkS} />
      <p class="vh" aria-live="polite">
        {spoken ? say("leave.spoken", { time: clock(leaveByMs), left }) : ""}
      </p>
    </section>
  );
}

/** Black: until the last moment at home; stripes: walking. Lengths are times. */
function Bar({ minutes, walkS }: { minutes: number; walkS: number }) {
  const { say } = useApp();
  const walk = Math.max(1, Math.ceil(walkS / 60));
  const home = Math.max(1, Math.min(minutes, 4 * walk));
  return (
    <div class="timeline" style={{ gridTemplateColumns: `${home}fr ${walk}fr` }}>
      <i />
      <i class="walk" />
      <span>{say("leave.home")}</span>
      <span>{say("leave.walk", { time: duration(walkS, say) })}</span>
    </div>
  );
}

/** Follows the clock by the minute; in the last ten minutes the number on screen is never older than 10 s. */
function useLeave(leaveByMs: number, onOver: () => void) {
  const { offsetMs } = useApp().state.clock;
  const [now, setNow] = useState(Date.now);
  const leave = leaveAt(leaveByMs, now + offsetMs);
  const waitMs = leave.close ? Math.min(leave.nextMs, 10_000) : leave.nextMs;
  useEffect(() => {
    if (leave.over) return onOver();
    const timer = setTimeout(() => setNow(Date.now()), waitMs);
    return () => clearTimeout(timer);
  }, [now, leaveByMs, leave.over, waitMs, onOver]);
  return leave;
}
