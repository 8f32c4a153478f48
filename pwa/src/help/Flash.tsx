import { useEffect, useRef, useState } from "preact/hooks";
import { useSay } from "../app/context.ts";
import { useMedia } from "../app/hooks.ts";
import { playTone } from "../sound/player.ts";
import { TONE_S } from "../sound/tone.ts";

/** Light for half a second, dark for half a second: one flash a second; more than two could harm (UI.md 5). */
const HALF_MS = 500;
const TONE_EVERY_MS = TONE_S * 1000 + 2_000;

/** The whole screen as a light signal, with our tone, so that rescuers find somebody. Steady for who asked for rest. */
export function Flash({ onStop }: { onStop: () => void }) {
  const say = useSay("drill");
  const calm = useMedia("(prefers-reduced-motion: reduce)");
  const [bright, setBright] = useState(true);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    const light = calm ? undefined : setInterval(() => setBright((before) => !before), HALF_MS);
    const tone = setInterval(playTone, TONE_EVERY_MS);
    playTone();
    return () => {
      clearInterval(light);
      clearInterval(tone);
    };
  }, [calm]);
  return (
    <dialog
      ref={dialog}
      class={bright || calm ? "flash bright" : "flash"}
      onClose={onStop}
      aria-label={say("flash.start")}
    >
      <p class="verb">{say("flash.words")}</p>
      <button type="button" class="act" onClick={onStop}>
        {say("flash.stop")}
      </button>
    </dialog>
  );
}
