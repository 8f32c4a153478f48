/** Sound and vibration, as far as the browser lets a page make any. */
import { CALM_VIBRATION_MS, schedule, TONE_S, VIBRATION_MS } from "./tone.ts";

/** quiet: the browser makes no sound before somebody has touched the page, or there is none here. */
export type Played = "played" | "quiet";

let context: AudioContext | null = null;
/** How many tones are asked for or sounding. */
let playing = 0;

/** Get ready to sound. From a tap: some browsers start sound only there. */
export function unlock(): void {
  if (!("AudioContext" in globalThis)) return;
  context ??= new AudioContext();
  const ready = context;
  // Resting until it is needed: a context that runs costs battery.
  ready
    .resume()
    .then(() => (playing === 0 ? ready.suspend() : undefined))
    .catch(() => undefined);
}

/** Play our tone once, where the browser lets us; whoever hears nothing still sees and feels. */
export async function playTone(): Promise<Played> {
  if (!wasTouched() || !("AudioContext" in globalThis)) return "quiet";
  playing += 1;
  context ??= new AudioContext();
  const own = context;
  // A context that may not start keeps this promise waiting for ever.
  await Promise.race([own.resume().catch(() => undefined), pause(RESUME_MS)]);
  const sounds = own.state === "running";
  if (sounds) schedule(own);
  setTimeout(() => rest(own), sounds ? TONE_MS : 0);
  return sounds ? "played" : "quiet";
}

function rest(own: AudioContext): void {
  playing -= 1;
  if (playing === 0 && own.state === "running") own.suspend().catch(() => undefined);
}

const RESUME_MS = 500;

/** Vibrate, where the phone can; once only for those who asked for little motion. */
export function vibrate(): boolean {
  // Browsers refuse it, and complain, before the first touch.
  if (!wasTouched() || typeof navigator.vibrate !== "function") return false;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return navigator.vibrate([...(calm ? CALM_VIBRATION_MS : VIBRATION_MS)]);
}

/** Be quiet at once. */
export function hushTone(): void {
  const sounding = context;
  context = null;
  sounding?.close().catch(() => undefined);
  if (wasTouched() && typeof navigator.vibrate === "function") navigator.vibrate(0);
}

/** For the settings: what an alert sounds and feels like. Only from a tap. */
export async function soundTest(): Promise<Played> {
  unlock();
  vibrate();
  return playTone();
}

/** How long the tone lasts. */
export const TONE_MS = Math.ceil(TONE_S * 1000);

/** Whether somebody has touched this page; a browser that does not tell is asked by trying. */
function wasTouched(): boolean {
  return navigator.userActivation?.hasBeenActive ?? true;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
