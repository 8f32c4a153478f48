import type { Answer } from "../api/types.ts";
import { useApp } from "../app/context.ts";
import { distance } from "../model/format.ts";

/** Where the mapped zone ends nearest, when there is no way to a site. */
export function DryGround({ answer }: { answer: Answer }) {
  const { say } = useApp();
  const ground = answer.dry_ground;
  if (ground === null || ground.direction === null || ground.length_m === 0) return null;
  const away = { direction: ground.direction, distance: distance(ground.length_m, say) };
  return (
    <section class="card">
      <p class="small">{say("dry.title")}</p>
      <p class="big">{say("dry.away", away)}</p>
      <p class="small">{say("unknown.way")}</p>
    </section>
  );
}
