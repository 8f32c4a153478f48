import { useApp, useSay } from "../app/context.ts";
import { usePart } from "../app/nav/hash.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { homeIn } from "../model/home/places.ts";
import { Actions } from "../screens/Foot.tsx";
import { usePlaces } from "../store/places.ts";

/** Parts that show the plan itself. */
const WHOLE: readonly string[] = ["", "bag", "phones"];

/** Practise the plan, or take it to paper: in reach of the thumb, once there is one. */
export function PlanFoot() {
  const { state } = useApp();
  const say = useSay("own");
  const places = usePlaces();
  const whole = WHOLE.includes(usePart());
  if (!whole || places === null || state.region === null || homeIn(places, state.region.id) === null) return null;
  return (
    <Actions>
      <div class="pair">
        <a class="btn" href="#/drill">
          <Icon drawing={ICONS.route} />
          {say("plan.practise")}
        </a>
        <a class="btn" href="#/plan/print">
          <Icon drawing={ICONS.plan} />
          {say("plan.print")}
        </a>
      </div>
    </Actions>
  );
}
