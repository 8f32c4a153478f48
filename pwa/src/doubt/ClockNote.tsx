import { useApp, useSay } from "../app/context.ts";
import { aboutOff } from "../live/now.ts";

/** The phone's clock is wrong, or may be: by how much, and what is told by it. */
export function ClockNote() {
  const { clock } = useApp().state;
  const say = useSay("doubt");
  return (
    <p class="card small clocknote" role="status">
      {words()}
    </p>
  );

  function words(): string {
    if (clock.state !== "wrong") return say("clock.unsure");
    const { unit, n } = aboutOff(clock);
    return say(clock.offsetMs > 0 ? "clock.slow" : "clock.fast", { time: say(`clock.${unit}`, { n }) });
  }
}
