import { useState } from "preact/hooks";
import { useApp } from "../app/context.ts";
import { distance, duration } from "../model/format.ts";
import { type Other, useAlternatives } from "./useAlternatives.ts";

/** Other ways, each with how it differs in words; looked for only when somebody asks. */
export function Alternatives() {
  const { say } = useApp();
  const [asked, setAsked] = useState(location.hash.endsWith("?others"));
  return (
    <details class="others" open={asked} onToggle={(event) => setAsked(event.currentTarget.open)}>
      <summary>{say("other.title")}</summary>
      {asked ? <List /> : null}
    </details>
  );
}

function List() {
  const { state, dispatch, say } = useApp();
  const others = useAlternatives(state);
  if (others === null) return <p role="status">{say("app.part")}</p>;
  if (others.length === 0) return <p>{say("other.none")}</p>;
  return (
    <ul class="sites">
      {others.map((other) => (
        <li key={other.key} class="sitecard">
          <p class="small">{say(`other.${other.kind}`)}</p>
          <h3 lang="ja">{other.site}</h3>
          <p class="walk">
            <b>{duration(other.durationS, say)}</b> <span class="nw">{distance(other.lengthM, say)}</span>
          </p>
          <ul class="diffs">
            {differences(other).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <button
            type="button"
            class="btn"
            onClick={() => dispatch({ type: "target", target: other.kind === "safest" ? null : other.key })}
          >
            {say("other.use")}
          </button>
        </li>
      ))}
    </ul>
  );

  function differences(other: Other): string[] {
    return [
      other.longerS > 0 ? say("other.longer", { time: duration(other.longerS, say) }) : "",
      other.longerS === 0 ? say("other.same") : "",
      other.longerS < 0 ? say("other.shorter", { time: duration(-other.longerS, say) }) : "",
      other.wetM > 0 ? say("other.wet", { distance: distance(other.wetM, say) }) : say("other.dry"),
      other.unknownM > 0 ? say("other.unknown", { distance: distance(other.unknownM, say) }) : "",
    ].filter((words) => words !== "");
  }
}
