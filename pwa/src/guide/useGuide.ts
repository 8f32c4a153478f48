import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../api/types.ts";
import { type Position, type Progress, progressOn, type Walk } from "./progress.ts";

/** So many positions off the way in a row are no chance of the device. */
const OFF_TIMES = 2;

export type Watching = "idle" | "waiting" | "watching" | "denied";

export interface Guide {
  readonly watching: Watching;
  readonly progress: Progress | null;
  /** The device's last position; it stays in this part of the page. */
  readonly position: Position | null;
  start(): void;
  stop(): void;
}

/**
 * Follow the device along the way, from a tap on. Nothing is kept but the last position.
 *
 * @param once Ask for one position only, to spare the battery: the next one is another tap.
 * @param onOff Called once the way was left: a new one is needed from there.
 */
export function useGuide(answer: Answer | null, once: boolean, onOff: (position: Position) => void): Guide {
  const [on, setOn] = useState(false);
  const [watching, setWatching] = useState<Watching>("idle");
  const [position, setPosition] = useState<Position | null>(null);
  const walk = walkOf(answer);
  const done = useRef(0);
  const off = useRef(0);
  const now = useRef({ walk, onOff });
  if (now.current.walk?.line !== walk?.line) done.current = 0;
  now.current = { walk, onOff };
  const progress = walk && position ? progressOn(walk, position, done.current) : null;

  useEffect(() => {
    if (!on || !("geolocation" in navigator)) return;
    const found = ({ coords }: GeolocationPosition) => {
      const next = { lon: coords.longitude, lat: coords.latitude, accuracyM: coords.accuracy };
      setWatching("watching");
      setPosition(next);
      const { walk: way, onOff: tell } = now.current;
      if (way === null) return;
      const { state, doneM } = progressOn(way, next, done.current);
      if (state === "on") done.current = doneM;
      off.current = state === "off" ? off.current + 1 : 0;
      if (off.current < OFF_TIMES) return;
      off.current = 0;
      tell(next);
    };
    const failed = ({ code }: GeolocationPositionError) => setWatching(code === 1 ? "denied" : "waiting");
    setWatching("waiting");
    if (once) {
      return askOnce(found, failed, () => {
        setOn(false);
        setWatching((now) => (now === "denied" ? now : "idle"));
      });
    }
    const id = navigator.geolocation.watchPosition(found, failed, { enableHighAccuracy: true, maximumAge: 2_000 });
    return () => navigator.geolocation.clearWatch(id);
  }, [on, once]);

  const stop = () => {
    setOn(false);
    setWatching("idle");
    setPosition(null);
  };
  return { watching, progress, position, start: () => setOn(true), stop };
}

/** One position, then no more until the next tap. */
function askOnce(found: PositionCallback, failed: PositionErrorCallback, end: () => void): () => void {
  let stopped = false;
  const options = { enableHighAccuracy: true, maximumAge: 10_000, timeout: 20_000 };
  const hear =
    <T>(tell: (told: T) => void) =>
    (told: T) => {
      if (stopped) return;
      tell(told);
      end();
    };
  navigator.geolocation.getCurrentPosition(hear(found), hear(failed), options);
  return () => {
    stopped = true;
  };
}

function walkOf(answer: Answer | null): Walk | null {
  if (!answer?.geometry || !answer.steps) return null;
  return { line: answer.geometry.coordinates, steps: answer.steps };
}
