import { useApp } from "../app/context.ts";

/** What the last news changed, in one sentence; the page itself stays where it is. */
export function Changed() {
  const { state, say, dispatch } = useApp();
  const { changed } = state;
  return (
    <div class="changed" role="status">
      {changed === null ? null : (
        <div key={changed}>
          <p>{changed}</p>
          <button type="button" class="iconbtn" onClick={() => dispatch({ type: "changed", changed: null })}>
            {say("changed.seen")}
          </button>
        </div>
      )}
    </div>
  );
}
