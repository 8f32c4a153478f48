import { useApp } from "../app/context.ts";
import { useNewVersion } from "../app/install.ts";

/** Offers a newer page. It never comes by itself: nobody loses the way that is on the screen. */
export function NewVersion() {
  const { say } = useApp();
  const take = useNewVersion();
  if (take === null) return null;
  return (
    <section class="card">
      <p>{say("update.ready")}</p>
      <button type="button" class="btn" onClick={take}>
        {say("update.use")}
      </button>
    </section>
  );
}
