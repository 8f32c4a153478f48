import { useApp } from "../app/context.ts";

/** Whose data this is: always on screen. */
export function Credits() {
  const { state, say } = useApp();
  const sources = state.region?.sources ?? [];
  const credits = [...new Set(sources.map((source) => source.credit ?? source.title))];
  return (
    <footer class="credits">
      <p>{credits.length > 0 ? say("credits.label", { credits: credits.join(" / ") }) : null}</p>
      {say.lang === "ja" ? null : <p class="reference">{say("credits.reference")}</p>}
      {state.region?.fictional ? <p>{say("app.fictionalNote")}</p> : null}
    </footer>
  );
}
