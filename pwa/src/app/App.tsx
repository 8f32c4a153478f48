import { useCallback, useEffect, useReducer, useState } from "preact/hooks";
import { firstLanguage } from "../i18n/say.ts";
import { useLive } from "../live/useLive.ts";
import { householdFrom } from "../model/home/kept.ts";
import { Page } from "../screens/Page.tsx";
import { useSounds } from "../sound/useSounds.ts";
import { AppContext, type App as AppValue } from "./context.ts";
import { recall, remember } from "./memory.ts";
import { takeArea, useScreen } from "./nav/hash.ts";
import { useBack } from "./nav/steps.ts";
import { devicePosition } from "./position.ts";
import { theEngine, useRegion } from "./queries.ts";
import { useSpeaker } from "./speaking.ts";
import { initialState, readsOn, reduce } from "./state.ts";
import { useAnswer } from "./useAnswer.ts";

function start() {
  const lang = firstLanguage(recall("lang"), navigator.languages);
  const thrifty = recall("thrifty");
  const made = initialState(lang, householdFrom(recall("household")), thrifty === null ? null : thrifty === "true");
  return { ...made, area: takeArea() };
}

/** A part that could not be fetched now is fetched another time. */
const ignored = () => undefined;

/** State, its effects, and the page that shows it. */
export function App() {
  const [state, dispatch] = useReducer(reduce, undefined, start);
  const [attempt, setAttempt] = useState(0);
  const answers = state.revision !== null;
  const say = useSpeaker(state.lang, attempt, useScreen() !== "now" || readsOn(state));

  useRegion(state, dispatch, attempt);
  useAnswer(state, dispatch, say, attempt);
  useLive(state, theEngine(), dispatch, attempt);
  useSounds(state, say);
  useEffect(() => remember("lang", state.lang), [state.lang]);
  useEffect(() => remember("household", JSON.stringify(state.household)), [state.household]);
  useEffect(() => {
    if (state.thrifty !== null) remember("thrifty", String(state.thrifty));
  }, [state.thrifty]);
  const area = answers ? (state.region?.id ?? null) : null;
  useEffect(() => {
    if (area === null) return;
    const ended = import("../store/places.ts").then(({ followHome }) =>
      followHome(area, (home) => dispatch({ type: "here", here: { home } })),
    );
    return () => void ended.then((end) => end(), ignored);
  }, [area]);
  useBack(state, dispatch);
  useEffect(() => {
    if (!state.reached || !answers) return;
    const ended = import("../report/send.ts").then(({ replayReports }) => replayReports());
    return () => void ended.then((end) => end(), ignored);
  }, [state.reached, answers]);

  const locate = useCallback(async () => {
    dispatch({ type: "locating" });
    const found = await devicePosition();
    dispatch(typeof found === "string" ? { type: "failure", failure: found } : { type: "origin", origin: found });
  }, []);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  useEffect(() => {
    if (answers) import("./install.ts").then(({ install }) => install(), ignored); // what an answer needs comes first
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
