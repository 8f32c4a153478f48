import { useEffect, useState } from "preact/hooks";
import { useApp } from "../app/context.ts";
import type { Decision } from "../core/hazard/decision/advice.ts";
import "../style/later.css";
import { allWordsIn, type Words } from "../words/text.ts";

/** Why this is said, and what would change it; its words come when somebody asks. */
export function Why({ decision }: { decision: Decision }) {
  const { say } = useApp();
  const [asked, setAsked] = useState(false);
  return (
    <details onToggle={(event) => setAsked(event.currentTarget.open)}>
      <summary>{say("why.title")}</summary>
      {asked ? <Told decision={decision} /> : null}
    </details>
  );
}

function Told({ decision }: { decision: Decision }) {
  const { state, say } = useApp();
  const [words, setWords] = useState<Words | null>(null);
  useEffect(() => {
    allWordsIn(state.lang).then((found) => setWords(found));
  }, [state.lang]);
  if (words === null) return <p role="status">{say("app.part")}</p>;
  return (
    <>
      <ul class="todo">
        {decision.reasons.map(({ code, kind }) => (
          <li key={code + kind}>{words.say(`reason.${code}`)}</li>
        ))}
      </ul>
      <h3>{say("why.change")}</h3>
      <ul class="todo">
        {decision.changes.map(({ code, kind }) => (
          <li key={code + kind}>{words.say(`change.${code}`)}</li>
        ))}
      </ul>
    </>
  );
}
