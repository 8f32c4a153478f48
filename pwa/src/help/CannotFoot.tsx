import { useState } from "preact/hooks";
import { useApp, useSay } from "../app/context.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { Actions } from "../screens/Foot.tsx";
import { Flash } from "./Flash.tsx";
import "./help.css";

/** To call for help, and to be found; in a drill nobody calls. */
export function CannotFoot() {
  const { state } = useApp();
  const say = useSay("drill");
  const [flashing, setFlashing] = useState(false);
  return (
    <Actions>
      {state.live?.drill ? (
        <p role="status">{say("cannot.noCall")}</p>
      ) : (
        <a class="act" href="tel:119">
          <Icon drawing={ICONS.phone} />
          {say("late.call")}
        </a>
      )}
      <button type="button" class="btn" onClick={() => setFlashing(true)}>
        {say("flash.start")}
      </button>
      {flashing ? <Flash onStop={() => setFlashing(false)} /> : null}
    </Actions>
  );
}
