import type { Step } from "../api/types.ts";
import { useApp } from "../app/context.ts";
import type { Progress } from "../guide/progress.ts";
import type { CompassState } from "../guide/useCompass.ts";
import { compassWord } from "../guide/words.ts";
import { TURN_ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { distance } from "../model/format.ts";

interface Given {
  readonly steps: readonly Step[];
  readonly progress: Progress | null;
  readonly compass: { readonly state: CompassState; readonly headingDeg: number | null };
}

/** The next instruction while walking: its arrow, its words, how far; by the compass where there is one. */
export function Ahead({ steps, progress, compass }: Given) {
  const { say } = useApp();
  const index = progress?.next ?? 0;
  const step = steps[index] ?? steps[0];
  if (step === undefined) return null;
  const drawing = TURN_ICONS[step.turn] ?? TURN_ICONS["straight"];
  const pointing = progress !== null && compass.state === "on" && compass.headingDeg !== null;
  return (
    <section class="next strong" aria-label={say("route.nextStep")}>
      <div
        class="turn"
        style={pointing ? { transform: `rotate(${progress.bearingDeg - (compass.headingDeg ?? 0)}deg)` } : {}}
      >
        <Icon drawing={(pointing ? TURN_ICONS["straight"] : drawing) as NonNullable<typeof drawing>} />
      </div>
      <div>
        <p class="big">{step.text}</p>
        <p class="small">
          {progress === null
            ? (steps[index + 1]?.text ?? "")
            : say("route.ahead", { distance: distance(progress.toNextM, say) })}
          {progress !== null && compass.state !== "off" && !pointing
            ? ` ${say("route.towards", { direction: say(compassWord(progress.bearingDeg)) })}`
            : null}
        </p>
      </div>
    </section>
  );
}
