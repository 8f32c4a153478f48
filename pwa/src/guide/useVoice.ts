import { useEffect, useState } from "preact/hooks";
import { hush, localVoice, speak, voicesReady } from "./voice.ts";

export type VoiceState = "off" | "on" | "none";

/** Read a text aloud whenever it changes, once it was switched on. */
export function useVoice(text: string | null, lang: string): readonly [VoiceState, () => void] {
  const [state, setState] = useState<VoiceState>("off");
  useEffect(() => {
    if (state !== "on" || text === null) return;
    const voice = localVoice(lang);
    if (voice === null) return setState("none");
    speak(text, voice);
  }, [state, text, lang]);
  useEffect(() => hush, []);

  async function turn() {
    if (state === "on") {
      hush();
      return setState("off");
    }
    await voicesReady();
    setState(localVoice(lang) === null ? "none" : "on");
  }
  return [state, turn];
}
