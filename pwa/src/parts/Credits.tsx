import { useState } from "preact/hooks";
import { useApp } from "../app/context.ts";
import { lazily } from "../app/nav/lazy.tsx";

const Sources = lazily(() => import("../credits/Sources.tsx").then(({ Sources }) => Sources), undefined, "data");

/** Whose data this is: always on screen; with date and licence for who asks. */
export function Credits() {
  const { state, say } = useApp();
  const [asked, setAsked] = useState(false);
  if (state.region === null || state.pack === null) return null;
  const { sources, fictional } = state.region;
  const credits = [...new Set(sources.map((source) => source.credit ?? source.title))];
  return (
    <footer class="credits">
      {credits.length > 0 ? (
        <details onToggle={(event) => setAsked(event.currentTarget.open)}>
          <summary>{say("credits.label", { credits: credits.join(" / ") })}</summary>
          {asked ? <Sources /> : null}
        </details>
      ) : null}
      {say.lang === "ja" ? null : <p class="reference">{say("credits.reference")}</p>}
      {fictional ? <p>{say("app.fictionalNote")}</p> : null}
    </footer>
  );
}
