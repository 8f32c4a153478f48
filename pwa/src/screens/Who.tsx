import { useApp } from "../app/context.ts";
import { AnswerIcon } from "../icons/AnswerIcon.tsx";
import { profilesFor } from "../model/hazards.ts";

/** Who leaves: the slowest person decides the pace. */
export function Who() {
  const { state, dispatch, say } = useApp();
  if (state.hazard === null || state.region === null) return null;
  return (
    <fieldset class="who">
      <legend>{say("ask.who")}</legend>
      {profilesFor(state.hazard, state.region.profiles).map((profile) => (
        <label key={profile}>
          <input
            type="radio"
            name="profile"
            checked={state.profile === profile}
            onChange={() => dispatch({ type: "profile", profile })}
          />
          <AnswerIcon of={({ PROFILE_ICONS }) => PROFILE_ICONS[profile]} />
          <span>{say(`profile.${profile}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
