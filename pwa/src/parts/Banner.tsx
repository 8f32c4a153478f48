import { useId } from "preact/hooks";
import { useApp } from "../app/context.ts";
import { useMinute } from "../app/hooks.ts";
import { AnswerIcon } from "../icons/AnswerIcon.tsx";
import { isOld } from "../model/age.ts";
import type { Shown } from "../model/decision.ts";
import { sentences } from "../model/sentences.ts";

/** The largest thing on the screen: what to do, with its picture and one line of how. */
export function Banner({ decision }: { decision: Shown }) {
  const { say, state } = useApp();
  const now = useMinute();
  const id = useId();
  const verb = say(decision.verb);
  const old = state.live !== null && isOld(state.live.facts.asOfMs, now);
  const marks = [state.live?.drill ? "hollow" : "", old ? "dashed" : ""].join(" ");
  return (
    <>
      <section class={`decide ${decision.look} ${marks}`} aria-labelledby={id}>
        <AnswerIcon of={({ PICTURES }) => PICTURES[decision.picture]} class="pic" />
        <h1 class={verb.length > (say.tag === "ja" ? 6 : 12) ? "verb long" : "verb"} id={id}>
          {state.live?.drill ? <span class="dt">{say("drill.mark")}</span> : null}
          {verb}
          <span class="other" lang={say.beside.tag}>
            {say.beside.say(decision.verb)}
          </span>
        </h1>
        <p class="how">
          {sentences(decision.how).map((sentence) => (
            <span key={sentence}>{sentence} </span>
          ))}
        </p>
      </section>
      {decision.donts.length > 0 ? (
        <ul class="donts">
          {decision.donts.map(({ icon, key }) => (
            <li key={key}>
              <AnswerIcon of={({ DONT_ICONS }) => DONT_ICONS[icon]} />
              <span>{say(key)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
