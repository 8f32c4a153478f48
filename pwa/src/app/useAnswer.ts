import { useEffect, useRef } from "preact/hooks";
import type { HazardKind } from "../core/hazard/kinds.ts";
import type { Say } from "../i18n/messages.ts";
import type { Before } from "../live/changes.ts";
import { type Clock, nowOf } from "../live/now.ts";
import { adviceOf, adviceQuestion, answerFrom } from "./ask.ts";
import { theEngine } from "./queries.ts";
import type { Action, State } from "./state.ts";

type Dispatch = (action: Action) => void;

/**
 * Ask what to do whenever the question, the region or the news change; an older answer that comes late is dropped.
 *
 * The answer before stays on the screen meanwhile: nothing is emptied, nothing jumps.
 */
export function useAnswer(state: State, dispatch: Dispatch, say: Say | null, attempt: number): void {
  const question = adviceQuestion(state);
  const lang = say?.lang ?? null;
  const asked = JSON.stringify([
    question,
    lang,
    state.revision,
    state.live?.facts.revision,
    state.live?.drill,
    state.clock,
  ]);
  const latest = useRef({ state, say });
  latest.current = { state, say };
  const told = useRef<Before | null>(null);
  // a new attempt asks again
  useEffect(() => {
    const [request] = JSON.parse(asked) as [typeof question];
    if (request === null || latest.current.say === null) return;
    let current = true;
    find(request, latest.current.say, latest.current.state.clock)
      .then(async (found) => {
        const changed = await difference(found.advice.goal);
        if (current) dispatch({ type: "answer", found, changed });
      })
      .catch(() => current && dispatch({ type: "failure", failure: "route" }));
    return () => {
      current = false;
    };
  }, [asked, dispatch, attempt]);

  /** What is different from what was told before about the same question. */
  async function difference(goal: string | null): Promise<string> {
    const { state: then, say: speak } = latest.current;
    const before = told.current;
    const now = then.live && { live: then.live, goal };
    told.current = now;
    if (before === null || now === null || then.answer === null || speak === null) return "";
    if (before.live === now.live) return "";
    const { changesBetween } = await import("../live/changes.ts");
    return changesBetween(before, now, speak);
  }
}

type Asked = NonNullable<ReturnType<typeof adviceQuestion>>;

async function find({ question, ...about }: Asked, say: Say, clock: Clock) {
  const nowMs = nowOf(clock);
  const told = await theEngine().advise(question);
  if (!told.ok) throw new Error("no answer");
  const kinds = told.value.situation.kinds as readonly HazardKind[];
  const asked = { ...about, kinds, profile: question.party.profile, lon: question.lon, lat: question.lat };
  const edge = say("site.edge");
  const answer = await answerFrom(told.value, asked, say.lang, edge);
  if (answer === null) throw new Error("no answer");
  const { passing, doubt = null } = told.value;
  return { answer, advice: adviceOf(told.value, asked, answer, edge, nowMs), passing, doubt };
}
