/** Listens to what the page tells, and sounds when the news change it. Loaded once there are news. */
import { isInForce, shownNow } from "../app/ask.ts";
import type { State } from "../app/state.ts";
import { localVoice, voicesReady } from "../guide/voice.ts";
import type { Say } from "../i18n/messages.ts";
import { plain } from "../i18n/ruby.ts";
import { hushTone, playTone, TONE_MS, unlock, vibrate } from "./player.ts";
import { type Alarm, alarmFor, type Heard, type Told } from "./when.ts";

/** Alert and decision come one after the other: they are heard together. */
const SETTLE_MS = 400;
/** Between the beginnings of two repeated tones. */
const AGAIN_MS = TONE_MS + 3_000;
/** A voice that does not end must not keep a tone waiting. */
const SPEAK_MS = 4_000;

let heard: Heard | null = null;
let settling: ReturnType<typeof setTimeout> | undefined;
let again: ReturnType<typeof setTimeout> | undefined;
let sounding = 0;

for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, touched, { capture: true, passive: true });

/** Hear what the page tells now. */
export function hear(state: State, say: Say): void {
  const told = toldBy(state, say);
  if (told === null) return;
  clearTimeout(settling);
  if (heard === null) {
    heard = { told, touched: false };
    return;
  }
  settling = setTimeout(() => {
    const alarm = alarmFor(heard, told);
    heard = { told, touched: alarm === null && (heard?.touched ?? false) };
    if (Object.keys(told.alerts).length === 0) stop();
    if (alarm !== null) sound(alarm, say);
  }, SETTLE_MS);
}

/** Sound at once; what sounded before ends. */
export async function sound(alarm: Alarm, say: Say): Promise<void> {
  stop();
  const mine = sounding;
  vibrate();
  // Without a voice that says so, a drill makes no sound at all: nobody must take it for the real thing.
  const may = !alarm.drill || (await sayDrill(say));
  if (!may || mine !== sounding) return;
  await playTone();
  if (alarm.repeat && mine === sounding) again = setTimeout(() => sound(alarm, say), AGAIN_MS);
}

/** End what sounds. */
export function stop(): void {
  sounding += 1;
  clearTimeout(again);
}

function touched(): void {
  if (heard !== null) heard = { ...heard, touched: true };
  if (again !== undefined) hushTone();
  stop();
  again = undefined;
  unlock();
}

/** Say that it is a drill, by a voice of the phone; false where there is none. */
async function sayDrill(say: Say): Promise<boolean> {
  await voicesReady();
  const own = localVoice(say.tag);
  const voice = own ?? localVoice("ja");
  if (voice === null) return false;
  const text = own === null ? "訓練" : plain(say("drill.mark")).replace(/[【】[\]()]/g, " ");
  const said = new SpeechSynthesisUtterance(text);
  said.voice = voice;
  said.lang = voice.lang;
  return new Promise((resolve) => {
    said.onend = () => resolve(true);
    said.onerror = () => resolve(false);
    setTimeout(() => resolve(false), SPEAK_MS);
    speechSynthesis.speak(said);
  });
}

function toldBy(state: State, say: Say): Told | null {
  const { live } = state;
  if (live === null) return null;
  return {
    revision: live.facts.revision,
    alerts: Object.fromEntries(live.shown.alerts.map(({ id, edition }) => [id, edition])),
    inForce: isInForce(state),
    look: shownNow(state, say)?.look ?? null,
    drill: live.drill,
  };
}
