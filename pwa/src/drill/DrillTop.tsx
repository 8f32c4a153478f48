import { useSay } from "../app/context.ts";
import { useMinute } from "../app/hooks.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import type { LiveView } from "../live/shown.ts";
import { isOld } from "../model/age.ts";
import { duration } from "../model/format.ts";
import { clock } from "../model/leave.ts";
import { Language } from "../parts/Language.tsx";

/** The first line in a drill: its clock, and what is known about the real thing. */
export function DrillTop({ startedMs, real }: { startedMs: number; real: LiveView | null }) {
  const say = useSay("drill");
  const now = useMinute();
  const minutes = Math.floor((now - startedMs) / 60_000);
  const known = real !== null && !isOld(real.facts.asOfMs, now);
  return (
    <header class="top">
      <div class="fresh">
        <Icon drawing={ICONS.clock} />
        <p role="status">
          <span class="nw">{say("practice.clock", { time: clock(now) })}</span>{" "}
          {minutes > 0 ? <span class="nw">{say("practice.since", { time: duration(minutes * 60, say) })}</span> : null}
          <span class="town">{say(known ? "practice.realNone" : "practice.realUnknown")}</span>
        </p>
        <Language />
      </div>
    </header>
  );
}
