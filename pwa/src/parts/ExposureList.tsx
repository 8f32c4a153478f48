import type { Answer } from "../api/types.ts";
import { useApp } from "../app/context.ts";
import { hazardOf } from "../model/decision.ts";
import { stretches } from "../model/exposure.ts";

/** How much of the way lies in which class, the worst first; unknown is hatched and says what it means. */
export function ExposureList({ answer }: { answer: Answer }) {
  const { say } = useApp();
  const hazard = hazardOf(answer);
  const note = answer.layers_missing.includes(hazard)
    ? say("exposure.noLayer", { hazard: say(`hazard.${hazard}`) })
    : say("exposure.scenario", { zone: say(`zone.${hazard}`) });
  return (
    <section>
      <h2>{say("exposure.title")}</h2>
      <ul class="exposure">
        {stretches(answer.exposure ?? {}, say).map(({ swatch, words, length }) => (
          <li key={swatch}>
            <i class={`swatch sw-${swatch}`} />
            <span>{words}</span>
            <b class="nw">{length}</b>
          </li>
        ))}
      </ul>
      <p class="small">{note}</p>
    </section>
  );
}
