import { useState } from "preact/hooks";
import { useSay } from "../app/context.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { type Played, soundTest } from "../sound/player.ts";

/** Hear the tone of a new decision once, before it matters. */
export function SoundTest() {
  const say = useSay("settings");
  const [played, setPlayed] = useState<Played | null>(null);
  return (
    <section class="card stack" aria-label={say("sound.title")}>
      <h2>{say("sound.title")}</h2>
      <p>{say("sound.why")}</p>
      <button type="button" class="btn" onClick={() => void soundTest().then(setPlayed)}>
        <Icon drawing={ICONS.voice} />
        {say("sound.button")}
      </button>
      <p class="small" role="status">
        {played === null ? "" : say(`sound.${played}`)}
      </p>
    </section>
  );
}
