import { useEffect, useState } from "preact/hooks";
import { adviceQuestion } from "../app/ask.ts";
import { theEngine } from "../app/queries.ts";
import type { State } from "../app/state.ts";
import type { AlternativeTold } from "../engine/messages.ts";
import { metresInZone } from "../model/exposure.ts";

/** Another way, and how it differs from the one that is shown. */
export interface Other {
  /** Names it for the engine. */
  readonly key: string;
  readonly kind: AlternativeTold["kind"];
  readonly site: string;
  readonly durationS: number;
  readonly lengthM: number;
  /** Than the way that is shown; negative: it is shorter. */
  readonly longerS: number;
  readonly wetM: number;
  readonly unknownM: number;
}

/** The ways that there are besides the one shown, the best first; null while they are looked for. */
export function useAlternatives(state: State): readonly Other[] | null {
  const [others, setOthers] = useState<readonly Other[] | null>(null);
  const asked = JSON.stringify([adviceQuestion(state)?.question ?? null, state.live?.facts.revision]);
  const shownS = state.answer?.duration_s ?? 0;
  const shown = state.target;
  const toSite = state.answer?.shelter != null;
  // asked again when the question or the news change
  useEffect(() => {
    const [question] = JSON.parse(asked) as [NonNullable<ReturnType<typeof adviceQuestion>>["question"] | null];
    if (question === null) return;
    let current = true;
    theEngine()
      .alternatives(question)
      .then((found) => {
        if (current) setOthers(found.ok ? found.value.filter(isOther).map(toOther).filter(isWorthIt) : []);
      });
    return () => {
      current = false;
    };
  }, [asked]);
  return others;

  /** The way to the edge of the zone is none of these: then all of them are others. */
  function isOther({ key, kind }: AlternativeTold): boolean {
    return shown === null ? !(toSite && kind === "safest") : key !== shown;
  }

  function isWorthIt({ kind, longerS }: Other): boolean {
    return (kind !== "quicker" && kind !== "balanced") || longerS < 0;
  }

  function toOther({ key, kind, route }: AlternativeTold): Other {
    const { site, durationS, lengthM, exposure, unknownM } = route;
    const wetM = metresInZone(exposure as Record<string, number>);
    return { key, kind, site: site.name, durationS, lengthM, longerS: durationS - shownS, wetM, unknownM };
  }
}
