import { useApp, useSay } from "../app/context.ts";

/** Offers to spare the battery, for a reason. */
export function PowerOffer({ why }: { why: "low" | "saveData" }) {
  const { dispatch } = useApp();
  const say = useSay("settings");
  const choose = (thrifty: boolean) => () => dispatch({ type: "thrifty", thrifty });
  return (
    <section class="card stack offer" aria-label={say("battery.title")}>
      <p>
        {say(`battery.${why}`)} {say("battery.offer")}
      </p>
      <div class="pair">
        <button type="button" class="btn" onClick={choose(true)}>
          {say("battery.yes")}
        </button>
        <button type="button" class="btn" onClick={choose(false)}>
          {say("battery.no")}
        </button>
      </div>
    </section>
  );
}
