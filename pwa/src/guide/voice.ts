/** Reading aloud by the voices that are on this phone. Voices of a service would send what is read: never used. */
import { plain } from "../i18n/ruby.ts";

/** A voice of the phone itself for a language; null where there is none. */
export function localVoice(lang: string): SpeechSynthesisVoice | null {
  if (!("speechSynthesis" in globalThis)) return null;
  const base = lang.slice(0, 2);
  const voices = speechSynthesis.getVoices().filter((one) => one.localService && one.lang.slice(0, 2) === base);
  return voices.find((one) => one.lang.replace("_", "-") === lang) ?? voices[0] ?? null;
}

/** Wait for the list of voices: some browsers fill it after it was first asked for. */
export function voicesReady(): Promise<void> {
  if (!("speechSynthesis" in globalThis) || speechSynthesis.getVoices().length > 0) return Promise.resolve();
  return new Promise((resolve) => {
    speechSynthesis.addEventListener("voiceschanged", () => resolve(), { once: true });
    setTimeout(resolve, 1_000);
  });
}

/** Say a text, in place of what is being said. */
export function speak(text: string, voice: SpeechSynthesisVoice): void {
  speechSynthesis.cancel();
  const said = new SpeechSynthesisUtterance(plain(text));
  said.voice = voice;
  said.lang = voice.lang;
  speechSynthesis.speak(said);
}

export function hush(): void {
  if ("speechSynthesis" in globalThis) speechSynthesis.cancel();
}
