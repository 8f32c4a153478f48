import { useEffect, useState } from "preact/hooks";
import { adviceQuestion } from "../app/ask.ts";
import { theEngine } from "../app/queries.ts";
import type { State } from "../app/state.ts";
import type { SiteReach } from "../core/hazard/advise/reach.ts";

/** How long it takes to each site by the real way, by its id; null before it is known, and for nowhere on the map. */
export function useReach(state: State): ReadonlyMap<string, SiteReach> | null {
  const [reach, setReach] = useState<ReadonlyMap<string, SiteReach> | null>(null);
  const isOutside = state.answer?.outcome === "OutsideRegion";
  const asked = JSON.stringify([
    isOutside ? null : (adviceQuestion(state)?.question ?? null),
    state.live?.facts.revision,
  ]);
  // asked again when the question or the news change
  useEffect(() => {
    const [question] = JSON.parse(asked) as [NonNullable<ReturnType<typeof adviceQuestion>>["question"] | null];
    if (question === null) return setReach(null);
    let current = true;
    theEngine()
      .reach(question)
      .then((found) => {
        if (current && found.ok) setReach(new Map(found.value.map((one) => [one.site, one])));
      });
    return () => {
      current = false;
    };
  }, [asked]);
  return reach;
}
