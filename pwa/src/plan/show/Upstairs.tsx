import { useEffect, useState } from "preact/hooks";
import { useApp, useSay } from "../../app/context.ts";
import { allWordsIn, type Words } from "../../words/text.ts";
import type { Planned } from "../rows.ts";

/** Whether one may stay upstairs (屋内安全確保), for each hazard with a level, with everything that speaks against it. */
export function Upstairs({ planned }: { planned: readonly Planned[] }) {
  const { state } = useApp();
  const say = useSay("own");
  const [words, setWords] = useState<Words | null>(null);
  useEffect(() => {
    let current = true;
    allWordsIn(state.lang).then((found) => current && setWords(found));
    return () => {
      current = false;
    };
  }, [state.lang]);
  const asked = planned.filter(({ plan }) => plan.against !== null && isInQuestion(plan.decision.advice));
  if (asked.length === 0 || words === null) return null;
  return (
    <section>
      <h2>{say("plan.upstairs")}</h2>
      <ul class="todo">
        {asked.map(({ kind, plan }) => (
          <li key={kind}>
            <b>{say(`plan.upstairs.${stays(plan.against ?? [])}`, { hazard: say(`hazard.${kind}`) })}</b>
            {(plan.against ?? []).map(({ code }) => (
              <span class="block small" key={code}>
                {words.say(`reason.${code}`)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Outside of the zone nobody asks whether they may stay. */
function isInQuestion(advice: string): boolean {
  return advice !== "StayWhereYouAre" && advice !== "Unknown";
}

/** What is only not known is not told as impossible, and never as possible. */
function stays(against: readonly { readonly code: string }[]): "yes" | "no" | "unknown" {
  if (against.length === 0) return "yes";
  return against.every(({ code }) => code.endsWith("_unknown")) ? "unknown" : "no";
}
