import { useApp, useSay } from "../app/context.ts";

/** Where the map would be while the battery is spared. */
export function NoMap() {
  const { dispatch } = useApp();
  const say = useSay("settings");
  return (
    <section class="card stack nomap">
      <p>{say("battery.noMap")}</p>
      <button type="button" class="btn" onClick={() => dispatch({ type: "thrifty", thrifty: false })}>
        {say("battery.showMap")}
      </button>
    </section>
  );
}
