import { useApp, useSay } from "../../app/context.ts";
import { type BagItem, bagFor } from "../bag.ts";
import type { OwnPlan } from "../own.ts";

/** The short official list for this household, with ticks. */
export function Bag({ own, change }: { own: OwnPlan; change: (next: OwnPlan) => void }) {
  const { state } = useApp();
  const say = useSay("own");
  const turn = (item: BagItem, on: boolean) => {
    const others = own.ticked.filter((one) => one !== item);
    change({ ...own, ticked: on ? [...others, item] : others });
  };
  return (
    <section id="bag">
      <h2>{say("plan.bag")}</h2>
      <p class="small">{say("plan.bag.note")}</p>
      <ul class="ticks">
        {bagFor(state.household).map((item) => (
          <li key={item}>
            <label class="check">
              <input
                type="checkbox"
                checked={own.ticked.includes(item)}
                onChange={(event) => turn(item, event.currentTarget.checked)}
              />
              {say(`plan.bag.${item}`)}
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
