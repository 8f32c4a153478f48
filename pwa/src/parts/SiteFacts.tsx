import type { Answer } from "../api/types.ts";
import { useApp } from "../app/context.ts";
import { metresInZone } from "../model/exposure.ts";
import { distance, duration } from "../model/format.ts";

/** How long, how far, and how much of it is dangerous or not surveyed. */
export function SiteFacts({ answer }: { answer: Answer }) {
  const { say } = useApp();
  if (answer.duration_s === null || answer.length_m === null) return null;
  return (
    <dl class="tri">
      <div>
        <dt>{say(answer.profile === "car" ? "site.drive" : "site.walk")}</dt>
        <dd>{duration(answer.duration_s, say)}</dd>
      </div>
      <div>
        <dt>{say("site.length")}</dt>
        <dd>{distance(answer.length_m, say)}</dd>
      </div>
      <Danger answer={answer} />
    </dl>
  );
}

/** What is not known about a way is not called none. */
function Danger({ answer }: { answer: Answer }) {
  const { say } = useApp();
  if (answer.exposure === null) return null;
  const inZoneM = metresInZone(answer.exposure);
  const unknownM = answer.unknown_m ?? 0;
  if (unknownM > 0 && inZoneM === 0) {
    return (
      <div class="hatched">
        <dt>{say("site.notSurveyed")}</dt>
        <dd>{distance(unknownM, say)}</dd>
      </div>
    );
  }
  return (
    <div>
      <dt>{say("site.inZone")}</dt>
      <dd>{inZoneM > 0 ? distance(inZoneM, say) : say("site.none")}</dd>
    </div>
  );
}

/** Where to: the name of the site, or the edge of the zone. */
export function SiteName({ answer, label }: { answer: Answer; label: string }) {
  const { say } = useApp();
  if (!answer.geometry) return null;
  return (
    <div class="site">
      <p class="small">{label}</p>
      <h2 lang={answer.shelter ? "ja" : undefined}>{answer.shelter?.name ?? say("site.edge")}</h2>
    </div>
  );
}
