import { useEffect } from "preact/hooks";
import { type EngineClient, startEngine } from "../engine/client.ts";
import { DamageError } from "../region/download.ts";
import { openRegion } from "../region/keep.ts";
import { answerOf } from "../words/answer.ts";
import { wordsIn } from "../words/text.ts";
import { type Action, question, type State } from "./state.ts";

type Dispatch = (action: Action) => void;
type Question = NonNullable<ReturnType<typeof question>>;

let engine: EngineClient | null = null;

/** The engine of this page, in its worker: every answer comes from it, and no position leaves this phone. */
function theEngine(): EngineClient {
  engine ??= startEngine();
  return engine;
}

let last: Promise<void> = Promise.resolve();

/** Open the region that is kept here, and look for a newer one; one attempt after the other. */
export function useRegion({ revision }: State, dispatch: Dispatch, attempt: number): void {
  // a new attempt asks again
  useEffect(() => {
    last = last
      .then(() => openRegion(theEngine(), revision, dispatch))
      .catch((error: unknown) => {
        dispatch({ type: "failure", failure: error instanceof DamageError ? "damaged" : "regions" });
      });
  }, [dispatch, attempt]);
}

/** Ask for the way whenever the question or the region changes; an older answer that comes late is dropped. */
export function useRoute(state: State, dispatch: Dispatch, attempt: number): void {
  const asked = JSON.stringify(question(state));
  // a new attempt asks again
  useEffect(() => {
    const request = JSON.parse(asked) as Question | null;
    if (request === null) return;
    let current = true;
    tell(request)
      .then((action) => current && dispatch(action))
      .catch(() => current && dispatch({ type: "failure", failure: "route" }));
    return () => {
      current = false;
    };
  }, [asked, dispatch, attempt]);
}

async function tell({ asked, lang }: Question): Promise<Action> {
  const { kinds, profile, lon, lat } = asked;
  const [told, words] = await Promise.all([theEngine().answer({ hazards: kinds, profile, lon, lat }), wordsIn(lang)]);
  if (!told.ok) return { type: "failure", failure: "route" };
  return {
    type: "answer",
    found: { answer: answerOf(told.value, asked, words), advice: null, passing: [] },
    changed: "",
  };
}
