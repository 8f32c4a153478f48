import { useCallback, useEffect, useReducer, useState } from "preact/hooks";
import { firstLanguage } from "../i18n/say.ts";
import { useLive } from "../live/useLive.ts";
import { householdFrom } from "../model/kept.ts";
import { replayReports } from "../report/send.ts";
import { Page } from "../screens/Page.tsx";
import { useSounds } from "../sound/useSounds.ts";
import { AppContext, type App as AppValue } from "./context.ts";
import { install } from "./install.ts";
import { recall, remember } from "./memory.ts";
import { useBack } from "./nav/steps.ts";
import { devicePosition } from "./position.ts";
import { theEngine, useRegion } from "./queries.ts";
import { useSpeaker } from "./speaking.ts";
import { initialState, reduce } from "./state.ts";
import { useAnswer } from "./useAnswer.ts";

function start() {
  const lang = firstLanguage(recall("lang"), navigator.languages);
  const thrifty = recall("thrifty");
  return initialState(lang, householdFrom(recall("household")), thrifty === null ? null : thrifty === "true");
}

/** State, its effects, and the page that shows it. */
export function App() {
  const [state, dispatch] = useReducer(reduce, undefined, start);
  const [attempt, setAttempt] = useState(0);
  const say = useSpeaker(state.lang, attempt);

  useRegion(state, dispatch, attempt);
  useAnswer(state, dispatch, say, attempt);
  useLive(state, theEngine(), dispatch, attempt);
  useSounds(state, say);
  useEffect(() => remember("lang", state.lang), [state.lang]);
  useEffect(() => remember("household", JSON.stringify(state.household)), [state.household]);
  useEffect(() => {
    if (state.thrifty !== null) remember("thrifty", String(state.thrifty));
  }, [state.thrifty]);
  useBack(state, dispatch);
  useEffect(() => (state.reached ? replayReports() : undefined), [state.reached]);

  const locate = useCallback(async () => {
    dispatch({ type: "locating" });
    const found = await devicePosition();
    dispatch(typeof found === "string" ? { type: "failure", failure: found } : { type: "origin", origin: found });
  }, []);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const answers = state.revision !== null;
  useEffect(() => {
    if (answers) install(); // what an answer needs comes first
  }, [answers]);
  useEffect(() => {
    addEventListener("online", retry);
    return () => removeEventListener("online", retry);
  }, [retry]);

  if (say === null) return null;
  const value: AppValue = { state, dispatch, say, locate, retry };
  return (
    <AppContext.Provider value={value}>
      <Page />
    </AppContext.Provider>
  );
}
