import { useEffect, useState } from "preact/hooks";
import { useApp } from "../app/context.ts";
import { sentences } from "../model/sentences.ts";
import { advice } from "../words/advice.ts";
import { allWordsIn } from "../words/text.ts";

/** What to do and what not to do, in whole sentences, one a line; their words are fetched for it. */
export function Advice() {
  const { state, say } = useApp();
  const about = state.advice?.about ?? null;
  const [told, setTold] = useState<readonly string[] | null>(null);
  useEffect(() => {
    if (about === null) return;
    let current = true;
    allWordsIn(say.lang)
      .then((words) => current && setTold(sentences(advice(about.outcome, about.asked, words))))
      .catch(() => undefined); // without a network the sentences stay away: the way is told without them
    return () => {
      current = false;
    };
  }, [about, say.lang]);
  if (told === null) return null;
  return (
    <section class="card">
      <h2>{say("route.todo")}</h2>
      <ul class="todo">
        {told.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
