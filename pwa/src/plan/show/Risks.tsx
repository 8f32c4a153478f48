import { useSay } from "../../app/context.ts";
import { swatchOf, swatchWords } from "../../model/exposure.ts";
import { type Planned, verdictOf } from "../rows.ts";

/** How the home is exposed to each hazard, as published, and what that means; what is not known is hatched. */
export function Risks({ planned }: { planned: readonly Planned[] }) {
  const say = useSay("own");
  return (
    <section>
      <h2>{say("plan.risks")}</h2>
      <table class="risk">
        <thead>
          <tr>
            <th scope="col">{say("plan.col.hazard")}</th>
            <th scope="col">{say("plan.col.map")}</th>
            <th scope="col">{say("plan.col.act")}</th>
          </tr>
        </thead>
        <tbody>
          {planned.map((one) => (
            <tr key={one.kind}>
              <th scope="row">{say(`hazard.${one.kind}`)}</th>
              <td>
                <Exposure one={one} />
              </td>
              <td>
                <b>{verdictOf(one, say)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Exposure({ one: { plan } }: { one: Planned }) {
  const say = useSay("own");
  const swatch = swatchOf(plan.here.worst);
  const words = plan.isMapped ? swatchWords(swatch, say) : say("plan.noMap");
  return (
    <>
      <i class={`swatch sw-${swatch}`} /> {words}
    </>
  );
}
