import { isInForce } from "../app/ask.ts";
import { useApp } from "../app/context.ts";
import { HAZARD_ICONS } from "../icons/first.ts";
import { Icon } from "../icons/Icon.tsx";

/** Under which condition the page speaks: the hazard and the people chosen, by whom, and how to change it. */
export function WhenLine({ changeable = true }: { changeable?: boolean }) {
  const { state, dispatch, say } = useApp();
  if (state.hazard === null) return null;
  const inForce = isInForce(state);
  const kind = inForce ? (state.advice?.decision.kind ?? state.hazard) : state.hazard;
  const hazard = say(`hazard.${kind}`);
  return (
    <div class="when">
      <span class="mark">
        <Icon drawing={HAZARD_ICONS[kind]} />
      </span>
      <p>
        <b>{say("when.hazard", { hazard })}</b>
        <small>{say(inForce ? "when.inForce" : "when.chosen", { profile: say(`profile.${state.profile}`) })}</small>
      </p>
      {changeable ? (
        <button type="button" class="iconbtn link" onClick={() => dispatch({ type: "hazard", hazard: null })}>
          {say("ask.change")}
          <span class="vh">{say("ask.changeHazard")}</span>
        </button>
      ) : null}
    </div>
  );
}
