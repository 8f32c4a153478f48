/**
 * Our tone: two rising notes, three times (UI.md 5).
 *
 * Soft triangle waves a fourth apart, so that nobody takes it for J-Alert's siren, the chimes of 緊急地震速報 or the
 * buzzer of area mail.
 */

export interface Note {
  readonly atS: number;
  readonly hz: number;
  readonly lastsS: number;
}

const [LOW_HZ, HIGH_HZ] = [587.33, 783.99]; // D5, G5
const [EVERY_S, SECOND_AT_S] = [0.95, 0.26];

export const TONE: readonly Note[] = [0, 1, 2].flatMap((time) => [
  { atS: time * EVERY_S, hz: LOW_HZ, lastsS: 0.24 },
  { atS: time * EVERY_S + SECOND_AT_S, hz: HIGH_HZ, lastsS: 0.4 },
]);

/** When the last note is over. */
export const TONE_S = Math.max(...TONE.map(({ atS, lastsS }) => atS + lastsS));

/** Vibrate 3 × 400 ms: on, off, on, off, on. */
export const VIBRATION_MS: readonly number[] = [400, 200, 400, 200, 400];
/** Once, for those who asked for little motion. */
export const CALM_VIBRATION_MS: readonly number[] = [400];

const [LOUD, RISE_S] = [0.35, 0.02];

/** Write the notes into the plan of a context, from now on. */
export function schedule(context: AudioContext, notes: readonly Note[] = TONE): void {
  for (const { atS, hz, lastsS } of notes) {
    const from = context.currentTime + atS;
    const [voice, loudness] = [context.createOscillator(), context.createGain()];
    voice.type = "triangle";
    voice.frequency.value = hz;
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(LOUD, from + RISE_S);
    loudness.gain.linearRampToValueAtTime(0, from + lastsS);
    voice.connect(loudness).connect(context.destination);
    voice.start(from);
    voice.stop(from + lastsS);
  }
}
