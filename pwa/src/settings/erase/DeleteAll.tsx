import { render } from "preact";
import { useState } from "preact/hooks";
import { useApp, useSay } from "../../app/context.ts";
import { Erasing } from "./Erasing.tsx";

/** Remove everything from this phone: said what, then asked once more. */
export function DeleteAll() {
  const { state } = useApp();
  const say = useSay("settings");
  const [asked, setAsked] = useState(false);
  return (
    <section class="card stack erase" aria-label={say("delete.title")}>
      <h2>{say("delete.title")}</h2>
      <p>{say("delete.what")}</p>
      {asked ? (
        <>
          <p role="alert">
            <b>{say("delete.ask")}</b>
          </p>
          <div class="pair">
            <button type="button" class="btn danger" onClick={erase}>
              {say("delete.yes")}
            </button>
            <button type="button" class="btn" onClick={() => setAsked(false)}>
              {say("delete.no")}
            </button>
          </div>
        </>
      ) : (
        <button type="button" class="btn" onClick={() => setAsked(true)}>
          {say("delete.button")}
        </button>
      )}
    </section>
  );

  /** The page itself goes first: its parts would keep news and regions anew. */
  function erase() {
    const root = document.getElementById("app");
    if (root) render(<Erasing say={say} area={state.region?.id ?? ""} />, root);
  }
}
