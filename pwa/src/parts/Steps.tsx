import type { Answer } from "../api/types.ts";
import { useApp } from "../app/context.ts";
import { START_ICON } from "../icons/first.ts";
import { Icon } from "../icons/Icon.tsx";
import { distance, duration } from "../model/format.ts";

/** The first step, large, with its arrow. */
export function NextStep({ answer }: { answer: Answer }) {
  const { say } = useApp();
  const step = answer.steps?.[0];
  if (!step) return null;
  const awayM = answer.start?.distance_m ?? 0;
  return (
    <section class="next" aria-label={say("route.first")}>
      <div class="turn">
        <Icon drawing={START_ICON} />
      </div>
      <div>
        <p class="big">{step.text}</p>
        <p class="small">
          {awayM >= FAR_FROM_STREET_M
            ? say("route.toStreet", { distance: distance(awayM, say) })
            : say("site.spoken", {
                site: answer.shelter?.name ?? say("site.edge"),
                minutes: duration(answer.duration_s ?? 0, say),
              })}
        </p>
      </div>
    </section>
  );
}

/** From this far on the way to the street is told as a step of its own. */
const FAR_FROM_STREET_M = 20;

/** The whole way in words; `at` is the step that comes next. */
export function StepList({ answer, at = null }: { answer: Answer; at?: number | null }) {
  const { say } = useApp();
  const awayM = answer.start?.distance_m ?? 0;
  return (
    <section>
      <h2>{say("route.steps")}</h2>
      <ol class="steps">
        {awayM >= FAR_FROM_STREET_M ? <li>{say("route.toStreet", { distance: distance(awayM, say) })}</li> : null}
        {answer.steps?.map((step, index) => (
          <li key={index} aria-current={index === at ? "step" : undefined}>
            <b>{step.text}</b>
          </li>
        ))}
      </ol>
    </section>
  );
}
